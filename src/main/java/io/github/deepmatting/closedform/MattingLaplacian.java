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

import io.github.deepmatting.progress.Progress;

/**
 * The linear system of closed-form matting: the matting Laplacian of Levin, Lischinski, Weiss, <i>A Closed-Form
 * Solution to Natural Image Matting</i> (TPAMI 2008), equation 12, over the unknown cells of a grid. Known cells are
 * eliminated (their alpha stands on the right-hand side). Windows are the 3x3 ones that lie wholly in the image.
 *
 * <p>An entry of the matrix couples cells at most two columns and rows apart. Of a cell's 24 neighbours the twelve with
 * lower numbers have a slot: 0 to 4 two rows above, from left to right, 5 to 9 one row above, 10 and 11 to the left.
 */
final class MattingLaplacian {

  private static final double SMALLEST_DIAGONAL = 1e-8;

  /** Neighbours with lower numbers. */
  static final int SLOTS = 12;

  private final MattingGrid grid;

  /** Couplings of each cell with its lower neighbours. */
  final double[] lower;

  final double[] diagonal;
  final double[] rightHandSide;

  /**
   * @param colours red, green and blue of the grid's numbered cells
   * @param epsilon weight of the smoothness of the linear colour model
   */
  MattingLaplacian(MattingGrid grid, float[][] colours, double epsilon, Progress progress) {
    this.grid = grid;
    lower = new double[Math.multiplyExact(grid.size, SLOTS)];
    diagonal = new double[grid.size];
    rightHandSide = new double[grid.size];
    Window window = new Window(colours, epsilon);
    int row = -1;
    for (int s = 0; s < grid.spans.length; s += 4) {
      if (grid.spans[s + 1] != row) progress.checkCancelled();
      row = grid.spans[s + 1];
      if (row == 0 || row == grid.rows - 1) continue;
      int begin = Math.max(grid.spans[s], 1);
      int end = Math.min(grid.spans[s] + grid.spans[s + 3], grid.columns - 1);
      for (int column = begin; column < end; column++) {
        int cell = row * grid.columns + column;
        int unknowns = unknowns(cell - grid.columns) + unknowns(cell) + unknowns(cell + grid.columns);
        if (unknowns > 0)
          add(
              window,
              grid.cells[cell - grid.columns] - 1,
              grid.cells[cell] - 1,
              grid.cells[cell + grid.columns] - 1,
              unknowns == 9);
      }
    }
    // A cell unlike all others of each of its windows has a diagonal of almost 0, which rounding may make negative. It
    // is held, weakly, at the alpha that it starts from.
    for (int i = 0; i < diagonal.length; i++)
      if (grid.unknown[i] && diagonal[i] < SMALLEST_DIAGONAL) {
        rightHandSide[i] += (SMALLEST_DIAGONAL - diagonal[i]) * grid.alpha[i];
        diagonal[i] = SMALLEST_DIAGONAL;
      }
  }

  /** Adds a data term: weight (alpha - value)^2 for one unknown cell. */
  void hold(int cell, double value, double weight) {
    diagonal[cell] += weight;
    rightHandSide[cell] += weight * value;
  }

  /** The number of unknown cells among a cell and its neighbours to the left and right. */
  private int unknowns(int cell) {
    int count = 0;
    for (int i = cell - 1; i <= cell + 1; i++) if (grid.cells[i] >= 0 && grid.unknown[grid.cells[i]]) count++;
    return count;
  }

  private void add(Window window, int above, int here, int below, boolean allUnknown) {
    int[] cells = window.cells;
    for (int k = 0; k < 3; k++) {
      cells[k] = above + k;
      cells[3 + k] = here + k;
      cells[6 + k] = below + k;
    }
    window.compute();
    double[] values = window.values;
    int v = 0;
    for (int j = 0; j < 9; j++) {
      int later = cells[j];
      boolean laterUnknown = allUnknown || grid.unknown[later];
      for (int i = 0; i < j; i++, v++) {
        int earlier = cells[i];
        if (allUnknown) lower[later * SLOTS + SLOT[v]] += values[v];
        else if (laterUnknown) {
          if (grid.unknown[earlier]) lower[later * SLOTS + SLOT[v]] += values[v];
          else rightHandSide[later] -= values[v] * grid.alpha[earlier];
        } else if (grid.unknown[earlier]) rightHandSide[earlier] -= values[v] * grid.alpha[later];
      }
      if (laterUnknown) diagonal[later] += values[v];
      v++;
    }
  }

