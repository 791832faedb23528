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

/**
 * A tapering curved strand: a hair, a bristle, a blade of grass.
 *
 * @param x root
 * @param y root
 * @param angle direction at the root in radians
 * @param length in pixels
 * @param width at the root in pixels
 * @param curvature radians turned over the whole length
 * @param wave amplitude of a wiggle of the direction, in radians
 * @param waves how many wiggles over the length
 * @param opacity in [0,1]
 */
record Strand(
    double x, double y, double angle, double length, double width, double curvature, double wave, double waves,
    double opacity) {

  private static final double STEP = 2.5;

  /**
   * Draws it from root to tip.
   *
   * @param root red, green and blue at the root
   * @param tip at the tip
   */
  void draw(Pen pen, float[] root, float[] tip) {
    int steps = Math.max(2, (int) Math.ceil(length / STEP));
    double step = length / steps;
    double px = x;
    double py = y;
    float[] colour = new float[3];
    for (int i = 0; i < steps; i++) {
      double t = (i + 0.5) / steps;
      double direction = angle + curvature * t + wave * Math.sin(2 * Math.PI * waves * t);
      double nx = px + step * Math.cos(direction);
      double ny = py + step * Math.sin(direction);
      for (int c = 0; c < 3; c++) colour[c] = root[c] + (float) t * (tip[c] - root[c]);
      pen.segment(px, py, nx, ny, taper((double) i / steps), taper((i + 1.0) / steps), opacity, colour);
      px = nx;
      py = ny;
    }
  }

  private double taper(double t) {
    return width * (1 - 0.85 * t * t);
  }
}
