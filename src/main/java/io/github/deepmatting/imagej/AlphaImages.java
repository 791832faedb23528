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
package io.github.deepmatting.imagej;

import io.github.deepmatting.image.Planes;
import io.github.deepmatting.io.AlphaPlanes;
import io.github.deepmatting.io.ImagePlusPlanes;
import io.github.deepmatting.io.PixelPlanes;
import io.github.deepmatting.progress.Progress;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;

/** Alpha mattes in ImageJ's images. */
public final class AlphaImages {

  private AlphaImages() {}

  /**
   * The alpha of one position in [0,1]: of an 8- or 16-bit image its value divided by 255 or 65535, of a 32-bit one its
   * value.
   *
   * @param image grey
   * @param position as {@link ImagePlusPlanes} counts
   * @param progress asked for cancelling
   * @return axes x, y; a new image
   * @throws IllegalArgumentException if the image has colours, or values that are not finite or not in [0,1]
   */
  public static RandomAccessibleInterval<FloatType> read(ImagePlusPlanes image, int position, Progress progress) {
    return NamedErrors.naming("alpha", image.title(), () -> AlphaPlanes.read(image.grey(position), progress));
  }

  /**
   * As above, of an image with an alpha in each channel.
   *
   * @param channel counted from 0
   */
  public static RandomAccessibleInterval<FloatType> read(
      ImagePlusPlanes image, int position, int channel, Progress progress) {
    if (image.isRgb() || image.channels() == 1) return read(image, position, progress);
    return NamedErrors.naming(
        "alpha", image.title(), () -> AlphaPlanes.read(channel(image.at(position), channel), progress));
  }

  private static <T extends RealType<T> & NativeType<T>> PixelPlanes<T> channel(PixelPlanes<T> planes, int channel) {
    return new PixelPlanes<>(Planes.channel(planes.pixels(), channel));
  }
}
