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
package io.github.deepmatting.training.procedural;

import io.github.deepmatting.training.pixels.Chance;
import io.github.deepmatting.training.pixels.Layer;
import io.github.deepmatting.training.pixels.SmoothNoise;
import java.util.random.RandomGenerator;

/** Colours of an object over the window: a photograph's texture, more or less calmed towards one colour, and shaded. */
final class Palette {

  private final int size;
  private final float[] colours;

  private Palette(int size, float[] colours) {
    this.size = size;
    this.colours = colours;
  }

  /** The texture as it is. */
  static Palette of(int size, float[] texture) {
    return new Palette(size, texture);
  }

  /**
   * A texture calmed towards its mean or a random natural colour, with soft light and shade over it.
   *
   * @param calm 0 keeps the texture, 1 leaves one colour
   */
  static Palette calmed(int size, float[] texture, double calm, RandomGenerator random) {
    int plane = size * size;
    float[] mean = new float[3];
    for (int c = 0; c < 3; c++) {
      double sum = 0;
      for (int i = 0; i < plane; i++) sum += texture[c * plane + i];
      mean[c] = (float) (sum / plane);
    }
    if (Chance.of(random, 0.6)) mean = natural(random);
    float[] shade = SmoothNoise.octaves(random, size, size * Chance.uniform(random, 0.15, 0.8), 3, 0.5);
    float depth = (float) Chance.uniform(random, 0, 0.6);
    float[] result = new float[3 * plane];
    for (int c = 0; c < 3; c++)
      for (int i = 0; i < plane; i++) {
        double value = texture[c * plane + i] * (1 - calm) + mean[c] * calm;
        result[c * plane + i] = (float) Math.max(0, Math.min(1, value * (1 + depth * shade[i])));
      }
    return new Palette(size, result);
  }

  // Browns, greys, whites and blacks as of fur and hair, and now and then any colour, as of toys.
  private static float[] natural(RandomGenerator random) {
    if (Chance.of(random, 0.25))
      return new float[] {random.nextFloat(), random.nextFloat(), random.nextFloat()};
    double value = Chance.uniform(random, 0.03, 0.97);
    double warmth = Chance.uniform(random, 0, 0.45);
    return new float[] {(float) value, (float) (value * (1 - 0.6 * warmth)), (float) (value * (1 - 1.4 * warmth))};
  }

  /**
   * The colour at a place, lighter or darker.
   *
   * @param tone factor on the colour; the result is clipped to [0,1]
   * @return red, green and blue
   */
  float[] at(double x, double y, double tone) {
    int column = Math.max(0, Math.min(size - 1, (int) x));
    int row = Math.max(0, Math.min(size - 1, (int) y));
    float[] colour = new float[3];
    for (int c = 0; c < 3; c++)
      colour[c] = (float) Math.max(0, Math.min(1, tone * colours[(c * size + row) * size + column]));
    return colour;
  }

  /** Puts the colour of a pixel's place over the pixel, with the given coverage in [0,1]. */
  void blend(Layer layer, int index, double coverage, double tone) {
    float[] colour = at(index % size, index / size, tone);
    layer.blend(index, (float) coverage, colour[0], colour[1], colour[2]);
  }
}
