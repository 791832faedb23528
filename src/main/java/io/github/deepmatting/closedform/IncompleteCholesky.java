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

import java.util.Arrays;

/**
 * Incomplete Cholesky factors without fill-in, IC(0), of a {@link MattingLaplacian}, as preconditioner (Meijerink and
 * van der Vorst 1977). Where a pivot would not be clearly positive, the diagonal is raised (Manteuffel 1980) and the
 * factors are computed anew.
 */
final class IncompleteCholesky {

  private static final int SLOTS = MattingLaplacian.SLOTS;

  /** A pivot smaller than this part of the diagonal entry makes the factors useless. */
  private static final double SMALLEST_PIVOT = 1e-7;

  /** With a diagonal raised by more than this the factors are worth no more than the diagonal alone. */
  private static final double LARGEST_SHIFT = 1e3;

  /** Triples: slot of q below p, slot of r below p, slot of r below q; ordered by q. */
  private static final int[] UPDATES = updates();

  private final MattingGrid grid;
  private final float[] factor;
  private final double[] inverseDiagonal;

  IncompleteCholesky(MattingGrid grid, MattingLaplacian matrix) {
    this.grid = grid;
    factor = new float[matrix.lower.length];
    inverseDiagonal = new double[grid.size];
    double shift = 0;
    while (!factorise(matrix, shift)) {
      shift = shift == 0 ? 1e-4 : shift * 4;
      if (shift > LARGEST_SHIFT) {
        useDiagonal(matrix);
        return;
      }
    }
  }

  /** Jacobi's preconditioner, for matrices whose rounding leaves no factors. */
  private void useDiagonal(MattingLaplacian matrix) {
    Arrays.fill(factor, 0);
    for (int i = 0; i < inverseDiagonal.length; i++)
      inverseDiagonal[i] = matrix.diagonal[i] > 0 ? 1 / Math.sqrt(matrix.diagonal[i]) : 0;
  }

  private static int[] updates() {
    int[] found = new int[3 * SLOTS * SLOTS];
    int count = 0;
    for (int q = 0; q < SLOTS; q++)
      for (int r = 0; r < q; r++) {
        int rows = (r / 5) - (q / 5);
        int columns = r % 5 - q % 5;
        if (Math.abs(columns) > 2) continue;
        found[count++] = q;
        found[count++] = r;
        found[count++] = 12 + rows * 5 + columns;
      }
    return Arrays.copyOf(found, count);
  }

  private boolean factorise(MattingLaplacian matrix, double shift) {
    int[] neighbour = new int[SLOTS];
    double[] row = new double[SLOTS];
    int[] runs = grid.runs;
    for (int run = 0; run < runs.length; run += 6) {
      for (int i = runs[run]; i < runs[run] + runs[run + 1]; i++) {
        for (int s = 0; s < SLOTS; s++) {
          int step = s < 5 ? runs[run + 2] + s - 2 : s < 10 ? runs[run + 3] + s - 7 : s - 12;
          neighbour[s] = (i + step) * SLOTS;
          row[s] = matrix.lower[i * SLOTS + s];
        }
        int u = 0;
        double pivot = matrix.diagonal[i] * (1 + shift);
        for (int q = 0; q < SLOTS; q++) {
          double value = row[q];
          for (; u < UPDATES.length && UPDATES[u] == q; u += 3)
            value -= row[UPDATES[u + 1]] * factor[neighbour[q] + UPDATES[u + 2]];
          value *= inverseDiagonal[neighbour[q] / SLOTS];
          float rounded = (float) value;
          row[q] = rounded;
          factor[i * SLOTS + q] = rounded;
          pivot -= (double) rounded * rounded;
        }
        if (matrix.diagonal[i] == 0) inverseDiagonal[i] = 0;
        else if (pivot > SMALLEST_PIVOT * matrix.diagonal[i]) inverseDiagonal[i] = 1 / Math.sqrt(pivot);
        else return false;
      }
    }
    return true;
  }

  /** Solves factor * transposed factor * out = x. */
  void solve(double[] x, double[] out) {
    int[] runs = grid.runs;
    for (int run = 0; run < runs.length; run += 6) {
      int end = runs[run] + runs[run + 1];
      int up2 = runs[run + 2];
      int up1 = runs[run + 3];
      for (int i = runs[run]; i < end; i++) {
        int l = i * SLOTS;
        int a = i + up2;
        int b = i + up1;
        double sum =
            x[i]
                - factor[l] * out[a - 2] - factor[l + 1] * out[a - 1] - factor[l + 2] * out[a]
                - factor[l + 3] * out[a + 1] - factor[l + 4] * out[a + 2]
                - factor[l + 5] * out[b - 2] - factor[l + 6] * out[b - 1] - factor[l + 7] * out[b]
                - factor[l + 8] * out[b + 1] - factor[l + 9] * out[b + 2];
        out[i] = (sum - factor[l + 10] * out[i - 2] - factor[l + 11] * out[i - 1]) * inverseDiagonal[i];
      }
    }
    for (int run = runs.length - 6; run >= 0; run -= 6) {
      int up2 = runs[run + 2];
      int up1 = runs[run + 3];
      for (int i = runs[run] + runs[run + 1] - 1; i >= runs[run]; i--) {
        int l = i * SLOTS;
        int a = i + up2;
        int b = i + up1;
        double value = out[i] *= inverseDiagonal[i];
        out[i - 1] -= factor[l + 11] * value;
        out[i - 2] -= factor[l + 10] * value;
        out[b + 2] -= factor[l + 9] * value;
        out[b + 1] -= factor[l + 8] * value;
        out[b] -= factor[l + 7] * value;
        out[b - 1] -= factor[l + 6] * value;
        out[b - 2] -= factor[l + 5] * value;
        out[a + 2] -= factor[l + 4] * value;
        out[a + 1] -= factor[l + 3] * value;
        out[a] -= factor[l + 2] * value;
        out[a - 1] -= factor[l + 1] * value;
        out[a - 2] -= factor[l] * value;
      }
    }
  }
}
