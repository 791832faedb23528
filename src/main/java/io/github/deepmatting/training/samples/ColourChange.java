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
package io.github.deepmatting.training.samples;

import io.github.deepmatting.training.pixels.Chance;
import java.util.random.RandomGenerator;

/**
 * A change of exposure, contrast, white balance and saturation: value' = gain_c (s value + (1 - s) grey)^gamma.
 *
 * @param gamma exponent; above 1 darkens
 * @param saturation 0 makes grey, 1 keeps colours
 * @param gain factors on red, green and blue
 */
record ColourChange(double gamma, double saturation, double[] gain) {

  private static final int STEPS = 1024;

  /** A moderate change as between two photographs. */
  static ColourChange random(RandomGenerator random) {
    double exposure = Math.exp(0.25 * random.nextGaussian());
    double[] gain = new double[3];
    for (int c = 0; c < 3; c++) gain[c] = exposure * Math.exp(0.07 * random.nextGaussian());
    return new ColourChange(Math.exp(0.3 * random.nextGaussian()), Chance.uniform(random, 0.4, 1.4), gain);
  }

  /** Applies it to planar red, green and blue in [0,1], in place; results are clipped to [0,1]. */
  void apply(float[] colours) {
    int plane = colours.length / 3;
    float s = (float) saturation;
    float[][] curves = new float[3][STEPS + 1];
    for (int c = 0; c < 3; c++)
      for (int i = 0; i <= STEPS; i++)
        curves[c][i] = (float) Math.min(1, gain[c] * Math.pow((double) i / STEPS, gamma));
    for (int i = 0; i < plane; i++) {
      float grey = (colours[i] + colours[i + plane] + colours[i + 2 * plane]) / 3;
      for (int c = 0; c < 3; c++) {
        float value = grey + s * (colours[c * plane + i] - grey);
        float position = Math.max(0, Math.min(1, value)) * STEPS;
        int step = Math.min(STEPS - 1, (int) position);
        float[] curve = curves[c];
        colours[c * plane + i] = curve[step] + (position - step) * (curve[step + 1] - curve[step]);
      }
    }
  }

  /**
   * Moves colours towards the weighted mean of others, so that an object stands out little.
   *
   * @param colours planar, changed in place
   * @param weights of the pixels in the mean of {@code colours}
   * @param others planar, whose mean is approached
   * @param share 0 changes nothing, 1 makes the means equal
   */
  static void approach(float[] colours, float[] weights, float[] others, double share) {
    int plane = weights.length;
    for (int c = 0; c < 3; c++) {
      double sum = 0;
      double weight = 1e-6;
      double other = 0;
      for (int i = 0; i < plane; i++) {
        sum += weights[i] * colours[c * plane + i];
        weight += weights[i];
        other += others[c * plane + i];
      }
      float shift = (float) (share * (other / plane - sum / weight));
      for (int i = c * plane; i < (c + 1) * plane; i++)
        colours[i] = Math.max(0, Math.min(1, colours[i] + shift));
    }
  }

  /** Replaces colours by their mean of the three, or by one of the three for all. */
  static void grey(float[] colours, int channel) {
    int plane = colours.length / 3;
    for (int i = 0; i < plane; i++) {
      float value = channel < 3 ? colours[channel * plane + i]
          : (colours[i] + colours[i + plane] + colours[i + 2 * plane]) / 3;
      colours[i] = colours[i + plane] = colours[i + 2 * plane] = value;
    }
  }
}
