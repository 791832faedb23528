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
package io.github.deepmatting.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.io.FileSaver;
import ij.process.ByteProcessor;
import ij.process.LUT;
import io.github.deepmatting.files.FileException;
import io.github.deepmatting.progress.Progress;
import java.awt.Color;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Files that ImageJ's own FileSaver writes, and those that others write with ImageJ's description. */
class ImageJDescriptionTest extends ReaderContract {

  @Override
  List<Case> cases() throws IOException {
    List<Case> cases = new ArrayList<>();
    for (int bits : new int[] {8, 16, 32})
      for (int[] size : new int[][] {{1, 1, 1}, {1, 4, 1}, {1, 1, 3}, {3, 1, 1}, {2, 3, 4}, {7, 2, 1}})
        cases.add(saved(Written.of(9, 7, size[0], size[1], size[2], bits, false)));
    cases.add(saved(Written.of(9, 7, 3, 1, 1, 8, true)));
    cases.add(saved(Written.of(9, 7, 3, 3, 2, 8, true)));
    for (TiffBytes.Compression compression : TiffBytes.Compression.values()) cases.add(described(compression));
    cases.add(contiguous());
    return cases;
  }

  private Case saved(Written written) throws IOException {
    double[][][][][] values = written.values();
    boolean rgb = written.rgb();
    int channels = rgb ? 1 : values[0][0].length;
    ImageStack stack = ImageStack.create(9, 7, channels * values[0].length * values.length, rgb ? 24 : written.bits());
    List<String> labels = new ArrayList<>();
    for (int n = 0; n < stack.size(); n++) {
      double[][][] position = values[n / channels / values[0].length][n / channels % values[0].length];
      for (int i = 0; i < 63; i++) {
        int y = i / 9;
        int x = i % 9;
        if (rgb) stack.getProcessor(n + 1).set(i,
            (int) position[0][y][x] << 16 | (int) position[1][y][x] << 8 | (int) position[2][y][x]);
        else stack.getProcessor(n + 1).setf(i, (float) position[n % channels][y][x]);
      }
      labels.add("plane " + n);
      if (stack.size() > 1) stack.setSliceLabel("plane " + n, n + 1);
    }
    ImagePlus image = IJ.createHyperStack("", 9, 7, channels, values[0].length, values.length, rgb ? 24 : written.bits());
    image.setStack(stack, channels, values[0].length, values.length);
    // ImageJ writes the distance of slices for stacks alone.
    image.setCalibration(calibration(0.25, 0.5, stack.size() > 1 ? 2 : 1, "mm", 3));
    String name = written.bits() + "-" + channels + "-" + values[0].length + "-" + values.length + (rgb ? "rgb" : "");
    Path file = Files.createTempFile(name, ".tif");
    try {
      FileSaver saver = new FileSaver(image);
      assertTrue(stack.size() > 1 ? saver.saveAsTiffStack(file.toString()) : saver.saveAsTiff(file.toString()));
      return Case.of(name + ".tif", Files.readAllBytes(file), written)
          .with(image.getCalibration(), stack.size() > 1 ? labels : List.of());
    } finally {
      Files.delete(file);
    }
  }

  /** As other programs write hyperstacks: compressed, or tiled, which ImageJ does not read. */
  private static Case described(TiffBytes.Compression compression) throws IOException {
    Written written = Written.of(9, 7, 2, 3, 1, 16, false);
    TiffBytes file = new TiffBytes(ByteOrder.BIG_ENDIAN, false, compression, 16);
    for (int n = 0; n < 6; n++) {
      file.page(new double[][][] {written.values()[0][n / 2][n % 2]}, 16, 1, 1);
      if (n == 0) file.tag(270, "ImageJ=1.54p\nimages=6\nchannels=2\nslices=3\nhyperstack=true\nunit=um\nspacing=3.0\n")
          .tag(282, new double[] {2}).tag(283, new double[] {4});
    }
    return Case.of(compression + ".tif", file.bytes(), written).with(calibration(0.5, 0.25, 3, "um", 0), List.of());
  }

  /** A single directory, the planes one after the other: ImageJ above 4 GB, and tifffile. */
  private static Case contiguous() throws IOException {
    Written written = Written.of(9, 2, 1, 5, 1, 16, false);
    TiffBytes file = TiffBytes.plain();
    for (int z = 0; z < 5; z++) file.page(written.values()[0][z], 16, 1, 1);
    return Case.of("contiguous.tif", file.only(0).tag(270, "ImageJ=1.54p\nimages=5\nslices=5\n").bytes(), written);
  }

  @Test
  void coloursRangesSelectionAndOverlayAreKept() throws IOException {
    CompositeImage image = (CompositeImage) ImagePlusPlanesTest.hyperstack(16, 2, 1, 1);
    LUT[] tables = {LUT.createLutFromColor(Color.MAGENTA), LUT.createLutFromColor(Color.ORANGE)};
    tables[0].max = 77;
    tables[1].min = 4;
    tables[1].max = 3000;
    image.setLuts(tables);
    image.setRoi(new Roi(1, 0, 2, 1));
    image.setOverlay(new Overlay(new Roi(0, 0, 1, 1)));
    Path file = folder.resolve("colours.tif");
    assertTrue(new FileSaver(image).saveAsTiffStack(file.toString()));
    ImagePlus found = ImageFiles.open(file, Progress.NONE);
    ImagePlusPlanes planes = new ImagePlusPlanes(found);
    assertEquals(List.of(0xff00ff, 0xffc800), planes.colours());
    assertEquals(77, planes.displayRanges().get(0).max());
    assertEquals(4, planes.displayRanges().get(1).min());
    assertEquals(1, found.getOverlay().size());
    assertEquals(2, found.getRoi().getBounds().width);
  }

  @Test
  void aLookUpTableLeavesTheValues() throws IOException {
    ImagePlus image = new ImagePlus("", new ByteProcessor(2, 1, new byte[] {3, 9}));
    image.setLut(LUT.createLutFromColor(Color.RED));
    Path file = folder.resolve("lut.tif");
    assertTrue(new FileSaver(image).saveAsTiff(file.toString()));
    ImagePlus found = ImageFiles.open(file, Progress.NONE);
    assertEquals(9, new ImagePlusPlanes(found).at(0).pixels().getAt(1, 0, 0).getRealDouble());
    assertEquals(0xff0000, found.getProcessor().getColorModel().getRGB(255) & 0xffffff);
  }

  @Test
  void moreImagesThanTheFileHoldsAreTold() throws IOException {
    for (String images : List.of("50", "200000000", "9000000000000000000")) {
      Path file = Files.write(folder.resolve("a.tif"), TiffBytes.plain().page(new double[1][4][5], 8, 1, 1)
          .tag(270, "ImageJ=1.54p\nimages=" + images + "\n").bytes());
      String message = assertThrows(FileException.class, () -> ImageFiles.open(file, Progress.NONE)).getMessage();
      assertTrue(message.contains("description of " + images + " images") && message.contains("hold only 1"), message);
    }
  }
}
