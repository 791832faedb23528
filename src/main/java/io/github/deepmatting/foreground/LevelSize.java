package io.github.deepmatting.foreground;

import java.util.ArrayList;
import java.util.List;

/**
 * Size of one level of the resolution pyramid, in pixels. Levels are nearest-neighbour samplings: the pixel x of a
 * level of width w stands for the pixel floor(x * W / w) of one of width W.
 */
record LevelSize(int width, int height) {

  /**
   * The levels from 1x1 to the full size: n + 1 of them, n = ceil(log2(longer side)), level i of round(side^(i/n))
   * pixels a side.
   */
  static List<LevelSize> pyramid(int width, int height) {
    int longer = Math.max(width, height);
    int steps = longer == 1 ? 0 : 32 - Integer.numberOfLeadingZeros(longer - 1);
    List<LevelSize> levels = new ArrayList<>();
    for (int i = 0; i < steps; i++) {
      double exponent = (double) i / steps;
      levels.add(new LevelSize(
          (int) Math.round(Math.pow(width, exponent)), (int) Math.round(Math.pow(height, exponent))));
    }
    levels.add(new LevelSize(width, height));
    return levels;
  }

  /** The column of another level, or of the image, that a column of this one is sampled from. */
  int columnIn(LevelSize other, int x) {
    return (int) ((long) x * other.width / width);
  }

  /** As {@link #columnIn}, for rows. */
  int rowIn(LevelSize other, int y) {
    return (int) ((long) y * other.height / height);
  }
}
