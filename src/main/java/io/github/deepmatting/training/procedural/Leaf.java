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

/** A single pointed leaf. */
final class Leaf {

  private Leaf() {}

  /**
   * @param x stalk
   * @param y stalk
   * @param angle direction of the tip in radians
   * @param length in pixels
   * @param slenderness widest width as a share of the length
   * @param tone factor on the palette's colour, lighter on one side of the midrib
   */
  static void draw(Layer layer, Palette palette, double x, double y, double angle, double length, double slenderness,
      double tone) {
    int size = layer.size();
    int left = Math.max(0, (int) (x - length - 1));
    int right = Math.min(size - 1, (int) (x + length + 1));
    int top = Math.max(0, (int) (y - length - 1));
    int bottom = Math.min(size - 1, (int) (y + length + 1));
    double cos = Math.cos(angle);
    double sin = Math.sin(angle);
    for (int row = top; row <= bottom; row++)
      for (int column = left; column <= right; column++) {
        double dx = column + 0.5 - x;
        double dy = row + 0.5 - y;
        double u = (dx * cos + dy * sin) / length;
        if (u <= 0 || u >= 1) continue;
        double v = dy * cos - dx * sin;
        double half = length * slenderness / 2 * Math.sin(Math.PI * Math.pow(u, 0.8));
        double coverage = Math.max(0, Math.min(1, half - Math.abs(v) + 0.5)) * Math.min(1, 2 * half);
        if (coverage <= 0) continue;
        double light = tone * (v > 0 ? 1.08 : 0.92) * (Math.abs(v) < 0.5 ? 1.15 : 1);
        palette.blend(layer, row * size + column, coverage, light);
      }
  }
}
