package io.github.deepmatting.features;

/**
 * Brings the rows of a {@link ReducedMap} back to full resolution by bilinear interpolation between the centres of the
 * cells; beyond the outermost centres the outermost cells go on. For one range of columns and one thread.
 */
final class BilinearRows {

  private final ReducedMap map;
  private final int firstCell;
  private final int cells;
  private final int[] left;
  private final float[] rightWeight;
  private final float[] upper;
  private final float[] lower;

  /**
   * @param x first pixel column
   * @param count pixel columns
   */
  BilinearRows(ReducedMap map, int x, int count) {
    this.map = map;
    firstCell = floor(position(x), map.columns());
    cells = Math.min(floor(position(x + count - 1), map.columns()) + 1, map.columns() - 1) - firstCell + 1;
    left = new int[count];
    rightWeight = new float[count];
    for (int i = 0; i < count; i++) {
      float position = position(x + i);
      int cell = floor(position, map.columns());
      left[i] = cell - firstCell;
      rightWeight[i] = weight(position, cell, map.columns());
    }
    // One more than is read, so that the right neighbour of the last cell exists; its weight is zero.
    upper = new float[cells + 1];
    lower = new float[cells + 1];
  }

  private float position(int pixel) {
    return (pixel + 0.5f) / map.reduction() - 0.5f;
  }

  private static int floor(float position, int cells) {
    return Math.min(Math.max((int) Math.floor(position), 0), cells - 1);
  }

  private static float weight(float position, int cell, int cells) {
    return cell + 1 >= cells ? 0 : Math.max(0, position - cell);
  }

  /** Writes the range of columns of pixel row {@code y} of one channel to the beginning of out. */
  void read(int channel, int y, float[] out) {
    float position = position(y);
    int row = floor(position, map.rows());
    float weight = weight(position, row, map.rows());
    map.read(channel, firstCell, row, cells, upper);
    if (weight > 0) {
      map.read(channel, firstCell, row + 1, cells, lower);
      for (int i = 0; i < cells; i++) upper[i] += weight * (lower[i] - upper[i]);
    }
    for (int i = 0; i < left.length; i++) {
      float value = upper[left[i]];
      out[i] = value + rightWeight[i] * (upper[left[i] + 1] - value);
    }
  }
}
