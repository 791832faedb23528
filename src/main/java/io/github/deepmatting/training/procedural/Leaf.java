package io.github.deepmatting.training.procedural;

import io.github.deepmatting.training.pixels.Layer;

/** A single pointed leaf. */
final class Leaf {

  private Leaf() {}

  /**
   * @param x stalk
   * @param y stalk
   * @param angle direction of the tip in radians
   * @param length in pixels
   * @param slenderness widest width as a share of the length
   * @param tone factor on the palette's colour, lighter on one side of the midrib
   */
  static void draw(Layer layer, Palette palette, double x, double y, double angle, double length, double slenderness,
      double tone) {
    int size = layer.size();
    int left = Math.max(0, (int) (x - length - 1));
    int right = Math.min(size - 1, (int) (x + length + 1));
    int top = Math.max(0, (int) (y - length - 1));
    int bottom = Math.min(size - 1, (int) (y + length + 1));
    double cos = Math.cos(angle);
    double sin = Math.sin(angle);
    for (int row = top; row <= bottom; row++)
      for (int column = left; column <= right; column++) {
        double dx = column + 0.5 - x;
        double dy = row + 0.5 - y;
        double u = (dx * cos + dy * sin) / length;
        if (u <= 0 || u >= 1) continue;
        double v = dy * cos - dx * sin;
        double half = length * slenderness / 2 * Math.sin(Math.PI * Math.pow(u, 0.8));
        double coverage = Math.max(0, Math.min(1, half - Math.abs(v) + 0.5)) * Math.min(1, 2 * half);
        if (coverage <= 0) continue;
        double light = tone * (v > 0 ? 1.08 : 0.92) * (Math.abs(v) < 0.5 ? 1.15 : 1);
        layer.blend(row * size + column, (float) coverage, clamp(palette.at(column, row, 0) * light),
            clamp(palette.at(column, row, 1) * light), clamp(palette.at(column, row, 2) * light));
      }
  }

  private static float clamp(double value) {
    return (float) Math.max(0, Math.min(1, value));
  }
}
