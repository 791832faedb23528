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
package io.github.deepmatting.io;

import io.github.deepmatting.image.FiniteValues;
import io.github.deepmatting.image.IntensityRange;
import io.github.deepmatting.progress.Progress;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.loops.LoopBuilder;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.IntegerType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;

/** Alpha mattes in planes of any bit depth. */
public final class AlphaPlanes {

  private AlphaPlanes() {}

  /**
   * The alpha in [0,1]: the values of 8 or 16 bits divided by 255 or 65535, those of 32 bits as they are.
   *
   * @param plane axes x, y
   * @param progress asked for cancelling
   * @return axes x, y; a new image
   * @throws IllegalArgumentException if values are not finite or not in [0,1]
   */
  public static <T extends RealType<T> & NativeType<T>> RandomAccessibleInterval<FloatType> read(
      PixelPlanes<T> plane, Progress progress) {
    RandomAccessibleInterval<T> pixels = plane.pixels();
    T type = pixels.getType();
    double one = (Object) type instanceof IntegerType ? type.getMaxValue() : 1;
    IntensityRange range = FiniteValues.range(pixels, progress);
    if (range.min() < 0 || range.max() > one)
      throw new IllegalArgumentException("The alpha has values from " + range.min() + " to " + range.max()
          + "; allowed are 0 to " + one + " for its type");
    RandomAccessibleInterval<FloatType> alpha = ArrayImgs.floats(pixels.dimension(0), pixels.dimension(1));
    LoopBuilder.setImages(pixels, alpha).forEachPixel((from, to) -> to.setReal(from.getRealDouble() / one));
    return alpha;
  }
}
