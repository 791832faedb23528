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
import java.util.BitSet;
import java.util.function.IntPredicate;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

/** Makes a trimap from a mask of the object, with an unknown band along its rim. */
public final class TrimapFromMask {

  private TrimapFromMask() {}

  /**
   * Makes a trimap from a mask. An empty or full mask gives a trimap without unknown pixels; see {@link TrimapCheck}.
   *
   * @param mask axes x, y; the object is where the value is above half of the mask's largest (so 0 and 1, 0 and 255,
   *     and antialiased masks all do)
   * @param band width of the unknown band
   * @param progress checked for cancellation
   * @throws IllegalArgumentException if there are other axes, or values are negative or not finite
   */
  public static Trimap make(
      RandomAccessibleInterval<? extends RealType<?>> mask, UnknownBand band, Progress progress) {
    BitSet object = new BitSet(Planes.pixels("A mask", mask));
    IntensityRange range = FiniteValues.range(mask, progress);
    if (range.min() < 0)
      throw new IllegalArgumentException("The mask has the value " + range.min()
          + "; allowed are 0 for background and one positive value for the object");
    Planes.forEachPixel(mask, progress, (i, value) -> object.set(i, value > range.max() / 2));
    return make((int) mask.dimension(0), (int) mask.dimension(1), object::get, band, progress);
  }

  /**
   * Makes a trimap of an object that is known pixel by pixel. An empty or full object gives a trimap without unknown
   * pixels.
   *
   * @param width columns, at least 1
   * @param height rows, at least 1
   * @param isObject whether the pixel with the index {@code y * width + x} belongs to the object
   * @param band width of the unknown band
   * @param progress checked for cancellation
   */
  public static Trimap make(int width, int height, IntPredicate isObject, UnknownBand band, Progress progress) {
    return new Trimap(width, height, band.values(width, height, isObject, progress));
  }
}
