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
package io.github.deepmatting.testimages;

import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.Random;

/** A single-celled swimmer with a fringe of cilia, in shades of grey. */
final class Ciliate {

  private Ciliate() {}

  /** Draws it at a time from 0 to 1 on its way from the left to the right. */
  static void draw(Layer layer, int width, int height, double time, long seed) {
    AffineTransform place =
        AffineTransform.getTranslateInstance(
            width * (0.38 + 0.24 * time), height * (0.55 - 0.12 * Math.sin(3 * time)));
    place.rotate(-0.35 + 0.5 * time);
    layer.transform(place);
    Random random = new Random(seed);
    double length = height * 0.36;
    double breadth = height * 0.15;
    int cilia = 420;
    for (int i = 0; i < cilia; i++) {
      double angle = 2 * Math.PI * i / cilia;
      double x = length * Math.cos(angle);
      double y = breadth * side(Math.cos(angle)) * Math.sin(angle);
      // A wave of beating runs along the fringe.
      double beat = 0.9 * Math.sin(9 * angle - 14 * time) + 0.25 * random.nextGaussian();
      double outwards = Math.atan2(Math.sin(angle) / breadth, Math.cos(angle) / length) + 0.6 * beat;
      double reach = height * (0.045 + 0.02 * random.nextDouble());
      double tipX = x + reach * Math.cos(outwards);
      double tipY = y + reach * Math.sin(outwards);
      double grey = 0.22 + 0.12 * random.nextDouble();
      layer.fill(
          Layer.hair(x, y, x + reach * 0.5 * Math.cos(outwards - 0.5), y + reach * 0.5 * Math.sin(outwards - 0.5), tipX,
              tipY, 0.9),
          grey, grey, grey, 0.85);
    }
    Path2D.Double body = new Path2D.Double();
    for (int i = 0; i < 200; i++) {
      double angle = 2 * Math.PI * i / 200;
      double x = length * Math.cos(angle);
      double y = breadth * side(Math.cos(angle)) * Math.sin(angle);
      if (i == 0) body.moveTo(x, y);
      else body.lineTo(x, y);
    }
    body.closePath();
    // Nested shapes: darker at the edge, as a refracting body is.
    for (int k = 0; k < 12; k++) {
      double shrink = 1 - 0.035 * k;
      double grey = 0.20 + 0.022 * k;
      layer.fill(AffineTransform.getScaleInstance(shrink, shrink - 0.01 * k).createTransformedShape(body), grey, grey,
          grey, k == 0 ? 0.8 : 1);
    }
    for (int i = 0; i < 90; i++) {
      double angle = 2 * Math.PI * random.nextDouble();
      double far = 0.8 * Math.sqrt(random.nextDouble());
      double radius = height * (0.004 + 0.014 * random.nextDouble());
      double grey = 0.25 + 0.35 * random.nextDouble();
      layer.fill(
          new Ellipse2D.Double(far * length * Math.cos(angle) - radius, far * breadth * Math.sin(angle) - radius,
              2 * radius, 2 * radius),
          grey, grey, grey, 0.7);
    }
  }

  /** Broader behind than in front. */
  private static double side(double along) {
    return 1 - 0.25 * along;
  }
}
