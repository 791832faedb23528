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

import io.github.deepmatting.image.PixelRows;
import io.github.deepmatting.image.ReducedMap;
import io.github.deepmatting.progress.Progress;
import io.github.deepmatting.trimap.Trimap;
import io.github.deepmatting.trimap.TrimapCheck;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;

/**
 * The colours of the known foreground (channels 0 to 2) and of the known background (3 to 5), extended over the whole
 * image at a quarter of the resolution: averages over the known pixels of each cell, holes filled by {@link PushPull}.
 * Known pixels further than some 256 pixels from any unknown one are left out. A region that is known nowhere (near the
 * unknown) has the mean colour of what was read, 0.5 if nothing was.
 */
final class ExtendedColours implements ReducedMap {

  static final int REDUCTION = 4;

  private final Cells cells;
  private final int columns;
  private final int rows;
  private final float[][] colours;

  ExtendedColours(
      RandomAccessibleInterval<FloatType> rgb, Trimap trimap, ActiveBlocks blocks, Progress progress) {
    TrimapCheck.requireFit(rgb, trimap);
    cells = Cells.of(REDUCTION, trimap.width(), trimap.height());
    columns = cells.columns();
    rows = cells.rows();
    colours = new float[6][columns * rows];
    float[][] weights = new float[2][columns * rows];
    float[] mean = average(rgb, trimap, blocks, weights, progress);
    for (int region = 0; region < 2; region++) {
      progress.checkCancelled();
      float[][] planes = {colours[3 * region], colours[3 * region + 1], colours[3 * region + 2]};
      PushPull.fill(planes, weights[region], columns, rows, mean);
    }
  }

  /** Fills the cells that have known pixels; returns the mean colour of all pixels read. */
  private float[] average(
      RandomAccessibleInterval<FloatType> rgb,
      Trimap trimap,
      ActiveBlocks blocks,
      float[][] weights,
      Progress progress) {
    PixelRows pixels = new PixelRows(rgb);
    float[] row = new float[ActiveBlocks.EDGE];
    double[] sum = new double[3];
    long count = 0;
    for (int blockRow = 0; blockRow < blocks.rows(); blockRow++) {
      progress.checkCancelled();
      for (int blockColumn = 0; blockColumn < blocks.columns(); blockColumn++) {
        if (!blocks.isActive(blockColumn, blockRow)) continue;
        int left = blockColumn * ActiveBlocks.EDGE;
        int top = blockRow * ActiveBlocks.EDGE;
        int width = Math.min(ActiveBlocks.EDGE, pixels.width() - left);
        int height = Math.min(ActiveBlocks.EDGE, pixels.height() - top);
        count += (long) width * height;
        for (int y = top; y < top + height; y++) {
          int firstCell = y / REDUCTION * columns + left / REDUCTION;
          for (int x = 0; x < width; x++) {
            int value = trimap.get(left + x, y);
            if (value != Trimap.UNKNOWN) weights[value == Trimap.FOREGROUND ? 0 : 1][firstCell + x / REDUCTION]++;
          }
          for (int channel = 0; channel < 3; channel++) {
            pixels.read(channel, left, y, width, row, 0);
            for (int x = 0; x < width; x++) {
              sum[channel] += row[x];
              int value = trimap.get(left + x, y);
              if (value != Trimap.UNKNOWN)
                colours[value == Trimap.FOREGROUND ? channel : channel + 3][firstCell + x / REDUCTION] += row[x];
            }
          }
        }
      }
    }
    normalise(weights);
    float[] mean = new float[3];
    for (int channel = 0; channel < 3; channel++) mean[channel] = count == 0 ? 0.5f : (float) (sum[channel] / count);
    return mean;
  }

  /** Turns sums of colours into means, numbers of pixels into parts of a cell. */
  private void normalise(float[][] weights) {
    for (int region = 0; region < 2; region++)
      for (int i = 0; i < columns * rows; i++) {
        float known = weights[region][i];
        if (known == 0) continue;
        for (int channel = 0; channel < 3; channel++) colours[3 * region + channel][i] /= known;
        weights[region][i] = known / (REDUCTION * REDUCTION);
      }
  }

  @Override
  public Cells cells() {
    return cells;
  }

  @Override
  public void read(int channel, int column, int row, int count, float[] out) {
    System.arraycopy(colours[channel], row * columns + column, out, 0, count);
  }
}
