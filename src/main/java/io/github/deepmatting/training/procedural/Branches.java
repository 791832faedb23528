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

/** Twigs and roots that fork again and again, bare or with leaves. */
public final class Branches implements ProceduralMatte {

  @Override
  public Layer draw(int size, float[] texture, RandomGenerator random) {
    Layer layer = new Layer(size);
    Palette wood = Palette.calmed(size, texture, Chance.uniform(random, 0.3, 1), random);
    Palette green = Palette.calmed(size, texture, Chance.uniform(random, 0, 0.9), random);
    double leaves = Chance.of(random, 0.6) ? Chance.uniform(random, 0.1, 0.9) : 0;
    double leaf = Chance.logUniform(random, 4, size * 0.12);
    Tree tree = new Tree(layer, wood, green, leaves, leaf, Chance.uniform(random, 0.2, 0.8), random);
    int trunks = 1 + random.nextInt(4);
    for (int i = 0; i < trunks; i++) {
      double side = Chance.uniform(random, 0, 2 * Math.PI);
      double x = size * (0.5 + 0.55 * Math.cos(side));
      double y = size * (0.5 + 0.55 * Math.sin(side));
      double aim = side + Math.PI + Chance.uniform(random, -0.5, 0.5);
      tree.branch(x, y, aim, size * Chance.uniform(random, 0.2, 0.45), Chance.logUniform(random, 2, 14), 0);
    }
    return layer;
  }

  private record Tree(Layer layer, Palette wood, Palette green, double leaves, double leaf, double spread,
      RandomGenerator random) {

    void branch(double x, double y, double angle, double length, double width, int depth) {
      Pen pen = new Pen(layer);
      int pieces = Math.max(2, (int) (length / 5));
      for (int i = 0; i < pieces; i++) {
        double nx = x + length / pieces * Math.cos(angle);
        double ny = y + length / pieces * Math.sin(angle);
        double w0 = width * (1 - 0.5 * i / pieces);
        double w1 = width * (1 - 0.5 * (i + 1) / pieces);
        pen.segment(x, y, nx, ny, w0, w1, 1, wood.at(x, y, Chance.uniform(random, 0.85, 1.1)));
        x = nx;
        y = ny;
        angle += 0.12 * random.nextGaussian();
        if (depth > 0 && Chance.of(random, leaves * 0.5)) leaf(x, y, angle);
        if (depth < 5 && i > 0 && Chance.of(random, 0.22)) {
          double turn = (random.nextBoolean() ? 1 : -1) * (spread + 0.2 * random.nextGaussian());
          branch(x, y, angle + turn, length * Chance.uniform(random, 0.4, 0.8), Math.max(0.4, w1 * 0.65), depth + 1);
        }
      }
      if (leaves > 0) leaf(x, y, angle);
    }

    private void leaf(double x, double y, double angle) {
      double turned = angle + random.nextGaussian() * 0.8;
      Leaf.draw(layer, green, x, y, turned, leaf * Chance.uniform(random, 0.6, 1.2),
          Chance.uniform(random, 0.2, 0.6), Chance.uniform(random, 0.6, 1.2));
    }
  }
}
