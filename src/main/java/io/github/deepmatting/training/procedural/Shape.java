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
package io.github.deepmatting.training.procedural;

import io.github.deepmatting.training.pixels.Chance;
import io.github.deepmatting.training.pixels.SmoothNoise;
import java.util.random.RandomGenerator;

/**
 * The body of an object as a field of (approximately) signed distances to its outline, in pixels, positive inside.
 *
 * @param size columns and rows
 * @param distance the field, row by row
 */
record Shape(int size, float[] distance) {

  /** A large object whose outline passes through the window, or a smaller whole one; perhaps with limbs and holes. */
  static Shape random(RandomGenerator random, int size) {
    boolean large = Chance.of(random, 0.6);
    Shape shape = large ? large(random, size) : blob(random, size, size * Chance.uniform(random, 0.12, 0.42),
        size * Chance.uniform(random, 0.25, 0.75), size * Chance.uniform(random, 0.25, 0.75));
    int limbs = Chance.of(random, 0.5) ? 1 + random.nextInt(5) : 0;
    for (int i = 0; i < limbs; i++) shape = shape.union(limb(random, size));
    int holes = Chance.of(random, 0.2) ? 1 + random.nextInt(8) : 0;
    for (int i = 0; i < holes; i++)
      shape = shape.without(blob(random, size, size * Chance.logUniform(random, 0.02, 0.12),
          size * random.nextDouble(), size * random.nextDouble()));
    if (Chance.of(random, 0.6)) shape = shape.rough(random, Chance.logUniform(random, 3, 40));
    return shape;
  }

  // Its centre lies beyond the window's middle, so that the outline crosses the window.
  private static Shape large(RandomGenerator random, int size) {
    double radius = size * Chance.uniform(random, 0.5, 1.6);
    double angle = Chance.uniform(random, 0, 2 * Math.PI);
    double away = radius + size * Chance.uniform(random, -0.3, 0.15);
    return blob(random, size, radius, size * 0.5 + away * Math.cos(angle), size * 0.5 + away * Math.sin(angle));
  }

  /** A disc whose radius varies with the angle by a few harmonics. */
  static Shape blob(RandomGenerator random, int size, double radius, double centreX, double centreY) {
    int samples = 512;
    float[] radii = new float[samples + 1];
    double amplitude = Chance.uniform(random, 0, 0.3);
    double stretch = Chance.of(random, 0.5) ? Chance.uniform(random, 0, 0.45) : 0;
    double[] amplitudes = new double[7];
    double[] phases = new double[7];
    for (int k = 1; k < 7; k++) {
      amplitudes[k] = (k == 2 ? stretch : 0) + amplitude * (2 * random.nextDouble() - 1) / k;
      phases[k] = Chance.uniform(random, 0, 2 * Math.PI);
    }
    for (int i = 0; i <= samples; i++) {
      double factor = 1;
      for (int k = 1; k < 7; k++) factor += amplitudes[k] * Math.cos(2 * Math.PI * k * i / samples + phases[k]);
      radii[i] = (float) (radius * Math.max(0.25, factor));
    }
    float[] distance = new float[size * size];
    for (int y = 0; y < size; y++)
      for (int x = 0; x < size; x++) {
        double dx = x + 0.5 - centreX;
        double dy = y + 0.5 - centreY;
        double turn = (Math.atan2(dy, dx) / (2 * Math.PI) + 1) % 1 * samples;
        int i = Math.min(samples - 1, (int) turn);
        double r = radii[i] + (turn - i) * (radii[i + 1] - radii[i]);
        distance[y * size + x] = (float) (r - Math.sqrt(dx * dx + dy * dy));
      }
    return new Shape(size, distance);
  }

  /** A straight limb with two radii. */
  static Shape limb(RandomGenerator random, int size) {
    double x0 = size * Chance.uniform(random, -0.1, 1.1);
    double y0 = size * Chance.uniform(random, -0.1, 1.1);
    double angle = Chance.uniform(random, 0, 2 * Math.PI);
    double length = size * Chance.uniform(random, 0.15, 0.9);
    double dx = length * Math.cos(angle);
    double dy = length * Math.sin(angle);
    double thick = size * Chance.logUniform(random, 0.01, 0.12);
    double thin = thick * Chance.uniform(random, 0.4, 1);
    float[] distance = new float[size * size];
    for (int y = 0; y < size; y++)
      for (int x = 0; x < size; x++) {
        double px = x + 0.5 - x0;
        double py = y + 0.5 - y0;
        double t = Math.max(0, Math.min(1, (px * dx + py * dy) / (length * length)));
        double ex = px - t * dx;
        double ey = py - t * dy;
        distance[y * size + x] = (float) (thick + t * (thin - thick) - Math.sqrt(ex * ex + ey * ey));
      }
    return new Shape(size, distance);
  }

  Shape union(Shape other) {
    float[] result = distance.clone();
    for (int i = 0; i < result.length; i++) result[i] = Math.max(result[i], other.distance[i]);
    return new Shape(size, result);
  }

  Shape without(Shape hole) {
    float[] result = distance.clone();
    for (int i = 0; i < result.length; i++) result[i] = Math.min(result[i], -hole.distance[i]);
    return new Shape(size, result);
  }

  /** The same with an uneven outline; the unevenness is gentle enough to keep the field nearly a distance. */
  Shape rough(RandomGenerator random, double spacing) {
    float[] noise = SmoothNoise.octaves(random, size, spacing, 3, 0.5);
    float height = (float) (spacing * Chance.uniform(random, 0.1, 0.4));
    float[] result = distance.clone();
    for (int i = 0; i < result.length; i++) result[i] += height * noise[i];
    return new Shape(size, result);
  }

  /** The same with its outline moved inwards by so many pixels. */
  Shape shrunk(double pixels) {
    float[] result = distance.clone();
    for (int i = 0; i < result.length; i++) result[i] -= (float) pixels;
    return new Shape(size, result);
  }

  float at(double x, double y) {
    int column = Math.max(0, Math.min(size - 1, (int) x));
    int row = Math.max(0, Math.min(size - 1, (int) y));
    return distance[row * size + column];
  }

  /** The direction that leads out of the shape, in radians. */
  double outward(double x, double y) {
    double reach = 3;
    return Math.atan2(at(x, y - reach) - at(x, y + reach), at(x - reach, y) - at(x + reach, y));
  }

  /** Coverage of a pixel by the shape in [0,1] if its edge is a ramp of the given width in pixels. */
  float coverage(int index, double edge) {
    return (float) Math.max(0, Math.min(1, distance[index] / edge + 0.5));
  }
}
