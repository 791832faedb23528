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
package io.github.deepmatting.image;

import java.util.Arrays;

/**
 * Brings the rows of a {@link ReducedMap} back to full resolution by bilinear interpolation between the centres of the
 * cells; beyond the outermost centres the outermost cells go on. For one range of columns and one thread; fastest if
 * rows are asked for in order, since the two rows of cells read last are kept.
 */
public final class BilinearRows {

  private final ReducedMap map;
  private final int firstCell;
  private final int cells;
  private final int[] left;
  private final float[] rightWeight;
  private final float[][] upper;
  private final float[][] lower;
  private final int[] upperRow;
  private final int[] lowerRow;
  private final float[] blended;

  /**
   * @param channels of the map
   * @param x first pixel column
   * @param count pixel columns
   */
  public BilinearRows(ReducedMap map, int channels, int x, int count) {
    this.map = map;
    firstCell = floor(position(x), map.cells().columns());
    cells = Math.min(floor(position(x + count - 1), map.cells().columns()) + 1, map.cells().columns() - 1) - firstCell + 1;
    left = new int[count];
    rightWeight = new float[count];
    for (int i = 0; i < count; i++) {
      float position = position(x + i);
      int cell = floor(position, map.cells().columns());
      left[i] = cell - firstCell;
      rightWeight[i] = weight(position, cell, map.cells().columns());
    }
    upper = new float[channels][cells];
    lower = new float[channels][cells];
    upperRow = new int[channels];
    lowerRow = new int[channels];
    Arrays.fill(upperRow, -1);
    Arrays.fill(lowerRow, -1);
    // One more than there are, so that the right neighbour of the last cell exists; its weight is zero.
    blended = new float[cells + 1];
  }

  private float position(int pixel) {
    return (pixel + 0.5f) / map.cells().reduction() - 0.5f;
  }

  private static int floor(float position, int cells) {
    return Math.min(Math.max((int) Math.floor(position), 0), cells - 1);
  }

  private static float weight(float position, int cell, int cells) {
    return cell + 1 >= cells ? 0 : Math.max(0, position - cell);
  }

  /** Writes the range of columns of pixel row {@code y} of one channel to the beginning of out. */
  public void read(int channel, int y, float[] out) {
    float position = position(y);
    int row = floor(position, map.cells().rows());
    float weight = weight(position, row, map.cells().rows());
    load(channel, row, weight > 0);
    float[] above = upper[channel];
    if (weight > 0) {
      float[] below = lower[channel];
      for (int i = 0; i < cells; i++) blended[i] = above[i] + weight * (below[i] - above[i]);
    } else System.arraycopy(above, 0, blended, 0, cells);
    for (int i = 0; i < left.length; i++) {
      float value = blended[left[i]];
      out[i] = value + rightWeight[i] * (blended[left[i] + 1] - value);
    }
  }

  /** Brings a row of cells, and if wanted the next one, into memory. */
  private void load(int channel, int row, boolean next) {
    if (upperRow[channel] != row) {
      float[] previous = upper[channel];
      if (lowerRow[channel] == row) {
        upper[channel] = lower[channel];
        lower[channel] = previous;
        lowerRow[channel] = -1;
      } else map.read(channel, firstCell, row, cells, previous);
      upperRow[channel] = row;
    }
    if (next && lowerRow[channel] != row + 1) {
      map.read(channel, firstCell, row + 1, cells, lower[channel]);
      lowerRow[channel] = row + 1;
    }
  }
}
