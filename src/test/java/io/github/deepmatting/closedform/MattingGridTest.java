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

import io.github.deepmatting.trimap.Trimap;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MattingGridTest {

  private static Trimap random(int width, int height, double unknown, long seed) {
    Random random = new Random(seed);
    byte[] values = new byte[width * height];
    for (int i = 0; i < values.length; i++)
      values[i] = (byte) (random.nextDouble() < unknown ? 128 : random.nextInt(3) == 0 ? 255 : 0);
    return new Trimap(width, height, values);
  }

  private static char code(MattingGrid grid, int column, int row) {
    int cell = grid.cells[row * grid.columns + column];
    if (cell >= 0) return grid.unknown[cell] ? 'u' : grid.alpha[cell] == 1 ? 'f' : 'b';
    return cell == MattingGrid.FOREGROUND ? 'f' : 'b';
  }

  @Test
  void cellsAreKnownOnlyIfAllTheirPixelsAre() {
    int[] values = {
      255, 255, 0, 0, 128,
      255, 255, 0, 255, 128,
      0, 0, 128, 0, 255
    };
    byte[] bytes = new byte[15];
    for (int i = 0; i < 15; i++) bytes[i] = (byte) values[i];
    MattingGrid grid = MattingGrid.of(new Trimap(5, 3, bytes), 2);
    assertEquals(3, grid.columns);
    assertEquals(2, grid.rows);
    assertEquals("fuu" + "buf", "" + code(grid, 0, 0) + code(grid, 1, 0) + code(grid, 2, 0) + code(grid, 0, 1)
        + code(grid, 1, 1) + code(grid, 2, 1));
    assertEquals(3, grid.unknownCount);
  }

  @Test
  void halvingTwiceIsReducingByFour() {
    Trimap trimap = random(61, 45, 0.02, 3);
    MattingGrid once = MattingGrid.of(trimap, 4);
    MattingGrid twice = MattingGrid.of(trimap, 2).coarser();
    assertEquals(4, twice.factor);
    for (int row = 0; row < once.rows; row++)
      for (int column = 0; column < once.columns; column++)
        assertEquals(code(once, column, row), code(twice, column, row));
  }

  @Test
  void stepsOfARunLeadToTheNeighbours() {
    for (double density : new double[] {0.01, 0.1, 0.6}) {
      MattingGrid grid = MattingGrid.of(random(40, 30, density, 4), 1);
      int[] columns = new int[grid.size];
      int[] rows = new int[grid.size];
      for (int i = 0; i < grid.cells.length; i++)
        if (grid.cells[i] >= 0) {
          columns[grid.cells[i]] = i % 40;
          rows[grid.cells[i]] = i / 40;
        }
      int unknowns = 0;
      for (int run = 0; run < grid.runs.length; run += 6)
        for (int i = grid.runs[run]; i < grid.runs[run] + grid.runs[run + 1]; i++) {
          assertTrue(grid.unknown[i]);
          unknowns++;
          int[] distances = {-2, -1, 1, 2};
          for (int k = 0; k < 4; k++)
            for (int dx = -2; dx <= 2; dx++) {
              int column = columns[i] + dx;
              int row = rows[i] + distances[k];
              int number = i + grid.runs[run + 2 + k] + dx;
              if (row < 0 || row >= 30) assertTrue(number < grid.size && !grid.unknown[number] && grid.alpha[number] == 0);
              else if (column >= 0 && column < 40) assertEquals(grid.cells[row * 40 + column], number);
            }
        }
      assertEquals(grid.unknownCount, unknowns);
    }
  }
}
