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

import java.util.random.RandomGenerator;

/** Smooth random fields over a square: random values on a coarse lattice, interpolated without visible kinks. */
public final class SmoothNoise {

  private SmoothNoise() {}

  /**
   * One octave.
   *
   * @param spacing distance of the lattice points in pixels, at least 1
   * @return size x size values in [-1,1], row by row
   */
  public static float[] field(RandomGenerator random, int size, double spacing) {
    float[] field = new float[size * size];
    add(random, size, spacing, 1, field);
    return field;
  }

  /**
   * Several octaves, each half as wide as the one before and weaker by a factor.
   *
   * @param spacing lattice spacing of the coarsest octave in pixels
   * @param persistence amplitude of an octave relative to the coarser one before
   * @return size x size values in [-1,1]
   */
  public static float[] octaves(RandomGenerator random, int size, double spacing, int octaves, double persistence) {
    float[] field = new float[size * size];
    double amplitude = 1;
    double total = 0;
    for (int i = 0; i < octaves && spacing >= 1; i++, spacing /= 2, amplitude *= persistence) {
      add(random, size, spacing, amplitude, field);
      total += amplitude;
    }
    for (int i = 0; i < field.length; i++) field[i] /= (float) total;
    return field;
  }

  private static void add(RandomGenerator random, int size, double spacing, double amplitude, float[] field) {
    int count = (int) Math.ceil(size / spacing) + 2;
    float[] lattice = new float[count * count];
    for (int i = 0; i < lattice.length; i++) lattice[i] = (float) (amplitude * (2 * random.nextDouble() - 1));
    int[] cell = new int[size];
    float[] weight = new float[size];
    for (int i = 0; i < size; i++) {
      double position = i / spacing;
      cell[i] = (int) position;
      double t = position - cell[i];
      weight[i] = (float) (t * t * (3 - 2 * t));
    }
    for (int y = 0; y < size; y++) {
      int row = cell[y] * count;
      float v = weight[y];
      for (int x = 0; x < size; x++) {
        int corner = row + cell[x];
        float u = weight[x];
        float top = lattice[corner] + u * (lattice[corner + 1] - lattice[corner]);
        float bottom = lattice[corner + count] + u * (lattice[corner + count + 1] - lattice[corner + count]);
        field[y * size + x] += top + v * (bottom - top);
      }
    }
  }
}
