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
 * The traces of a scientific camera's sensor in 16-bit data: photon noise, read noise, offset, gain and the
 * steps of its converter, which are finer than those of 8 bits. A value v becomes
 * {@code (offset + (1 - offset) (Poisson(exposure v electrons) + Normal(0, readNoise)) / electrons) gain}, where the
 * part before the gain is clipped to [0,1] and rounded to one of 2^bits values (the photon transfer model, as in the
 * EMVA standard 1288, release 3.1, section 2).
 *
 * @param electrons that fill a pixel, above 0: the fewer, the more photon noise
 * @param readNoise standard deviation in electrons
 * @param exposure the share of the full pixel that the value 1 comes to, in (0,1]
 * @param offset the share of the converter's range that no light comes to, in [0,1)
 * @param bits of the converter, at most 16
 * @param wordRange whether values count by the range of 16-bit words, as where a type's range is taken for white, and
 *     not by the converter's own
 */
record SensorEffects(
    double electrons, double readNoise, double exposure, double offset, int bits, boolean wordRange) {

  /** Sums of smaller numbers are drawn exactly; larger ones are as good as normally distributed. */
  private static final double LARGE = 50;

  private static final int[] BITS = {12, 14, 16};

  static SensorEffects random(RandomGenerator random) {
    return new SensorEffects(Chance.logUniform(random, 300, 60000), Chance.logUniform(random, 1, 12),
        Chance.logUniform(random, 0.15, 1), Chance.uniform(random, 0, 0.06), BITS[random.nextInt(BITS.length)],
        Chance.of(random, 0.3));
  }

  /** The last factor on values of [0,1]: 1, or the converter's range as a part of 16 bits. */
  double gain() {
    return wordRange ? largest() / 65535 : 1;
  }

  private double largest() {
    return (1 << bits) - 1;
  }

  /** Applies it to planar red, green and blue in [0,1], in place; results stay in [0,1]. */
  void apply(float[] rgb, RandomGenerator random) {
    for (int i = 0; i < rgb.length; i++) {
      double collected =
          poisson(exposure * Math.max(0, rgb[i]) * electrons, random) + readNoise * random.nextGaussian();
      double value = offset + (1 - offset) * collected / electrons;
      rgb[i] = (float) (Math.round(largest() * Math.max(0, Math.min(1, value))) / largest() * gain());
    }
  }

  /**
   * The same without noise and steps, for the colours that a picture was composed of: as it is linear in v, the picture
   * is still composed of them (Xu et al. 2017, equation 1).
   */
  void applyMean(float[] colours) {
    for (int i = 0; i < colours.length; i++)
      colours[i] = (float) ((offset + (1 - offset) * exposure * colours[i]) * gain());
  }

  /** Counts uniform factors until their product falls below e^-mean (Knuth, TAOCP 2, section 3.4.1, algorithm Q). */
  static double poisson(double mean, RandomGenerator random) {
    if (mean >= LARGE) return Math.max(0, Math.rint(mean + Math.sqrt(mean) * random.nextGaussian()));
    double least = Math.exp(-mean);
    int count = 0;
    for (double product = random.nextDouble(); product > least; product *= random.nextDouble()) count++;
    return count;
  }
}
