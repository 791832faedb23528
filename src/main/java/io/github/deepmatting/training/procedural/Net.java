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
import io.github.deepmatting.training.pixels.Layer;
import io.github.deepmatting.training.pixels.SmoothNoise;
import java.util.random.RandomGenerator;

/** Nets, sieves, lattices and wires: two families of warped lines, sometimes on a solid rim. */
public final class Net implements ProceduralMatte {

  @Override
  public Layer draw(int size, float[] texture, RandomGenerator random) {
    Layer layer = new Layer(size);
    Palette palette = Palette.calmed(size, texture, Chance.uniform(random, 0.2, 1), random);
    Pen pen = new Pen(layer);
    double spacing = Chance.logUniform(random, 4, 40);
    double width = Chance.logUniform(random, 0.5, Math.max(0.8, spacing * 0.3));
    double angle = Chance.uniform(random, 0, Math.PI);
    double crossing = Chance.of(random, 0.5) ? Math.PI / 2 : Chance.uniform(random, 0.5, 1.5);
    float[] warpX = SmoothNoise.field(random, size, Chance.uniform(random, 30, 120));
    float[] warpY = SmoothNoise.field(random, size, Chance.uniform(random, 30, 120));
    double warp = Chance.of(random, 0.7) ? Chance.uniform(random, 0, 14) : 0;
    double shade = Chance.uniform(random, 0, 0.25);
    int families = Chance.of(random, 0.85) ? 2 : 1;
    for (int f = 0; f < families; f++)
      lines(pen, palette, size, spacing, width, angle + f * crossing, warpX, warpY, warp, shade, random);
    if (Chance.of(random, 0.8)) Solids.fill(layer, Shape.random(random, size), palette, 1.5);
    return layer;
  }

  private static void lines(Pen pen, Palette palette, int size, double spacing, double width, double angle,
      float[] warpX, float[] warpY, double warp, double shade, RandomGenerator random) {
    double cos = Math.cos(angle);
    double sin = Math.sin(angle);
    double reach = size * 0.75;
    double step = 4;
    for (double offset = -reach; offset < reach; offset += spacing * Chance.uniform(random, 0.9, 1.1)) {
      double own = width * Chance.uniform(random, 0.8, 1.2);
      double tone = 1 + shade * random.nextGaussian();
      double lastX = Double.NaN;
      double lastY = 0;
      for (double t = -reach; t <= reach; t += step) {
        double x = size / 2.0 + t * cos - offset * sin;
        double y = size / 2.0 + t * sin + offset * cos;
        int cell = Math.max(0, Math.min(size - 1, (int) y)) * size + Math.max(0, Math.min(size - 1, (int) x));
        x += warp * warpX[cell];
        y += warp * warpY[cell];
        if (!Double.isNaN(lastX))
          pen.segment(lastX, lastY, x, y, own, own, 1, palette.at(x, y, tone));
        lastX = x;
        lastY = y;
      }
    }
  }
}
