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

import io.github.deepmatting.image.DistanceTransform;
import io.github.deepmatting.progress.Progress;
import io.github.deepmatting.training.pixels.Chance;
import io.github.deepmatting.training.pixels.SmoothNoise;
import io.github.deepmatting.trimap.Trimap;
import java.util.random.RandomGenerator;

/**
 * Trimaps such as people draw, from a true alpha: the soft pixels and a band around them of random width, independent
 * inside and outside, even or brushed, sometimes filled between strands, sometimes with more unknown than needed.
 *
 * @param inner width in pixels that the known foreground is shrunk by
 * @param outer width in pixels that the known background is shrunk by
 * @param unevenness how much the widths vary along the outline, in [0,1)
 * @param wavelength over how many pixels they vary
 * @param closing gaps between soft parts up to twice as wide (in pixels) become unknown; 0 for none
 * @param strokes brush strokes of unknown over known pixels
 * @param patch radius in pixels of one wide patch of unknown on the object, as where a part of it (a flag, a wing) is
 *     left unmarked, so that its colours are nowhere known; 0 for none
 */
record RandomTrimap(
    double inner, double outer, double unevenness, double wavelength, double closing, int strokes, double patch) {

  /** A pixel whose alpha is less is background. */
  static final float BACKGROUND_BELOW = 3f / 255;

  /** A pixel whose alpha is at least this is foreground. */
  static final float FOREGROUND_FROM = 252f / 255;

  /** The share of trimaps whose unknown region is as wide as where nobody took pains. */
  private static final double WIDE = 0.2;

  /** The largest width then, on either side of the outline, as a part of the sample. */
  private static final double WIDEST = 0.25;

  /**
   * Draws the widths.
   *
   * @param size columns and rows of the sample; the larger it is, the wider the unknown region may be
   * @param narrower from 1 down: how much to hold them back, if a wider trimap left nothing known
   */
  static RandomTrimap random(RandomGenerator random, int size, double narrower) {
    double widest = Math.max(50, WIDEST * size);
    double base = Chance.of(random, WIDE) ? Chance.logUniform(random, 30, widest) : Chance.logUniform(random, 3, 50);
    double inner = Chance.of(random, 0.2) ? Chance.uniform(random, 0, 2)
        : Math.min(1.2 * widest, base * Chance.logUniform(random, 0.3, 1.5));
    double outer = Math.min(1.4 * widest, base * Chance.logUniform(random, 0.5, 2));
    return new RandomTrimap(inner * narrower, outer * narrower,
        Chance.of(random, 0.5) ? Chance.uniform(random, 0.2, 0.8) : 0, Chance.logUniform(random, 6, 60),
        Chance.of(random, 0.35) ? Chance.logUniform(random, 4, 30) * narrower : 0,
        Chance.of(random, 0.25) ? 1 + random.nextInt(3) : 0,
        Chance.of(random, 0.3) ? Chance.logUniform(random, 20, 90) * narrower : 0);
  }

  /** Makes the trimap of an alpha of size x size pixels. */
  Trimap of(float[] alpha, int size, RandomGenerator random) {
    float[] noise = unevenness > 0 ? SmoothNoise.octaves(random, size, wavelength, 2, 0.5) : null;
    float[] other = unevenness > 0 ? SmoothNoise.octaves(random, size, wavelength, 2, 0.5) : null;
    float[] toForeign = DistanceTransform.distances(size, size, i -> alpha[i] < FOREGROUND_FROM, Progress.NONE);
    float[] toObject = DistanceTransform.distances(size, size, i -> alpha[i] >= BACKGROUND_BELOW, Progress.NONE);
    boolean[] closed = closing > 0 ? closed(toObject, size) : null;
    byte[] pixels = new byte[size * size];
    for (int i = 0; i < pixels.length; i++) {
      double in = inner * (noise == null ? 1 : 1 + unevenness * noise[i]);
      double out = outer * (other == null ? 1 : 1 + unevenness * other[i]);
      int value = Trimap.UNKNOWN;
      if (alpha[i] >= FOREGROUND_FROM && toForeign[i] > in) value = Trimap.FOREGROUND;
      else if (alpha[i] < BACKGROUND_BELOW && toObject[i] > out && (closed == null || !closed[i]))
        value = Trimap.BACKGROUND;
      pixels[i] = (byte) value;
    }
    for (int s = 0; s < strokes; s++) stroke(pixels, size, random);
    if (patch > 0) patch(pixels, alpha, size, random);
    return new Trimap(size, size, pixels);
  }

  // Grown by outer + closing and shrunk by closing, as one who paints around a tuft rather than around each hair.
  private boolean[] closed(float[] toObject, int size) {
    double grown = outer + closing;
    float[] toOutside = DistanceTransform.distances(size, size, i -> toObject[i] > grown, Progress.NONE);
    boolean[] result = new boolean[toObject.length];
    for (int i = 0; i < result.length; i++) result[i] = toOutside[i] > closing;
    return result;
  }

  private void patch(byte[] pixels, float[] alpha, int size, RandomGenerator random) {
    int centre = PaintedPart.pixelOf(alpha, random);
    double stretch = Chance.logUniform(random, 0.5, 2);
    for (int i = 0; i < pixels.length; i++) {
      double dx = (i % size - centre % size) * stretch;
      double dy = (i / size - centre / size) / stretch;
      if (dx * dx + dy * dy < patch * patch) pixels[i] = (byte) Trimap.UNKNOWN;
    }
  }

  private void stroke(byte[] pixels, int size, RandomGenerator random) {
    double radius = Chance.logUniform(random, 3, Math.max(4, outer));
    double x = Chance.uniform(random, 0, size);
    double y = Chance.uniform(random, 0, size);
    double angle = Chance.uniform(random, 0, 2 * Math.PI);
    int dabs = 1 + random.nextInt(12);
    for (int d = 0; d < dabs; d++) {
      for (int py = (int) Math.max(0, y - radius); py < Math.min(size, y + radius); py++)
        for (int px = (int) Math.max(0, x - radius); px < Math.min(size, x + radius); px++)
          if ((px - x) * (px - x) + (py - y) * (py - y) < radius * radius)
            pixels[py * size + px] = (byte) Trimap.UNKNOWN;
      angle += 0.5 * random.nextGaussian();
      x += radius * 0.6 * Math.cos(angle);
      y += radius * 0.6 * Math.sin(angle);
    }
  }
}
