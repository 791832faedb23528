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
 * Says of each unknown pixel's colour if it is known nearby as foreground, as background, as both or not at all: at
 * three widths in colour and place (see {@link #BINS}, {@link #CELLS}) the counts f and b of a {@link ColourHistogram},
 * as f / (f + b + 1) and b / (f + b + 1). Local colours say what closed-form matting does not: that an island of known
 * colours belongs to what it looks like, and that a colour seen nowhere may be either.
 *
 * <p>At half the resolution; 1 and 0 in cells that are wholly known. Held only where something is unknown.
 */
final class KnownColours implements ReducedMap {

  static final int REDUCTION = 2;

  /** Channels: foreground's and background's share for each histogram. */
  static final int CHANNELS = 6;

  /** Colour steps of the three histograms. */
  static final int[] BINS = {32, 16, 8};

  /** Sides of their cells, in pixels. */
  static final int[] CELLS = {128, 128, 64};

  /** Every so many pixels in either direction, a known sample is taken: the mean of 2x2 pixels. */
  static final int SPACING = 4;

  /** The weight of a sample: the number of pixels of half the resolution that it stands for. */
  private static final float SAMPLE = 4;

  private static final int BLOCK = ActiveBlocks.EDGE / REDUCTION;

  private final Trimap trimap;
  private final PixelRows pixels;
  private final ActiveBlocks active;
  private final Cells cells;
  private final int columns;
  private final int rows;
  private final int blockColumns;
  private final byte[][] blocks;
  private final float[][] upper;
  private final float[][] lower;

  KnownColours(
      RandomAccessibleInterval<FloatType> rgb, Trimap trimap, ActiveBlocks active, Progress progress) {
    TrimapCheck.requireFit(rgb, trimap);
    this.trimap = trimap;
    this.active = active;
    pixels = new PixelRows(rgb);
    cells = Cells.of(REDUCTION, trimap.width(), trimap.height());
    columns = cells.columns();
    rows = cells.rows();
    blockColumns = (columns - 1) / BLOCK + 1;
    blocks = new byte[blockColumns * ((rows - 1) / BLOCK + 1)][];
    upper = new float[3][trimap.width()];
    lower = new float[3][trimap.width()];
    fill(progress);
  }

  private void fill(Progress progress) {
    ColourHistogram[] histograms = new ColourHistogram[BINS.length];
    for (int i = 0; i < BINS.length; i++)
      histograms[i] = new ColourHistogram(BINS[i], CELLS[i], trimap.width(), trimap.height());
    boolean[] unknown = new boolean[columns];
    float[] counts = new float[2];
    for (int row = 0; row < rows; row++) {
      if (row % 16 == 0) progress.checkCancelled();
      int first = columns;
      int last = -1;
      for (int column = 0; column < columns; column++) {
        unknown[column] = isUnknown(column, row);
        if (!unknown[column]) continue;
        first = Math.min(first, column);
        last = column;
      }
      if (last < 0) continue;
      float y = REDUCTION * row + 1;
      for (ColourHistogram histogram : histograms)
        for (int cellRow = histogram.firstRow(y); cellRow <= histogram.lastRow(y); cellRow++)
          if (!histogram.holds(cellRow)) count(histogram, cellRow);
      readRows(first * REDUCTION, Math.min((last + 1) * REDUCTION, trimap.width()), REDUCTION * row);
      for (int column = first; column <= last; column++) {
        if (!unknown[column]) continue;
        byte[] block = block(column, row);
        int at = (row % BLOCK * BLOCK + column % BLOCK) * CHANNELS;
        int x = column * REDUCTION;
        for (int i = 0; i < histograms.length; i++) {
          histograms[i].read(x + 1, y, mean(0, x), mean(1, x), mean(2, x), counts);
          float scale = 255 / (SAMPLE * (counts[0] + counts[1]) + 1);
          block[at + 2 * i] = (byte) Math.round(SAMPLE * counts[0] * scale);
          block[at + 2 * i + 1] = (byte) Math.round(SAMPLE * counts[1] * scale);
        }
      }
    }
  }

  /** Counts the known samples of a row of cells. */
  private void count(ColourHistogram histogram, int cellRow) {
    histogram.begin(cellRow);
    int bottom = Math.min((cellRow + 1) * histogram.cell, trimap.height() - 1);
    int lastColumn = trimap.width() - 1;
    for (int y = cellRow * histogram.cell; y < bottom; y += SPACING) {
      for (int left = 0; left < lastColumn; left += ActiveBlocks.EDGE) {
        if (!active.isActive(left / ActiveBlocks.EDGE, y / ActiveBlocks.EDGE)) continue;
        int right = Math.min(left + ActiveBlocks.EDGE, lastColumn + 1);
        readRows(left, right, y);
        for (int x = left; x < right - 1; x += SPACING) {
          int value = trimap.get(x, y);
          if (value == Trimap.UNKNOWN || trimap.get(x + 1, y) != value || trimap.get(x, y + 1) != value
              || trimap.get(x + 1, y + 1) != value) continue;
          histogram.add(value == Trimap.FOREGROUND ? 0 : 1, x, cellRow, mean(0, x), mean(1, x), mean(2, x));
        }
      }
    }
  }

  /** Reads columns left to right - 1 of a row of pixels and of the next one; beyond the last row it is repeated. */
  private void readRows(int left, int right, int y) {
    int next = Math.min(y + 1, trimap.height() - 1);
    for (int channel = 0; channel < 3; channel++) {
      pixels.read(channel, left, y, right - left, upper[channel], left);
      pixels.read(channel, left, next, right - left, lower[channel], left);
    }
  }

  private float mean(int channel, int x) {
    int next = Math.min(x + 1, trimap.width() - 1);
    return (upper[channel][x] + upper[channel][next] + lower[channel][x] + lower[channel][next]) * 0.25f;
  }

  private boolean isUnknown(int column, int row) {
    int right = Math.min(column * REDUCTION + 1, trimap.width() - 1);
    int bottom = Math.min(row * REDUCTION + 1, trimap.height() - 1);
    return trimap.isUnknown(column * REDUCTION, row * REDUCTION) || trimap.isUnknown(right, row * REDUCTION)
        || trimap.isUnknown(column * REDUCTION, bottom) || trimap.isUnknown(right, bottom);
  }

  /** The block of a cell, made where there is none: known cells have their own region's share at one. */
  private byte[] block(int column, int row) {
    int index = row / BLOCK * blockColumns + column / BLOCK;
    if (blocks[index] != null) return blocks[index];
    byte[] block = new byte[BLOCK * BLOCK * CHANNELS];
    int left = column / BLOCK * BLOCK;
    int top = row / BLOCK * BLOCK;
    for (int y = top; y < Math.min(top + BLOCK, rows); y++)
      for (int x = left; x < Math.min(left + BLOCK, columns); x++)
        for (int i = region(x, y); i < CHANNELS; i += 2)
          block[((y - top) * BLOCK + x - left) * CHANNELS + i] = (byte) 255;
    blocks[index] = block;
    return block;
  }

  private int region(int column, int row) {
    return trimap.get(column * REDUCTION, row * REDUCTION) == Trimap.FOREGROUND ? 0 : 1;
  }

  @Override
  public Cells cells() {
    return cells;
  }

  @Override
  public void read(int channel, int column, int row, int count, float[] out) {
    int done = 0;
    while (done < count) {
      int x = column + done;
      int end = Math.min(count, done + BLOCK - x % BLOCK);
      byte[] block = blocks[row / BLOCK * blockColumns + x / BLOCK];
      if (block == null)
        for (int i = done; i < end; i++) out[i] = region(column + i, row) == channel % 2 ? 1 : 0;
      else {
        int at = (row % BLOCK * BLOCK + x % BLOCK) * CHANNELS + channel;
        for (int i = done; i < end; i++, at += CHANNELS) out[i] = (block[at] & 255) * (1 / 255f);
      }
      done = end;
    }
  }
}
