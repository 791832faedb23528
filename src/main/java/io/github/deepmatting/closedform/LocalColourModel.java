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

import io.github.deepmatting.image.ReducedMap;

/**
 * Alpha as a linear function of the colour near each cell, alpha = a . colour + b, by which an alpha matte is brought
 * to a higher resolution with the higher resolution's colours: the assumption that the matting Laplacian is made of,
 * used for the same purpose in section 5.1 of Levin, Lischinski, Weiss (TPAMI 2008). As in the guided filter (He, Sun,
 * Tang, TPAMI 2013, equations 14 to 16) the function is fitted in each 3x3 window and a cell's is the mean over the
 * windows that hold it.
 */
final class LocalColourModel implements ReducedMap {

  /** Coefficients of a cell: red, green, blue, constant. */
  static final int COEFFICIENTS = 4;

  /** Keeps the coefficients small where the colours of a window hardly differ (noise has a variance of some 1e-5). */
  private static final double REGULARISATION = 1e-5;

  private final MattingGrid grid;
  private final float[][] coefficients;

  /** Fits the functions to the grid's alpha. */
  LocalColourModel(MattingGrid grid, float[][] colours) {
    this.grid = grid;
    coefficients = mean(fit(colours));
  }

  private interface CellVisitor {
    void visit(int column, int row, int number);
  }

  private void forEachCell(CellVisitor visitor) {
    for (int s = 0; s < grid.spans.length; s += 4)
      for (int i = 0; i < grid.spans[s + 3]; i++)
        visitor.visit(grid.spans[s] + i, grid.spans[s + 1], grid.spans[s + 2] + i);
  }

  /** Numbers of the numbered cells of a 3x3 window, as far as the image reaches; returns how many. */
  private int window(int column, int row, int[] numbers) {
    int count = 0;
    int right = Math.min(column + 1, grid.columns - 1);
    for (int y = Math.max(row - 1, 0); y <= Math.min(row + 1, grid.rows - 1); y++)
      for (int x = Math.max(column - 1, 0); x <= right; x++) {
        int number = grid.cells[y * grid.columns + x];
        if (number >= 0) numbers[count++] = number;
      }
    return count;
  }

  private float[][] fit(float[][] colours) {
    float[][] fitted = new float[COEFFICIENTS][grid.size];
    int[] numbers = new int[9];
    ColourScatter scatter = new ColourScatter();
    forEachCell((column, row, number) ->
        fit(colours, numbers, window(column, row, numbers), number, scatter, fitted));
    return fitted;
  }

  private void fit(
      float[][] colours, int[] numbers, int count, int number, ColourScatter scatter, float[][] fitted) {
    double red = 0;
    double green = 0;
    double blue = 0;
    double alpha = 0;
    double lowest = 1;
    double highest = 0;
    for (int k = 0; k < count; k++) {
      int i = numbers[k];
      red += colours[0][i];
      green += colours[1][i];
      blue += colours[2][i];
      double value = grid.alpha[i];
      alpha += value;
      lowest = Math.min(lowest, value);
      highest = Math.max(highest, value);
    }
    red /= count;
    green /= count;
    blue /= count;
    alpha /= count;
    if (highest <= lowest) {
      fitted[3][number] = (float) alpha;
      return;
    }
    scatter.reset(REGULARISATION * count);
    double ra = 0;
    double ga = 0;
    double ba = 0;
    for (int k = 0; k < count; k++) {
      int i = numbers[k];
      double dr = colours[0][i] - red;
      double dg = colours[1][i] - green;
      double db = colours[2][i] - blue;
      double da = grid.alpha[i] - alpha;
      scatter.add(dr, dg, db);
      ra += dr * da;
      ga += dg * da;
      ba += db * da;
    }
    scatter.invert();
    double x = scatter.red(ra, ga, ba);
    double y = scatter.green(ra, ga, ba);
    double z = scatter.blue(ra, ga, ba);
    fitted[0][number] = (float) x;
    fitted[1][number] = (float) y;
    fitted[2][number] = (float) z;
    fitted[3][number] = (float) (alpha - x * red - y * green - z * blue);
  }

  private float[][] mean(float[][] fitted) {
    float[][] means = new float[COEFFICIENTS][grid.size];
    int[] numbers = new int[9];
    forEachCell((column, row, number) -> {
      int count = window(column, row, numbers);
      for (int c = 0; c < COEFFICIENTS; c++) {
        float sum = 0;
        for (int k = 0; k < count; k++) sum += fitted[c][numbers[k]];
        means[c][number] = sum / count;
      }
    });
    return means;
  }

  /** One coefficient of any cell; cells that are not numbered have a constant alpha. */
  float coefficient(int coefficient, int cell) {
    int number = grid.cells[cell];
    if (number >= 0) return coefficients[coefficient][number];
    return coefficient == 3 && number == MattingGrid.FOREGROUND ? 1 : 0;
  }

  /** Sets the unknown cells of a grid of twice the resolution to what this model says of their colours, in [0,1]. */
  void start(MattingGrid fine, float[][] colours) {
    for (int s = 0; s < fine.spans.length; s += 4) {
      int row = fine.spans[s + 1];
      int near = row / 2 * grid.columns;
      int far = other(row, grid.rows) * grid.columns;
      for (int i = 0; i < fine.spans[s + 3]; i++) {
        int number = fine.spans[s + 2] + i;
        if (!fine.unknown[number]) continue;
        int column = fine.spans[s] + i;
        int x = column / 2;
        int otherX = other(column, grid.columns);
        double alpha = 0;
        for (int c = 0; c < COEFFICIENTS; c++) {
          double coefficient =
              0.5625 * coefficient(c, near + x)
                  + 0.1875 * (coefficient(c, near + otherX) + coefficient(c, far + x))
                  + 0.0625 * coefficient(c, far + otherX);
          alpha += c == 3 ? coefficient : coefficient * colours[c][number];
        }
        fine.alpha[number] = Math.min(Math.max(alpha, 0), 1);
      }
    }
  }

  /** The second nearest of a fine cell's coarse cells along an axis. */
  private static int other(int position, int length) {
    return Math.min(Math.max(position % 2 == 0 ? position / 2 - 1 : position / 2 + 1, 0), length - 1);
  }

  @Override
  public Cells cells() {
    return new Cells(grid.factor, grid.columns, grid.rows);
  }

  @Override
  public void read(int channel, int column, int row, int count, float[] out) {
    int start = row * grid.columns + column;
    for (int i = 0; i < count; i++) out[i] = coefficient(channel, start + i);
  }
}
