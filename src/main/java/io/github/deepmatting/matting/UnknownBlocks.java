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
package io.github.deepmatting.matting;

import io.github.deepmatting.image.Rectangle;
import io.github.deepmatting.trimap.Trimap;

/** For each block of {@value #SIZE} x {@value #SIZE} pixels of a trimap, the rectangle that its unknown pixels span. */
final class UnknownBlocks {

  static final int SIZE = 32;

  private final int columns;
  private final int rows;
  private final Rectangle[] spans;

  UnknownBlocks(Trimap trimap) {
    columns = (trimap.width() + SIZE - 1) / SIZE;
    rows = (trimap.height() + SIZE - 1) / SIZE;
    spans = new Rectangle[Math.multiplyExact(columns, rows)];
    for (int row = 0; row < rows; row++)
      for (int column = 0; column < columns; column++) spans[row * columns + column] = scan(trimap, column, row);
  }

  private static Rectangle scan(Trimap trimap, int column, int row) {
    int endX = Math.min((column + 1) * SIZE, trimap.width());
    int endY = Math.min((row + 1) * SIZE, trimap.height());
    int left = endX;
    int right = -1;
    int top = endY;
    int bottom = -1;
    for (int y = row * SIZE; y < endY; y++)
      for (int x = column * SIZE; x < endX; x++)
        if (trimap.isUnknown(x, y)) {
          left = Math.min(left, x);
          right = Math.max(right, x);
          top = Math.min(top, y);
          bottom = y;
        }
    return right < 0 ? null : Rectangle.between(left, top, right + 1, bottom + 1);
  }

  /** The smallest rectangle around both; the other one if one is null. */
  static Rectangle union(Rectangle a, Rectangle b) {
    return a == null ? b : b == null ? a : a.union(b);
  }

  /** All blocks, as a rectangle in units of blocks. */
  Rectangle all() {
    return new Rectangle(0, 0, columns, rows);
  }

  /** The blocks that hold a rectangle of pixels, as a rectangle in units of blocks. */
  static Rectangle around(Rectangle pixels) {
    return Rectangle.between(
        pixels.x() / SIZE, pixels.y() / SIZE, (pixels.endX() - 1) / SIZE + 1, (pixels.endY() - 1) / SIZE + 1);
  }

  /** The pixels that the unknown ones of some blocks span, or null if there is none. */
  Rectangle span(Rectangle blocks) {
    Rectangle span = null;
    for (int row = blocks.y(); row < blocks.endY(); row++)
      for (int column = blocks.x(); column < blocks.endX(); column++)
        span = union(span, spans[row * columns + column]);
    return span;
  }
}
