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

/**
 * Fur and hair: an opaque body from which hundreds to thousands of strands grow, of 0.3 to 1.2 pixels, in tufts, along
 * the outline's normal or a common flow, coloured as the body where they are rooted.
 */
public final class Fur implements ProceduralMatte {

  /** Strands together are at most as long, in pixels, which bounds the time a drawing takes. */
  private static final double LONGEST = 160_000;

  @Override
  public Layer draw(int size, float[] texture, RandomGenerator random) {
    boolean hair = Chance.of(random, 0.4);
    Layer layer = new Layer(size);
    Shape body = Shape.random(random, size);
    // Coats have few colours: calm the texture more often than not.
    double calm = Math.max(Chance.uniform(random, 0.2, 1), random.nextDouble());
    Palette palette = Palette.calmed(size, texture, calm, random);
    Coat coat = Coat.random(random, size, hair);
    // Under long hair there need not be a solid head: then only dense strands make it opaque.
    if (!hair || Chance.of(random, 0.75))
      Solids.fill(layer, body.shrunk(coat.undercoat), palette, Chance.uniform(random, 1, 2 + coat.undercoat));
    grow(layer, body, palette, coat, random);
    return layer;
  }

  /**
   * The manner in which the strands of one drawing grow.
   *
   * @param length in pixels, of a typical strand
   * @param width at the root, in pixels
   * @param depth strands are rooted this far into the body
   * @param undercoat how far the opaque body lies below the outline from which strands grow
   * @param density strands per pixel of the area they are rooted in
   * @param flow common direction in radians
   * @param follow how much strands follow it rather than the outline's normal, in [0,1]
   * @param disorder deviation of single strands in radians
   * @param curl radians that strands turn
   * @param wave amplitude of their waves in radians
   * @param waves waves over a length
   * @param tuft how much neighbours lean together, in radians
   * @param shade deviation of the brightness of single strands, relative
   * @param tip brightness of the tips relative to the roots
   * @param opacity of a strand
   * @param graded whether short strands are more frequent than long ones, so that the fringe fades
   */
  private record Coat(double length, double width, double depth, double undercoat, double density, double flow,
      double follow, double disorder, double curl, double wave, double waves, double tuft, double shade, double tip,
      double opacity, boolean graded) {

    static Coat random(RandomGenerator random, int size, boolean hair) {
      double length = hair ? size * Chance.logUniform(random, 0.2, 0.8) : Chance.logUniform(random, 4, size * 0.25);
      double width = Chance.logUniform(random, 0.3, Chance.of(random, 0.2) ? 2.5 : 1.2);
      double undercoat = Chance.of(random, 0.6) ? Chance.uniform(random, 0, Math.min(20, 0.5 * length)) : 0;
      double depth = undercoat + (Chance.of(random, 0.4)
          ? Chance.logUniform(random, 4, 12) : Chance.logUniform(random, 12, 80));
      // Mostly dense; a few single hairs now and then.
      double density = Chance.of(random, 0.7)
          ? Chance.logUniform(random, 0.1, 0.7) : Chance.logUniform(random, 0.01, 0.1);
      boolean wavy = Chance.of(random, 0.35);
      return new Coat(length, width, depth, undercoat, density, Chance.uniform(random, 0, 2 * Math.PI),
          hair ? Chance.uniform(random, 0.3, 0.95) : Chance.uniform(random, 0, 0.8),
          hair ? Chance.logUniform(random, 0.04, 0.4) : Chance.logUniform(random, 0.05, 0.7),
          Chance.uniform(random, 0, hair ? 1.6 : 1),
          wavy ? Chance.uniform(random, 0.1, 0.8) : 0, Chance.uniform(random, 0.5, 4),
          Chance.of(random, 0.6) ? Chance.uniform(random, 0.2, 0.9) : 0, Chance.uniform(random, 0.05, 0.4),
          Chance.uniform(random, 0.6, 1.6), Chance.of(random, 0.6) ? 1 : Chance.uniform(random, 0.4, 1),
          Chance.of(random, 0.6));
    }

    int strands(Shape body) {
      int area = 0;
      for (float inside : body.distance()) if (inside > 0 && inside < depth) area++;
      return (int) Math.max(40, Math.min(Math.min(6000, LONGEST / length), 0.6 * area * density));
    }
  }

  private static void grow(Layer layer, Shape body, Palette palette, Coat coat, RandomGenerator random) {
    int size = layer.size();
    float[] turn = SmoothNoise.field(random, size, Chance.uniform(random, 20, 90));
    float[] tufts = SmoothNoise.field(random, size, Chance.logUniform(random, 3, 12));
    float[] lengths = SmoothNoise.field(random, size, Chance.uniform(random, 8, 50));
    double bend = Chance.uniform(random, -1, 1) * coat.curl;
    int strands = coat.strands(body);
    Pen pen = new Pen(layer);
    int drawn = 0;
    for (int tries = 0; drawn < strands && tries < 30 * strands; tries++) {
      double x = Chance.uniform(random, 0, size);
      double y = Chance.uniform(random, 0, size);
      double inside = body.at(x, y);
      // More roots lie near the outline: inside the body strands only give texture.
      if (inside < 0 || inside > coat.depth || Chance.of(random, 0.7 * inside / coat.depth)) continue;
      drawn++;
      int cell = (int) y * size + (int) x;
      double outward = body.outward(x, y);
      double flow = coat.flow + 0.8 * turn[cell];
      double angle = outward + coat.follow * Math.IEEEremainder(flow - outward, 2 * Math.PI);
      angle += 0.5 * turn[cell] + coat.tuft * tufts[cell] + coat.disorder * random.nextGaussian() * 0.6;
      double share = random.nextDouble();
      double length = coat.length * (0.75 + 0.5 * lengths[cell]) * (0.3 + (coat.graded ? share * share : share));
      if (Chance.of(random, 0.03)) {
        // Stray hairs.
        length *= 1.5;
        angle += 0.8 * random.nextGaussian();
      }
      double shade = 1 + coat.shade * random.nextGaussian();
      new Strand(x, y, angle, length, coat.width * Chance.uniform(random, 0.6, 1.2), bend + 0.3 * random.nextGaussian(),
          coat.wave, coat.waves, coat.opacity).draw(pen, palette.at(x, y, shade), palette.at(x, y, shade * coat.tip));
    }
  }
}
