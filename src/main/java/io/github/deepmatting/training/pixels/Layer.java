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
package io.github.deepmatting.training.pixels;

/**
 * A square window with colour and opacity, to be drawn on. Colours are premultiplied (colour times alpha), because only
 * such colours may be averaged: blurring or resizing straight colours brings the colour of invisible pixels in.
 */
public final class Layer {

  /** Opacities below this have no colour of their own worth keeping. */
  private static final float FAINT = 1f / 512;

  private final int size;
  private final float[] alpha;
  private final float[] colour;

  /** A wholly transparent layer of size x size pixels. */
  public Layer(int size) {
    this(size, new float[size * size], new float[3 * size * size]);
  }

  /**
   * @param alpha size x size values in [0,1], row by row; not copied
   * @param colour red, green and blue planes, premultiplied; not copied
   */
  public Layer(int size, float[] alpha, float[] colour) {
    if (alpha.length != size * size || colour.length != 3 * alpha.length)
      throw new IllegalArgumentException("A layer of " + size + "x" + size + " pixels needs as many alphas and three"
          + " times as many colours but got " + alpha.length + " and " + colour.length);
    this.size = size;
    this.alpha = alpha;
    this.colour = colour;
  }

  public int size() {
    return size;
  }

  /** The opacities, row by row; writing to them changes the layer. */
  public float[] alpha() {
    return alpha;
  }

  /** The premultiplied colours, planar; writing to them changes the layer. */
  public float[] colour() {
    return colour;
  }

  /** Puts a straight colour over a pixel with the given coverage in [0,1]. */
  public void blend(int index, float coverage, float red, float green, float blue) {
    float rest = 1 - coverage;
    int plane = alpha.length;
    alpha[index] = coverage + rest * alpha[index];
    colour[index] = coverage * red + rest * colour[index];
    colour[index + plane] = coverage * green + rest * colour[index + plane];
    colour[index + 2 * plane] = coverage * blue + rest * colour[index + 2 * plane];
  }

  /** Puts another layer over this one: alpha becomes 1 - (1 - a1)(1 - a2). */
  public void over(Layer above) {
    int plane = alpha.length;
    for (int i = 0; i < plane; i++) {
      float rest = 1 - above.alpha[i];
      alpha[i] = above.alpha[i] + rest * alpha[i];
      for (int c = i; c < 3 * plane; c += plane) colour[c] = above.colour[c] + rest * colour[c];
    }
  }

  /** Blurs opacity and colour together, as a lens out of focus does. */
  public void defocus(double sigma) {
    Blur.gaussian(alpha, size, sigma);
    Blur.gaussian(colour, size, sigma);
  }

  /** Smears opacity and colour together along a path. */
  public void move(double length, double angle) {
    Blur.motion(alpha, size, length, angle);
    Blur.motion(colour, size, length, angle);
  }

  /**
   * The colours without alpha. Where the layer is transparent they continue those around, from a pyramid of averages,
   * so that every pixel has a plausible foreground colour.
   *
   * @return red, green and blue planes
   */
  public float[] straightColour() {
    return straight(colour, alpha, size);
  }

  private static float[] straight(float[] colour, float[] alpha, int size) {
    int plane = size * size;
    float[] result = new float[3 * plane];
    float[] coarse = size > 1 && hasFaint(alpha) ? coarser(colour, alpha, size) : null;
    int half = (size + 1) / 2;
    for (int y = 0; y < size; y++)
      for (int x = 0; x < size; x++) {
        int i = y * size + x;
        for (int c = 0; c < 3; c++)
          if (alpha[i] >= FAINT) result[c * plane + i] = Math.min(1, colour[c * plane + i] / alpha[i]);
          else if (coarse != null) result[c * plane + i] = between(coarse, c * half * half, half, x, y);
      }
    return result;
  }

  private static boolean hasFaint(float[] alpha) {
    for (float value : alpha) if (value < FAINT) return true;
    return false;
  }

  private static float[] coarser(float[] colour, float[] alpha, int size) {
    int half = (size + 1) / 2;
    float[] weight = new float[half * half];
    float[] sum = new float[3 * half * half];
    for (int y = 0; y < size; y++)
      for (int x = 0; x < size; x++) {
        int i = y * size + x;
        int j = y / 2 * half + x / 2;
        weight[j] += alpha[i];
        for (int c = 0; c < 3; c++) sum[c * weight.length + j] += colour[c * alpha.length + i];
      }
    // A weight above one says no more than one; scaling keeps sum / weight.
    for (int j = 0; j < weight.length; j++)
      if (weight[j] > 1) {
        for (int c = 0; c < 3; c++) sum[c * weight.length + j] /= weight[j];
        weight[j] = 1;
      }
    return straight(sum, weight, half);
  }

  // Bilinear between the centres of the coarser pixels.
  private static float between(float[] coarse, int offset, int half, int x, int y) {
    int x0 = x / 2;
    int y0 = y / 2;
    int x1 = Math.max(0, Math.min(half - 1, x0 + ((x & 1) == 0 ? -1 : 1)));
    int y1 = Math.max(0, Math.min(half - 1, y0 + ((y & 1) == 0 ? -1 : 1)));
    float near = 0.75f * coarse[offset + y0 * half + x0] + 0.25f * coarse[offset + y0 * half + x1];
    float far = 0.75f * coarse[offset + y1 * half + x0] + 0.25f * coarse[offset + y1 * half + x1];
    return 0.75f * near + 0.25f * far;
  }
}
