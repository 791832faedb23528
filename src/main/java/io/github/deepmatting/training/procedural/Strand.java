package io.github.deepmatting.training.procedural;

/**
 * A tapering curved strand: a hair, a bristle, a blade of grass.
 *
 * @param x root
 * @param y root
 * @param angle direction at the root in radians
 * @param length in pixels
 * @param width at the root in pixels
 * @param curvature radians turned over the whole length
 * @param wave amplitude of a wiggle of the direction, in radians
 * @param waves how many wiggles over the length
 * @param opacity in [0,1]
 */
record Strand(
    double x, double y, double angle, double length, double width, double curvature, double wave, double waves,
    double opacity) {

  private static final double STEP = 2.5;

  /**
   * Draws it from root to tip.
   *
   * @param root red, green and blue at the root
   * @param tip at the tip
   */
  void draw(Pen pen, float[] root, float[] tip) {
    int steps = Math.max(2, (int) Math.ceil(length / STEP));
    double step = length / steps;
    double px = x;
    double py = y;
    for (int i = 0; i < steps; i++) {
      double t = (i + 0.5) / steps;
      double direction = angle + curvature * t + wave * Math.sin(2 * Math.PI * waves * t);
      double nx = px + step * Math.cos(direction);
      double ny = py + step * Math.sin(direction);
      float f = (float) t;
      pen.segment(px, py, nx, ny, taper((double) i / steps), taper((i + 1.0) / steps), opacity,
          root[0] + f * (tip[0] - root[0]), root[1] + f * (tip[1] - root[1]), root[2] + f * (tip[2] - root[2]));
      px = nx;
      py = ny;
    }
  }

  private double taper(double t) {
    return width * (1 - 0.85 * t * t);
  }
}
