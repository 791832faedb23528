package io.github.deepmatting.matting;

/**
 * A rectangle of pixels.
 *
 * @param x first column
 * @param y first row
 * @param width columns, at least 1
 * @param height rows, at least 1
 */
public record Area(int x, int y, int width, int height) {

  public Area {
    if (width < 1 || height < 1)
      throw new IllegalArgumentException("An area needs at least one pixel but is " + width + "x" + height);
  }

  /** The column behind the last one. */
  public int endX() {
    return x + width;
  }

  /** The row behind the last one. */
  public int endY() {
    return y + height;
  }

  /** How many pixels it has. */
  public long pixels() {
    return (long) width * height;
  }

  /** Whether all of another area lies in this one. */
  public boolean contains(Area other) {
    return x <= other.x && y <= other.y && endX() >= other.endX() && endY() >= other.endY();
  }

  /** The smallest area that holds both; the other one if one is null. */
  static Area union(Area a, Area b) {
    if (a == null) return b;
    if (b == null) return a;
    int x = Math.min(a.x, b.x);
    int y = Math.min(a.y, b.y);
    return new Area(x, y, Math.max(a.endX(), b.endX()) - x, Math.max(a.endY(), b.endY()) - y);
  }
}
