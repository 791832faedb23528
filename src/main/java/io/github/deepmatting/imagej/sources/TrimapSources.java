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
import ij.gui.ImageRoi;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.gui.TextRoi;
import io.github.deepmatting.imagej.ResultImages;
import io.github.deepmatting.imagej.SliceMap;
import io.github.deepmatting.imagej.TrimapStack;
import io.github.deepmatting.matting.TrimapSource;
import io.github.deepmatting.progress.Progress;
import io.github.deepmatting.trimap.TrimapFromMask;
import io.github.deepmatting.trimap.TrimapFromProbability;
import io.github.deepmatting.trimap.UnknownBand;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Opens the sources of trimaps. */
public final class TrimapSources {

  private TrimapSources() {}

  /**
   * Opens a source. Everything that does not need all pixels is checked now. Regions and thresholds are taken as they
   * are now; the pixels of maps are read when a trimap is needed, even after their image was closed.
   *
   * @param image to make trimaps for; neither it nor its selection and overlay are changed
   * @param options the source and its parameters
   * @param progress receives warnings, and is checked for cancellation
   * @throws IOException if a file cannot be read; the message names it
   * @throws IllegalArgumentException if what is needed is missing, empty, lies outside the image or does not fit it
   */
  public static TrimapSource of(ImagePlus image, SourceOptions options, Progress progress) throws IOException {
    RimWidths widths = options.widths();
    // The image may be closed while its trimaps are made.
    ImagePlus held = ResultImages.holding(image);
    return switch (options.kind()) {
      case TRIMAP -> ofTrimap(image, map(options, "trimap", "trimap"), progress);
      case SELECTION -> new RoiSource(held, "The selection of " + image.getTitle(), selection(image), widths,
          new RoiRules(RoiRoles.NONE, false, false), progress);
      case ROIMANAGER -> new RoiSource(held, "The ROI Manager", ManagedRois.get(), widths, options.rois(), progress);
      case OVERLAY -> new RoiSource(
          held, "The overlay of " + image.getTitle(), overlay(image), widths, options.rois(), progress);
      case FILE -> ofFile(held, options, progress);
      case LABELS -> LabelMaps.of(slices("label image", options, held), options.labels(), widths.band(held), progress);
      case MASK -> {
        UnknownBand band = widths.band(held);
        yield new MapSource(slices("mask", options, held), (values, own) -> TrimapFromMask.make(values, band, own));
      }
      case THRESHOLD -> new ThresholdSource(image, widths.band(image));
      case PROBABILITY -> {
        TrimapFromProbability maker = new TrimapFromProbability(options.low(), options.high());
        yield new MapSource(slices("probability map", options, held), maker::make);
      }
    };
  }

  private static ImagePlus map(SourceOptions options, String what, String key) {
    return options.map().orElseThrow(() -> new IllegalArgumentException("The parameter '" + key + "' names no open image;"
        + " give the title or the ID of the " + what + ", or another source"));
  }

  private static SliceMap slices(String what, SourceOptions options, ImagePlus image) {
    return new SliceMap(what, ResultImages.holding(map(options, what, "from")), image);
  }

  private static TrimapSource ofTrimap(ImagePlus image, ImagePlus trimap, Progress progress) {
    if (trimap == image)
      throw new IllegalArgumentException("The image " + image.getTitle() + " was given as its own trimap; make the image"
          + " the active one, or name both");
    return new TrimapStack(ResultImages.holding(trimap), image, progress);
  }

  private static List<Roi> selection(ImagePlus image) {
    Roi selection = image.getRoi();
    if (selection == null)
      throw new IllegalArgumentException("The image " + image.getTitle() + " has no selection; draw one around the"
          + " object, or choose another source");
    Roi copy = (Roi) selection.clone();
    // A selection is seen on every slice, wherever it was when it was made; of points only those without a slice.
    if (copy.isArea() || copy.isLine()) copy.setPosition(0);
    return List.of(copy);
  }

  private static List<Roi> overlay(ImagePlus image) {
    Overlay overlay = image.getOverlay();
    // Text and pictures annotate; they mark nothing.
    List<Roi> rois = overlay == null ? List.of() : Arrays.stream(overlay.toArray())
        .filter(roi -> !(roi instanceof TextRoi || roi instanceof ImageRoi)).map(roi -> (Roi) roi.clone()).toList();
    if (rois.isEmpty())
      throw new IllegalArgumentException("The image " + image.getTitle() + " has no overlay with regions; add selections"
          + " with Image > Overlay > Add Selection..., or choose another source");
    return rois;
  }

  private static TrimapSource ofFile(ImagePlus image, SourceOptions options, Progress progress) throws IOException {
    Path file = options.roiFile().orElseThrow(() -> new IllegalArgumentException(
        "The parameter 'roifile' names no file; give a .roi or .zip file, or another source"));
    return new RoiSource(
        image, "The ROI file " + file, RoiFiles.read(file), options.widths(), options.rois(), progress);
  }
}
