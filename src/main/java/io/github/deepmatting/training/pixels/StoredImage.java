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
package io.github.deepmatting.training.pixels;

import io.github.deepmatting.image.PixelRows;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;

/**
 * An image of 8- or 16-bit samples, interleaved, with 3 (red, green, blue) or 4 channels (and straight alpha), and its
 * halved versions, for fast resampling at any scale. Images with more than 8 bits keep their precision; the others take
 * half the memory.
 */
public final class StoredImage {

  private final int width;
  private final int height;
  private final int channels;
  // One of the two is null.
  private final byte[] bytes;
  private final short[] words;
  private final StoredImage half;

  /** @param samples width x height x channels values, 255 for 1, row by row; not copied */
  public StoredImage(int width, int height, int channels, byte[] samples) {
    this(width, height, channels, samples, null, samples.length);
  }

  /** @param samples width x height x channels values, unsigned, 65535 for 1, row by row; not copied */
  public StoredImage(int width, int height, int channels, short[] samples) {
    this(width, height, channels, null, samples, samples.length);
  }

  private StoredImage(int width, int height, int channels, byte[] bytes, short[] words, int length) {
    if (channels != 3 && channels != 4 || length != width * height * channels)
      throw new IllegalArgumentException("An image of " + width + "x" + height + " pixels with " + channels
          + " channels does not fit " + length + " samples; 3 or 4 channels are allowed");
    this.width = width;
    this.height = height;
    this.channels = channels;
    this.bytes = bytes;
    this.words = words;
    this.half = Math.min(width, height) >= 64 ? halved() : null;
  }

  /**
   * An image of normalised colours.
   *
   * @param rgb axes x, y, channel (red, green, blue), in [0,1]
   * @param alpha in [0,1], row by row, not premultiplied; null for an image without
   * @param deep true to keep 16 bits rather than 8
   */
  public static StoredImage of(RandomAccessibleInterval<FloatType> rgb, float[] alpha, boolean deep) {
    int width = Math.toIntExact(rgb.dimension(0));
    int height = Math.toIntExact(rgb.dimension(1));
    int channels = alpha == null ? 3 : 4;
    int length = Math.multiplyExact(Math.multiplyExact(width, height), channels);
    byte[] bytes = deep ? null : new byte[length];
    short[] words = deep ? new short[length] : null;
    PixelRows rows = new PixelRows(rgb);
    float[] row = new float[width];
    for (int y = 0; y < height; y++)
      for (int c = 0; c < channels; c++) {
        if (c < 3) rows.read(c, 0, y, width, row, 0);
        else System.arraycopy(alpha, y * width, row, 0, width);
        for (int x = 0; x < width; x++) {
          int i = (y * width + x) * channels + c;
          if (deep) words[i] = word(row[x]);
          else bytes[i] = (byte) Math.round(255 * Math.max(0, Math.min(1, row[x])));
        }
      }
    return new StoredImage(width, height, channels, bytes, words, length);
  }

  /**
   * An image of packed colours of 8 bits.
   *
   * @param argb red in bits 16 to 23, green in 8 to 15, blue in 0 to 7, row by row
   * @param alpha as above
   */
  public static StoredImage of(int[] argb, int width, int height, float[] alpha) {
    int channels = alpha == null ? 3 : 4;
    byte[] bytes = new byte[Math.multiplyExact(argb.length, channels)];
    for (int i = 0, out = 0; i < argb.length; i++) {
      for (int shift = 16; shift >= 0; shift -= 8) bytes[out++] = (byte) (argb[i] >> shift);
      if (alpha != null) bytes[out++] = (byte) Math.round(255 * Math.max(0, Math.min(1, alpha[i])));
    }
    return new StoredImage(width, height, channels, bytes);
  }

  /** The 16-bit sample for a value, which is clipped to [0,1]. */
  public static short word(double value) {
    return (short) Math.round(65535 * Math.max(0, Math.min(1, value)));
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  public int channels() {
    return channels;
  }

  /** True if samples have 16 bits rather than 8. */
  public boolean isDeep() {
    return words != null;
  }

  /** A sample in [0,255], with the fractions that 16 bits leave. */
  public float get(int x, int y, int channel) {
    return get((y * width + x) * channels + channel);
  }

  /** A sample in [0,255] by its place among all, interleaved, row by row. */
  float get(int index) {
    return words == null ? bytes[index] & 0xff : (words[index] & 0xffff) / 257f;
  }

  /** All 8-bit samples, interleaved, row by row; not to be written to; null for 16 bits. */
  byte[] bytes() {
    return bytes;
  }

  /** The image at half the size (rounded down), or null where this one is too small for that. */
  public StoredImage half() {
    return half;
  }

  /** Each pixel is the mean of four, colours weighted by their alpha. */
  private StoredImage halved() {
    int w = width / 2;
    int h = height / 2;
    byte[] halfBytes = bytes == null ? null : new byte[w * h * channels];
    short[] halfWords = words == null ? null : new short[w * h * channels];
    int[] four = {0, channels, width * channels, (width + 1) * channels};
    for (int y = 0, out = 0; y < h; y++)
      for (int x = 0; x < w; x++) {
        int first = (2 * y * width + 2 * x) * channels;
        long alpha = 0;
        if (channels == 4) for (int one : four) alpha += stored(first + one + 3);
        for (int c = 0; c < channels; c++, out++) {
          boolean weighted = c < 3 && alpha > 0;
          long sum = weighted ? alpha / 2 : 2;
          for (int one : four)
            sum += stored(first + one + c) * (weighted ? (long) stored(first + one + 3) : 1);
          long value = weighted ? sum / alpha : sum / 4;
          if (bytes == null) halfWords[out] = (short) value;
          else halfBytes[out] = (byte) value;
        }
      }
    return new StoredImage(w, h, channels, halfBytes, halfWords, w * h * channels);
  }

  private int stored(int index) {
    return bytes == null ? words[index] & 0xffff : bytes[index] & 0xff;
  }
}
