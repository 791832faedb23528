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
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.measure.Calibration;
import io.github.deepmatting.progress.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.imglib2.RandomAccess;
import net.imglib2.type.numeric.RealType;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every format of image files owes: what was written is what is read. Implementations write files with code that
 * does not belong to the reader.
 */
@org.junit.jupiter.api.TestInstance(org.junit.jupiter.api.TestInstance.Lifecycle.PER_CLASS)
abstract class ReaderContract {

  /** An image, {@code values[frame][slice][channel][y][x]}. */
  record Written(double[][][][][] values, int bits, boolean rgb) {

    int width() {
      return values[0][0][0][0].length;
    }

    int height() {
      return values[0][0][0].length;
    }

    /** Values that differ everywhere, of so many bits, the largest among them. */
    static Written of(int width, int height, int channels, int slices, int frames, int bits, boolean rgb) {
      double[][][][][] values = new double[frames][slices][channels][height][width];
      double largest = Math.pow(2, Math.min(bits, 16)) - 1;
      int seed = 1;
      for (double[][][][] frame : values)
        for (double[][][] slice : frame)
          for (double[][] channel : slice)
            for (double[] row : channel)
              for (int x = 0; x < width; x++) {
                seed = seed * 1664525 + 1013904223;
                row[x] = bits > 16 ? (seed >> 8) / 1024.0 : Math.floor((seed >>> 8) / 16777216.0 * (largest + 1));
              }
      values[0][0][0][0][0] = bits > 16 ? -700.5 : largest;
      return new Written(values, bits, rgb);
    }
  }

  /**
   * A file and what it holds.
   *
   * @param name its name, with the extension
   * @param bytes the file
   * @param depth bits of a channel as read
   * @param calibration pixel sizes; null where the format has none
   * @param labels of the slices; empty where there are none
   */
  record Case(String name, byte[] bytes, Written written, int depth, Calibration calibration, List<String> labels,
      double tolerance) {

    static Case of(String name, byte[] bytes, Written written) {
      int depth = written.bits() > 16 ? 32 : written.bits() > 8 ? 16 : 8;
      return new Case(name, bytes, written, depth, null, List.of(), 0);
    }

    Case with(Calibration calibration, List<String> labels) {
      return new Case(name, bytes, written, depth, calibration, labels, tolerance);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  @TempDir Path folder;

  abstract List<Case> cases() throws IOException;

  @ParameterizedTest
  @MethodSource("cases")
  void whatWasWrittenIsRead(Case one) throws IOException {
    Path file = Files.write(folder.resolve(one.name()), one.bytes());
    ImagePlus image = ImageFiles.open(file, Progress.NONE);
    double[][][][][] values = one.written().values();
    ImagePlusPlanes planes = new ImagePlusPlanes(image);
    assertEquals(List.of(one.written().width(), one.written().height()), List.of(planes.width(), planes.height()));
    assertEquals(List.of(values[0][0].length, values[0].length, values.length),
        List.of(planes.channels(), image.getNSlices(), image.getNFrames()), "channels, slices, frames");
    assertEquals(one.depth(), planes.bitDepth());
    assertEquals(one.written().rgb(), planes.isRgb());
    // The last position first: planes may be visited in any order.
    for (int t = values.length - 1; t >= 0; t--)
      for (int z = 0; z < values[0].length; z++) {
        RandomAccess<? extends RealType<?>> access = planes.at(z + values[0].length * t).pixels().randomAccess();
        for (int c = 0; c < values[0][0].length; c++)
          for (int y = 0; y < planes.height(); y++)
            for (int x = 0; x < planes.width(); x++) {
              access.setPosition(new long[] {x, y, c});
              assertEquals(values[t][z][c][y][x], access.get().getRealDouble(), one.tolerance(),
                  "x=" + x + " y=" + y + " c=" + c + " z=" + z + " t=" + t);
            }
      }
    for (int plane = 1; plane <= one.labels().size(); plane++)
      assertEquals(one.labels().get(plane - 1), image.getStack().getSliceLabel(plane));
    if (one.calibration() == null) return;
    Calibration found = image.getCalibration();
    assertEquals(one.calibration().pixelWidth, found.pixelWidth, 1e-6 * found.pixelWidth);
    assertEquals(one.calibration().pixelHeight, found.pixelHeight, 1e-6 * found.pixelHeight);
    assertEquals(one.calibration().pixelDepth, found.pixelDepth, 1e-6 * found.pixelDepth);
    assertEquals(one.calibration().frameInterval, found.frameInterval, 1e-9);
    assertEquals(one.calibration().getUnit(), found.getUnit());
  }

  static Calibration calibration(double x, double y, double z, String unit, double interval) {
    Calibration calibration = new Calibration();
    calibration.pixelWidth = x;
    calibration.pixelHeight = y;
    calibration.pixelDepth = z;
    calibration.setUnit(unit);
    calibration.frameInterval = interval;
    return calibration;
  }

  @org.junit.jupiter.api.Test
  void thereAreCases() throws IOException {
    assertTrue(!cases().isEmpty());
  }
}
