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
import io.github.deepmatting.progress.Progress;
import io.github.deepmatting.progress.Workers;
import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.basictypeaccess.array.IntArray;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;

/** Cut-outs: foreground colours with alpha in one image, 8 bits each, not premultiplied ("straight"). */
public final class CutOut {

  private CutOut() {}

  /**
   * Makes a cut-out.
   *
   * @param foreground grey or red, green, blue: axes (x, y), or (x, y, channel) with 1 or 3 channels; values that are
   *     not finite become 0
   * @param alpha axes (x, y), the size of the foreground, in [0, 1], clamped to it
   * @param range the values of the foreground that become 0 and 255; values beyond are clamped
   * @param progress is told the rows done, and asked whether to go on
   * @return axes (x, y), backed by one int[], alpha in the highest byte; where it is 0 the colours are kept
   * @throws IllegalArgumentException if sizes differ or the foreground has another number of channels
   */
  public static ArrayImg<ARGBType, IntArray> of(
      RandomAccessibleInterval<? extends RealType<?>> foreground,
      RandomAccessibleInterval<FloatType> alpha,
      IntensityRange range,
      Progress progress) {
    RandomAccessibleInterval<? extends RealType<?>> colours = ImageSamples.withChannels("foreground", foreground);
    RandomAccessibleInterval<FloatType> opacity = ImageSamples.alphaOf(alpha, colours);
    long channels = colours.dimension(2);
    if (channels != 1 && channels != 3)
      throw new IllegalArgumentException("The foreground has " + channels
          + " channels; a cut-out needs 1 (grey) or 3 (red, green, blue): convert it to RGB first");
    int width = (int) colours.dimension(0);
    int height = (int) colours.dimension(1);
    if ((long) width * height > Integer.MAX_VALUE - 8)
      throw new IllegalArgumentException("The foreground has " + width + "x" + height
          + " pixels; a cut-out can have at most 2147483639");
    int[] pixels = new int[width * height];
    double scale = range.max() > range.min() ? 255 / (range.max() - range.min()) : 0;
    progress.begin("Cutting out", height);
    Workers.forEach(height, () -> {
      RandomAccess<? extends RealType<?>> colour = colours.randomAccess();
      RandomAccess<FloatType> opaque = opacity.randomAccess();
      return y -> {
        opaque.setPosition(y, 1);
        opaque.setPosition(0, 0);
        for (int x = 0; x < width; x++, opaque.fwd(0)) pixels[y * width + x] = toByte(255.0 * opaque.get().get()) << 24;
        for (int channel = 0; channel < 3; channel++) {
          int shift = 16 - 8 * channel;
          colour.setPosition(new long[] {0, y, channels == 1 ? 0 : channel});
          for (int x = 0; x < width; x++, colour.fwd(0))
            pixels[y * width + x] |= toByte((colour.get().getRealDouble() - range.min()) * scale) << shift;
        }
        progress.advance(1);
      };
    }, progress);
    return ArrayImgs.argbs(pixels, width, height);
  }

  /** Rounded and clamped; NaN becomes 0. */
  private static int toByte(double value) {
    return (int) Math.max(0, Math.min(255, Math.floor(value + 0.5)));
  }
}
