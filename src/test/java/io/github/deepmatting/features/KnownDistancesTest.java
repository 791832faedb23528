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

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.deepmatting.progress.Progress;
import io.github.deepmatting.trimap.Trimap;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownDistancesTest {

  /** Sparse seeds, some columns and rows without any, against the smallest of all distances. */
  @ParameterizedTest
  @CsvSource({"1,1,1", "37,1,2", "1,37,2", "40,31,1", "61,43,6", "61,43,200", "64,64,0"})
  void areTheSmallestOfAllOnTheHalvedGrid(int width, int height, int seeds) {
    Random random = new Random(width + seeds);
    byte[] values = new byte[width * height];
    java.util.Arrays.fill(values, (byte) Trimap.UNKNOWN);
    for (int i = 0; i < seeds; i++) values[random.nextInt(values.length)] = (byte) (i % 2 == 0 ? 255 : 0);
    Trimap trimap = new Trimap(width, height, values);
    KnownDistances distances = new KnownDistances(trimap, Progress.NONE);
    float[] cell = new float[1];
    for (int channel = 0; channel < 2; channel++)
      for (int row = 0; row < distances.cells().rows(); row++)
        for (int column = 0; column < distances.cells().columns(); column++) {
          double nearest = Double.POSITIVE_INFINITY;
          for (int y = 0; y < height; y++)
            for (int x = 0; x < width; x++)
              if (trimap.get(x, y) == (channel == 0 ? 255 : 0))
                nearest = Math.min(nearest, 2 * Math.hypot(x / 2 - column, y / 2 - row));
          distances.read(channel, column, row, 1, cell);
          double expected = Double.isInfinite(nearest) ? 1 : nearest / (nearest + 32);
          assertEquals(expected, cell[0], 1e-5, "channel " + channel + " at " + column + ", " + row);
        }
  }
}
