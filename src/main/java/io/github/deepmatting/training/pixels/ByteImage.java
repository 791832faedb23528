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

/**
 * An image of 8-bit samples, interleaved, with 3 (red, green, blue) or 4 channels (and straight alpha), and its halved
 * versions, for fast resampling at any scale.
 */
public final class ByteImage {

  private final int width;
  private final int height;
  private final int channels;
  private final byte[] samples;
  private final ByteImage half;

  /** @param samples width x height x channels values, row by row; not copied */
  public ByteImage(int width, int height, int channels, byte[] samples) {
    if (channels != 3 && channels != 4 || samples.length != width * height * channels)
      throw new IllegalArgumentException("An image of " + width + "x" + height + " pixels with " + channels
          + " channels does not fit " + samples.length + " samples; 3 or 4 channels are allowed");
    this.width = width;
    this.height = height;
    this.channels = channels;
    this.samples = samples;
    this.half = Math.min(width, height) >= 64 ? halved() : null;
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

  /** A sample in [0,255]. */
  public int get(int x, int y, int channel) {
    return samples[(y * width + x) * channels + channel] & 0xff;
  }

  /** All samples, interleaved, row by row; not to be written to. */
  byte[] samples() {
    return samples;
  }

  /** The image at half the size (rounded down), or null where this one is too small for that. */
  public ByteImage half() {
    return half;
  }

  private ByteImage halved() {
    int w = width / 2;
    int h = height / 2;
    byte[] result = new byte[w * h * channels];
    for (int y = 0; y < h; y++)
      for (int x = 0; x < w; x++) {
        int out = (y * w + x) * channels;
        int alpha = channels == 3 ? 4 * 255 : sum(x, y, 3);
        if (channels == 4) result[out + 3] = (byte) ((alpha + 2) / 4);
        for (int c = 0; c < 3; c++) {
          int value = channels == 3 || alpha == 0 ? (sum(x, y, c) + 2) / 4 : (weighted(x, y, c) + alpha / 2) / alpha;
          result[out + c] = (byte) value;
        }
      }
    return new ByteImage(w, h, channels, result);
  }

  private int sum(int x, int y, int c) {
    return get(2 * x, 2 * y, c) + get(2 * x + 1, 2 * y, c) + get(2 * x, 2 * y + 1, c) + get(2 * x + 1, 2 * y + 1, c);
  }

  private int weighted(int x, int y, int c) {
    int sum = 0;
    for (int j = 0; j < 2; j++)
      for (int i = 0; i < 2; i++) sum += get(2 * x + i, 2 * y + j, c) * get(2 * x + i, 2 * y + j, 3);
    return sum;
  }
}
