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

import io.github.deepmatting.image.Rectangle;
import java.util.BitSet;

/** Square tiles of one level, numbered row by row; those at the right and the bottom may be smaller. */
record TileGrid(LevelSize level) {

  /** Side of a tile: colours of a few channels with all that a sweep reads stay in a core's second-level cache. */
  static final int SIDE = 64;

  private static final int SHIFT = 6;

  int columns() {
    return (level.width() + SIDE - 1) >> SHIFT;
  }

  int rows() {
    return (level.height() + SIDE - 1) >> SHIFT;
  }

  int count() {
    return columns() * rows();
  }

  static int tileOf(int coordinate) {
    return coordinate >> SHIFT;
  }

  static int offsetIn(int coordinate) {
    return coordinate & (SIDE - 1);
  }

  /** The pixels of a tile and, as far as the level has them, those up to {@code margin} pixels around it. */
  Rectangle window(int tile, int margin) {
    int left = tile % columns() * SIDE;
    int top = tile / columns() * SIDE;
    return Rectangle.between(Math.max(0, left - margin), Math.max(0, top - margin),
        Math.min(level.width(), left + SIDE + margin), Math.min(level.height(), top + SIDE + margin));
  }

  /**
   * Tiles of a coarser level that hold the pixels which the given tiles of this level, with a margin, start from.
   *
   * @param tiles tiles of this level
   */
  BitSet tilesBelow(BitSet tiles, int margin, TileGrid coarser) {
    BitSet below = new BitSet(coarser.count());
    for (int tile = tiles.nextSetBit(0); tile >= 0; tile = tiles.nextSetBit(tile + 1)) {
      Rectangle window = window(tile, margin);
      int left = tileOf(level.columnIn(coarser.level, window.x()));
      int right = tileOf(level.columnIn(coarser.level, window.endX() - 1));
      int top = tileOf(level.rowIn(coarser.level, window.y()));
      int bottom = tileOf(level.rowIn(coarser.level, window.endY() - 1));
      for (int row = top; row <= bottom; row++)
        below.set(row * coarser.columns() + left, row * coarser.columns() + right + 1);
    }
    return below;
  }
}
