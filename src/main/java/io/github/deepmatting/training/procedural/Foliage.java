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

/** Many leaves or blades over a body, dense inside it and loose beyond, with holes between them. */
public final class Foliage implements ProceduralMatte {

  @Override
  public Layer draw(int size, float[] texture, RandomGenerator random) {
    Layer layer = new Layer(size);
    Palette palette = Palette.calmed(size, texture, Chance.uniform(random, 0, 0.8), random);
    Shape body = Shape.random(random, size);
    double length = Chance.logUniform(random, 5, size * 0.2);
    double slenderness = Chance.logUniform(random, 0.06, 0.7);
    double common = Chance.uniform(random, 0, 2 * Math.PI);
    double disorder = Chance.uniform(random, 0.2, 2);
    double loose = Chance.logUniform(random, 4, size * 0.3);
    if (Chance.of(random, 0.4)) Solids.fill(layer, body, palette, Chance.uniform(random, 1, 3));
    int leaves = (int) Math.min(1500, Chance.logUniform(random, 0.3, 2) * size * size
        / (length * length * slenderness));
    for (int i = 0; i < leaves; i++) {
      double x = Chance.uniform(random, -0.1, 1.1) * size;
      double y = Chance.uniform(random, -0.1, 1.1) * size;
      double outside = -body.at(x, y);
      if (outside > 0 && random.nextDouble() > Math.exp(-2 * outside / loose)) continue;
      Leaf.draw(layer, palette, x, y, common + disorder * random.nextGaussian(),
          length * Chance.uniform(random, 0.6, 1.2), slenderness * Chance.uniform(random, 0.7, 1.2),
          Chance.uniform(random, 0.6, 1.25));
    }
    return layer;
  }
}
