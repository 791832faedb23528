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

import io.github.deepmatting.image.IntensityRange;
import io.github.deepmatting.io.ImagePlusPlanes;
import io.github.deepmatting.io.PixelPlanes;
import io.github.deepmatting.matting.ImageSource;
import java.util.List;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.RealType;

/** The pixels of an ImageJ image, for mattes. */
final class ImagePlusSource<T extends RealType<T> & NativeType<T>> implements ImageSource<T> {

  private final ImagePlusPlanes planes;
  private final RandomAccessibleInterval<T> all;

  private ImagePlusSource(ImagePlusPlanes planes, PixelPlanes<T> all) {
    this.planes = planes;
    this.all = all.pixels();
  }

  static ImagePlusSource<?> of(ImagePlusPlanes planes) {
    return of(planes, planes.all());
  }

  private static <T extends RealType<T> & NativeType<T>> ImagePlusSource<T> of(
      ImagePlusPlanes planes, PixelPlanes<T> all) {
    return new ImagePlusSource<>(planes, all);
  }

  @Override
  public int positions() {
    return planes.positions();
  }

  @Override
  public RandomAccessibleInterval<T> at(int position) {
    return pixels(planes, position);
  }

  /** The pixels of an image that was made like this one, and so has its type. */
  @SuppressWarnings("unchecked")
  RandomAccessibleInterval<T> pixels(ImagePlusPlanes alike, int position) {
    return (RandomAccessibleInterval<T>) alike.at(position).pixels();
  }

  @Override
  public RandomAccessibleInterval<T> all() {
    return all;
  }

  @Override
  public List<IntensityRange> displayRanges() {
    return planes.displayRanges();
  }

  @Override
  public List<Integer> colours() {
    return planes.colours();
  }
}
