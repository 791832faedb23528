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
package io.github.deepmatting.image;

import io.github.deepmatting.progress.Progress;
import net.imglib2.Cursor;
import net.imglib2.FinalInterval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.IntegerType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;

/**
 * Leaves out the alpha channel of an RGBA or grey-and-alpha file. Alpha is not a colour, so it is never mixed into red,
 * green and blue; a warning says so if any pixel is not opaque. Only the reader of the file knows that its last channel
 * is alpha: a composite of four channels has none.
 */
public final class AlphaChannel {

  private AlphaChannel() {}

  /**
   * Leaves out the last channel. A warning counts the pixels that are not opaque, since the colours of transparent
   * pixels are often arbitrary.
   *
   * @param image axes x, y, channel; 2 channels (grey, alpha) or 4 (red, green, blue, alpha). Integer types are opaque
   *     at their largest value, others at 1
   * @param name of the image, for the warning
   * @param progress receives the warning
   * @return a view of the other channels
   * @throws IllegalArgumentException if there are not 2 or 4 channels
   */
  public static <T extends RealType<?>> RandomAccessibleInterval<T> leaveOut(
      RandomAccessibleInterval<T> image, String name, Progress progress) {
    int channels = Planes.channels(image);
    if (image.numDimensions() != 3 || channels != 2 && channels != 4)
      throw new IllegalArgumentException(name + ": an image with an alpha channel has 2 channels (grey, alpha) or 4"
          + " (red, green, blue, alpha) but this has " + channels);
    RandomAccessibleInterval<T> alpha = Planes.channel(image, channels - 1);
    RealType<?> type = alpha.getType();
    double opaque = (Object) type instanceof IntegerType ? type.getMaxValue() : 1;
    long transparent = 0;
    Cursor<T> cursor = alpha.cursor();
    while (cursor.hasNext()) if (cursor.next().getRealDouble() < opaque) transparent++;
    if (transparent > 0)
      progress.warn(name + " has an alpha channel with " + transparent + " pixels that are not opaque; the channel is"
          + " ignored and the colours are taken as they are stored. Flatten the image first if they mean nothing");
    long[] min = image.minAsLongArray();
    long[] max = image.maxAsLongArray();
    max[2]--;
    return Views.interval(image, new FinalInterval(min, max));
  }
}
