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
package io.github.deepmatting.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Compares with a flood fill on random grids. */
class LargestRegionTest {

  @RepeatedTest(60)
  void findsWhatAFloodFillFinds(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    int width = 1 + random.nextInt(20);
    int height = 1 + random.nextInt(20);
    LargestRegion regions = new LargestRegion(width, height);
    for (int reuse = 0; reuse < 2; reuse++) {
      BitSet inside = new BitSet();
      double density = random.nextDouble();
      for (int i = 0; i < width * height; i++) if (random.nextDouble() < density) inside.set(i);
      int region = regions.find(inside::get);
      BitSet found = new BitSet();
      for (int i = 0; i < width * height; i++) if (regions.contains(region, i)) found.set(i);
      assertEquals(largestByFloodFill(inside, width, height), found);
    }
  }

  @Test
  void nothingInsideHasNoRegion() {
    LargestRegion regions = new LargestRegion(3, 2);
    int region = regions.find(i -> false);
    assertEquals(-1, region);
    assertEquals(false, regions.contains(region, 0));
  }

  private static BitSet largestByFloodFill(BitSet inside, int width, int height) {
    BitSet left = (BitSet) inside.clone();
    BitSet largest = new BitSet();
    for (int start = left.nextSetBit(0); start >= 0; start = left.nextSetBit(0)) {
      BitSet region = new BitSet();
      Deque<Integer> open = new ArrayDeque<>();
      open.push(start);
      while (!open.isEmpty()) {
        int i = open.pop();
        if (!left.get(i)) continue;
        left.clear(i);
        region.set(i);
        if (i % width > 0) open.push(i - 1);
        if (i % width < width - 1) open.push(i + 1);
        if (i >= width) open.push(i - width);
        if (i < width * (height - 1)) open.push(i + width);
      }
      if (region.cardinality() > largest.cardinality()) largest = region;
    }
    return largest;
  }
}
