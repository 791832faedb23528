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
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.basictypeaccess.ByteAccess;
import net.imglib2.type.numeric.integer.UnsignedByteType;

/**
 * Red, green and blue of packed colours as three channels that can be written to. (ImgLib2's own view of ARGB channels,
 * behind {@link Planes#rgb}, spoils the higher channels when 128 or more is written to a lower one: as of 8.0.0 it
 * widens the byte with its sign.)
 */
public final class ArgbChannels {

  private ArgbChannels() {}

  /**
   * The channels of packed colours, without a copy. Writing keeps the highest byte. The channels of one pixel share
   * memory, so they must not be written by different threads at a time.
   *
   * @param argb colours row by row, red in bits 16 to 23, green in 8 to 15, blue in 0 to 7
   * @param width columns
   * @param height rows
   * @return a view with axes x, y, channel (red, green, blue)
   * @throws IllegalArgumentException if the array has another size, or more than 2^31 / 3 pixels
   */
  public static RandomAccessibleInterval<UnsignedByteType> of(int[] argb, int width, int height) {
    if ((long) width * height != argb.length || argb.length > Integer.MAX_VALUE / 3)
      throw new IllegalArgumentException("A colour image of " + width + "x" + height + " pixels has "
          + argb.length + " values; it needs one for each pixel, and at most " + Integer.MAX_VALUE / 3);
    return ArrayImgs.unsignedBytes(new Channels(argb), width, height, 3);
  }

  /** Planes of bytes, one after the other, cut out of packed colours. */
  private record Channels(int[] argb) implements ByteAccess {

    @Override
    public byte getValue(int index) {
      int pixels = argb.length;
      if (index < pixels) return (byte) (argb[index] >> 16);
      index -= pixels;
      return index < pixels ? (byte) (argb[index] >> 8) : (byte) argb[index - pixels];
    }

    @Override
    public void setValue(int index, byte value) {
      int shift = 16;
      for (; index >= argb.length; index -= argb.length) shift -= 8;
      argb[index] = argb[index] & ~(0xff << shift) | (value & 0xff) << shift;
    }
  }
}
