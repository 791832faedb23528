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

import io.github.deepmatting.trimap.Trimap;
import java.util.Arrays;

/**
 * A trimap at a reduced resolution, and a numbering of the cells that a matting Laplacian needs: the unknown
 * ones and a margin of three cells around them. A cell is known foreground or background only if all its pixels are, so
 * that no unknown pixel is taken for known.
 *
 * <p>Cells are numbered row by row. Because of the margin (two cells would do for this, the third is for {@link
 * LocalColourModel}), a run of neighbouring unknown cells in one row has the cells
 * of its two rows above and below, two further on either side, under consecutive numbers as well: from a cell to any of
 * its 5x5 neighbourhood the difference of numbers is constant along a run. Rows beyond the image's border are given
 * numbers behind the last cell, where all vectors are zero.
 */
final class MattingGrid {

  /** Code in {@link #cells} of known background that is not numbered. */
  static final int BACKGROUND = -1;

  /** Code in {@link #cells} of known foreground that is not numbered. */
  static final int FOREGROUND = -2;

  private static final int MARGIN = 3;
  private static final int UNKNOWN = -3;
  private static final int BACKGROUND_MARGIN = -4;
  private static final int FOREGROUND_MARGIN = -5;

  /** Numbers below this belong to no cell, so that neighbours to the left of the first cell can be read. */
  private static final int FIRST = 4;

  /** Columns, rows and pixels a cell's edge. */
  final int columns;

  final int rows;
  final int factor;

  /** Number of each cell, row by row, or {@link #BACKGROUND} or {@link #FOREGROUND}. */
  final int[] cells;

  /** Length that arrays over numbers need. */
  final int size;

  /** True for the numbered cells that are unknown. */
  final boolean[] unknown;

  /** Alpha of the numbered cells: 0 or 1 where known; 0.5 elsewhere until solved. */
  final double[] alpha;

  /** Spans of numbered cells: column, row, number of the first, length; and so on. */
  final int[] spans;

  /** Runs of unknown cells: number of the first, length, steps to the cell 2 and 1 rows above, 1 and 2 rows below. */
  final int[] runs;

  final int unknownCount;

  /** Reduces a trimap. */
  static MattingGrid of(Trimap trimap, int factor) {
    int columns = (trimap.width() - 1) / factor + 1;
    int rows = (trimap.height() - 1) / factor + 1;
    int[] cells = new int[Math.multiplyExact(columns, rows)];
    for (int y = 0; y < trimap.height(); y++) {
      int row = y / factor * columns;
      boolean first = y % factor == 0;
      for (int column = 0; column < columns; column++) {
        int end = Math.min((column + 1) * factor, trimap.width());
        int code = first ? 0 : cells[row + column];
        for (int x = column * factor; x < end; x++) code = merge(code, code(trimap.get(x, y)));
        cells[row + column] = code;
      }
    }
    return new MattingGrid(columns, rows, factor, cells);
  }

  /** A part of a trimap at full resolution; its border counts as the image's. */
  static MattingGrid of(Trimap trimap, int x, int y, int columns, int rows) {
    int[] codes = new int[Math.multiplyExact(columns, rows)];
    for (int row = 0, i = 0; row < rows; row++)
      for (int column = 0; column < columns; column++, i++) codes[i] = code(trimap.get(x + column, y + row));
    return new MattingGrid(columns, rows, 1, codes);
  }

  private static int code(int value) {
    return value == Trimap.UNKNOWN ? UNKNOWN : value == Trimap.BACKGROUND ? BACKGROUND : FOREGROUND;
  }

  private static int merge(int code, int other) {
    return code == 0 || code == other ? other : UNKNOWN;
  }

  /** The same at half the resolution. */
  MattingGrid coarser() {
    int coarseColumns = (columns + 1) / 2;
    int coarseRows = (rows + 1) / 2;
    int[] codes = new int[coarseColumns * coarseRows];
    for (int row = 0; row < rows; row++)
      for (int column = 0; column < columns; column++) {
        int cell = cells[row * columns + column];
        if (cell >= 0) cell = unknown[cell] ? UNKNOWN : alpha[cell] == 0 ? BACKGROUND : FOREGROUND;
        int target = row / 2 * coarseColumns + column / 2;
        codes[target] = merge(codes[target], cell);
      }
    return new MattingGrid(coarseColumns, coarseRows, factor * 2, codes);
  }

  private MattingGrid(int columns, int rows, int factor, int[] codes) {
    this.columns = columns;
    this.rows = rows;
    this.factor = factor;
    cells = codes;
    markMargin();
    int count = 0;
    int unknownCells = 0;
    for (int code : codes) {
      if (code <= UNKNOWN) count++;
      if (code == UNKNOWN) unknownCells++;
    }
    unknownCount = unknownCells;
    // Behind the cells, room for a run (no longer than a row) and its neighbours, where everything stays zero.
    size = FIRST + count + columns + 8;
    unknown = new boolean[size];
    alpha = new double[size];
    spans = number();
    runs = findRuns(FIRST + count + 4);
  }

  private void markMargin() {
    for (int row = 0; row < rows; row++)
      for (int column = 0; column < columns; column++) {
        if (cells[row * columns + column] != UNKNOWN) continue;
        int right = Math.min(column + MARGIN, columns - 1);
        for (int y = Math.max(row - MARGIN, 0); y <= Math.min(row + MARGIN, rows - 1); y++)
          for (int i = y * columns + Math.max(column - MARGIN, 0); i <= y * columns + right; i++)
            if (cells[i] == BACKGROUND) cells[i] = BACKGROUND_MARGIN;
            else if (cells[i] == FOREGROUND) cells[i] = FOREGROUND_MARGIN;
      }
  }

  private int[] number() {
    IntegerList found = new IntegerList();
    int next = FIRST;
    for (int row = 0; row < rows; row++) {
      int start = -1;
      for (int column = 0; column <= columns; column++) {
        int code = column < columns ? cells[row * columns + column] : BACKGROUND;
        if (code <= UNKNOWN) {
          if (start < 0) start = column;
          unknown[next] = code == UNKNOWN;
          alpha[next] = code == UNKNOWN ? 0.5 : code == BACKGROUND_MARGIN ? 0 : 1;
          cells[row * columns + column] = next++;
        } else if (start >= 0) {
          found.add(start, row, next - (column - start), column - start);
          start = -1;
        }
      }
    }
    return found.toArray();
  }

  private int[] findRuns(int beyond) {
    IntegerList found = new IntegerList();
    for (int s = 0; s < spans.length; s += 4) {
      int end = spans[s + 2] + spans[s + 3];
      int i = spans[s + 2];
      while (i < end) {
        int start = i;
        while (i < end && unknown[i]) i++;
        if (i > start) {
          int column = spans[s] + start - spans[s + 2];
          int row = spans[s + 1];
          found.add(start, i - start);
          found.add(step(column, row - 2, start, beyond), step(column, row - 1, start, beyond));
          found.add(step(column, row + 1, start, beyond), step(column, row + 2, start, beyond));
        }
        i++;
      }
    }
    return found.toArray();
  }

  private int step(int column, int row, int from, int beyond) {
    return (row < 0 || row >= rows ? beyond : cells[row * columns + column]) - from;
  }

  /** Integers, as many as come. */
  private static final class IntegerList {
    private int[] values = new int[64];
    private int count;

    void add(int... more) {
      if (count + more.length > values.length) values = Arrays.copyOf(values, values.length * 2);
      for (int value : more) values[count++] = value;
    }

    int[] toArray() {
      return Arrays.copyOf(values, count);
    }
  }
}
