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

import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.Random;

/** A bristly insect seen from above: thousands of tapering hairs, four translucent wings with veins, bristly legs. */
final class Bee {

  /** An ellipse of the body that hairs grow from; coordinates along and across the body, in pixels. */
  private record Part(double x, double y, double radiusX, double radiusY, int hairs, double length) {}

  private static final Part ABDOMEN = new Part(-88, 0, 92, 60, 15000, 17);
  private static final Part THORAX = new Part(32, 0, 52, 50, 10000, 19);
  private static final Part HEAD = new Part(98, 0, 26, 33, 3500, 12);

  private final Random random;
  private final Layer layer;

  private Bee(Layer layer, long seed) {
    this.layer = layer;
    this.random = new Random(seed);
  }

  static void draw(Layer layer, AffineTransform place, long seed) {
    layer.transform(place);
    new Bee(layer, seed).draw();
  }

  private void draw() {
    for (int side = -1; side <= 1; side += 2) {
      leg(new double[][] {{55, 34 * side}, {92, 74 * side}, {128, 70 * side}, {152, 88 * side}}, 7);
      leg(new double[][] {{34, 40 * side}, {36, 96 * side}, {14, 132 * side}, {22, 158 * side}}, 7.5);
      leg(new double[][] {{8, 36 * side}, {-34, 88 * side}, {-92, 116 * side}, {-122, 138 * side}}, 8.5);
      antenna(side);
    }
    body(ABDOMEN);
    for (int side = -1; side <= 1; side += 2) {
      wing(18, 30 * side, Math.toRadians(158 * side), 118, 44);
      wing(34, 34 * side, Math.toRadians(138 * side), 172, 56);
    }
    body(THORAX);
    body(HEAD);
    for (int side = -1; side <= 1; side += 2) {
      Shape eye = new Ellipse2D.Double(101, 25 * side - 9, 22, 18);
      layer.fill(eye, 0.05, 0.04, 0.05, 1);
      layer.fill(new Ellipse2D.Double(108, 25 * side - 5, 6, 4), 0.75, 0.8, 0.85, 0.5);
    }
  }

  private double between(double from, double to) {
    return from + (to - from) * random.nextDouble();
  }

  /** Yellow and dark bands and a pale tail; each hair a little different. */
  private double[] colour(Part part, double x) {
    boolean yellow;
    double[] base;
    double edge = x + between(-6, 6);
    if (part == ABDOMEN) {
      yellow = edge > -50 && edge < -18 || edge > -122 && edge < -86;
      base = edge < -150 ? new double[] {0.93, 0.87, 0.76} : null;
    } else {
      yellow = part == THORAX ? edge > 54 || edge < 2 : edge > 100;
      base = null;
    }
    if (base == null) base = yellow ? new double[] {0.93, 0.66, 0.16} : new double[] {0.15, 0.11, 0.09};
    return base;
  }

  private void body(Part part) {
    Shape core = new Ellipse2D.Double(part.x - part.radiusX * 0.93, part.y - part.radiusY * 0.93,
        part.radiusX * 1.86, part.radiusY * 1.86);
    layer.fill(core, 0.07, 0.05, 0.04, 1);
    for (int i = 0; i < part.hairs; i++) {
      double angle = between(0, 2 * Math.PI);
      double radius = Math.sqrt((double) (i + 1) / part.hairs) * 0.97;
      // Inner hairs are drawn last: they lie above the outer ones.
      radius = 0.97 - radius + 0.03 * random.nextDouble();
      radius = Math.sqrt(Math.max(0, 1 - (1 - radius) * (1 - radius)));
      if (i % 3 == 0) radius = between(0.8, 0.98) * (1 - 0.6 * i / part.hairs);
      hairOf(part, radius * Math.cos(angle), radius * Math.sin(angle));
    }
  }

  private void hairOf(Part part, double u, double v) {
    double x = part.x + part.radiusX * u;
    double y = part.y + part.radiusY * v;
    double up = Math.sqrt(Math.max(0, 1 - u * u - v * v));
    double directionX = u - 0.35 + between(-0.4, 0.4);
    double directionY = v + between(-0.45, 0.45);
    double size = Math.max(0.2, Math.hypot(directionX, directionY));
    double length = part.length * between(0.6, 1.25) * (0.55 + 0.5 * Math.hypot(u, v));
    if (random.nextInt(25) == 0) length *= 1.5;
    double tipX = x + directionX / size * length;
    double tipY = y + directionY / size * length;
    double bendX = (x + tipX) / 2 + between(-0.22, 0.22) * length;
    double bendY = (y + tipY) / 2 + between(-0.22, 0.22) * length;
    double light = 0.42 + 0.62 * Math.max(0, 0.25 * u - 0.62 * v + 0.7 * up) + between(-0.16, 0.22);
    double[] colour = colour(part, x);
    layer.fill(
        Layer.hair(x, y, bendX, bendY, tipX, tipY, between(0.8, 1.6)),
        colour[0] * light, colour[1] * light, colour[2] * light, 1);
  }

