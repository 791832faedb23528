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

import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.type.numeric.real.FloatType;

/**
 * Reads pieces of rows of an RGB image (axes x, y, channel) into arrays: copies them where the image is one planar
 * array, and computes a row at once where it is {@link NormalizedImage#rgb()}. One reader must not be used by several
 * threads; making one costs next to nothing.
 */
public final class PixelRows {

  private final int width;
  private final int height;
  private final long minX;
  private final long minY;
  private final long minChannel;
  private final float[] planes;
  private final RandomAccess<FloatType> access;

  public PixelRows(RandomAccessibleInterval<FloatType> rgb) {
    width = Math.toIntExact(rgb.dimension(0));
    height = Math.toIntExact(rgb.dimension(1));
    minX = rgb.min(0);
    minY = rgb.min(1);
    minChannel = rgb.min(2);
    planes = planesOf(rgb);
    access = planes == null ? rgb.randomAccess() : null;
  }

  private static float[] planesOf(RandomAccessibleInterval<FloatType> rgb) {
    if (rgb instanceof ArrayImg<?, ?> image && image.update(null) instanceof FloatArray array)
      return array.getCurrentStorageArray();
    return null;
  }

  /** True if the image is one planar array, so that reading is a mere copy. */
  boolean isInMemory() {
    return planes != null;
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  /** Copies {@code count} values of one channel, from column {@code x} of row {@code y} on, to out[offset...]. */
  public void read(int channel, int x, int y, int count, float[] out, int offset) {
    if (planes != null) {
      System.arraycopy(planes, (channel * height + y) * width + x, out, offset, count);
      return;
    }
    access.setPosition(minX + x, 0);
    access.setPosition(minY + y, 1);
    access.setPosition(minChannel + channel, 2);
    if (access instanceof MixedView.Access mixed) {
      mixed.readRow(count, out, offset);
      return;
    }
    for (int i = 0; i < count; i++, access.fwd(0)) out[offset + i] = access.get().get();
  }
}
