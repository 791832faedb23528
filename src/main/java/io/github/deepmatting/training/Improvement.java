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
package io.github.deepmatting.training;

import io.github.deepmatting.training.loop.MattingValidator;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * The change of a model's SAD against the model that its training started from, over the same validation images.
 *
 * @param start name of the start
 * @param before mean SAD of the start, in thousands
 * @param after mean SAD of the model
 * @param low lower end of the 95 % confidence interval of the mean of the images' differences, positive if better
 * @param high upper end
 * @param images the number of images
 */
public record Improvement(String start, double before, double after, double low, double high, int images) {

  private static final int RESAMPLES = 10_000;
  private static final double TAIL = 0.025;

  /** Compares the scores that a {@link MattingValidator} gave to two networks. */
  static Improvement of(String start, Map<String, Double> before, Map<String, Double> after) {
    double[] differences = before.entrySet().stream()
        .filter(score -> score.getKey().startsWith(MattingValidator.SAD + " "))
        .mapToDouble(score -> score.getValue() - after.get(score.getKey())).toArray();
    double[] interval = interval(differences);
    return new Improvement(start, before.get(MattingValidator.SAD), after.get(MattingValidator.SAD), interval[0],
        interval[1], differences.length);
  }

  /**
   * The percentile interval of the bootstrap for a mean (Efron and Tibshirani 1993, "An Introduction to the Bootstrap",
   * section 13.3). Repeatable.
   *
   * @param values at least one
   * @return ends of the 95 % interval
   */
  static double[] interval(double[] values) {
    SplittableRandom random = new SplittableRandom(1);
    double[] means = new double[RESAMPLES];
    for (int i = 0; i < RESAMPLES; i++) {
      for (int k = 0; k < values.length; k++) means[i] += values[random.nextInt(values.length)];
      means[i] /= values.length;
    }
    Arrays.sort(means);
    return new double[] {means[(int) (TAIL * RESAMPLES)], means[(int) ((1 - TAIL) * RESAMPLES) - 1]};
  }

  /** The comparison in a sentence. */
  @Override
  public String toString() {
    if (after >= before)
      return String.format(Locale.ROOT, "No weights were better than the start, %s (SAD %.3f, %d validation images), so"
          + " the model is the start unchanged", start, before, images);
    return String.format(Locale.ROOT, "SAD %.3f, %d validation images: better than its start %s (%.3f) by %.3f, %.1f %%"
        + " (95 %% confidence interval %.3f to %.3f%s)", after, images, start, before, before - after,
        100 * (before - after) / before, low, high, low > 0 ? "" : ", so it may be chance");
  }
}
