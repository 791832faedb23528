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
import net.imglib2.Interval;
import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.Converters;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

/** Views and copies of planes. Axes are x, y, channel; an image of two axes has one channel. */
public final class Planes {

  private Planes() {}

  /** Size of the channel axis; 1 for an image of two axes. */
  public static int channels(Interval image) {
    return image.numDimensions() < 3 ? 1 : Math.toIntExact(image.dimension(2));
  }

  /** One channel as a view with axes x, y; {@code channel} counts from 0. */
  public static <T> RandomAccessibleInterval<T> channel(RandomAccessibleInterval<T> image, int channel) {
    if (channel < 0 || channel >= channels(image))
      throw new IllegalArgumentException(
          "There is no channel " + channel + "; the image has " + channels(image) + ", counted from 0");
    return image.numDimensions() < 3 ? image : Views.hyperSlice(image, 2, image.min(2) + channel);
  }

  /** The image itself if it has three axes, otherwise a view with a channel axis of size 1. */
  public static <T> RandomAccessibleInterval<T> withChannelAxis(RandomAccessibleInterval<T> image) {
    return image.numDimensions() == 2 ? Views.addDimension(image, 0, 0) : image;
  }

  /** Red, green and blue of a packed colour image (axes x, y) as a view with axes x, y, channel. Alpha is left out. */
  public static RandomAccessibleInterval<UnsignedByteType> rgb(RandomAccessibleInterval<ARGBType> image) {
    return Converters.argbChannels(image, 1, 2, 3);
  }

  /** Takes the pixels of a plane. */
  @FunctionalInterface
  public interface PixelConsumer {

    /** @param index {@code y * width + x}, counted from the plane's first pixel */
    void accept(int index, double value);
  }

  /**
   * The number of pixels of a plane, for an array of them.
   *
   * @param what the plane is, to begin a sentence: "A mask"
   * @throws IllegalArgumentException if there are other axes than x and y
   * @throws ArithmeticException if there are more pixels than an array can have
   */
  public static int pixels(String what, Interval plane) {
    if (plane.numDimensions() != 2)
      throw new IllegalArgumentException(what + " needs the axes x, y but has " + plane.numDimensions() + " axes");
    return Math.toIntExact(Math.multiplyExact(plane.dimension(0), plane.dimension(1)));
  }

  /** Reads a plane (axes x, y) row by row; checks for cancellation before each row. */
  public static void forEachPixel(
      RandomAccessibleInterval<? extends RealType<?>> plane, Progress progress, PixelConsumer consumer) {
    int width = (int) plane.dimension(0);
    RandomAccess<? extends RealType<?>> access = plane.randomAccess();
    for (int y = 0; y < plane.dimension(1); y++) {
      progress.checkCancelled();
      access.setPosition(plane.min(1) + y, 1);
      access.setPosition(plane.min(0), 0);
      for (int i = y * width; i < (y + 1) * width; i++, access.fwd(0))
        consumer.accept(i, access.get().getRealDouble());
    }
  }

  /**
   * The same colours in one planar array, for an image that is read many times. Takes 12 bytes a pixel.
   *
   * @param rgb axes x, y, channel (red, green, blue)
   * @return axes from 0 on; the image itself if it is such an array already, or if the copy would take more than an
   *     eighth of the heap
   */
  public static RandomAccessibleInterval<FloatType> inMemory(RandomAccessibleInterval<FloatType> rgb) {
    PixelRows rows = new PixelRows(rgb);
    if (rows.isInMemory() || rgb.size() > Runtime.getRuntime().maxMemory() / (8 * Float.BYTES)) return rgb;
    int width = rows.width();
    int height = rows.height();
    float[] planes = new float[Math.multiplyExact(3 * width, height)];
    for (int channel = 0; channel < 3; channel++)
      for (int y = 0; y < height; y++) rows.read(channel, 0, y, width, planes, (channel * height + y) * width);
    return ArrayImgs.floats(planes, width, height, 3);
  }

  /** The values of a plane (axes x, y), row by row, in a new array. */
  public static float[] toArray(RandomAccessibleInterval<? extends RealType<?>> plane) {
    float[] values = new float[pixels("A plane", plane)];
    forEachPixel(plane, Progress.NONE, (i, value) -> values[i] = (float) value);
    return values;
  }
}
