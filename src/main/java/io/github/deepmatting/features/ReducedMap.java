package io.github.deepmatting.features;

/**
 * Channels computed at a reduced resolution. The cell in column {@code c}, row {@code r} stands for the pixels from
 * (c * reduction, r * reduction) on, as far as the image reaches. Reading is safe for several threads.
 */
interface ReducedMap {

  /** How many pixels a cell is wide and high. */
  int reduction();

  int columns();

  int rows();

  /** Copies {@code count} cells of one channel, from {@code column} of {@code row} on, to the beginning of out. */
  void read(int channel, int column, int row, int count, float[] out);
}
