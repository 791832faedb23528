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
package io.github.deepmatting.trimap;

import io.github.deepmatting.image.FiniteValues;
import io.github.deepmatting.image.IntensityRange;
import io.github.deepmatting.image.Planes;
import io.github.deepmatting.progress.Progress;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.IntegerType;
import net.imglib2.type.numeric.RealType;

/**
 * Makes a trimap from a map of the probability that a pixel belongs to the object, as a pixel classifier gives it: sure
 * background, sure foreground, and between them the unknown.
 *
 * @param background probabilities up to this are background
 * @param foreground probabilities from this on are foreground; more than {@code background}
 */
public record TrimapFromProbability(double background, double foreground) {

  public TrimapFromProbability {
    if (!(background >= 0 && background < foreground && foreground <= 1))
      throw new IllegalArgumentException("The thresholds of background and foreground must be 0 <= background <"
          + " foreground <= 1 but are " + background + " and " + foreground);
  }

  /**
   * Makes the trimap.
   *
   * @param probability axes x, y; floating point in [0,1], or integers from 0 to the type's largest value, which means
   *     1
   * @param progress checked for cancellation
   * @throws IllegalArgumentException if there are other axes or values are not in the range
   */
  public Trimap make(RandomAccessibleInterval<? extends RealType<?>> probability, Progress progress) {
    byte[] values = new byte[Planes.pixels("A probability map", probability)];
    RealType<?> type = probability.getType();
    double one = (Object) type instanceof IntegerType ? type.getMaxValue() : 1;
    IntensityRange range = FiniteValues.range(probability, progress);
    if (range.min() < 0 || range.max() > one)
      throw new IllegalArgumentException("The probability map has values from " + range.min() + " to " + range.max()
          + "; allowed are 0 to " + one);
    Planes.forEachPixel(probability, progress, (i, value) -> values[i] = (byte) (value / one <= background
        ? Trimap.BACKGROUND : value / one >= foreground ? Trimap.FOREGROUND : Trimap.UNKNOWN));
    return new Trimap((int) probability.dimension(0), (int) probability.dimension(1), values);
  }
}
