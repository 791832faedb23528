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
package io.github.deepmatting.closedform;

/**
 * Sums of squares and products of the colours of a window, as differences from their mean: the window's covariance
 * times its number of pixels. Its inverse is what fits alpha as a linear function of the colour. Scratch memory of one
 * thread.
 */
final class ColourScatter {

  private double rr;
  private double gg;
  private double bb;
  private double rg;
  private double rb;
  private double gb;

  /** Adjugate, and the factor that makes it the inverse. */
  private double i00;

  private double i01;
  private double i02;
  private double i11;
  private double i12;
  private double i22;
  private double scale;

  /** Starts afresh, from a multiple of the identity. */
  void reset(double diagonal) {
    rr = diagonal;
    gg = diagonal;
    bb = diagonal;
    rg = 0;
    rb = 0;
    gb = 0;
  }

  /** Adds a pixel by its differences from the mean colour. */
  void add(double red, double green, double blue) {
    rr += red * red;
    gg += green * green;
    bb += blue * blue;
    rg += red * green;
    rb += red * blue;
    gb += green * blue;
  }

  /** Computes the inverse of what was added, for the products below. */
  void invert() {
    i00 = gg * bb - gb * gb;
    i01 = rb * gb - rg * bb;
    i02 = rg * gb - rb * gg;
    i11 = rr * bb - rb * rb;
    i12 = rg * rb - rr * gb;
    i22 = rr * gg - rg * rg;
    scale = 1 / (rr * i00 + rg * i01 + rb * i02);
  }

  /** Red of the inverse times a colour. */
  double red(double red, double green, double blue) {
    return scale * (i00 * red + i01 * green + i02 * blue);
  }

  /** Green of the inverse times a colour. */
  double green(double red, double green, double blue) {
    return scale * (i01 * red + i11 * green + i12 * blue);
  }

  /** Blue of the inverse times a colour. */
  double blue(double red, double green, double blue) {
    return scale * (i02 * red + i12 * green + i22 * blue);
  }
}
