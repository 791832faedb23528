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
package io.github.deepmatting.features;

/**
 * Fills the holes of weighted colours by a pyramid (push-pull; Gortler, Grzeszczuk, Szeliski, Cohen, <i>The
 * Lumigraph</i>, SIGGRAPH 1996, section 3.4): weighted averages of 2x2 cells up to a single one, then from coarse to
 * fine every cell takes from the coarser level what its own weight lacks to one. Near known colours dominate, far from
 * any the fill is smooth.
 */
final class PushPull {

  private PushPull() {}

  /**
   * Fills in place.
   *
   * @param colours planes of {@code columns * rows} cells, any value where the weight is 0
   * @param weights in [0,1], one a cell
   * @param fallback the value of each plane if all weights are 0
   */
  static void fill(float[][] colours, float[] weights, int columns, int rows, float[] fallback) {
    if (columns == 1 && rows == 1) {
      if (weights[0] == 0) for (int c = 0; c < colours.length; c++) colours[c][0] = fallback[c];
      return;
    }
    int coarseColumns = (columns + 1) / 2;
    int coarseRows = (rows + 1) / 2;
    float[][] coarse = new float[colours.length][coarseColumns * coarseRows];
    float[] coarseWeights = new float[coarseColumns * coarseRows];
    push(colours, weights, columns, rows, coarse, coarseWeights);
    fill(coarse, coarseWeights, coarseColumns, coarseRows, fallback);
    pull(colours, weights, columns, rows, coarse);
  }

  private static void push(
      float[][] colours, float[] weights, int columns, int rows, float[][] coarse, float[] coarseWeights) {
    int coarseColumns = (columns + 1) / 2;
    for (int row = 0; row < rows; row++)
      for (int column = 0; column < columns; column++) {
        int i = row * columns + column;
        float weight = weights[i];
        if (weight == 0) continue;
        int target = row / 2 * coarseColumns + column / 2;
        coarseWeights[target] += weight;
        for (int c = 0; c < colours.length; c++) coarse[c][target] += weight * colours[c][i];
      }
    for (int i = 0; i < coarseWeights.length; i++) {
      float weight = coarseWeights[i];
      if (weight == 0) continue;
      for (float[] plane : coarse) plane[i] /= weight;
      // One fully known cell of four makes the average count in full: the known spreads as fast as it can.
      coarseWeights[i] = Math.min(weight, 1);
    }
  }

  private static void pull(float[][] colours, float[] weights, int columns, int rows, float[][] coarse) {
    int coarseColumns = (columns + 1) / 2;
    int coarseRows = (rows + 1) / 2;
    for (int row = 0; row < rows; row++) {
      int near = row / 2 * coarseColumns;
      int far = Math.min(Math.max(row % 2 == 0 ? row / 2 - 1 : row / 2 + 1, 0), coarseRows - 1) * coarseColumns;
      for (int column = 0; column < columns; column++) {
        int i = row * columns + column;
        float weight = weights[i];
        if (weight >= 1) continue;
        int x = column / 2;
        int other = Math.min(Math.max(column % 2 == 0 ? x - 1 : x + 1, 0), coarseColumns - 1);
        for (int c = 0; c < colours.length; c++) {
          float[] plane = coarse[c];
          float fill =
              0.5625f * plane[near + x]
                  + 0.1875f * (plane[near + other] + plane[far + x])
                  + 0.0625f * plane[far + other];
          colours[c][i] = weight == 0 ? fill : fill + weight * (colours[c][i] - fill);
        }
      }
    }
  }
}
