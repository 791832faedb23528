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

import io.github.deepmatting.progress.Progress;
import io.github.deepmatting.progress.Workers;
import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.IntegerType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.Util;

/** The compositing equation I = alpha F + (1 - alpha) B (Porter and Duff 1984, F over an opaque B). */
public final class Compositing {

  private Compositing() {}

  /**
   * Lays a foreground over a background.
   *
   * @param foreground axes (x, y, channel) or (x, y), in any units
   * @param background of the same axes, size, channels and units
   * @param alpha axes (x, y), the size of the foreground, in [0, 1]; not checked
   * @param progress is told the rows done, and asked whether to go on
   * @return a new image of the foreground's type; integer types rounded to the nearest value of their range
   * @throws IllegalArgumentException if sizes or numbers of channels differ
   */
  public static <T extends RealType<T>> RandomAccessibleInterval<T> composite(
      RandomAccessibleInterval<T> foreground,
      RandomAccessibleInterval<? extends RealType<?>> background,
      RandomAccessibleInterval<FloatType> alpha,
      Progress progress) {
    RandomAccessibleInterval<T> output =
        Util.getSuitableImgFactory(foreground, foreground.getType()).create(foreground);
    composite(foreground, background, alpha, output, progress);
    return output;
  }

  /** As above, into an image that the caller has; it may be the foreground or the background itself. */
  public static <T extends RealType<T>> void composite(
      RandomAccessibleInterval<? extends RealType<?>> foreground,
      RandomAccessibleInterval<? extends RealType<?>> background,
      RandomAccessibleInterval<FloatType> alpha,
      RandomAccessibleInterval<T> output,
      Progress progress) {
    RandomAccessibleInterval<T> target = ImageSamples.withChannels("output", output);
    RandomAccessibleInterval<? extends RealType<?>> front = ImageSamples.like("foreground", foreground, "output", target);
    RandomAccessibleInterval<? extends RealType<?>> back = ImageSamples.like("background", background, "output", target);
    RandomAccessibleInterval<FloatType> weights = ImageSamples.alphaOf(alpha, target);
    boolean rounds = output.getType() instanceof IntegerType;
    double minimum = output.getType().getMinValue();
    double maximum = output.getType().getMaxValue();
    int rows = (int) target.dimension(1);
    progress.begin("Compositing", target.dimension(2) * rows);
    for (int c = 0; c < target.dimension(2); c++) {
      int channel = c;
      Workers.forEach(rows, () -> {
        RandomAccess<? extends RealType<?>> fore = front.randomAccess();
        RandomAccess<? extends RealType<?>> behind = back.randomAccess();
        RandomAccess<FloatType> weight = weights.randomAccess();
        RandomAccess<T> pixel = target.randomAccess();
        return y -> {
          long[] start = {0, y, channel};
          fore.setPosition(start);
          behind.setPosition(start);
          pixel.setPosition(start);
          weight.setPosition(start);
          for (long x = target.dimension(0); x > 0; x--) {
            double a = weight.get().get();
            // Not as a difference: an opaque pixel must come out exact, even where what lies behind it is NaN.
            double value = a == 1 ? fore.get().getRealDouble()
                : a == 0 ? behind.get().getRealDouble()
                : a * fore.get().getRealDouble() + (1 - a) * behind.get().getRealDouble();
            pixel.get().setReal(
                rounds ? Math.max(minimum, Math.min(maximum, Math.floor(value + 0.5))) : value);
            fore.fwd(0);
            behind.fwd(0);
            weight.fwd(0);
            pixel.fwd(0);
          }
          progress.advance(1);
        };
      }, progress);
    }
  }
}
