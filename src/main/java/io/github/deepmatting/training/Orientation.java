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
package io.github.deepmatting.training;

/**
 * The eight ways to lay a square on itself: rotations by quarter turns, each also mirrored. Neighbours in this order
 * differ in more than one of the three flips, so that few uses of a sample are unlike each other.
 */
enum Orientation {
  AS_IS(false, false, false),
  TRANSPOSED(true, false, false),
  TURNED_TWICE(false, true, true),
  TURNED_LEFT(true, false, true),
  MIRRORED(false, true, false),
  TURNED_RIGHT(true, true, false),
  UPSIDE_DOWN(false, false, true),
  TRANSVERSED(true, true, true);

  private final boolean transposed;
  private final boolean leftRight;
  private final boolean topBottom;

  Orientation(boolean transposed, boolean leftRight, boolean topBottom) {
    this.transposed = transposed;
    this.leftRight = leftRight;
    this.topBottom = topBottom;
  }

  /**
   * Copies an image: what comes to column x, row y is what is at the place that the flips, then the transposition lead
   * to from there.
   *
   * @param from rows, columns, channels of a size x size image, from the array's beginning
   * @param to receives as many values from {@code offset} on
   */
  void copy(float[] from, int size, int channels, float[] to, int offset) {
    int row = size * channels;
    for (int y = 0; y < size; y++) {
      int sourceY = topBottom ? size - 1 - y : y;
      int target = offset + y * row;
      if (!transposed && !leftRight) {
        System.arraycopy(from, sourceY * row, to, target, row);
        continue;
      }
      int first = leftRight ? size - 1 : 0;
      int source = transposed ? first * row + sourceY * channels : sourceY * row + first * channels;
      int step = (transposed ? row : channels) * (leftRight ? -1 : 1);
      for (int x = 0; x < size; x++, source += step, target += channels)
        for (int c = 0; c < channels; c++) to[target + c] = from[source + c];
    }
  }
}
