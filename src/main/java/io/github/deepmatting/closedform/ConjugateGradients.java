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

/** Preconditioned conjugate gradients for the system of a {@link MattingLaplacian}. */
final class ConjugateGradients {

  private ConjugateGradients() {}

  /**
   * Improves the alpha of the grid's unknown cells until the residual is smaller than {@code tolerance} times the
   * right-hand side (Euclidean norms), or for {@code limit} steps.
   *
   * @return how many steps were done
   */
  static int solve(MattingGrid grid, MattingLaplacian matrix, double tolerance, int limit, Progress progress) {
    double[] x = new double[grid.size];
    for (int i = 0; i < x.length; i++) if (grid.unknown[i]) x[i] = grid.alpha[i];
    double[] residual = new double[grid.size];
    matrix.multiply(x, residual);
    for (int i = 0; i < x.length; i++) residual[i] = matrix.rightHandSide[i] - residual[i];
    double goal = tolerance * tolerance * dot(matrix.rightHandSide, matrix.rightHandSide);
    double[] direction = new double[grid.size];
    int step = 0;
    // A right-hand side of zeros (all known cells background, or none known) is met by the residual's zero alone.
    if (dot(residual, residual) > Math.max(goal, 1e-20 * x.length)) {
      IncompleteCholesky preconditioner = new IncompleteCholesky(grid, matrix);
      double[] product = new double[grid.size];
      double[] preconditioned = new double[grid.size];
      preconditioner.solve(residual, direction);
      double rho = dot(residual, direction);
      while (step < limit) {
        progress.checkCancelled();
        double curvature = matrix.multiply(direction, product);
        if (!(curvature > 0) || !(rho > 0)) break;
        double length = rho / curvature;
        for (int i = 0; i < x.length; i++) x[i] += length * direction[i];
        for (int i = 0; i < x.length; i++) residual[i] -= length * product[i];
        step++;
        if (dot(residual, residual) <= goal) break;
        preconditioner.solve(residual, preconditioned);
        double next = dot(residual, preconditioned);
        double beta = next / rho;
        rho = next;
        for (int i = 0; i < x.length; i++) direction[i] = preconditioned[i] + beta * direction[i];
      }
    }
    for (int i = 0; i < x.length; i++) if (grid.unknown[i]) grid.alpha[i] = x[i];
    return step;
  }

  private static double dot(double[] a, double[] b) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int i = 0;
    for (; i + 3 < a.length; i += 4) {
      s0 += a[i] * b[i];
      s1 += a[i + 1] * b[i + 1];
      s2 += a[i + 2] * b[i + 2];
      s3 += a[i + 3] * b[i + 3];
    }
    for (; i < a.length; i++) s0 += a[i] * b[i];
    return s0 + s1 + s2 + s3;
  }
}
