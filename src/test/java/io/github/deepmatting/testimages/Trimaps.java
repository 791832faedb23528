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
package io.github.deepmatting.testimages;

/** Trimaps with the values 0, 128 and 255. */
final class Trimaps {

  private Trimaps() {}

  /** Unknown are the pixels with an alpha between 0 and 255 and all within a distance, in pixels, of one. */
  static byte[] around(byte[] alpha, int width, int height, int distance) {
    byte[] trimap = new byte[alpha.length];
    for (int y = 0; y < height; y++)
      for (int x = 0; x < width; x++)
        trimap[y * width + x] = alpha[y * width + x] < 0 ? (byte) 255 : 0;
    for (int y = 0; y < height; y++)
      for (int x = 0; x < width; x++) {
        int value = alpha[y * width + x] & 255;
        if (value == 0 || value == 255) continue;
        for (int dy = -distance; dy <= distance; dy++)
          for (int dx = -distance; dx <= distance; dx++) {
            boolean inside = x + dx >= 0 && x + dx < width && y + dy >= 0 && y + dy < height;
            if (inside && dx * dx + dy * dy <= distance * distance) trimap[(y + dy) * width + x + dx] = (byte) 128;
          }
      }
    return trimap;
  }
}
