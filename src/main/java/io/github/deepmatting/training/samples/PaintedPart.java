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
package io.github.deepmatting.training.samples;

import io.github.deepmatting.training.pixels.Chance;
import io.github.deepmatting.training.pixels.Layer;
import io.github.deepmatting.trimap.Trimap;
import java.util.random.RandomGenerator;

/**
 * An elliptic part of an object that has colours of its own.
 *
 * @param size side in pixels of the square that the object is drawn in
 * @param x column of the centre
 * @param y row of the centre
 * @param angle of the first half axis, in radians
 * @param length of the first half axis, in pixels
 * @param breadth of the second half axis, in pixels
 */
record PaintedPart(int size, int x, int y, double angle, double length, double breadth) {

  /** The width of the region that a user leaves unknown, relative to the part. */
  private static final double MARGIN = 1.1;

  /** A part around a pixel of the object, if one is found soon. */
  static PaintedPart random(float[] alpha, int size, RandomGenerator random) {
    int centre = pixelOf(alpha, random);
    double angle = Chance.uniform(random, 0, Math.PI);
    double length = Chance.logUniform(random, 12, size * 0.6);
    return new PaintedPart(size, centre % size, centre / size, angle, length,
        length * Chance.logUniform(random, 0.25, 1));
  }

  /** A pixel of the object, or any, if none is found soon. */
  static int pixelOf(float[] alpha, RandomGenerator random) {
    int pixel = random.nextInt(alpha.length);
    for (int tries = 0; tries < 50 && alpha[pixel] < 0.5f; tries++) pixel = random.nextInt(alpha.length);
    return pixel;
  }

  /** Distance from the centre, where 1 is the part's edge. */
  private double radius(int pixel) {
    double dx = pixel % size - x;
    double dy = pixel / size - y;
    double along = (dx * Math.cos(angle) + dy * Math.sin(angle)) / length;
    double across = (dy * Math.cos(angle) - dx * Math.sin(angle)) / breadth;
    return Math.hypot(along, across);
  }

  /**
   * Replaces the object's colours; alpha stays.
   *
   * @param texture three planes of colours, as large as the layer
   */
  void paint(Layer layer, float[] texture) {
    int plane = layer.alpha().length;
    for (int i = 0; i < plane; i++) {
      // The edge of the part is about a pixel wide.
      float share = (float) Math.min(1, Math.max(0, (1 - radius(i)) * breadth + 0.5));
      if (share == 0) continue;
      for (int c = 0; c < 3; c++) {
        int k = c * plane + i;
        layer.colour()[k] += share * (layer.alpha()[i] * texture[k] - layer.colour()[k]);
      }
    }
  }

  /** A trimap in which the part, and what is closely around it, is unknown. */
  Trimap leftUnknown(Trimap trimap) {
    byte[] pixels = new byte[size * size];
    for (int i = 0; i < pixels.length; i++)
      pixels[i] = (byte) (radius(i) < MARGIN ? Trimap.UNKNOWN : trimap.get(i % size, i / size));
    return new Trimap(size, size, pixels);
  }
}
