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

/** Smoke, steam, clouds and splashes: opacity from several octaves of noise within a soft body. */
public final class Smoke implements ProceduralMatte {

  @Override
  public Layer draw(int size, float[] texture, RandomGenerator random) {
    Shape body = Shape.random(random, size);
    Palette palette = Palette.calmed(size, texture, Chance.uniform(random, 0.7, 1), random);
    float[] noise = SmoothNoise.octaves(random, size, size * Chance.uniform(random, 0.15, 0.7), 6,
        Chance.uniform(random, 0.45, 0.7));
    double edge = size * Chance.uniform(random, 0.1, 0.6);
    double gain = Chance.uniform(random, 1, 3.5);
    double bias = Chance.uniform(random, -0.2, 0.6);
    double most = Chance.of(random, 0.6) ? 1 : Chance.uniform(random, 0.3, 1);
    Layer layer = new Layer(size);
    for (int i = 0; i < size * size; i++) {
      double window = body.coverage(i, edge);
      double density = window * (bias + gain * noise[i]) + (window - 0.5) * 0.8;
      float alpha = (float) (most * Math.max(0, Math.min(1, density)));
      if (alpha > 0) palette.blend(layer, i, alpha, 1);
    }
    return layer;
  }
}
