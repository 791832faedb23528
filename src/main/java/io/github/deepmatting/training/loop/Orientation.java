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
package io.github.deepmatting.training.loop;

import java.nio.FloatBuffer;

/**
 * The eight ways to lay a square on itself: rotations by quarter turns, each also mirrored. Those that keep rows
 * together come first: turning rows into columns takes two to four times as long.
 */
enum Orientation {
  AS_IS(false, false, false),
  TURNED_TWICE(false, true, true),
  MIRRORED(false, true, false),
  UPSIDE_DOWN(false, false, true),
  TRANSPOSED(true, false, false),
  TRANSVERSED(true, true, true),
  TURNED_LEFT(true, false, true),
  TURNED_RIGHT(true, true, false);

  private final boolean transposed;
  private final boolean leftRight;
  private final boolean topBottom;

  Orientation(boolean transposed, boolean leftRight, boolean topBottom) {
    this.transposed = transposed;
    this.leftRight = leftRight;
    this.topBottom = topBottom;
  }

  /**
   * Writes an image: what comes to column x, row y is what is at the place that the flips, then the transposition lead
   * to from there.
   *
   * @param from rows, columns, channels of a size x size image
   * @param to receives as many values from its position on, which moves behind them
   */
  void write(float[] from, int size, int channels, FloatBuffer to) {
    int row = size * channels;
    float[] line = new float[row];
    for (int y = 0; y < size; y++) {
      int sourceY = topBottom ? size - 1 - y : y;
      if (!transposed && !leftRight) {
        to.put(from, sourceY * row, row);
        continue;
      }
      int first = leftRight ? size - 1 : 0;
      int source = transposed ? first * row + sourceY * channels : sourceY * row + first * channels;
      int step = (transposed ? row : channels) * (leftRight ? -1 : 1);
      for (int x = 0; x < row; x += channels, source += step) System.arraycopy(from, source, line, x, channels);
      to.put(line);
    }
  }
}
