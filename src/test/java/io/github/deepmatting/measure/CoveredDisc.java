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
package io.github.deepmatting.measure;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;

/**
 * A disc whose alpha is the area that it covers of each pixel, exactly: the integral over the pixel's columns of the
 * length of the chord within its rows.
 *
 * @param size columns and rows of the image
 * @param x centre, in pixels from the left border
 * @param y centre, in pixels from the upper border
 * @param radius in pixels
 */
public record CoveredDisc(int size, double x, double y, double radius) {

  public double area() {
    return Math.PI * radius * radius;
  }

  public float[] alpha() {
    float[] alpha = new float[size * size];
    for (int i = 0; i < alpha.length; i++) alpha[i] = (float) coverage(i % size - x, i / size - y);
    return alpha;
  }

  public RandomAccessibleInterval<FloatType> image() {
    return ArrayImgs.floats(alpha(), size, size);
  }

  /** Of the pixel whose upper left corner lies here, as seen from the centre. */
  private double coverage(double left, double top) {
    return below(left, top + 1) - below(left, top);
  }

  /** The area of the disc within [left, left + 1] and above the line at this height, counted from the centre line. */
  private double below(double left, double height) {
    double sign = Math.signum(height);
    double line = Math.min(Math.abs(height), radius);
    double from = Math.max(-radius, Math.min(radius, left));
    double to = Math.max(-radius, Math.min(radius, left + 1));
    // The chord is lower than the line beyond this distance from the vertical axis.
    double flat = Math.sqrt(radius * radius - line * line);
    double a = Math.max(from, Math.min(to, -flat));
    double b = Math.max(from, Math.min(to, flat));
    return sign * (circle(a) - circle(from) + line * (b - a) + circle(to) - circle(b));
  }

  /** An antiderivative of the circle's upper half. */
  private double circle(double t) {
    double u = Math.max(-1, Math.min(1, t / radius));
    return radius * radius / 2 * (Math.asin(u) + u * Math.sqrt(1 - u * u));
  }
}
