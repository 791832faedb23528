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

/** Trimaps as text, for tests: B for background, ? for unknown, F for foreground, rows separated by spaces. */
final class Trimaps {

  private Trimaps() {}

  static String toString(Trimap trimap) {
    StringBuilder text = new StringBuilder();
    for (int y = 0; y < trimap.height(); y++) {
      if (y > 0) text.append(' ');
      for (int x = 0; x < trimap.width(); x++)
        text.append(switch (trimap.get(x, y)) {
          case Trimap.BACKGROUND -> 'B';
          case Trimap.UNKNOWN -> '?';
          default -> 'F';
        });
    }
    return text.toString();
  }

  static Trimap parse(String text) {
    String[] rows = text.split(" ");
    byte[] pixels = new byte[rows.length * rows[0].length()];
    String all = String.join("", rows);
    for (int i = 0; i < pixels.length; i++)
      pixels[i] = (byte) (all.charAt(i) == 'B' ? Trimap.BACKGROUND
          : all.charAt(i) == '?' ? Trimap.UNKNOWN : Trimap.FOREGROUND);
    return new Trimap(rows[0].length(), rows.length, pixels);
  }
}
