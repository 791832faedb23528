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

import io.github.deepmatting.training.pixels.Layer;

/**
 * Draws lines down to a fraction of a pixel wide. Coverage of a pixel is the overlap of a box of one pixel with the
 * line's cross-section, which is exact along the axes and close to it elsewhere.
 */
final class Pen {

  private final Layer layer;

  Pen(Layer layer) {
    this.layer = layer;
  }

  /**
   * One piece of a line. Each piece owns the pixels that project between its ends, so that pieces joined at their ends
   * cover no pixel twice.
   *
   * @param width0 width at the start in pixels
   * @param width1 width at the end
   * @param opacity in [0,1]
   * @param colour red, green and blue
   */
  void segment(double x0, double y0, double x1, double y1, double width0, double width1, double opacity,
      float[] colour) {
    int size = layer.size();
    double reach = Math.max(width0, width1) / 2 + 0.5;
    int left = Math.max(0, (int) Math.floor(Math.min(x0, x1) - reach));
    int right = Math.min(size - 1, (int) Math.ceil(Math.max(x0, x1) + reach));
    int top = Math.max(0, (int) Math.floor(Math.min(y0, y1) - reach));
    int bottom = Math.min(size - 1, (int) Math.ceil(Math.max(y0, y1) + reach));
    if (left > right || top > bottom) return;
    double dx = x1 - x0;
    double dy = y1 - y0;
    double length = Math.sqrt(dx * dx + dy * dy);
    if (length < 1e-6) return;
    dx /= length;
    dy /= length;
    double slope = (width1 - width0) / length / 2;
    for (int y = top; y <= bottom; y++)
      for (int x = left; x <= right; x++) {
        double px = x + 0.5 - x0;
        double py = y + 0.5 - y0;
        double along = px * dx + py * dy;
        if (along < 0 || along >= length) continue;
        double across = Math.abs(px * dy - py * dx);
        double half = width0 / 2 + slope * along;
        double coverage = Math.min(across + 0.5, half) - Math.max(across - 0.5, -half);
        if (coverage > 0)
          layer.blend(y * size + x, (float) (Math.min(1, coverage) * opacity), colour[0], colour[1], colour[2]);
      }
  }
}
