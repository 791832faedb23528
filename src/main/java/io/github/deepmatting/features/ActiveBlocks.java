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
package io.github.deepmatting.features;

import io.github.deepmatting.trimap.Trimap;

/**
 * The square blocks of an image near its unknown region, so that what is far from it need not be read: those whose
 * distance from a block with an unknown pixel is at most {@link #REACH} blocks (columns and rows). An image without
 * unknown pixels counts as near everywhere.
 */
final class ActiveBlocks {

  /** Pixels of a block's edge. */
  static final int EDGE = 64;

  private static final int REACH = 4;

  private final int columns;
  private final int rows;
  private final boolean[] active;

  ActiveBlocks(Trimap trimap) {
    columns = (trimap.width() - 1) / EDGE + 1;
    rows = (trimap.height() - 1) / EDGE + 1;
    boolean[] unknown = new boolean[columns * rows];
    boolean any = false;
    for (int y = 0; y < trimap.height(); y++)
      for (int x = 0; x < trimap.width(); x++)
        if (trimap.isUnknown(x, y)) {
          unknown[y / EDGE * columns + x / EDGE] = true;
          any = true;
        }
    active = any ? dilate(unknown) : null;
  }

  private boolean[] dilate(boolean[] unknown) {
    boolean[] near = new boolean[unknown.length];
    for (int row = 0; row < rows; row++)
      for (int column = 0; column < columns; column++) {
        if (!unknown[row * columns + column]) continue;
        for (int r = Math.max(0, row - REACH); r <= Math.min(rows - 1, row + REACH); r++)
          for (int c = Math.max(0, column - REACH); c <= Math.min(columns - 1, column + REACH); c++)
            near[r * columns + c] = true;
      }
    return near;
  }

  int columns() {
    return columns;
  }

  int rows() {
    return rows;
  }

  boolean isActive(int column, int row) {
    return active == null || active[row * columns + column];
  }
}