  /** Slot of each pair of a window's cells, in the order of {@link Window#values}. */
  private static final int[] SLOT = slots();

  private static int[] slots() {
    int[] slots = new int[45];
    int v = 0;
    for (int j = 0; j < 9; j++)
      for (int i = 0; i <= j; i++, v++) slots[v] = 12 + (i / 3 - j / 3) * 5 + i % 3 - j % 3;
    return slots;
  }

  /** Product of the matrix with a vector that is zero where no cell is unknown; returns the two's inner product. */
  double multiply(double[] x, double[] out) {
    java.util.Arrays.fill(out, 0);
    int[] runs = grid.runs;
    for (int run = 0; run < runs.length; run += 6) {
      int end = runs[run] + runs[run + 1];
      int up2 = runs[run + 2];
      int up1 = runs[run + 3];
      for (int i = runs[run]; i < end; i++) {
        int l = i * SLOTS;
        int a = i + up2;
        int b = i + up1;
        double value = x[i];
        double sum =
            diagonal[i] * value
                + lower[l] * x[a - 2] + lower[l + 1] * x[a - 1] + lower[l + 2] * x[a]
                + lower[l + 3] * x[a + 1] + lower[l + 4] * x[a + 2]
                + lower[l + 5] * x[b - 2] + lower[l + 6] * x[b - 1] + lower[l + 7] * x[b]
                + lower[l + 8] * x[b + 1] + lower[l + 9] * x[b + 2]
                + lower[l + 10] * x[i - 2] + lower[l + 11] * x[i - 1];
        out[a - 2] += lower[l] * value;
        out[a - 1] += lower[l + 1] * value;
        out[a] += lower[l + 2] * value;
        out[a + 1] += lower[l + 3] * value;
        out[a + 2] += lower[l + 4] * value;
        out[b - 2] += lower[l + 5] * value;
        out[b - 1] += lower[l + 6] * value;
        out[b] += lower[l + 7] * value;
        out[b + 1] += lower[l + 8] * value;
        out[b + 2] += lower[l + 9] * value;
        out[i - 2] += lower[l + 10] * value;
        out[i - 1] += lower[l + 11] * value;
        out[i] += sum;
      }
    }
    double product = 0;
    for (int run = 0; run < runs.length; run += 6)
      for (int i = runs[run]; i < runs[run] + runs[run + 1]; i++) product += x[i] * out[i];
    return product;
  }

  /** One 3x3 window's contribution to the Laplacian. */
  private static final class Window {
    private final float[] red;
    private final float[] green;
    private final float[] blue;
    private final double epsilon;
    private final ColourScatter scatter = new ColourScatter();
    private final double[] r = new double[9];
    private final double[] g = new double[9];
    private final double[] b = new double[9];

    /** Numbers of the cells, row by row. */
    final int[] cells = new int[9];

    /** Lower triangle of the 9x9 matrix, row by row. */
    final double[] values = new double[45];

    Window(float[][] colours, double epsilon) {
      red = colours[0];
      green = colours[1];
      blue = colours[2];
      this.epsilon = epsilon;
    }

    void compute() {
      double meanRed = 0;
      double meanGreen = 0;
      double meanBlue = 0;
      for (int i = 0; i < 9; i++) {
        meanRed += r[i] = red[cells[i]];
        meanGreen += g[i] = green[cells[i]];
        meanBlue += b[i] = blue[cells[i]];
      }
      meanRed /= 9;
      meanGreen /= 9;
      meanBlue /= 9;
      // Nine times the covariance, plus epsilon: the factor of nine is taken out of the inverse again below.
      scatter.reset(epsilon);
      for (int i = 0; i < 9; i++) {
        double dr = r[i] -= meanRed;
        double dg = g[i] -= meanGreen;
        double db = b[i] -= meanBlue;
        scatter.add(dr, dg, db);
      }
      // (cov + epsilon/9 I)^-1 / 9 is the inverse of the sums above.
      scatter.invert();
      int v = 0;
      for (int j = 0; j < 9; j++) {
        double tr = scatter.red(r[j], g[j], b[j]);
        double tg = scatter.green(r[j], g[j], b[j]);
        double tb = scatter.blue(r[j], g[j], b[j]);
        for (int i = 0; i <= j; i++) values[v++] = -1.0 / 9 - (tr * r[i] + tg * g[i] + tb * b[i]);
        values[v - 1] += 1;
      }
    }
  }
}
