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
package io.github.deepmatting.training.pixels;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowTest {

  private static final int SIZE = 24;

  private static StoredImage noise(int channels, boolean deep) {
    byte[] samples = new byte[47 * 41 * channels];
    Random random = new Random(channels);
    random.nextBytes(samples);
    if (!deep) return new StoredImage(47, 41, channels, samples);
    short[] words = new short[samples.length];
    for (int i = 0; i < words.length; i++) words[i] = (short) random.nextInt(65536);
    return new StoredImage(47, 41, channels, words);
  }

  /** An image of 16 bits whose values 8 bits hold too is halved to the same, but for the finer rounding. */
  @Test
  void deepImagesHalveLikeOthers() {
    byte[] samples = new byte[64 * 64 * 4];
    new Random(9).nextBytes(samples);
    short[] words = new short[samples.length];
    for (int i = 0; i < words.length; i++) words[i] = (short) (257 * (samples[i] & 0xff));
    StoredImage expected = new StoredImage(64, 64, 4, samples).half();
    StoredImage half = new StoredImage(64, 64, 4, words).half();
    for (int i = 0; i < 32 * 32 * 4; i++) assertEquals(expected.get(i), half.get(i), 0.503, "sample " + i);
  }

  /**
   * Bilinear interpolation as a sum over the image: every pixel with the tents max(0, 1 - |distance|) along both axes,
   * colours times alpha. Windows wholly inside, across the border and beyond it, turned and mirrored.
   */
  @ParameterizedTest
  @CsvSource({"23, 20, 0.8, 0, false", "23, 20, 0.7, 0.5, true", "4, 37, 1.1, 2.5, false", "-9, 20, 0.9, 1, true"})
  void everyPixelIsTheSumOfItsNeighboursTents(double x, double y, double scale, double angle, boolean mirrored) {
    for (int kind = 0; kind < 4; kind++)
      for (Window.Beyond beyond : Window.Beyond.values()) {
        StoredImage image = noise(3 + kind % 2, kind >= 2);
        Layer layer = new Window(x, y, scale, angle, mirrored).of(image, SIZE, beyond);
        for (int i = 0; i < SIZE * SIZE; i++) {
          double u = (i % SIZE + 0.5 - SIZE / 2.0) * scale * (mirrored ? -1 : 1);
          double v = (i / SIZE + 0.5 - SIZE / 2.0) * scale;
          double[] expected = sum(image, x + u * Math.cos(angle) - v * Math.sin(angle) - 0.5,
              y + u * Math.sin(angle) + v * Math.cos(angle) - 0.5, beyond);
          String where = "kind " + kind + ", " + beyond + ", pixel " + i;
          assertEquals(expected[3], layer.alpha()[i], 1e-5, where);
          for (int c = 0; c < 3; c++) assertEquals(expected[c], layer.colour()[c * SIZE * SIZE + i], 1e-5, where);
        }
      }
  }

  private static double[] sum(StoredImage image, double x, double y, Window.Beyond beyond) {
    double[] sum = new double[4];
    for (int row = -60; row < 120; row++)
      for (int column = -60; column < 120; column++) {
        double weight = Math.max(0, 1 - Math.abs(x - column)) * Math.max(0, 1 - Math.abs(y - row));
        boolean inside = column >= 0 && row >= 0 && column < image.width() && row < image.height();
        if (weight == 0 || !inside && beyond == Window.Beyond.TRANSPARENT) continue;
        int c = reflected(column, image.width());
        int r = reflected(row, image.height());
        double alpha = image.channels() == 3 ? weight : weight * image.get(c, r, 3) / 255.0;
        sum[3] += alpha;
        for (int k = 0; k < 3; k++) sum[k] += alpha * image.get(c, r, k) / 255.0;
      }
    return sum;
  }

  /** Bounces at the borders, each border pixel twice. */
  private static int reflected(int position, int length) {
    int p = position;
    while (p < 0 || p >= length) p = p < 0 ? -1 - p : 2 * length - 1 - p;
    return p;
  }
}
