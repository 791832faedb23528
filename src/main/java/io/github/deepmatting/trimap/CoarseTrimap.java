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
package io.github.deepmatting.trimap;

import io.github.deepmatting.image.DistanceTransform;
import io.github.deepmatting.progress.Progress;

/** A trimap in square cells, so few that distances over a large image are found at once; exact to one cell. */
final class CoarseTrimap {

  private static final int MAX_CELLS = 1 << 17;

  private final int side;
  private final int columns;
  private final int rows;
  /** The number of unknown pixels of each cell. */
  private final int[] unknown;
  private final boolean[] foreground;
  private final boolean[] background;

  CoarseTrimap(Trimap trimap) {
    side = (int) Math.max(1, Math.ceil(Math.sqrt((double) trimap.width() * trimap.height() / MAX_CELLS)));
    columns = (trimap.width() + side - 1) / side;
    rows = (trimap.height() + side - 1) / side;
    unknown = new int[columns * rows];
    foreground = new boolean[columns * rows];
    background = new boolean[columns * rows];
    for (int y = 0; y < trimap.height(); y++)
      for (int x = 0; x < trimap.width(); x++) {
        int cell = y / side * columns + x / side;
        switch (trimap.get(x, y)) {
          case Trimap.UNKNOWN -> unknown[cell]++;
          case Trimap.FOREGROUND -> foreground[cell] = true;
          default -> background[cell] = true;
        }
      }
  }

  /**
   * The share of unknown pixels that are far from the nearest pixel of a known kind.
   *
   * @param kind foreground or background; there must be some
   * @param distance in pixels
   * @return 0 to 1; 0 if nothing is unknown
   */
  double farFrom(int kind, double distance) {
    boolean[] known = kind == Trimap.FOREGROUND ? foreground : background;
    long[] counts = new long[2];
    DistanceTransform.forEachRow(columns, rows, cell -> known[cell], side, side, (row, squared) -> {
      for (int column = 0; column < columns; column++) {
        int count = unknown[row * columns + column];
        counts[0] += count;
        if (squared[column] > distance * distance) counts[1] += count;
      }
    }, Progress.NONE);
    return counts[0] == 0 ? 0 : (double) counts[1] / counts[0];
  }
}
