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

package io.github.deepmatting.features;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.deepmatting.progress.Progress;
import io.github.deepmatting.trimap.Trimap;
import java.util.Random;
import net.imglib2.img.array.ArrayImgs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownColoursTest {

  private static float[] noise(int width, int height, long seed) {
    Random random = new Random(seed);
    float[] values = new float[width * height * 3];
    for (int i = 0; i < values.length; i++) values[i] = 0.3f + 0.3f * random.nextFloat();
    return values;
  }

  /** Foreground left, background right, between them, and in an island, unknown. */
  private static Trimap bands(int width, int height) {
    byte[] values = new byte[width * height];
    for (int i = 0; i < values.length; i++) {
      int x = i % width;
      int y = i / width;
      boolean island = Math.hypot(x - 0.8 * width, y - 0.5 * height) < 9;
      values[i] = (byte) (island || (x >= 0.3 * width && x < 0.45 * width) ? 128 : x < 0.3 * width ? 255 : 0);
    }
    return new Trimap(width, height, values);
  }

  private static KnownColours of(float[] colours, Trimap trimap) {
    return new KnownColours(ArrayImgs.floats(colours, trimap.width(), trimap.height(), 3), trimap,
        new ActiveBlocks(trimap), Progress.NONE);
  }

  private static float value(KnownColours map, int channel, int column, int row) {
    float[] out = new float[1];
    map.read(channel, column, row, 1, out);
    return out[0];
  }

  /** Mean of the 2x2 pixels from (x, y) on, the last column and row repeated. */
  private static double mean(float[] colours, Trimap trimap, int channel, int x, int y) {
    int right = Math.min(x + 1, trimap.width() - 1);
    int bottom = Math.min(y + 1, trimap.height() - 1);
    int plane = channel * trimap.width() * trimap.height();
    return (colours[plane + y * trimap.width() + x] + colours[plane + y * trimap.width() + right]
        + colours[plane + bottom * trimap.width() + x] + colours[plane + bottom * trimap.width() + right]) / 4.0;
  }

  /** The definition, sample by sample: hat functions of colour nodes, hat functions of cells' centres. */
  private static double[] counts(float[] colours, Trimap trimap, int column, int row, int bins, int cell) {
    double[] counts = new double[2];
    for (int y = 0; y + 1 < trimap.height(); y += 4)
      for (int x = 0; x + 1 < trimap.width(); x += 4) {
        int region = trimap.get(x, y);
        if (region == 128 || trimap.get(x + 1, y) != region || trimap.get(x, y + 1) != region
            || trimap.get(x + 1, y + 1) != region) continue;
        double weight = near(2.0 * column + 1, x / cell, cell, (trimap.width() - 1) / cell)
            * near(2 * row + 1, y / cell, cell, (trimap.height() - 1) / cell);
        for (int c = 0; c < 3 && weight > 0; c++)
          weight *= alike(mean(colours, trimap, c, x, y), mean(colours, trimap, c, 2 * column, 2 * row), bins);
        counts[region == 255 ? 0 : 1] += 4 * weight;
      }
    return counts;
  }

  private static double near(double position, int index, int cell, int last) {
    double clamped = Math.min(Math.max(position / cell - 0.5, 0), last);
    return Math.max(0, 1 - Math.abs(clamped - index));
  }

  private static double alike(double sample, double colour, int bins) {
    double sum = 0;
    for (int node = 0; node <= bins; node++)
      sum += Math.max(0, 1 - Math.abs(sample * bins - node)) * Math.max(0, 1 - Math.abs(colour * bins - node));
    return sum;
  }

  @ParameterizedTest
  @CsvSource({"70, 41", "300, 150", "131, 290"})
  void sharesAreThoseOfTheDefinition(int width, int height) {
    float[] colours = noise(width, height, width);
    Trimap trimap = bands(width, height);
    KnownColours map = of(colours, trimap);
    Random random = new Random(3);
    int compared = 0;
    while (compared < 20) {
      int x = random.nextInt(width);
      int y = random.nextInt(height);
      if (!trimap.isUnknown(x, y)) continue;
      compared++;
      for (int i = 0; i < 3; i++) {
        double[] counts = counts(colours, trimap, x / 2, y / 2, KnownColours.BINS[i], KnownColours.CELLS[i]);
        double all = counts[0] + counts[1] + 1;
        for (int region = 0; region < 2; region++)
          assertEquals(counts[region] / all, value(map, 2 * i + region, x / 2, y / 2), 0.5 / 255 + 1e-4,
              "x=" + x + " y=" + y + " histogram " + i + " region " + region);
      }
    }
  }

  @Test
  void knownColoursAreToldApartAndUnknownOnesAreNeither() {
    int width = 200;
    int height = 100;
    Trimap trimap = bands(width, height);
    float[] colours = new float[width * height * 3];
    for (int i = 0; i < width * height; i++) {
      int x = i % width;
      // Red foreground, green background; the unknown band is red, then green; the island blue.
      colours[(x < 75 ? 0 : x < 140 ? 1 : trimap.isUnknown(x, i / width) ? 2 : 1) * width * height + i] = 0.9f;
    }
    KnownColours map = of(colours, trimap);
    for (int i = 0; i < 3; i++) {
      assertTrue(value(map, 2 * i, 65 / 2, 25) > 0.98 && value(map, 2 * i + 1, 65 / 2, 25) == 0);
      assertTrue(value(map, 2 * i, 80 / 2, 25) == 0 && value(map, 2 * i + 1, 80 / 2, 25) > 0.98);
      assertTrue(value(map, 2 * i, 160 / 2, 25) == 0 && value(map, 2 * i + 1, 160 / 2, 25) == 0);
    }
  }

  @Test
  void isTheOwnRegionWhereNothingIsUnknown() {
    int width = 640;
    byte[] values = new byte[width * 64];
    for (int i = 0; i < values.length; i++) values[i] = (byte) (i % width < 20 ? 255 : i % width < 40 ? 128 : 0);
    KnownColours map = of(noise(width, 64, 1), new Trimap(width, 64, values));
    float[] row = new float[320];
    map.read(1, 0, 5, 320, row);
    for (int column = 20; column < 320; column++) assertEquals(1, row[column]);
    for (int column = 0; column < 10; column++) assertEquals(0, row[column]);
  }
}
