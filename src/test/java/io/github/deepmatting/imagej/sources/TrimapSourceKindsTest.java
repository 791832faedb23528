/*-
 * #%L
 * Deep image matting for Fiji and ImageJ2: alpha mattes and foreground colours from an image and a trimap.
 * %%
 * Copyright (C) 2026 Deep Matting developers
 * %%
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 * 
 * 1. Redistributions of source code must retain the above copyright notice,
 *    this list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the documentation
 *    and/or other materials provided with the distribution.
 * 
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
 * AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
 * IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE
 * ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS OR CONTRIBUTORS BE
 * LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR
 * CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
 * SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
 * INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN
 * CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE)
 * ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
 * POSSIBILITY OF SUCH DAMAGE.
 * #L%
 */
package io.github.deepmatting.imagej.sources;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.io.RoiEncoder;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;
import io.github.deepmatting.io.Pictures;
import io.github.deepmatting.matting.TrimapSource;
import io.github.deepmatting.progress.Progress;
import io.github.deepmatting.trimap.LabelSelection;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** Every kind of source keeps the contract. */
class TrimapSourceKindsTest {

  private static SourceOptions options(SourceKind kind) {
    return SourceOptions.of(kind).withWidths(RimWidths.ofPixels(0, 0));
  }

  /** Square regions: one without a position, or one for each. */
  private static List<Roi> squares(boolean perSlice) {
    List<Roi> rois = new ArrayList<>();
    for (int position = 0; position < (perSlice ? TrimapSourceContract.POSITIONS : 1); position++) {
      Roi roi = TrimapSourceContract.square(position);
      roi.setName("object " + position);
      if (perSlice)
        roi.setPosition(0, position % TrimapSourceContract.SLICES + 1, position / TrimapSourceContract.SLICES + 1);
      rois.add(roi);
    }
    return rois;
  }

  /** What is read from another image. */
  private abstract static class MapContract extends TrimapSourceContract {

    private final SourceKind kind;
    private final int inside;
    private final int outside;

    MapContract(SourceKind kind, int inside, int outside) {
      this.kind = kind;
      this.inside = inside;
      this.outside = outside;
    }

    SourceOptions options() {
      return TrimapSourceKindsTest.options(kind);
    }

    @Override
    TrimapSource source(ImagePlus image, boolean perSlice, Progress progress) throws IOException {
      return TrimapSources.of(image, options().withMap(map(perSlice, inside, outside)), progress);
    }

    @Override
    void unfit(ImagePlus image) throws IOException {
      TrimapSources.of(image, options().withMap(new ImagePlus("small.tif", new ByteProcessor(5, 4))), Progress.NONE);
    }

    @Override
    List<String> refusal() {
      return List.of("small.tif has 5x4 pixels but the image cell.tif has 24x18; both must have the same size");
    }
  }

  @Nested
  class TrimapImage extends MapContract {
    TrimapImage() {
      super(SourceKind.TRIMAP, 255, 0);
    }
  }

  @Nested
  class Labels extends MapContract {
    Labels() {
      super(SourceKind.LABELS, 9, 4);
    }

    @Override
    SourceOptions options() {
      return super.options().withLabels(LabelSelection.parse("5-9"));
    }
  }

  @Nested
  class Mask extends MapContract {
    Mask() {
      super(SourceKind.MASK, 255, 0);
    }
  }

  @Nested
  class Probability extends MapContract {
    Probability() {
      super(SourceKind.PROBABILITY, 250, 12);
    }
  }

  /** What is drawn; the only thing that does not fit lies outside. */
  private abstract static class RegionsContract extends TrimapSourceContract {

    abstract TrimapSource source(ImagePlus image, List<Roi> regions, Progress progress) throws IOException;

    @Override
    TrimapSource source(ImagePlus image, boolean perSlice, Progress progress) throws IOException {
      return source(image, squares(perSlice), progress);
    }

    @Override
    void unfit(ImagePlus image) throws IOException {
      source(image, List.of(new Roi(90, 90, 5, 5)), Progress.NONE);
    }

    @Override
    List<String> refusal() {
      return List.of("lies outside the image: cell.tif has 24x18 pixels and 4 slices", "x=90, y=90, 5x5 pixels");
    }
  }

  @Nested
  class Selection extends RegionsContract {
    @Override
    TrimapSource source(ImagePlus image, List<Roi> regions, Progress progress) throws IOException {
      image.setRoi(regions.get(0));
      return TrimapSources.of(image, options(SourceKind.SELECTION), progress);
    }

    @Override
    boolean canBePerSlice() {
      return false;
    }
  }

  @Nested
  class OverlayRegions extends RegionsContract {
    @Override
    TrimapSource source(ImagePlus image, List<Roi> regions, Progress progress) throws IOException {
      Overlay overlay = new Overlay();
      regions.forEach(overlay::add);
      image.setOverlay(overlay);
      return TrimapSources.of(image, options(SourceKind.OVERLAY), progress);
    }
  }

  @Nested
  class RoiFile extends RegionsContract {
    @TempDir Path folder;

    @Override
    TrimapSource source(ImagePlus image, List<Roi> regions, Progress progress) throws IOException {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (ZipOutputStream archive = new ZipOutputStream(bytes)) {
        for (Roi region : regions) {
          archive.putNextEntry(new ZipEntry(region.getName() + ".roi"));
          archive.write(RoiEncoder.saveAsByteArray(region));
        }
      }
      Path file = Files.write(folder.resolve("rois.zip"), bytes.toByteArray());
      return TrimapSources.of(image, options(SourceKind.FILE).withRoiFile(file), progress);
    }
  }

  @Nested
  class Threshold extends TrimapSourceContract {

    /** The squares are drawn into copies of the image, so that they differ from the rest. */
    @Override
    TrimapSource source(ImagePlus image, boolean perSlice, Progress progress) throws IOException {
      ImagePlus bright = map(perSlice, 200, 10);
      bright.setTitle("cell.tif");
      bright.getProcessor().setThreshold(150, 220, ImageProcessor.NO_LUT_UPDATE);
      return TrimapSources.of(bright, options(SourceKind.THRESHOLD), progress);
    }

    @Override
    void unfit(ImagePlus image) throws IOException {
      TrimapSources.of(new ImagePlus("rgb.png", Pictures.rgb()), options(SourceKind.THRESHOLD), Progress.NONE);
    }

    @Override
    List<String> refusal() {
      return List.of("rgb.png is RGB, which has no threshold", "source=mask");
    }
  }
}
