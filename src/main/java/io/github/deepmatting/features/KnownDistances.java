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

import io.github.deepmatting.image.ReducedMap;
import io.github.deepmatting.progress.Progress;
import io.github.deepmatting.trimap.Trimap;

/**
 * Euclidean distances d to the nearest known foreground (channel 0) and known background (channel 1), each as d / (d +
 * 32), 1 where there is none; at half the resolution, between the centres of cells, in full-resolution pixels. A cell
 * belongs to a region if any of its pixels does. Exact on that grid: the two passes of Meijster, Roerdink, Hesselink, <i>A
 * General Algorithm for Computing Distance Transforms in Linear Time</i> (2000).
 */
final class KnownDistances implements ReducedMap {

  static final int REDUCTION = 2;

  /** The distance, in pixels, that is mapped to one half. */
  static final float HALF_DISTANCE = 32;

  private static final int NONE = 1 << 20;

  private final Cells cells;
  private final int columns;
  private final int rows;

  /** Values times 65535, as unsigned: distances need no more, and huge images half of the memory. */
  private final char[][] values;

  KnownDistances(Trimap trimap, Progress progress) {
    cells = Cells.of(REDUCTION, trimap.width(), trimap.height());
    columns = cells.columns();
    rows = cells.rows();
    values = new char[][] {
      transform(trimap, Trimap.FOREGROUND, progress), transform(trimap, Trimap.BACKGROUND, progress)
    };
  }

  private char[] transform(Trimap trimap, int region, Progress progress) {
    char[] distances = new char[Math.multiplyExact(columns, rows)];
    boolean any = markRegion(trimap, region, distances);
    if (!any) {
      java.util.Arrays.fill(distances, Character.MAX_VALUE);
      return distances;
    }
    alongColumns(distances);
    int[] vertical = new int[columns];
    int[] apex = new int[columns];
    int[] from = new int[columns];
    for (int row = 0; row < rows; row++) {
      if (row % 64 == 0) progress.checkCancelled();
      for (int x = 0; x < columns; x++) {
        char steps = distances[row * columns + x];
        vertical[x] = steps == Character.MAX_VALUE ? NONE : steps;
      }
      alongRow(vertical, apex, from, distances, row * columns);
    }
    return distances;
  }

  /** 0 where a cell has a pixel of the region, the largest value elsewhere. */
  private boolean markRegion(Trimap trimap, int region, char[] distances) {
    boolean any = false;
    java.util.Arrays.fill(distances, Character.MAX_VALUE);
    for (int y = 0; y < trimap.height(); y++) {
      int start = y / REDUCTION * columns;
      for (int x = 0; x < trimap.width(); x++)
        if (trimap.get(x, y) == region) {
          distances[start + x / REDUCTION] = 0;
          any = true;
        }
    }
    return any;
  }

  /** Steps to the nearest marked cell of the same column. */
  private void alongColumns(char[] distances) {
    for (int i = columns; i < distances.length; i++)
      distances[i] = (char) Math.min(distances[i], Math.min(distances[i - columns] + 1, Character.MAX_VALUE));
    for (int i = distances.length - columns - 1; i >= 0; i--)
      distances[i] = (char) Math.min(distances[i], Math.min(distances[i + columns] + 1, Character.MAX_VALUE));
  }

  /** Lower envelope of the parabolas (x - i)^2 + vertical[i]^2, and its root, mapped. */
  private void alongRow(int[] vertical, int[] apex, int[] from, char[] out, int start) {
    int last = -1;
    for (int x = 0; x < columns; x++) {
      if (vertical[x] == NONE) continue;
      while (last >= 0 && square(from[last] - apex[last], vertical[apex[last]]) > square(from[last] - x, vertical[x]))
        last--;
      if (last < 0) {
        last = 0;
        apex[0] = x;
        from[0] = 0;
      } else {
        int i = apex[last];
        long crossing =
            1 + Math.floorDiv(
                (long) x * x - (long) i * i + (long) vertical[x] * vertical[x] - (long) vertical[i] * vertical[i],
                2L * (x - i));
        if (crossing < columns) {
          last++;
          apex[last] = x;
          from[last] = (int) crossing;
        }
      }
    }
    for (int x = columns - 1; x >= 0; x--) {
      out[start + x] = last < 0 ? Character.MAX_VALUE : mapped(square(x - apex[last], vertical[apex[last]]));
      if (last >= 0 && x == from[last]) last--;
    }
  }

  private static long square(int horizontal, int vertical) {
    return (long) horizontal * horizontal + (long) vertical * vertical;
  }

  private static char mapped(long squaredCells) {
    double distance = REDUCTION * Math.sqrt(squaredCells);
    return (char) Math.round(65535 * distance / (distance + HALF_DISTANCE));
  }

  @Override
  public Cells cells() {
    return cells;
  }

  @Override
  public void read(int channel, int column, int row, int count, float[] out) {
    char[] plane = values[channel];
    int start = row * columns + column;
    for (int i = 0; i < count; i++) out[i] = plane[start + i] * (1 / 65535f);
  }
}
