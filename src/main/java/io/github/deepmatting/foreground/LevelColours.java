package io.github.deepmatting.foreground;

/**
 * Foreground and background colours of one level, kept for those tiles only that a finer level starts from. A tile holds
 * a plane of foreground and one of background for each channel, in turns.
 */
final class LevelColours {

  static final int PLANE = TileGrid.SIDE * TileGrid.SIDE;

  private final TileGrid grid;
  private final int channels;
  private final float[][] tiles;

  LevelColours(TileGrid grid, int channels) {
    this.grid = grid;
    this.channels = channels;
    this.tiles = new float[grid.count()][];
  }

  /** A level of a single pixel. */
  static LevelColours single(float[] foreground, float[] background) {
    LevelColours colours = new LevelColours(new TileGrid(new LevelSize(1, 1)), foreground.length);
    float[] tile = colours.allocate(0);
    for (int channel = 0; channel < foreground.length; channel++) {
      tile[2 * channel * PLANE] = foreground[channel];
      tile[(2 * channel + 1) * PLANE] = background[channel];
    }
    return colours;
  }

  LevelSize size() {
    return grid.level();
  }

  /** Memory for a tile; each tile is written by one thread and read after all of a level are done. */
  float[] allocate(int tile) {
    tiles[tile] = new float[2 * channels * PLANE];
    return tiles[tile];
  }

  float[] tileAt(int x, int y) {
    return tiles[TileGrid.tileOf(y) * grid.columns() + TileGrid.tileOf(x)];
  }
}
