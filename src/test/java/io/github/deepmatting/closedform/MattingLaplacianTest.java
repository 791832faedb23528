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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.deepmatting.progress.Progress;
import io.github.deepmatting.trimap.Trimap;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Matrix, right-hand side, preconditioner and solver against dense matrices made by numpy. */
class MattingLaplacianTest {

  private final DenseReference reference;
  private final MattingGrid grid;
  private final MattingLaplacian matrix;

  MattingLaplacianTest() throws IOException {
    reference = DenseReference.read();
    grid = MattingGrid.of(reference.trimap(), 1);
    matrix = new MattingLaplacian(grid, numbered(grid, reference.colours()), reference.epsilon(), Progress.NONE);
  }

  private static float[][] numbered(MattingGrid grid, float[][] colours) {
    float[][] numbered = new float[3][grid.size];
    for (int c = 0; c < 3; c++)
      for (int i = 0; i < grid.cells.length; i++)
        if (grid.cells[i] >= 0) numbered[c][grid.cells[i]] = colours[c][i];
    return numbered;
  }

  @Test
  void productsAreThoseOfTheDenseMatrix() {
    double[] x = new double[grid.size];
    Random random = new Random(1);
    for (int i = 0; i < x.length; i++) if (grid.unknown[i]) x[i] = random.nextGaussian();
    double[] product = new double[grid.size];
    double inner = matrix.multiply(x, product);
    double expectedInner = 0;
    int pixels = grid.cells.length;
    for (int i = 0; i < pixels; i++) {
      if (!reference.trimap().isUnknown(i % reference.width(), i / reference.width())) continue;
      double expected = 0;
      for (int j = 0; j < pixels; j++)
        if (grid.cells[j] >= 0) expected += reference.laplacian()[i * pixels + j] * x[grid.cells[j]];
      assertEquals(expected, product[grid.cells[i]], 1e-9);
      expectedInner += expected * x[grid.cells[i]];
    }
    assertEquals(expectedInner, inner, 1e-8);
    for (int i = 0; i < x.length; i++) if (!grid.unknown[i]) assertEquals(0, product[i]);
  }

  @Test
  void knownCellsStandOnTheRightHandSide() {
    int pixels = grid.cells.length;
    for (int i = 0; i < pixels; i++) {
      if (!reference.trimap().isUnknown(i % reference.width(), i / reference.width())) continue;
      double expected = 0;
      for (int j = 0; j < pixels; j++)
        if (reference.trimap().get(j % reference.width(), j / reference.width()) == Trimap.FOREGROUND)
          expected -= reference.laplacian()[i * pixels + j];
      assertEquals(expected, matrix.rightHandSide[grid.cells[i]], 1e-9);
    }
  }

  @Test
  void solutionIsThatOfTheDenseSolver() {
    int steps = ConjugateGradients.solve(grid, matrix, 1e-10, 200, Progress.NONE);
    assertTrue(steps < 40, "took " + steps + " steps for 69 unknown pixels");
    for (int i = 0; i < grid.cells.length; i++)
      if (grid.cells[i] >= 0) assertEquals(reference.alpha()[i], grid.alpha[grid.cells[i]], 1e-6);
  }

  @Test
  void preconditionerIsExactWhereTheMatrixIsFull() {
    // In 3x3 unknown cells all are at most two apart: nothing is left out of the factors.
    byte[] values = new byte[25];
    for (int i = 0; i < 25; i++)
      values[i] = (byte) (i % 5 > 0 && i % 5 < 4 && i / 5 > 0 && i / 5 < 4 ? 128 : i < 5 ? 255 : 0);
    MattingGrid small = MattingGrid.of(new Trimap(5, 5, values), 1);
    Random random = new Random(2);
    float[][] colours = new float[3][small.size];
    for (float[] plane : colours) for (int i = 0; i < plane.length; i++) plane[i] = random.nextFloat();
    MattingLaplacian full = new MattingLaplacian(small, colours, 1e-3, Progress.NONE);
    double[] x = new double[small.size];
    for (int i = 0; i < x.length; i++) if (small.unknown[i]) x[i] = random.nextGaussian();
    double[] product = new double[small.size];
    full.multiply(x, product);
    double[] solved = new double[small.size];
    new IncompleteCholesky(small, full).solve(product, solved);
    for (int i = 0; i < x.length; i++) assertEquals(x[i], solved[i], 1e-4);
  }
}
