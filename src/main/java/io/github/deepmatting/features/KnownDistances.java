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

import io.github.deepmatting.image.DistanceTransform;
import io.github.deepmatting.image.ReducedMap;
import io.github.deepmatting.progress.Progress;
import io.github.deepmatting.trimap.Trimap;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Euclidean distances d to the nearest known foreground (channel 0) and known background (channel 1), each as d / (d +
 * 32), 1 where there is none; at half the resolution, between the centres of cells, in full-resolution pixels. A cell
 * belongs to a region if any of its pixels does. Exact on that grid.
 */
final class KnownDistances implements ReducedMap {

  static final int REDUCTION = 2;

  /** The distance, in pixels, that is mapped to one half. */
  static final float HALF_DISTANCE = 32;

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
    BitSet known = new BitSet(Math.multiplyExact(columns, rows));
    for (int y = 0; y < trimap.height(); y++)
      for (int x = 0; x < trimap.width(); x++)
        if (trimap.get(x, y) == region) known.set(y / REDUCTION * columns + x / REDUCTION);
    char[] distances = new char[columns * rows];
    if (known.isEmpty()) Arrays.fill(distances, Character.MAX_VALUE);
    else
      DistanceTransform.forEachRow(columns, rows, known::get, REDUCTION, REDUCTION, (row, squared) -> {
        for (int x = 0; x < columns; x++) distances[row * columns + x] = mapped(Math.sqrt(squared[x]));
      }, progress);
    return distances;
  }

  private static char mapped(double distance) {
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
