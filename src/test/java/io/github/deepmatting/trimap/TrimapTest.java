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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TrimapTest {

  private final Trimap trimap = Trimaps.parse("B?F BBF");

  @Test
  void holdsItsValuesRowByRow() {
    assertEquals(3, trimap.width());
    assertEquals(2, trimap.height());
    assertEquals(Trimap.UNKNOWN, trimap.get(1, 0));
    assertEquals(Trimap.FOREGROUND, trimap.get(2, 1));
    assertTrue(trimap.isUnknown(1, 0));
    assertFalse(trimap.isUnknown(1, 1));
  }

  @Test
  void countsItsValues() {
    assertEquals(3, trimap.count(Trimap.BACKGROUND));
    assertEquals(1, trimap.count(Trimap.UNKNOWN));
    assertEquals(2, trimap.count(Trimap.FOREGROUND));
  }

  @Test
  void halvedIsKnownOnlyWhereAllPixelsAgree() {
    // Odd sizes: the last column and row stand for one pixel, the corner too.
    Trimap halved = Trimaps.parse("BBFF? BBFBF FF?FF FFFFB FFBBB").half();
    assertArrayEquals(new int[] {3, 3}, new int[] {halved.width(), halved.height()});
    int[] expected = {0, 128, 128, 255, 128, 128, 255, 0, 0};
    for (int i = 0; i < 9; i++) assertEquals(expected[i], halved.get(i % 3, i / 3), "cell " + i);
  }

  @Test
  void isAnImage() {
    assertArrayEquals(new long[] {3, 2}, trimap.image().dimensionsAsLongArray());
    assertEquals(255, trimap.image().getAt(2, 0).get());
  }

  @Test
  void refusesOtherValuesAndSizes() {
    Exception error = assertThrows(
        IllegalArgumentException.class, () -> new Trimap(2, 2, new byte[] {0, (byte) 128, 0, 7}));
    assertTrue(error.getMessage().contains("value 7 at x=1, y=1"), error.getMessage());
    assertThrows(IllegalArgumentException.class, () -> new Trimap(2, 2, new byte[3]));
    assertThrows(IllegalArgumentException.class, () -> new Trimap(0, 2, new byte[0]));
  }
}
