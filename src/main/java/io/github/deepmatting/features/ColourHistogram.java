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

import java.util.Arrays;

/**
 * Counts the known pixels of similar colour nearby: a histogram over colour and place, as in a bilateral grid (Chen,
 * Paris, Durand, <i>Real-time Edge-Aware Image Processing with the Bilateral Grid</i>, 2007), of known foreground and
 * known background apart. A sample counts in the cell of the image that it lies in, shared linearly among the eight
 * colour nodes around its colour; reading interpolates linearly in colour and between the centres of the cells. Only
 * two rows of cells are held, so reading has to go from top to bottom.
 */
final class ColourHistogram {

  /** Side of a cell of the image in pixels. */
  final int cell;

  private final int bins;
  private final int nodes;
  private final int columns;
  private final int rows;
  private final float[][] held = new float[2][];
  private final int[] heldRow = {-1, -1};
  private final int[] place = new int[8];
  private final float[] share = new float[8];

  /**
   * @param bins colour steps from 0 to 1 of each channel
   * @param cell side of a cell in pixels
   * @param width of the image in pixels
   * @param height of the image in pixels
   */
  ColourHistogram(int bins, int cell, int width, int height) {
    this.bins = bins;
    this.cell = cell;
    nodes = bins + 1;
    columns = (width - 1) / cell + 1;
    rows = (height - 1) / cell + 1;
    for (int i = 0; i < 2; i++) held[i] = new float[Math.multiplyExact(columns, 2 * nodes * nodes * nodes)];
  }

  /** First of the two rows of cells that a pixel position needs; the second follows, if there is one. */
  int firstRow(float y) {
    return (int) Math.min(Math.max((float) Math.floor(y / cell - 0.5f), 0), rows - 1);
  }

  int lastRow(float y) {
    return Math.min(firstRow(y) + 1, rows - 1);
  }

  boolean holds(int row) {
    return heldRow[row & 1] == row;
  }

  /** Makes room for a row of cells, in place of the one two rows above. */
  void begin(int row) {
    Arrays.fill(held[row & 1], 0);
    heldRow[row & 1] = row;
  }

  /** Counts a sample in a row of cells that has begun; region 0 is foreground, 1 background. */
  void add(int region, int x, int row, float red, float green, float blue) {
    locate(red, green, blue);
    float[] counts = held[row & 1];
    int start = x / cell * 2 * nodes * nodes * nodes + region;
    for (int i = 0; i < 8; i++) counts[start + place[i]] += share[i];
  }

  /** Writes the counts of foreground and background around a position (pixel coordinates of a centre) to out. */
  void read(float x, float y, float red, float green, float blue, float[] out) {
    locate(red, green, blue);
    float column = x / cell - 0.5f;
    int left = (int) Math.min(Math.max((float) Math.floor(column), 0), columns - 1);
    int right = Math.min(left + 1, columns - 1);
    float toRight = Math.min(Math.max(column - left, 0), 1);
    int top = firstRow(y);
    float toBottom = top + 1 < rows ? Math.min(Math.max(y / cell - 0.5f - top, 0), 1) : 0;
    out[0] = 0;
    out[1] = 0;
    collect(held[top & 1], left, (1 - toBottom) * (1 - toRight), out);
    collect(held[top & 1], right, (1 - toBottom) * toRight, out);
    if (toBottom == 0) return;
    collect(held[top + 1 & 1], left, toBottom * (1 - toRight), out);
    collect(held[top + 1 & 1], right, toBottom * toRight, out);
  }

  private void collect(float[] counts, int column, float weight, float[] out) {
    if (weight == 0) return;
    int start = column * 2 * nodes * nodes * nodes;
    float foreground = 0;
    float background = 0;
    for (int i = 0; i < 8; i++) {
      foreground += share[i] * counts[start + place[i]];
      background += share[i] * counts[start + place[i] + 1];
    }
    out[0] += weight * foreground;
    out[1] += weight * background;
  }

  /** The eight nodes around a colour and their shares. */
  private void locate(float red, float green, float blue) {
    int r = node(red);
    int g = node(green);
    int b = node(blue);
    float toRed = position(red) - r;
    float toGreen = position(green) - g;
    float toBlue = position(blue) - b;
    for (int i = 0; i < 8; i++) {
      int dr = i >> 2;
      int dg = i >> 1 & 1;
      int db = i & 1;
      place[i] = 2 * (((r + dr) * nodes + g + dg) * nodes + b + db);
      share[i] = (dr == 0 ? 1 - toRed : toRed) * (dg == 0 ? 1 - toGreen : toGreen) * (db == 0 ? 1 - toBlue : toBlue);
    }
  }

  private float position(float value) {
    return Math.min(Math.max(value, 0), 1) * bins;
  }

  private int node(float value) {
    return Math.min((int) position(value), bins - 1);
  }
}
