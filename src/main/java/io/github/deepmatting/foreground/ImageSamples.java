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

import io.github.deepmatting.image.Planes;
import io.github.deepmatting.image.SameSize;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

/**
 * An image and its alpha, checked and brought to axes (x, y, channel) and (x, y) that begin at 0.
 *
 * @param image axes (x, y, channel)
 * @param alpha axes (x, y)
 */
record ImageSamples<T extends RealType<T>>(
    RandomAccessibleInterval<T> image, RandomAccessibleInterval<FloatType> alpha) {

  static <T extends RealType<T>> ImageSamples<T> of(
      RandomAccessibleInterval<T> image, RandomAccessibleInterval<FloatType> alpha) {
    RandomAccessibleInterval<T> colours = withChannels("image", image);
    return new ImageSamples<>(colours, alphaOf(alpha, colours));
  }

  /** Alpha, beginning at 0, after a check that it fits an image. */
  static RandomAccessibleInterval<FloatType> alphaOf(
      RandomAccessibleInterval<FloatType> alpha, RandomAccessibleInterval<?> image) {
    if (alpha.numDimensions() != 2)
      throw new IllegalArgumentException("alpha has " + alpha.numDimensions() + " axes; it must have x and y");
    SameSize.require("The alpha", alpha.dimension(0), alpha.dimension(1), "the image", image.dimension(0),
        image.dimension(1));
    return Views.zeroMin(alpha);
  }

  /** The same pixels with axes (x, y, channel), beginning at 0. */
  static <T> RandomAccessibleInterval<T> withChannels(String name, RandomAccessibleInterval<T> image) {
    int axes = image.numDimensions();
    if (axes != 2 && axes != 3)
      throw new IllegalArgumentException(
          "The " + name + " has " + axes + " axes; allowed are (x, y) and (x, y, channel)");
    for (int d = 0; d < axes; d++)
      if (image.dimension(d) < 1 || image.dimension(d) > Integer.MAX_VALUE)
        throw new IllegalArgumentException("The " + name + " has " + image.dimension(d) + " pixels along axis " + d
            + "; allowed are 1 to " + Integer.MAX_VALUE);
    return Views.zeroMin(Planes.withChannelAxis(image));
  }

  /** An image of another's size and channels, with axes (x, y, channel) beginning at 0. */
  static <T> RandomAccessibleInterval<T> like(
      String name, RandomAccessibleInterval<T> found, String otherName, RandomAccessibleInterval<?> other) {
    RandomAccessibleInterval<T> colours = withChannels(name, found);
    SameSize.require("The " + name, colours.dimension(0), colours.dimension(1), "the " + otherName,
        other.dimension(0), other.dimension(1));
    if (colours.dimension(2) != other.dimension(2))
      throw new IllegalArgumentException("The " + name + " has " + colours.dimension(2) + " channels but the "
          + otherName + " has " + other.dimension(2));
    return colours;
  }

  LevelSize size() {
    return new LevelSize((int) image.dimension(0), (int) image.dimension(1));
  }

  int channels() {
    return (int) image.dimension(2);
  }
}
