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

import io.github.deepmatting.training.pixels.Blur;
import io.github.deepmatting.training.pixels.Chance;
import io.github.deepmatting.training.pixels.Layer;
import io.github.deepmatting.training.pixels.SmoothNoise;
import java.util.random.RandomGenerator;

/** Translucent bodies with a denser rim and bright reflections: glass, bubbles, cells, jelly, plastic. */
public final class Glass implements ProceduralMatte {

  @Override
  public Layer draw(int size, float[] texture, RandomGenerator random) {
    Shape body = Shape.random(random, size);
    Palette palette = Palette.calmed(size, texture, Chance.uniform(random, 0.4, 1), random);
    double base = Chance.logUniform(random, 0.03, 0.7);
    double rim = Chance.of(random, 0.8) ? Chance.uniform(random, 0.1, 0.9) : 0;
    double rimWidth = Chance.logUniform(random, 1.5, size * 0.12);
    double unevenness = Chance.uniform(random, 0, 0.8);
    double edge = Chance.of(random, 0.7) ? Chance.uniform(random, 1, 2.5) : Chance.logUniform(random, 2.5, 20);
    float[] noise = SmoothNoise.octaves(random, size, size * Chance.uniform(random, 0.1, 0.6), 4, 0.55);
    Layer layer = new Layer(size);
    for (int i = 0; i < size * size; i++) {
      float coverage = body.coverage(i, edge);
      if (coverage <= 0) continue;
      double depth = Math.max(0, body.distance()[i]);
      double density = base * (1 + unevenness * noise[i]) + rim * Math.exp(-depth / rimWidth);
      palette.blend(layer, i, coverage * Math.max(0, Math.min(1, density)), 1);
    }
    if (Chance.of(random, 0.8)) layer.over(reflections(size, body, random));
    if (Chance.of(random, 0.35)) solidPart(layer, body, palette, random);
    return layer;
  }

  private static Layer reflections(int size, Shape body, RandomGenerator random) {
    Layer light = new Layer(size);
    Pen pen = new Pen(light);
    int count = 1 + random.nextInt(9);
    for (int i = 0; i < count; i++) {
      float white = (float) Chance.uniform(random, 0.75, 1);
      float[] colour = {white, white, (float) Math.min(1, white * Chance.uniform(random, 0.9, 1.1))};
      double width = Chance.logUniform(random, 0.8, 14);
      new Strand(Chance.uniform(random, 0, size), Chance.uniform(random, 0, size),
          Chance.uniform(random, 0, 2 * Math.PI), size * Chance.logUniform(random, 0.04, 0.5), width,
          Chance.uniform(random, -2, 2), 0, 1, Chance.uniform(random, 0.3, 1)).draw(pen, colour, colour);
    }
    if (Chance.of(random, 0.6)) light.defocus(Chance.logUniform(random, 0.6, 4));
    for (int i = 0; i < size * size; i++) {
      float inside = body.coverage(i, 2);
      light.alpha()[i] *= inside;
      for (int c = 0; c < 3; c++) light.colour()[c * size * size + i] *= inside;
    }
    return light;
  }

  // The opaque stem, handle or content, so that known foreground exists.
  private static void solidPart(Layer layer, Shape body, Palette palette, RandomGenerator random) {
    int size = layer.size();
    Shape part = Shape.random(random, size);
    float[] inside = part.distance().clone();
    for (int i = 0; i < inside.length; i++) inside[i] = Math.min(inside[i], body.distance()[i]);
    Blur.gaussian(inside, size, 1);
    Solids.fill(layer, new Shape(size, inside), palette, Chance.uniform(random, 1, 4));
  }
}
