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
package io.github.deepmatting.matting;

import io.github.deepmatting.image.IntensityRange;
import java.util.Arrays;
import java.util.List;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;

/**
 * The pixels that mattes are made of: one image, or a stack whose slices are read one after the other. A position is one
 * slice of one frame; positions count from 0, slices first: {@code slice + slices * frame}.
 *
 * @param <T> the pixel type of all positions
 */
public interface ImageSource<T extends RealType<T>> {

  /** The number of positions, at least 1. */
  int positions();

  /**
   * The pixels of a position: axes x, y, channel, or x, y.
   *
   * @throws IllegalArgumentException if it can't be read
   */
  RandomAccessibleInterval<T> at(int position);

  /** All pixels, over which intensities are measured: axes x, y, channel and any others. */
  RandomAccessibleInterval<T> all();

  /** The range of intensities that each channel is displayed with, one a channel; empty if none is known. */
  default List<IntensityRange> displayRanges() {
    return List.of();
  }

  /** The colour (0xRRGGBB) of each channel; empty if none is known. */
  default List<Integer> colours() {
    return List.of();
  }

  /**
   * An image or a stack in memory.
   *
   * @param image axes x, y; x, y, channel; or x, y, channel, slice
   * @throws IllegalArgumentException if there are other axes
   */
  static <T extends RealType<T>> ImageSource<T> of(RandomAccessibleInterval<T> image) {
    if (image.numDimensions() < 2 || image.numDimensions() > 4)
      throw new IllegalArgumentException("An image needs the axes x, y, channel, slice (or the first two or three of them)"
          + " but its size is " + Arrays.toString(image.dimensionsAsLongArray()));
    boolean stack = image.numDimensions() == 4;
    return new ImageSource<>() {
      @Override
      public int positions() {
        return stack ? Math.toIntExact(image.dimension(3)) : 1;
      }

      @Override
      public RandomAccessibleInterval<T> at(int position) {
        return stack ? Views.hyperSlice(image, 3, image.min(3) + position) : image;
      }

      @Override
      public RandomAccessibleInterval<T> all() {
        return image;
      }
    };
  }
}
