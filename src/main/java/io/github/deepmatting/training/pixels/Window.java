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
 * The part of an image that a sample shows: a rotated, scaled, perhaps mirrored square.
 *
 * @param centreX the image's x that comes to the middle of the sample, in pixels (0 = left border of the first pixel)
 * @param centreY the image's y that comes to the middle
 * @param scale image pixels per sample pixel; above 1 shrinks
 * @param angle rotation in radians
 * @param mirrored whether the sample is flipped from left to right
 */
public record Window(double centreX, double centreY, double scale, double angle, boolean mirrored) {

  /** The choice of what lies beyond the border of an image. */
  public enum Beyond {
    /** The image mirrored at its border. */
    MIRRORED,
    /** Nothing: transparent. */
    TRANSPARENT
  }

  /** A window on any place of an image that shows no more than the image if it is large enough. */
  public static Window anywhere(RandomGenerator random, StoredImage image, int size, double scale, double angle) {
    double half = size * scale / 2;
    double x = image.width() > 2 * half ? Chance.uniform(random, half, image.width() - half) : image.width() / 2.0;
    double y = image.height() > 2 * half ? Chance.uniform(random, half, image.height() - half) : image.height() / 2.0;
    return new Window(x, y, scale, angle, random.nextBoolean());
  }

  /**
   * The centre nearest to a given one at which a stretch lies within a whole; the middle of the whole if that is
   * shorter.
   */
  public static double inside(double centre, double length, double whole) {
    return whole <= length ? whole / 2 : Math.max(length / 2, Math.min(whole - length / 2, centre));
  }

  /**
   * Samples an image with area averaging in premultiplied colour.
   *
   * @param image with 4 channels, or with 3, which count as opaque
   * @param size columns and rows of the result
   */
  public Layer of(StoredImage image, int size, Beyond beyond) {
    StoredImage level = image;
    double factor = 1;
    while (scale / factor >= 1.9 && level.half() != null) {
      level = level.half();
      factor *= 2;
    }
    double step = scale / factor;
    // Shrinking by less than a half averages 2x2 places of a pixel.
    int grid = step > 1.15 ? 2 : 1;
    double across = Math.cos(angle) * step;
    double down = Math.sin(angle) * step;
    double side = mirrored ? -1 : 1;
    BilinearTaps taps = new BilinearTaps(
        level, beyond == Beyond.MIRRORED, new Layer(size), 1f / (grid * grid), side * across, side * down);
    for (int y = 0; y < size; y++)
      for (int s = 0; s < grid * grid; s++) {
        double u = side * ((s % grid + 0.5) / grid - size / 2.0);
        double v = y + (s / grid + 0.5) / grid - size / 2.0;
        taps.addRow(
            y, centreX / factor + across * u - down * v - 0.5, centreY / factor + down * u + across * v - 0.5);
      }
    Layer layer = taps.layer();
    // Sums of shares may round to more.
    for (int i = 0; i < layer.alpha().length; i++) layer.alpha()[i] = Math.min(1, layer.alpha()[i]);
    return layer;
  }
}
