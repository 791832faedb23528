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
package io.github.deepmatting.trimap;

import io.github.deepmatting.progress.Progress;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedByteType;

/**
 * A trimap: each pixel is known background ({@value #BACKGROUND}), unknown ({@value #UNKNOWN}) or known foreground
 * ({@value #FOREGROUND}). Immutable.
 */
public final class Trimap {

  public static final int BACKGROUND = 0;
  public static final int UNKNOWN = 128;
  public static final int FOREGROUND = 255;

  private final int width;
  private final int height;
  private final byte[] pixels;

  /**
   * @param width columns, at least 1
   * @param height rows, at least 1
   * @param pixels the values row by row, each {@link #BACKGROUND}, {@link #UNKNOWN} or {@link #FOREGROUND} as an
   *     unsigned byte; not copied, must not be changed any more
   */
  public Trimap(int width, int height, byte[] pixels) {
    if (width < 1 || height < 1 || (long) width * height != pixels.length)
      throw new IllegalArgumentException(
          "A trimap of " + width + "x" + height + " pixels needs as many values but got " + pixels.length);
    for (int i = 0; i < pixels.length; i++) {
      int value = pixels[i] & 0xff;
      if (value != BACKGROUND && value != UNKNOWN && value != FOREGROUND)
        throw new IllegalArgumentException("Trimap value " + value + " at x=" + i % width + ", y=" + i / width
            + "; allowed are 0, 128 and 255");
    }
    this.width = width;
    this.height = height;
    this.pixels = pixels;
  }

  /**
   * The trimap that an image is, however its values are coded; see {@link TrimapReader}.
   *
   * @param image axes x, y; or x, y, channel with channels that are all alike
   * @throws IllegalArgumentException if the values are no trimap's
   */
  public static Trimap of(RandomAccessibleInterval<? extends RealType<?>> image) {
    return TrimapReader.read(image, Progress.NONE).trimap();
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  /** The value at a position, without a bounds check beyond the array's. */
  public int get(int x, int y) {
    return pixels[y * width + x] & 0xff;
  }

  public boolean isUnknown(int x, int y) {
    return pixels[y * width + x] == (byte) UNKNOWN;
  }

  /** The number of pixels with this value. */
  public long count(int value) {
    long count = 0;
    for (byte pixel : pixels) if ((pixel & 0xff) == value) count++;
    return count;
  }

  /**
   * The trimap at half the resolution, odd sizes rounded up: known where all the two by two pixels are known alike,
   * unknown elsewhere.
   */
  public Trimap half() {
    int columns = (width + 1) / 2;
    int rows = (height + 1) / 2;
    byte[] halved = new byte[columns * rows];
    for (int row = 0, i = 0; row < rows; row++)
      for (int column = 0; column < columns; column++, i++) {
        int upper = 2 * row * width;
        int lower = Math.min(2 * row + 1, height - 1) * width;
        int right = Math.min(2 * column + 1, width - 1);
        byte value = pixels[upper + 2 * column];
        boolean alike = pixels[upper + right] == value && pixels[lower + 2 * column] == value
            && pixels[lower + right] == value;
        halved[i] = alike ? value : (byte) UNKNOWN;
      }
    return new Trimap(columns, rows, halved);
  }

  /** The values as an image, axes x, y; a view that must not be written to. */
  public RandomAccessibleInterval<UnsignedByteType> image() {
    return ArrayImgs.unsignedBytes(pixels, width, height);
  }
}
