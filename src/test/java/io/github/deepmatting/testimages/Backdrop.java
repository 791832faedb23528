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

/** Backgrounds out of focus: a gradient and soft discs, as lenses make of distant leaves and lights. */
final class Backdrop {

  private Backdrop() {}

  /** Red, green and blue planes, about [0,1], of leaves and a blossom far out of focus. */
  static float[][] meadow(int width, int height, long seed) {
    Random random = new Random(seed);
    float[][] planes = new float[3][width * height];
    for (int y = 0; y < height; y++)
      for (int x = 0; x < width; x++) {
        double down = (double) y / height;
        double right = (double) x / width;
        planes[0][y * width + x] = (float) (0.30 + 0.16 * right - 0.10 * down);
        planes[1][y * width + x] = (float) (0.44 + 0.10 * right - 0.12 * down);
        planes[2][y * width + x] = (float) (0.22 + 0.06 * (1 - right) - 0.05 * down);
      }
    for (int i = 0; i < 110; i++) {
      double radius = 14 + 60 * random.nextDouble() * random.nextDouble();
      double bright = random.nextDouble();
      double[] colour = {0.18 + 0.62 * bright, 0.30 + 0.52 * bright, 0.10 + 0.36 * bright * bright};
      if (i % 9 == 0) colour = new double[] {0.86, 0.52 + 0.2 * bright, 0.60};
      disc(planes, width, height, random.nextDouble() * width, random.nextDouble() * height, radius,
          3 + radius * 0.22, 0.10 + 0.32 * random.nextDouble(), colour);
    }
    return planes;
  }

  /** Blends a disc with soft edge over one or more planes. */
  static void disc(
      float[][] planes, int width, int height, double centreX, double centreY, double radius, double soft,
      double opacity, double[] colour) {
    for (int y = 0; y < height; y++)
      for (int x = 0; x < width; x++) {
        double distance = Math.hypot(x - centreX, y - centreY);
        if (distance > radius + 4 * soft) continue;
        double share = opacity / (1 + Math.exp((distance - radius) / (soft * 0.5)));
        for (int c = 0; c < planes.length; c++) {
          int i = y * width + x;
          planes[c][i] += (float) (share * (colour[c] - planes[c][i]));
        }
      }
  }

  /** Adds noise of a sensor, in place. */
  static void noise(float[][] planes, double deviation, long seed) {
    Random random = new Random(seed);
    for (float[] plane : planes)
      for (int i = 0; i < plane.length; i++) plane[i] += (float) (deviation * random.nextGaussian());
  }
}
