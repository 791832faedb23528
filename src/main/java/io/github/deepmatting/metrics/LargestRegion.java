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

import java.util.function.IntPredicate;

/** Finds the largest 4-connected region by union-find; its array is reused from one call to the next. */
final class LargestRegion {

  private static final int OUTSIDE = Integer.MIN_VALUE;

  private final int width;
  private final int height;
  /** For a pixel its parent, or for a root minus the size of its region, or {@link #OUTSIDE}. */
  private final int[] parents;

  LargestRegion(int width, int height) {
    this.width = width;
    this.height = height;
    parents = new int[Math.multiplyExact(width, height)];
  }

  /**
   * Finds the regions of the pixels that are inside.
   *
   * @param isInside by the index {@code y * width + x}
   * @return the largest region, for {@link #contains}; -1 if no pixel is inside. Of several, the one whose first pixel
   *     in reading order comes first
   */
  int find(IntPredicate isInside) {
    for (int y = 0; y < height; y++)
      for (int x = 0; x < width; x++) {
        int i = y * width + x;
        if (!isInside.test(i)) {
          parents[i] = OUTSIDE;
          continue;
        }
        parents[i] = -1;
        if (x > 0 && parents[i - 1] != OUTSIDE) join(i, i - 1);
        if (y > 0 && parents[i - width] != OUTSIDE) join(i, i - width);
      }
    int largest = -1;
    for (int i = 0; i < parents.length; i++)
      if (parents[i] < 0 && parents[i] != OUTSIDE && (largest < 0 || parents[i] < parents[largest])) largest = i;
    return largest;
  }

  /** True if a pixel belongs to a region that the last {@link #find} returned; false for the region -1. */
  boolean contains(int region, int pixel) {
    return region >= 0 && parents[pixel] != OUTSIDE && root(pixel) == region;
  }

  private void join(int a, int b) {
    int first = root(a);
    int second = root(b);
    if (first == second) return;
    // The root is the first pixel in reading order; path halving alone keeps the trees flat.
    int kept = Math.min(first, second);
    int other = Math.max(first, second);
    parents[kept] += parents[other];
    parents[other] = kept;
  }

  private int root(int pixel) {
    int current = pixel;
    while (parents[current] >= 0) {
      int parent = parents[current];
      if (parents[parent] >= 0) parents[current] = parents[parent];
      current = parent;
    }
    return current;
  }
}
