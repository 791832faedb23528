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

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BilinearRowsTest {

  /** A map whose cells hold a linear function of the position of their centre. */
  private record Ramp(int reduction, int columns, int rows) implements ReducedMap {
    @Override
    public Cells cells() {
      return new Cells(reduction, columns, rows);
    }

    float at(double x, double y) {
      double centreX = Math.min(Math.max(x, (reduction - 1) / 2.0), (columns - 0.5) * reduction - 0.5);
      double centreY = Math.min(Math.max(y, (reduction - 1) / 2.0), (rows - 0.5) * reduction - 0.5);
      return (float) (3 * centreX - 5 * centreY);
    }

    @Override
    public void read(int channel, int column, int row, int count, float[] out) {
      for (int i = 0; i < count; i++)
        out[i] = channel + at((column + i + 0.5) * reduction - 0.5, (row + 0.5) * reduction - 0.5);
    }
  }

  @ParameterizedTest
  @CsvSource({"1,9,7", "2,9,7", "4,5,3", "2,1,1", "4,1,6", "3,7,1"})
  void linearFunctionsComeBackExactlyAndGoOnFlatBeyondTheOutermostCentres(int reduction, int columns, int rows) {
    Ramp ramp = new Ramp(reduction, columns, rows);
    int width = reduction * columns;
    for (int x = 0; x < width; x += 2) {
      int count = Math.min(5, width - x);
      BilinearRows reader = new BilinearRows(ramp, 2, x, count);
      float[] out = new float[count];
      // Down, then up, in steps that keep none, one or both of the rows of cells.
      for (int k = 0; k < 2 * reduction * rows; k++) {
        int y = k < reduction * rows ? k : 2 * reduction * rows - 1 - k;
        reader.read(1, y, out);
        for (int i = 0; i < count; i++) assertEquals(1 + ramp.at(x + i, y), out[i], 1e-3, (x + i) + ", " + y);
      }
    }
  }
}
