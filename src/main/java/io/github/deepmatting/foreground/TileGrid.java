package io.github.deepmatting.foreground;

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
  Window window(int tile, int margin) {
    int left = tile % columns() * SIDE;
    int top = tile / columns() * SIDE;
    int x = Math.max(0, left - margin);
    int y = Math.max(0, top - margin);
    return new Window(x, y,
        Math.min(level.width(), left + SIDE + margin) - x,
        Math.min(level.height(), top + SIDE + margin) - y);
  }

  /**
   * Tiles of a coarser level that hold the pixels which the given tiles of this level, with a margin, start from.
   *
   * @param tiles tiles of this level
   */
  BitSet tilesBelow(BitSet tiles, int margin, TileGrid coarser) {
    BitSet below = new BitSet(coarser.count());
    for (int tile = tiles.nextSetBit(0); tile >= 0; tile = tiles.nextSetBit(tile + 1)) {
      Window window = window(tile, margin);
      int left = tileOf(level.columnIn(coarser.level, window.x()));
      int right = tileOf(level.columnIn(coarser.level, window.x() + window.width() - 1));
      int top = tileOf(level.rowIn(coarser.level, window.y()));
      int bottom = tileOf(level.rowIn(coarser.level, window.y() + window.height() - 1));
      for (int row = top; row <= bottom; row++)
        below.set(row * coarser.columns() + left, row * coarser.columns() + right + 1);
    }
    return below;
  }

  /** A rectangle of pixels of the level. */
  record Window(int x, int y, int width, int height) {}
}