  private void leg(double[][] joints, double width) {
    for (int i = 0; i + 1 < joints.length; i++) {
      double x0 = joints[i][0];
      double y0 = joints[i][1];
      double x1 = joints[i + 1][0];
      double y1 = joints[i + 1][1];
      double thick = width * (1 - 0.28 * i);
      Path2D.Double line = new Path2D.Double();
      line.moveTo(x0, y0);
      line.lineTo(x1, y1);
      layer.fill(stroke(line, thick), 0.10, 0.07, 0.05, 1);
      line = new Path2D.Double();
      line.moveTo(x0 - 0.5, y0 - thick * 0.22);
      line.lineTo(x1 - 0.5, y1 - thick * 0.22);
      layer.fill(stroke(line, thick * 0.25), 0.42, 0.30, 0.20, 0.7);
      double length = Math.hypot(x1 - x0, y1 - y0);
      for (int k = 0; k < length * 2.2; k++) {
        double t = random.nextDouble();
        double x = x0 + t * (x1 - x0);
        double y = y0 + t * (y1 - y0);
        double angle = Math.atan2(y1 - y0, x1 - x0) + (random.nextBoolean() ? 1 : -1) * between(0.5, 1.3);
        double reach = thick * 0.4 + between(3, 9);
        double tipX = x + reach * Math.cos(angle);
        double tipY = y + reach * Math.sin(angle);
        double light = between(0.6, 1.5);
        layer.fill(
            Layer.hair(x, y, (x + tipX) / 2 + between(-1, 1), (y + tipY) / 2 + between(-1, 1), tipX, tipY, 0.9),
            0.20 * light, 0.14 * light, 0.09 * light, 1);
      }
    }
  }

  private void antenna(int side) {
    Path2D.Double line = new Path2D.Double();
    line.moveTo(118, 10 * side);
    line.curveTo(138, 16 * side, 146, 22 * side, 150, 30 * side);
    line.curveTo(166, 34 * side, 186, 36 * side, 200, 52 * side);
    layer.fill(stroke(line, 3.6), 0.09, 0.06, 0.05, 1);
  }

  private static Shape stroke(Shape line, double width) {
    return new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND).createStrokedShape(line);
  }

  /** A membrane that lets most of the background through, a darker rim, branching veins. */
  private void wing(double x, double y, double angle, double length, double width) {
    AffineTransform place = AffineTransform.getTranslateInstance(x, y);
    place.rotate(angle);
    place.scale(1, angle > 0 ? -1 : 1);
    Path2D.Double outline = new Path2D.Double();
    outline.moveTo(0, 0);
    outline.curveTo(length * 0.3, -width * 0.5, length * 0.8, -width * 0.62, length, -width * 0.1);
    outline.curveTo(length * 1.03, width * 0.3, length * 0.6, width * 0.75, length * 0.25, width * 0.32);
    outline.closePath();
    layer.fill(place.createTransformedShape(outline), 0.62, 0.52, 0.40, 0.30);
    Area rim = new Area(stroke(outline, 2.2));
    layer.fill(place.createTransformedShape(rim), 0.22, 0.13, 0.07, 0.85);
    double[][] veins = {
      {0, 0, 0.5, -0.20, 0.93, -0.16}, {0, 0, 0.45, 0.02, 0.97, 0.10}, {0, 0.02, 0.35, 0.22, 0.78, 0.42},
      {0.42, -0.22, 0.46, -0.05, 0.5, 0.03}, {0.66, -0.22, 0.68, 0, 0.72, 0.07}, {0.5, 0.03, 0.52, 0.2, 0.48, 0.3},
      {0.72, 0.07, 0.7, 0.22, 0.68, 0.37}
    };
    for (double[] vein : veins) {
      Path2D.Double line = new Path2D.Double();
      line.moveTo(vein[0] * length, vein[1] * width);
      line.quadTo(vein[2] * length, vein[3] * width, vein[4] * length, vein[5] * width);
      layer.fill(place.createTransformedShape(stroke(line, 1.3)), 0.25, 0.15, 0.08, 0.8);
    }
  }
}
