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

/** Solid bodies with crisp edges, edges out of focus, or smeared by motion. */
public final class Solids implements ProceduralMatte {

  @Override
  public Layer draw(int size, float[] texture, RandomGenerator random) {
    Layer layer = new Layer(size);
    Palette palette = Chance.of(random, 0.5)
        ? Palette.of(size, texture) : Palette.calmed(size, texture, Chance.uniform(random, 0.2, 1), random);
    double kind = random.nextDouble();
    fill(layer, Shape.random(random, size), palette, Chance.uniform(random, 0.8, 2));
    if (kind > 0.5 && kind < 0.8) layer.defocus(Chance.logUniform(random, 0.7, 10));
    if (kind >= 0.8) layer.move(Chance.logUniform(random, 3, 24), Chance.uniform(random, 0, Math.PI));
    return layer;
  }

  /** Fills a shape, its edge a ramp of the given width in pixels. */
  static void fill(Layer layer, Shape shape, Palette palette, double edge) {
    int size = layer.size();
    for (int i = 0; i < size * size; i++) {
      float coverage = shape.coverage(i, edge);
      if (coverage > 0) palette.blend(layer, i, coverage, 1);
    }
  }
}
