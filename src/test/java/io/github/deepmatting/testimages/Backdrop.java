package io.github.deepmatting.testimages;

import java.util.Random;

/** Backgrounds out of focus: a gradient and soft discs, as lenses make of distant leaves and lights. */
final class Backdrop {

  private Backdrop() {}

  /** Red, green and blue planes, about [0,1], of leaves and a blossom far out of focus. */
  static float[][] meadow(int width, int height, long seed) {
    Random random = new Random(seed);
    float[][] planes = new float[3][width * height];
    for (int y = 0; y < height; y++)
      for (int x = 0; x < width; x++) {
        double down = (double) y / height;
        double right = (double) x / width;
        planes[0][y * width + x] = (float) (0.30 + 0.16 * right - 0.10 * down);
        planes[1][y * width + x] = (float) (0.44 + 0.10 * right - 0.12 * down);
        planes[2][y * width + x] = (float) (0.22 + 0.06 * (1 - right) - 0.05 * down);
      }
    for (int i = 0; i < 110; i++) {
      double radius = 14 + 60 * random.nextDouble() * random.nextDouble();
      double bright = random.nextDouble();
      double[] colour = {0.18 + 0.62 * bright, 0.30 + 0.52 * bright, 0.10 + 0.36 * bright * bright};
      if (i % 9 == 0) colour = new double[] {0.86, 0.52 + 0.2 * bright, 0.60};
      disc(planes, width, height, random.nextDouble() * width, random.nextDouble() * height, radius,
          3 + radius * 0.22, 0.10 + 0.32 * random.nextDouble(), colour);
    }
    return planes;
  }

  /** Blends a disc with soft edge over one or more planes. */
  static void disc(
      float[][] planes, int width, int height, double centreX, double centreY, double radius, double soft,
      double opacity, double[] colour) {
    for (int y = 0; y < height; y++)
      for (int x = 0; x < width; x++) {
        double distance = Math.hypot(x - centreX, y - centreY);
        if (distance > radius + 4 * soft) continue;
        double share = opacity / (1 + Math.exp((distance - radius) / (soft * 0.5)));
        for (int c = 0; c < planes.length; c++) {
          int i = y * width + x;
          planes[c][i] += (float) (share * (colour[c] - planes[c][i]));
        }
      }
  }

  /** Adds noise of a sensor, in place. */
  static void noise(float[][] planes, double deviation, long seed) {
    Random random = new Random(seed);
    for (float[] plane : planes)
      for (int i = 0; i < plane.length; i++) plane[i] += (float) (deviation * random.nextGaussian());
  }
}
