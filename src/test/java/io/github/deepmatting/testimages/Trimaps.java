package io.github.deepmatting.testimages;

/** Trimaps with the values 0, 128 and 255. */
final class Trimaps {

  private Trimaps() {}

  /** Unknown are the pixels with an alpha between 0 and 255 and all within a distance, in pixels, of one. */
  static byte[] around(byte[] alpha, int width, int height, int distance) {
    byte[] trimap = new byte[alpha.length];
    for (int y = 0; y < height; y++)
      for (int x = 0; x < width; x++)
        trimap[y * width + x] = alpha[y * width + x] < 0 ? (byte) 255 : 0;
    for (int y = 0; y < height; y++)
      for (int x = 0; x < width; x++) {
        int value = alpha[y * width + x] & 255;
        if (value == 0 || value == 255) continue;
        for (int dy = -distance; dy <= distance; dy++)
          for (int dx = -distance; dx <= distance; dx++) {
            boolean inside = x + dx >= 0 && x + dx < width && y + dy >= 0 && y + dy < height;
            if (inside && dx * dx + dy * dy <= distance * distance) trimap[(y + dy) * width + x + dx] = (byte) 128;
          }
      }
    return trimap;
  }
}
