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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Test;

class HalfImageTest {

  private static float[] values(Img<FloatType> image) {
    float[] values = new float[(int) image.size()];
    int i = 0;
    for (FloatType value : image) values[i++] = value.get();
    return values;
  }

  /** By hand: three columns and rows, the last of which stand for themselves. */
  @Test
  void takesMeansOfFourPixels() {
    float[] one = {1, 3, 10, 5, 7, 20, 2, 4, 6};
    float[] planes = new float[27];
    for (int i = 0; i < 27; i++) planes[i] = one[i % 9] * (1 + i / 9);
    float[] expected = {4, 15, 3, 6, 8, 30, 6, 12, 12, 45, 9, 18};
    Img<FloatType> image = ArrayImgs.floats(planes, 3, 3, 3);
    assertArrayEquals(new long[] {2, 2, 3}, HalfImage.of(image).dimensionsAsLongArray());
    assertArrayEquals(expected, values(HalfImage.of(image)), 1e-6f);
    RandomAccessibleInterval<FloatType> moved = Views.translate(image, 5, -2, 1);
    assertArrayEquals(expected, values(HalfImage.of(moved)), 1e-6f);
  }

  @Test
  void onePixelStaysWhatItIs() {
    float[] pixel = {0.25f, 0.5f, 1};
    assertArrayEquals(pixel, values(HalfImage.of(ArrayImgs.floats(pixel, 1, 1, 3))));
  }
}
