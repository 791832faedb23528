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
package io.github.deepmatting.testimages;

import java.util.Random;

/** Grey microscopy-like scenes: cells that let light through, thick in the middle and thin towards a soft rim. */
final class Cells {

  /**
   * A grey scene, planes of width * height.
   *
   * @param alpha opacity in [0,1]
   * @param foreground the cell's own intensity, about [0,1]
   * @param background what is seen where there is no cell, about [0,1]
   */
  record Scene(float[] alpha, float[] foreground, float[] background) {}

  private Cells() {}

  /** A cell that spreads in lobes; opaque at its core, fading over some 50 pixels, with vesicles and a nucleus. */
  static Scene spreading(int size, long seed) {
    Random random = new Random(seed);
    int harmonics = 8;
    double[] amplitude = new double[harmonics];
    double[] phase = new double[harmonics];
    for (int k = 2; k < harmonics; k++) {
      amplitude[k] = 0.32 * random.nextDouble() / Math.sqrt(k);
      phase[k] = 2 * Math.PI * random.nextDouble();
    }
    double[][] vesicles = new double[70][];
    for (int i = 0; i < vesicles.length; i++) {
      double angle = 2 * Math.PI * random.nextDouble();
      double far = 0.85 * Math.sqrt(random.nextDouble());
      vesicles[i] = new double[] {far * Math.cos(angle), far * Math.sin(angle), 2 + 5 * random.nextDouble(),
        random.nextInt(3) == 0 ? -0.14 : 0.16};
    }
    float[] alpha = new float[size * size];
    float[][] inside = new float[1][size * size];
    float[][] outside = new float[1][size * size];
    double centre = size * 0.5;
    double radius = size * 0.30;
    double[][] folds = waves(random, 40, 0.05, 0.30);
    double[][] slow = waves(random, 14, 0.02, 0.07);
    double[][] dirt = waves(random, 18, 0.01, 0.07);
    for (int y = 0; y < size; y++)
      for (int x = 0; x < size; x++) {
        int i = y * size + x;
        double angle = Math.atan2(y - centre, x - centre);
        double reach = 1;
        for (int k = 2; k < harmonics; k++) reach += amplitude[k] * Math.sin(k * angle + phase[k]);
        double distance = Math.hypot(x - centre, y - centre) / (radius * Math.max(0.5, reach));
        double fold = sum(folds, x, y);
        // Thickness of a cell that flattens towards its rim; light is absorbed exponentially in it.
        double thickness = Math.max(0, 1.22 - distance) / 0.62;
        double opacity = 1 - Math.exp(-4.6 * thickness * thickness * (1 + 0.16 * sum(slow, x, y) + 0.05 * fold));
        // Opaque at the core, exactly; nothing outside, exactly.
        alpha[i] = (float) Math.max(0, Math.min(1, (opacity - 0.004) / 0.97));
        inside[0][i] = (float) (0.58 + 0.030 * fold + 0.02 * sum(slow, x, y) + 0.14 * Math.max(0, 1 - distance));
        outside[0][i] = (float) (0.24 + 0.05 * sum(dirt, x, y) + 0.06 * (x - y) / size);
      }
    for (double[] v : vesicles)
      Backdrop.disc(inside, size, size, centre + v[0] * radius, centre + v[1] * radius, v[2], 1.5, 0.7,
          new double[] {0.66 + v[3]});
    Backdrop.disc(inside, size, size, centre - 12, centre + 8, size * 0.075, 5, 0.75, new double[] {0.90});
    Backdrop.disc(inside, size, size, centre - 4, centre + 2, size * 0.02, 3, 0.7, new double[] {0.74});
    for (int i = 0; i < 26; i++)
      Backdrop.disc(outside, size, size, random.nextDouble() * size, random.nextDouble() * size,
          2 + 12 * random.nextDouble(), 3, 0.5, new double[] {i % 2 == 0 ? 0.12 : 0.38});
    Backdrop.noise(inside, 0.008, seed + 1);
    Backdrop.noise(outside, 0.008, seed + 2);
    return new Scene(alpha, inside[0], outside[0]);
  }

  /** A slipper-shaped swimmer with cilia at one moment of its way; time goes from 0 to 1. */
  static Scene swimming(int width, int height, double time, long seed) {
    Layer layer = new Layer(width, height, 4);
    Ciliate.draw(layer, width, height, time, seed);
    float[][] drawn = layer.average();
    float[] foreground = new float[width * height];
    for (int i = 0; i < foreground.length; i++)
      foreground[i] = drawn[3][i] > 0 ? drawn[0][i] / drawn[3][i] : 0;
    Random random = new Random(seed);
    double[][] dirt = waves(random, 20, 0.015, 0.09);
    float[][] outside = new float[1][width * height];
    for (int y = 0; y < height; y++)
      for (int x = 0; x < width; x++)
        outside[0][y * width + x] = (float) (0.68 + 0.05 * sum(dirt, x, y) - 0.08 * Math.hypot(x - width / 2.0, y - height / 2.0) / width);
    for (int i = 0; i < 16; i++)
      Backdrop.disc(outside, width, height, random.nextDouble() * width, random.nextDouble() * height,
          1 + 5 * random.nextDouble(), 2, 0.6, new double[] {i % 2 == 0 ? 0.5 : 0.85});
    Backdrop.noise(outside, 0.008, seed + 10 + Math.round(100 * time));
    return new Scene(drawn[3], foreground, outside[0]);
  }

  private static double[][] waves(Random random, int count, double slowest, double fastest) {
    double[][] waves = new double[count][];
    for (int i = 0; i < count; i++) {
      double frequency = slowest * Math.pow(fastest / slowest, random.nextDouble());
      double angle = 2 * Math.PI * random.nextDouble();
      waves[i] = new double[] {frequency * Math.cos(angle), frequency * Math.sin(angle),
        2 * Math.PI * random.nextDouble(), 1.4 / Math.sqrt(count)};
    }
    return waves;
  }

  private static double sum(double[][] waves, double x, double y) {
    double sum = 0;
    for (double[] wave : waves) sum += wave[3] * Math.sin(wave[0] * x + wave[1] * y + wave[2]);
    return sum;
  }
}
