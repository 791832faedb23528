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
package io.github.deepmatting.foreground;

import java.util.ArrayList;
import java.util.List;

/**
 * Size of one level of the resolution pyramid, in pixels. Levels are nearest-neighbour samplings: the pixel x of a
 * level of width w stands for the pixel floor(x * W / w) of one of width W.
 */
record LevelSize(int width, int height) {

  /**
   * The levels from 1x1 to the full size: n + 1 of them, n = ceil(log2(longer side)), level i of round(side^(i/n))
   * pixels a side.
   */
  static List<LevelSize> pyramid(int width, int height) {
    int longer = Math.max(width, height);
    int steps = longer == 1 ? 0 : 32 - Integer.numberOfLeadingZeros(longer - 1);
    List<LevelSize> levels = new ArrayList<>();
    for (int i = 0; i < steps; i++) {
      double exponent = (double) i / steps;
      levels.add(new LevelSize(
          (int) Math.round(Math.pow(width, exponent)), (int) Math.round(Math.pow(height, exponent))));
    }
    levels.add(new LevelSize(width, height));
    return levels;
  }

  /** The column of another level, or of the image, that a column of this one is sampled from. */
  int columnIn(LevelSize other, int x) {
    return (int) ((long) x * other.width / width);
  }

  /** As {@link #columnIn}, for rows. */
  int rowIn(LevelSize other, int y) {
    return (int) ((long) y * other.height / height);
  }
}
