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

import io.github.deepmatting.image.PixelRows;
import io.github.deepmatting.image.Rectangle;
import io.github.deepmatting.network.NetworkConfiguration.Smoothing;
import io.github.deepmatting.progress.Progress;
import io.github.deepmatting.trimap.Trimap;
import io.github.deepmatting.trimap.TrimapCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;

/**
 * Smooths a predicted alpha by the matting Laplacian, as matting by sampling does with its estimates and their
 * confidences (Wang, Cohen, <i>Optimized Color Sampling for Robust Matting</i>, CVPR 2007; Gastal, Oliveira, <i>Shared
 * Sampling for Real-Time Alpha Matting</i>, Eurographics 2010): with the prediction p, the Laplacian L of Levin,
 * Lischinski, Weiss (TPAMI 2008) and a weight w that grows with the network's certainty, the unknown pixels' alpha
 * solves (L + diag(w)) alpha = diag(w) p, known pixels eliminated. What the network is sure of spreads along the
 * colours to the pixels where it is not.
 *
 * <p>Solved in blocks that overlap, each by itself: memory does not grow with the image, and the result does not
 * depend on the number of threads.
 */
public final class AlphaSmoothing {

  /** Blocks are at most as wide and high. */
  private static final int BLOCK = 512;

  /** The pixels that a block reads beyond its border; the weights keep what lies further away from mattering. */
  static final int OVERLAP = 64;

  private static final double TOLERANCE = 1e-3;
  private static final int STEP_LIMIT = 200;

  /** A block that is wholly unknown takes some 90 MB; several at once must not take a large part of the heap. */
  private static final long HEAP_FOR_A_BLOCK = 384L << 20;

  private final RandomAccessibleInterval<FloatType> rgb;
  private final Trimap trimap;
  private final float[] alpha;
  private final Smoothing smoothing;
  private final Progress progress;

  private AlphaSmoothing(RandomAccessibleInterval<FloatType> rgb, Trimap trimap, float[] alpha, Smoothing smoothing,
      Progress progress) {
    this.rgb = rgb;
    this.trimap = trimap;
    this.alpha = alpha;
    this.smoothing = smoothing;
    this.progress = progress;
  }

  /**
   * Smooths the unknown pixels' alpha; the others stay.
   *
   * @param rgb colours, axes x, y, channel (red, green, blue), in [0,1]
   * @param trimap as large as the image
   * @param alpha row by row, in [0,1]; overwritten
   * @param smoothing how strongly
   * @param progress checked for cancellation
   * @throws IllegalArgumentException if the sizes differ or the image has not three channels
   * @throws CancellationException if the user asked to stop; alpha is as it was
   */
  public static void smooth(RandomAccessibleInterval<FloatType> rgb, Trimap trimap, float[] alpha, Smoothing smoothing,
      Progress progress) {
    smooth(rgb, trimap, alpha, smoothing, BLOCK, progress);
  }

  static void smooth(RandomAccessibleInterval<FloatType> rgb, Trimap trimap, float[] alpha, Smoothing smoothing, int block,
      Progress progress) {
    TrimapCheck.requireFit(rgb, trimap);
    if (alpha.length != (long) trimap.width() * trimap.height())
      throw new IllegalArgumentException("The alpha has " + alpha.length + " values but the image "
          + trimap.width() + "x" + trimap.height() + " pixels");
    AlphaSmoothing run = new AlphaSmoothing(rgb, trimap, alpha, smoothing, progress);
    List<Rectangle> blocks = run.blocks(block);
    int atOnce = (int) Math.max(1, Runtime.getRuntime().maxMemory() / HEAP_FOR_A_BLOCK);
    float[][] solved = new float[blocks.size()][];
    for (int first = 0; first < solved.length; first += atOnce)
      IntStream.range(first, Math.min(first + atOnce, solved.length)).parallel()
          .forEach(i -> solved[i] = run.solve(blocks.get(i)));
    // Not before all are solved: blocks read each other's predictions.
    for (int i = 0; i < solved.length; i++) run.put(blocks.get(i), solved[i]);
  }

  /** Blocks of about one size that hold unknown pixels. */
  private List<Rectangle> blocks(int largest) {
    int columns = (trimap.width() - 1) / largest + 1;
    int rows = (trimap.height() - 1) / largest + 1;
    List<Rectangle> blocks = new ArrayList<>();
    for (int row = 0; row < rows; row++)
      for (int column = 0; column < columns; column++) {
        Rectangle block = Rectangle.between(cut(column, columns, trimap.width()), cut(row, rows, trimap.height()),
            cut(column + 1, columns, trimap.width()), cut(row + 1, rows, trimap.height()));
        if (unknowns(block) > 0) blocks.add(block);
      }
    return blocks;
  }

  private static int cut(int part, int parts, int length) {
    return (int) ((long) length * part / parts);
  }

  private int unknowns(Rectangle block) {
    int count = 0;
    for (int y = block.y(); y < block.endY(); y++)
      for (int x = block.x(); x < block.endX(); x++) if (trimap.isUnknown(x, y)) count++;
    return count;
  }

  /** The unknown pixels' alpha, row by row. */
  private float[] solve(Rectangle core) {
    progress.checkCancelled();
    Rectangle block = core.grown(OVERLAP, trimap.width(), trimap.height());
    MattingGrid grid = MattingGrid.of(trimap, block.x(), block.y(), block.width(), block.height());
    float[][] colours = new float[3][grid.size];
    PixelRows pixels = new PixelRows(rgb);
    for (int s = 0; s < grid.spans.length; s += 4) {
      int x = block.x() + grid.spans[s];
      int y = block.y() + grid.spans[s + 1];
      int start = grid.spans[s + 2];
      for (int c = 0; c < 3; c++) pixels.read(c, x, y, grid.spans[s + 3], colours[c], start);
      for (int i = 0; i < grid.spans[s + 3]; i++)
        if (grid.unknown[start + i]) grid.alpha[start + i] = alpha[y * trimap.width() + x + i];
    }
    MattingLaplacian matrix = new MattingLaplacian(grid, colours, smoothing.epsilon(), progress);
    for (int i = 0; i < grid.size; i++)
      if (grid.unknown[i]) matrix.hold(i, grid.alpha[i], smoothing.weight(grid.alpha[i]));
    ConjugateGradients.solve(grid, matrix, TOLERANCE, STEP_LIMIT, progress);
    float[] solved = new float[unknowns(core)];
    int next = 0;
    for (int y = core.y(); y < core.endY(); y++)
      for (int x = core.x(); x < core.endX(); x++)
        if (trimap.isUnknown(x, y)) {
          double value = grid.alpha[grid.cells[(y - block.y()) * grid.columns + x - block.x()]];
          solved[next++] = (float) Math.min(Math.max(value, 0), 1);
        }
    return solved;
  }

  private void put(Rectangle core, float[] solved) {
    int next = 0;
    for (int y = core.y(); y < core.endY(); y++)
      for (int x = core.x(); x < core.endX(); x++)
        if (trimap.isUnknown(x, y)) alpha[y * trimap.width() + x] = solved[next++];
  }
}
