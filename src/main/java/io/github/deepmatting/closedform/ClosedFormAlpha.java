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
import io.github.deepmatting.trimap.Trimap;
import io.github.deepmatting.trimap.TrimapCheck;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.type.numeric.real.FloatType;

/**
 * Closed-form alpha matte: the system of the matting Laplacian of Levin, Lischinski, Weiss, <i>A Closed-Form Solution
 * to Natural Image Matting</i> (TPAMI 2008), solved at a reduced resolution, from coarse to fine, and brought back by
 * the linear functions of the colours that fit it locally ({@link ReducedAlpha}). Time and memory follow the number of
 * unknown pixels, but for one pass over the trimap and one integer a cell of the reduced resolution.
 *
 * <p>An unknown region that touches no known pixel gets 0.5.
 */
public final class ClosedFormAlpha {

  /** Weight of the smoothness of the linear colour model, for colours in [0,1]. */
  public static final double DEFAULT_EPSILON = 1e-7;

  /** The resolution that a network is given: half. */
  public static final int DEFAULT_REDUCTION = 2;

  private static final int COARSEST_FACTOR = 8;
  private static final int FEW_UNKNOWNS = 200;

  /**
   * Stopping here leaves alpha 0.003 (mean over photographs) from the exact solution, no further from the truth than
   * that is.
   */
  private static final double TOLERANCE = 1e-4;

  private static final double CONVERGED = 1e-6;
  private static final int STEP_LIMIT = 300;

  private ClosedFormAlpha() {}

  /** Solves at half the resolution, with the default epsilon. */
  public static ReducedAlpha of(
      RandomAccessibleInterval<FloatType> rgb, Trimap trimap, Progress progress) {
    return of(rgb, trimap, DEFAULT_REDUCTION, DEFAULT_EPSILON, TOLERANCE, STEP_LIMIT, progress);
  }

  /**
   * Closed-form matting at full resolution, solved until alpha changes no more: the method as published.
   *
   * @return alpha, axes x, y, in [0,1]
   */
  public static Img<FloatType> matte(
      RandomAccessibleInterval<FloatType> rgb, Trimap trimap, Progress progress) {
    return of(rgb, trimap, 1, DEFAULT_EPSILON, CONVERGED, 10 * STEP_LIMIT, progress).image();
  }

  /**
   * @param rgb colours, axes x, y, channel, in [0,1]
   * @param trimap as large as the image
   * @param reduction the system is solved at 1/reduction of the resolution
   * @param epsilon positive; smaller values follow the colours more closely
   * @param tolerance the solver stops when the residual is this part of the right-hand side (Euclidean norms)
   * @param stepLimit or after this many steps of a level
   * @param progress checked for cancellation
   * @throws IllegalArgumentException if image and trimap do not fit each other, the reduction is not from 1 to 64 or
   *     epsilon is not positive
   */
  public static ReducedAlpha of(
      RandomAccessibleInterval<FloatType> rgb,
      Trimap trimap,
      int reduction,
      double epsilon,
      double tolerance,
      int stepLimit,
      Progress progress) {
    TrimapCheck.requireFit(rgb, trimap);
    if (reduction < 1 || reduction > 64)
      throw new IllegalArgumentException("The reduction must be from 1 to 64 but is " + reduction);
    if (!(epsilon > 0)) throw new IllegalArgumentException("Epsilon must be positive but is " + epsilon);
    MattingGrid grid = MattingGrid.of(trimap, reduction);
    float[][] colours = ReducedAlpha.colours(grid, rgb);
    int steps = solve(grid, colours, rgb, epsilon, tolerance, stepLimit, progress);
    return ReducedAlpha.of(grid, colours, rgb, trimap, steps);
  }

  private static int solve(
      MattingGrid grid,
      float[][] colours,
      RandomAccessibleInterval<FloatType> rgb,
      double epsilon,
      double tolerance,
      int stepLimit,
      Progress progress) {
    if (grid.unknownCount == 0) return 0;
    if (grid.factor < COARSEST_FACTOR && grid.unknownCount > FEW_UNKNOWNS) {
      MattingGrid coarse = grid.coarser();
      float[][] coarseColours = ReducedAlpha.colours(coarse, rgb);
      solve(coarse, coarseColours, rgb, epsilon, tolerance, stepLimit, progress);
      new LocalColourModel(coarse, coarseColours).start(grid, colours);
    }
    progress.checkCancelled();
    MattingLaplacian matrix = new MattingLaplacian(grid, colours, epsilon, progress);
    int steps = ConjugateGradients.solve(grid, matrix, tolerance, stepLimit, progress);
    for (int i = 0; i < grid.size; i++) grid.alpha[i] = Math.min(Math.max(grid.alpha[i], 0), 1);
    return steps;
  }
}
