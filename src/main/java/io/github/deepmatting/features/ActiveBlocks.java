package io.github.deepmatting.features;

import io.github.deepmatting.trimap.Trimap;

/**
 * Which square blocks of an image lie near its unknown region, so that what is far from it need not be read: those whose
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
