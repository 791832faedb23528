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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.deepmatting.progress.Progress;
import java.util.BitSet;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Compares with the definition: the smallest of all distances to targets. */
class DistanceTransformTest {

  @ParameterizedTest
  @CsvSource({
    "1,1,1,1,1", "1,1,0,1,1", "9,1,0.2,1,1", "1,9,0.2,1,1", "2,2,0.5,1,1", "17,13,0.01,1,1", "17,13,0.3,1,1",
    "31,8,0.9,1,1", "8,31,0.02,1,1", "40,40,0.002,1,1", "16,11,0.05,0.5,2", "11,16,0.05,3,0.7", "12,12,0,1,1",
    "12,12,1,1,1"
  })
  void isTheSmallestDistanceToATarget(
      int width, int height, double density, double pixelWidth, double pixelHeight) {
    for (int seed = 0; seed < 20; seed++) {
      Random random = new Random(seed);
      BitSet targets = new BitSet();
      for (int i = 0; i < width * height; i++) if (random.nextDouble() < density) targets.set(i);
      double[] found = new double[width * height];
      DistanceTransform.forEachRow(width, height, targets::get, pixelWidth, pixelHeight,
          (y, row) -> System.arraycopy(row, 0, found, y * width, width), Progress.NONE);
      // Whole numbers, so exact, where pixels have the size 1.
      double tolerance = pixelWidth == 1 && pixelHeight == 1 ? 0 : 1e-9;
      assertArrayEquals(byDefinition(width, height, targets, pixelWidth, pixelHeight), found, tolerance);
    }
  }

  private static double[] byDefinition(
      int width, int height, BitSet targets, double pixelWidth, double pixelHeight) {
    double[] squared = new double[width * height];
    for (int i = 0; i < squared.length; i++) {
      double smallest = Double.POSITIVE_INFINITY;
      for (int t = targets.nextSetBit(0); t >= 0; t = targets.nextSetBit(t + 1)) {
        double across = (i % width - t % width) * pixelWidth;
        double up = (i / width - t / width) * pixelHeight;
        smallest = Math.min(smallest, across * across + up * up);
      }
      squared[i] = smallest;
    }
    return squared;
  }

  @Test
  void distancesAreInPixels() {
    // A single target in the corner of 4x3 pixels: 3-4-5 does not fit, so the roots of 1, 2, 5, 9, 10, 13.
    float[] expected = new float[12];
    for (int i = 0; i < 12; i++) expected[i] = (float) Math.hypot(i % 4, i / 4);
    assertArrayEquals(expected, DistanceTransform.distances(4, 3, i -> i == 0, Progress.NONE));
  }

  @Test
  void withoutTargetsAllIsInfinitelyFar() {
    assertEquals(Float.POSITIVE_INFINITY, DistanceTransform.distances(2, 1, i -> false, Progress.NONE)[1]);
  }

  @Test
  void pixelsNeedASize() {
    assertThrows(IllegalArgumentException.class,
        () -> DistanceTransform.forEachRow(1, 1, i -> true, 0, 1, (y, row) -> {}, Progress.NONE));
  }

  @Test
  void canBeCancelled() {
    Progress cancelled = new Progress() {
      @Override
      public boolean isCancelled() {
        return true;
      }
    };
    assertThrows(CancellationException.class, () -> DistanceTransform.distances(2, 2, i -> true, cancelled));
  }
}
