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
package io.github.deepmatting.training.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.deepmatting.trimap.Trimap;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RandomTrimapTest {

  private static final int SIZE = 64;

  /** Opaque from column 20 on, with one soft column before it. */
  private static float[] edge() {
    float[] alpha = new float[SIZE * SIZE];
    for (int i = 0; i < alpha.length; i++) alpha[i] = i % SIZE >= 20 ? 1 : i % SIZE == 19 ? 0.5f : 0;
    return alpha;
  }

  /** The soft pixel at 19: columns up to 4 away from it, and 6 beyond, are unknown. */
  @Test
  void bandsAreAsWideAsTold() {
    Trimap trimap = new RandomTrimap(4, 6, 0, 10, 0, 0, 0).of(edge(), SIZE, new SplittableRandom(1));
    for (int x = 0; x < SIZE; x++) {
      int expected = x < 13 ? Trimap.BACKGROUND : x <= 23 ? Trimap.UNKNOWN : Trimap.FOREGROUND;
      assertEquals(expected, trimap.get(x, 30), "column " + x);
    }
  }

  @Test
  void closingFillsGapsBetweenStrands() {
    float[] alpha = new float[SIZE * SIZE];
    for (int y = 0; y < SIZE; y++) alpha[y * SIZE + 24] = alpha[y * SIZE + 40] = 0.7f;
    int middle = 32;
    assertEquals(Trimap.BACKGROUND,
        new RandomTrimap(1, 1, 0, 10, 0, 0, 0).of(alpha, SIZE, new SplittableRandom(1)).get(middle, 32));
    assertEquals(Trimap.UNKNOWN,
        new RandomTrimap(1, 1, 0, 10, 9, 0, 0).of(alpha, SIZE, new SplittableRandom(1)).get(middle, 32));
  }

  @Test
  void aPatchHidesAPartOfTheObject() {
    Trimap whole = new RandomTrimap(1, 1, 0, 10, 0, 0, 0).of(edge(), SIZE, new SplittableRandom(2));
    Trimap hidden = new RandomTrimap(1, 1, 0, 10, 0, 0, 9).of(edge(), SIZE, new SplittableRandom(2));
    assertTrue(hidden.count(Trimap.FOREGROUND) < whole.count(Trimap.FOREGROUND) - 60);
  }

  @Test
  void randomOnesAreSometimesWide() {
    SplittableRandom random = new SplittableRandom(5);
    int wide = 0;
    for (int i = 0; i < 200; i++) if (RandomTrimap.random(random, 160, 1).outer() > 30) wide++;
    assertTrue(wide > 20 && wide < 120, wide + " of 200 are wide");
  }
}
