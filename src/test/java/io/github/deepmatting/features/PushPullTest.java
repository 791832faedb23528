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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PushPullTest {

  @Test
  void fourCellsWorkedByHand() {
    // 4x1 cells, 0.2 and 0.8 known in full at the ends. Halves: 0.2 and 0.8, both with weight 1. The second cell is
    // nearer to the first half: 3/4 * 0.2 + 1/4 * 0.8 (rows: 3/4 + 1/4 of the same one).
    float[][] planes = {{0.2f, 9, 9, 0.8f}};
    PushPull.fill(planes, new float[] {1, 0, 0, 1}, 4, 1, new float[1]);
    assertArrayEquals(new float[] {0.2f, 0.35f, 0.65f, 0.8f}, planes[0], 1e-6f);
  }

  @Test
  void halfKnownCellIsBlendedWithItsSurroundings() {
    // 2x1 cells 0 and 1 with weights 1 and 0.5: the top is (0 * 1 + 1 * 0.5) / 1.5 = 1/3, and the second cell
    // 0.5 * 1 + 0.5 * 1/3.
    float[][] planes = {{0, 1}};
    PushPull.fill(planes, new float[] {1, 0.5f}, 2, 1, new float[1]);
    assertArrayEquals(new float[] {0, 2 / 3f}, planes[0], 1e-6f);
  }

  @Test
  void oneKnownCellFillsEverythingOfAnOddSize() {
    float[][] planes = {new float[7 * 5], new float[7 * 5]};
    float[] weights = new float[7 * 5];
    planes[0][23] = 0.3f;
    planes[1][23] = 0.6f;
    weights[23] = 0.25f;
    PushPull.fill(planes, weights, 7, 5, new float[] {1, 1});
    for (float value : planes[0]) assertEquals(0.3f, value, 1e-6f);
    for (float value : planes[1]) assertEquals(0.6f, value, 1e-6f);
  }

  @Test
  void nothingKnownTakesTheFallback() {
    float[][] planes = {new float[12], new float[12]};
    PushPull.fill(planes, new float[12], 4, 3, new float[] {0.4f, 0.7f});
    for (float value : planes[0]) assertEquals(0.4f, value, 1e-6f);
    for (float value : planes[1]) assertEquals(0.7f, value, 1e-6f);
  }

  @Test
  void theNearerOfTwoColoursDominates() {
    float[][] planes = {new float[64]};
    float[] weights = new float[64];
    planes[0][0] = 0;
    planes[0][63] = 1;
    weights[0] = weights[63] = 1;
    PushPull.fill(planes, weights, 64, 1, new float[1]);
    for (int i = 0; i < 32; i++) assertTrue(planes[0][i] < 0.5, i + ": " + planes[0][i]);
    for (int i = 1; i < 64; i++) assertTrue(planes[0][i] >= planes[0][i - 1] - 1e-6f, i + ": " + planes[0][i]);
  }
}
