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

import java.util.Arrays;

/** Blurs of square planes, in place; pixels beyond the border repeat the border's. */
public final class Blur {

  private Blur() {}

  /**
   * Convolves planes with a sampled Gaussian, cut off at three standard deviations and normalised.
   *
   * @param values planes of size x size pixels one after the other, row by row
   * @param size columns and rows of a plane
   * @param sigma standard deviation in pixels; 0 changes nothing
   */
  public static void gaussian(float[] values, int size, double sigma) {
    if (sigma <= 0) return;
    int radius = Math.max(1, (int) Math.ceil(3 * sigma));
    // Four shares at a time are added: the last ones may be 0.
    float[] kernel = new float[(2 * radius + 4) / 4 * 4];
    double sum = 0;
    for (int i = -radius; i <= radius; i++) sum += Math.exp(-0.5 * i * i / (sigma * sigma));
    for (int i = -radius; i <= radius; i++)
      kernel[i + radius] = (float) (Math.exp(-0.5 * i * i / (sigma * sigma)) / sum);
    int plane = size * size;
    float[] row = new float[size + kernel.length];
    float[] result = new float[plane];
    for (int start = 0; start < values.length; start += plane) {
      horizontal(values, start, size, kernel, radius, row);
      vertical(values, start, size, kernel, radius, result);
    }
  }

  // Both passes add whole shifted rows, which the compiler turns into vector instructions.
  private static void horizontal(float[] values, int start, int size, float[] kernel, int radius, float[] row) {
    for (int y = 0; y < size; y++) {
      int offset = start + y * size;
      System.arraycopy(values, offset, row, radius, size);
      Arrays.fill(row, 0, radius, values[offset]);
      Arrays.fill(row, radius + size, row.length, values[offset + size - 1]);
      Arrays.fill(values, offset, offset + size, 0);
      for (int k = 0; k < kernel.length; k += 4)
        addScaled(row, k, k + 1, k + 2, k + 3, kernel, k, values, offset, size);
    }
  }

  private static void vertical(float[] values, int start, int size, float[] kernel, int radius, float[] result) {
    Arrays.fill(result, 0);
    for (int y = 0; y < size; y++)
      for (int k = 0; k < kernel.length; k += 4) {
        int first = y + k - radius;
        addScaled(values, rowAt(first, start, size), rowAt(first + 1, start, size), rowAt(first + 2, start, size),
            rowAt(first + 3, start, size), kernel, k, result, y * size, size);
      }
    System.arraycopy(result, 0, values, start, result.length);
  }

  /** The index at which a row of a plane starts; rows beyond the border are those at the border. */
  private static int rowAt(int y, int start, int size) {
    return start + Math.max(0, Math.min(size - 1, y)) * size;
  }

  /** Adds four rows, each times its share. */
  private static void addScaled(float[] from, int first, int second, int third, int fourth, float[] shares, int k,
      float[] to, int offset, int count) {
    float a = shares[k];
    float b = shares[k + 1];
    float c = shares[k + 2];
    float d = shares[k + 3];
    for (int i = 0; i < count; i++)
      to[offset + i] += a * from[first + i] + b * from[second + i] + c * from[third + i] + d * from[fourth + i];
  }

  /**
   * Averages planes along a straight path, as a moving camera or object does.
   *
   * @param length length of the path in pixels
   * @param angle its direction in radians
   */
  public static void motion(float[] values, int size, double length, double angle) {
    int steps = Math.max(2, (int) Math.ceil(length) + 1);
    int plane = size * size;
    float[] result = new float[plane];
    for (int start = 0; start < values.length; start += plane) {
      Arrays.fill(result, 0);
      for (int s = 0; s < steps; s++) {
        double shift = length * ((double) s / (steps - 1) - 0.5);
        addShifted(values, start, size, shift * Math.cos(angle), shift * Math.sin(angle), 1f / steps, result);
      }
      System.arraycopy(result, 0, values, start, plane);
    }
  }

  private static void addShifted(
      float[] values, int start, int size, double dx, double dy, float factor, float[] result) {
    int ix = (int) Math.floor(dx);
    int iy = (int) Math.floor(dy);
    float fx = (float) (dx - ix);
    float fy = (float) (dy - iy);
    int last = size - 1;
    for (int y = 0; y < size; y++) {
      int row0 = start + Math.max(0, Math.min(last, y + iy)) * size;
      int row1 = start + Math.max(0, Math.min(last, y + iy + 1)) * size;
      for (int x = 0; x < size; x++) {
        int x0 = Math.max(0, Math.min(last, x + ix));
        int x1 = Math.max(0, Math.min(last, x + ix + 1));
        float top = values[row0 + x0] + fx * (values[row0 + x1] - values[row0 + x0]);
        float bottom = values[row1 + x0] + fx * (values[row1 + x1] - values[row1 + x0]);
        result[y * size + x] += factor * (top + fy * (bottom - top));
      }
    }
  }
}
