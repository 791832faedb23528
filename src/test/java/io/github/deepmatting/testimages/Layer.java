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

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;

/**
 * A transparent layer to draw a foreground on, at several times the resolution. Averaging its premultiplied colours and
 * opacity over a pixel gives the pixel's foreground colour and its alpha, as the definition of a matte has it.
 */
final class Layer {

  private final int width;
  private final int height;
  private final int scale;
  private final BufferedImage image;
  private final Graphics2D graphics;

  Layer(int width, int height, int scale) {
    this.width = width;
    this.height = height;
    this.scale = scale;
    image = new BufferedImage(width * scale, height * scale, BufferedImage.TYPE_INT_ARGB_PRE);
    graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.scale(scale, scale);
  }

  void transform(AffineTransform transform) {
    graphics.transform(transform);
  }

  /** Fills with a colour, red, green, blue and opacity in [0,1]. */
  void fill(Shape shape, double red, double green, double blue, double opacity) {
    graphics.setColor(new Color(clip(red), clip(green), clip(blue), clip(opacity)));
    graphics.fill(shape);
  }

  private static float clip(double value) {
    return (float) Math.max(0, Math.min(1, value));
  }

  /** A hair: a curve from a base to a tip, bent towards a control point, tapering from its width to almost nothing. */
  static Shape hair(double x0, double y0, double bendX, double bendY, double x1, double y1, double width) {
    int steps = 6;
    double[] x = new double[steps + 1];
    double[] y = new double[steps + 1];
    for (int i = 0; i <= steps; i++) {
      double t = (double) i / steps;
      x[i] = (1 - t) * (1 - t) * x0 + 2 * t * (1 - t) * bendX + t * t * x1;
      y[i] = (1 - t) * (1 - t) * y0 + 2 * t * (1 - t) * bendY + t * t * y1;
    }
    Path2D.Double path = new Path2D.Double();
    for (int side = 1; side >= -1; side -= 2)
      for (int k = 0; k <= steps; k++) {
        int i = side > 0 ? k : steps - k;
        int before = Math.max(0, i - 1);
        int after = Math.min(steps, i + 1);
        double dx = x[after] - x[before];
        double dy = y[after] - y[before];
        double half = side * width / 2 * (1 - 0.85 * i / steps) / Math.max(1e-9, Math.hypot(dx, dy));
        if (side > 0 && k == 0) path.moveTo(x[i] - dy * half, y[i] + dx * half);
        else path.lineTo(x[i] - dy * half, y[i] + dx * half);
      }
    path.closePath();
    return path;
  }

  /**
   * Red, green, blue (premultiplied) and alpha, each in [0,1], planes of width * height.
   */
  float[][] average() {
    float[][] planes = new float[4][width * height];
    int[] data = ((java.awt.image.DataBufferInt) image.getRaster().getDataBuffer()).getData();
    float share = 1f / (255 * scale * scale);
    for (int y = 0; y < height * scale; y++)
      for (int x = 0; x < width * scale; x++) {
        int argb = data[y * width * scale + x];
        int i = y / scale * width + x / scale;
        planes[0][i] += (argb >> 16 & 255) * share;
        planes[1][i] += (argb >> 8 & 255) * share;
        planes[2][i] += (argb & 255) * share;
        planes[3][i] += (argb >>> 24) * share;
      }
    return planes;
  }
}
