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

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;

/** Images at half the resolution. */
public final class HalfImage {

  private HalfImage() {}

  /**
   * The means of two by two pixels; odd sizes are rounded up, the last column and row then are means of what there is.
   *
   * @param rgb axes x, y, channel (three channels)
   * @return a copy, axes x, y, channel, beginning at 0
   */
  public static Img<FloatType> of(RandomAccessibleInterval<FloatType> rgb) {
    PixelRows pixels = new PixelRows(rgb);
    int width = pixels.width();
    int height = pixels.height();
    int columns = (width + 1) / 2;
    int rows = (height + 1) / 2;
    float[] halved = new float[Math.multiplyExact(3 * columns, rows)];
    float[] upper = new float[width + 1];
    float[] lower = new float[width + 1];
    for (int channel = 0, i = 0; channel < 3; channel++)
      for (int row = 0; row < rows; row++) {
        read(pixels, channel, 2 * row, upper);
        read(pixels, channel, Math.min(2 * row + 1, height - 1), lower);
        for (int x = 0; x < width; x += 2, i++) halved[i] = (upper[x] + upper[x + 1] + lower[x] + lower[x + 1]) * 0.25f;
      }
    return ArrayImgs.floats(halved, columns, rows, 3);
  }

  /** Reads a row and repeats its last pixel. */
  private static void read(PixelRows pixels, int channel, int y, float[] row) {
    pixels.read(channel, 0, y, row.length - 1, row, 0);
    row[row.length - 1] = row[row.length - 2];
  }
}
