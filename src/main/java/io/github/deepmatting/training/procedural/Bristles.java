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
import java.util.random.RandomGenerator;

/** A body with long thin spikes and jointed legs, like an insect's. */
public final class Bristles implements ProceduralMatte {

  @Override
  public Layer draw(int size, float[] texture, RandomGenerator random) {
    Layer layer = new Layer(size);
    Palette palette = Palette.calmed(size, texture, Chance.uniform(random, 0.3, 1), random);
    Shape body = Shape.random(random, size);
    Pen pen = new Pen(layer);
    int legs = random.nextInt(7);
    for (int i = 0; i < legs; i++) leg(pen, body, palette, size, random);
    Solids.fill(layer, body, palette, Chance.uniform(random, 0.8, 2));
    double width = Chance.logUniform(random, 0.6, 4);
    double length = size * Chance.logUniform(random, 0.05, 0.4);
    double lean = Chance.uniform(random, -0.6, 0.6);
    int spikes = 15 + random.nextInt(180);
    for (int i = 0, tries = 0; i < spikes && tries < 5000; tries++) {
      double x = Chance.uniform(random, 0, size);
      double y = Chance.uniform(random, 0, size);
      double inside = body.at(x, y);
      if (inside < 0 || inside > 6) continue;
      i++;
      float[] colour = palette.at(x, y, Chance.uniform(random, 0.4, 1.1));
      double own = length * Chance.uniform(random, 0.4, 1.2);
      new Strand(x, y, body.outward(x, y) + lean + 0.15 * random.nextGaussian(), own,
          width * Chance.uniform(random, 0.6, 1.1), 0.4 * random.nextGaussian(), 0, 1, 1).draw(pen, colour, colour);
    }
    return layer;
  }

  private static void leg(Pen pen, Shape body, Palette palette, int size, RandomGenerator random) {
    double x = Chance.uniform(random, 0, size);
    double y = Chance.uniform(random, 0, size);
    if (body.at(x, y) < 0) return;
    double angle = body.outward(x, y);
    double width = Chance.logUniform(random, 1.5, 9);
    float[] colour = palette.at(x, y, Chance.uniform(random, 0.5, 1.1));
    int joints = 2 + random.nextInt(3);
    for (int j = 0; j < joints; j++) {
      double length = size * Chance.uniform(random, 0.1, 0.3);
      new Strand(x, y, angle, length, width, 0, 0, 1, 1).draw(pen, colour, colour);
      int hairs = random.nextInt(25);
      for (int h = 0; h < hairs; h++) {
        double t = random.nextDouble();
        double side = random.nextBoolean() ? 1 : -1;
        new Strand(x + t * length * Math.cos(angle), y + t * length * Math.sin(angle), angle + side * 0.9,
            Chance.uniform(random, 4, 18), 0.9, 0, 0, 1, 1).draw(pen, colour, colour);
      }
      x += length * 0.97 * Math.cos(angle);
      y += length * 0.97 * Math.sin(angle);
      angle += Chance.uniform(random, -1.2, 1.2);
      width *= 0.7;
    }
  }
}
