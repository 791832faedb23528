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
package io.github.deepmatting.foreground;

import io.github.deepmatting.image.IntensityRange;
import java.util.Objects;
import java.util.Optional;

/**
 * The parameters of foreground estimation. The defaults are those of Germer et al. 2020 and of its reference program.
 *
 * @param regularization smoothness that every pair of neighbours has, epsilon_r of the paper, above 0; more of it gives
 *     smoother colours
 * @param gradientWeight further smoothness a unit of difference in alpha between two neighbours, omega of the paper, at
 *     least 0
 * @param smallIterations sweeps at levels whose sides are both at most {@code smallSize}, at least 1
 * @param bigIterations sweeps at larger levels, at least 1
 * @param smallSize largest side in pixels of a small level, at least 1
 * @param extended true to estimate colours also where alpha is 0, smoothly from the object's; otherwise the image stays there,
 *     and the cost follows the area where alpha is between 0 and 1
 * @param range values that estimated colours are held within; empty: for integer types the range of the type, for
 *     floating-point types the smallest to the largest finite value of each channel of the image
 */
public record ForegroundOptions(
    double regularization,
    double gradientWeight,
    int smallIterations,
    int bigIterations,
    int smallSize,
    boolean extended,
    Optional<IntensityRange> range) {

  /** The defaults. */
  public static final ForegroundOptions DEFAULT =
      new ForegroundOptions(1e-5, 1, 10, 2, 32, false, Optional.empty());

  /** @throws IllegalArgumentException if a value is outside of what its description allows */
  public ForegroundOptions {
    if (!(regularization > 0) || Double.isInfinite(regularization))
      throw new IllegalArgumentException("regularization is " + regularization + "; it must be above 0");
    if (!(gradientWeight >= 0) || Double.isInfinite(gradientWeight))
      throw new IllegalArgumentException("gradientWeight is " + gradientWeight + "; it must be at least 0");
    requireAtLeastOne("smallIterations", smallIterations);
    requireAtLeastOne("bigIterations", bigIterations);
    requireAtLeastOne("smallSize", smallSize);
    Objects.requireNonNull(range, "range");
  }

  private static void requireAtLeastOne(String name, int value) {
    if (value < 1) throw new IllegalArgumentException(name + " is " + value + "; it must be at least 1");
  }

  /** These options with a range that estimated colours are held within. */
  public ForegroundOptions withRange(IntensityRange newRange) {
    return new ForegroundOptions(
        regularization, gradientWeight, smallIterations, bigIterations, smallSize, extended, Optional.of(newRange));
  }

  /** These options, with or without colours where alpha is 0. */
  public ForegroundOptions withExtended(boolean wanted) {
    return new ForegroundOptions(
        regularization, gradientWeight, smallIterations, bigIterations, smallSize, wanted, range);
  }

  /** Sweeps made at a level of this size. */
  int iterations(int width, int height) {
    return width <= smallSize && height <= smallSize ? smallIterations : bigIterations;
  }
}
