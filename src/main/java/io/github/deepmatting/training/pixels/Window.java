/*-
 * #%L
 * Deep image matting for Fiji and ImageJ2: alpha mattes and foreground colours from an image and a trimap.
 * %%
 * Copyright (C) 2026 Deep Matting developers
 * %%
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 * 
 * 1. Redistributions of source code must retain the above copyright notice,
 *    this list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the documentation
 *    and/or other materials provided with the distribution.
 * 
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
 * AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
 * IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE
 * ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS OR CONTRIBUTORS BE
 * LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR
 * CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
 * SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
 * INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN
 * CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE)
 * ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
 * POSSIBILITY OF SUCH DAMAGE.
 * #L%
 */
package io.github.deepmatting.training.pixels;

import java.util.random.RandomGenerator;

/**
 * Which part of an image a sample shows: a rotated, scaled, perhaps mirrored square.
 *
 * @param centreX the image's x that comes to the middle of the sample, in pixels (0 = left border of the first pixel)
 * @param centreY the image's y that comes to the middle
 * @param scale image pixels per sample pixel; above 1 shrinks
 * @param angle rotation in radians
 * @param mirrored whether the sample is flipped from left to right
 */
public record Window(double centreX, double centreY, double scale, double angle, boolean mirrored) {

  /** What lies beyond the border of an image. */
  public enum Beyond {
    /** The image mirrored at its border. */
    MIRRORED,
    /** Nothing: transparent. */
    TRANSPARENT
  }

  /** A window on any place of an image that shows no more than the image if it is large enough. */
  public static Window anywhere(RandomGenerator random, ByteImage image, int size, double scale, double angle) {
    double half = size * scale / 2;
    double x = image.width() > 2 * half ? Chance.uniform(random, half, image.width() - half) : image.width() / 2.0;
    double y = image.height() > 2 * half ? Chance.uniform(random, half, image.height() - half) : image.height() / 2.0;
    return new Window(x, y, scale, angle, random.nextBoolean());
  }

  /**
   * Samples an image with area averaging in premultiplied colour.
   *
   * @param image with 4 channels, or with 3, which count as opaque
   * @param size columns and rows of the result
   */
  public Layer of(ByteImage image, int size, Beyond beyond) {
    ByteImage level = image;
    double factor = 1;
    while (scale / factor >= 1.9 && level.half() != null) {
      level = level.half();
      factor *= 2;
    }
    double step = scale / factor;
    int grid = step > 1.15 ? 2 : 1;
    double cos = Math.cos(angle) * step;
    double sin = Math.sin(angle) * step;
    Layer layer = new Layer(size);
    Taps taps = new Taps(level, beyond);
    int plane = size * size;
    float norm = 1f / (grid * grid);
    for (int y = 0; y < size; y++)
      for (int x = 0; x < size; x++) {
        taps.clear();
        for (int s = 0; s < grid * grid; s++) {
          double u = x + (s % grid + 0.5) / grid - size / 2.0;
          double v = y + (s / grid + 0.5) / grid - size / 2.0;
          if (mirrored) u = -u;
          taps.add(centreX / factor + cos * u - sin * v - 0.5, centreY / factor + sin * u + cos * v - 0.5);
        }
        int i = y * size + x;
        layer.alpha()[i] = Math.min(1, taps.alpha * norm);
        layer.colour()[i] = taps.red * norm;
        layer.colour()[i + plane] = taps.green * norm;
        layer.colour()[i + 2 * plane] = taps.blue * norm;
      }
    return layer;
  }

  /** Sums bilinear samples of one image. */
  private static final class Taps {
    private final ByteImage image;
    private final boolean transparent;
    private final boolean opaque;
    private float alpha;
    private float red;
    private float green;
    private float blue;

    Taps(ByteImage image, Beyond beyond) {
      this.image = image;
      this.transparent = beyond == Beyond.TRANSPARENT;
      this.opaque = image.channels() == 3;
    }

    void clear() {
      alpha = red = green = blue = 0;
    }

    void add(double x, double y) {
      int x0 = (int) Math.floor(x);
      int y0 = (int) Math.floor(y);
      float fx = (float) (x - x0);
      float fy = (float) (y - y0);
      tap(x0, y0, (1 - fx) * (1 - fy));
      tap(x0 + 1, y0, fx * (1 - fy));
      tap(x0, y0 + 1, (1 - fx) * fy);
      tap(x0 + 1, y0 + 1, fx * fy);
    }

    private void tap(int x, int y, float weight) {
      if (x < 0 || y < 0 || x >= image.width() || y >= image.height()) {
        if (transparent) return;
        x = mirror(x, image.width());
        y = mirror(y, image.height());
      }
      float a = opaque ? weight : weight * image.get(x, y, 3) / 255;
      alpha += a;
      red += a * image.get(x, y, 0) / 255;
      green += a * image.get(x, y, 1) / 255;
      blue += a * image.get(x, y, 2) / 255;
    }
  }

  private static int mirror(int position, int length) {
    int p = Math.floorMod(position, 2 * length);
    return p < length ? p : 2 * length - 1 - p;
  }
}
