package io.github.deepmatting.matting;

/**
 * What makes a tile's outer area of its core.
 *
 * @param width columns of the image
 * @param height rows of the image
 * @param halo pixels of context on each side of a core
 * @param multiple what the ends of an outer area must be multiples of
 */
record TileGeometry(int width, int height, int halo, int multiple) {

  TileGeometry {
    if (width < 1 || height < 1 || halo < 0 || multiple < 1)
      throw new IllegalArgumentException("Width, height and multiple must be positive and the halo not negative but are "
          + width + ", " + height + ", " + multiple + ", " + halo);
  }

  Tile tile(Area core) {
    return new Tile(core, outer(core));
  }

  /** The core with its halo, which ends where an untiled image, padded to the multiple at right and bottom, does. */
  Area outer(Area core) {
    int x = start(core.x());
    int y = start(core.y());
    return new Area(x, y, end(core.endX(), width) - x, end(core.endY(), height) - y);
  }

  private int start(int coreStart) {
    return Math.max(0, coreStart - halo) / multiple * multiple;
  }

  private int end(int coreEnd, int size) {
    return roundUp(Math.min((long) coreEnd + halo, size));
  }

  private int roundUp(long value) {
    return Math.toIntExact((value + multiple - 1) / multiple * multiple);
  }
}
