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
package io.github.deepmatting.metrics;

import io.github.deepmatting.image.FiniteValues;
import io.github.deepmatting.image.IntensityRange;
import io.github.deepmatting.image.Planes;
import io.github.deepmatting.image.SameSize;
import io.github.deepmatting.progress.Progress;
import io.github.deepmatting.trimap.Trimap;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

/**
 * Measures a predicted alpha matte against the true one over the unknown region of a trimap (Rhemann et al. 2009).
 * Pixels outside the unknown region are not measured, but the gradient filters reach into them and the connected
 * regions run through them, so both mattes should hold the trimap's values there. If no pixel is unknown all errors
 * are 0.
 */
public final class AlphaMetrics {

  private AlphaMetrics() {}

  /**
   * All four errors.
   *
   * @param alpha the predicted alpha, axes x, y, in [0,1]
   * @param truth the true alpha, axes x, y, in [0,1]
   * @param trimap its unknown region is where the errors are measured
   * @param progress checked for cancellation
   * @throws IllegalArgumentException if sizes differ or an alpha is not in [0,1]
   */
  public static AlphaErrors measure(
      RandomAccessibleInterval<? extends RealType<?>> alpha,
      RandomAccessibleInterval<? extends RealType<?>> truth,
      Trimap trimap,
      Progress progress) {
    float[] predicted = values("predicted", alpha, trimap, progress);
    float[] expected = values("true", truth, trimap, progress);
    int width = trimap.width();
    double absolute = 0;
    double squared = 0;
    long unknown = 0;
    for (int i = 0; i < predicted.length; i++) {
      if (!trimap.isUnknown(i % width, i / width)) continue;
      double difference = (double) predicted[i] - expected[i];
      absolute += Math.abs(difference);
      squared += difference * difference;
      unknown++;
    }
    double grad = GradientError.measure(predicted, expected, trimap, progress);
    double conn = ConnectivityError.measure(predicted, expected, trimap, progress);
    return new AlphaErrors(absolute / 1000, unknown == 0 ? 0 : squared / unknown, grad / 1000, conn / 1000);
  }

  private static float[] values(
      String name, RandomAccessibleInterval<? extends RealType<?>> alpha, Trimap trimap, Progress progress) {
    Planes.pixels("The " + name + " alpha", alpha);
    SameSize.require("The " + name + " alpha", alpha.dimension(0), alpha.dimension(1), "the trimap", trimap.width(),
        trimap.height());
    IntensityRange range = FiniteValues.range(alpha, progress);
    if (range.min() < 0 || range.max() > 1)
      throw new IllegalArgumentException("The " + name + " alpha has values from " + range.min() + " to "
          + range.max() + "; allowed are 0 to 1: normalise it to the range of its type first");
    return Planes.toArray(alpha);
  }
}
