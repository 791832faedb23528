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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import org.junit.jupiter.api.Test;

class RectangleTest {

  private static final Rectangle BOX = new Rectangle(2, 1, 4, 3);

  @Test
  void isAnInterval() {
    assertArrayEquals(new long[] {2, 1}, BOX.minAsLongArray());
    assertArrayEquals(new long[] {5, 3}, BOX.maxAsLongArray());
    assertArrayEquals(new long[] {4, 3}, BOX.dimensionsAsLongArray());
    assertEquals(12, BOX.size());
    assertEquals(1L << 60, new Rectangle(0, 0, 1 << 30, 1 << 30).size());
  }

  @Test
  void needsAPixel() {
    assertThrows(IllegalArgumentException.class, () -> new Rectangle(3, 3, 0, 1));
    assertThrows(IllegalArgumentException.class, () -> Rectangle.between(3, 3, 5, 3));
  }

  @Test
  void endsBehindItsLastPixel() {
    assertEquals(BOX, Rectangle.between(2, 1, BOX.endX(), BOX.endY()));
    assertEquals(6, BOX.endX());
    assertEquals(4, BOX.endY());
  }

  @Test
  void holdsWhatLiesInIt() {
    assertTrue(BOX.contains(BOX) && BOX.contains(new Rectangle(5, 3, 1, 1)));
    assertFalse(BOX.contains(new Rectangle(5, 3, 2, 1)) || BOX.contains(new Rectangle(2, 0, 1, 2)));
  }

  @Test
  void aUnionHoldsBoth() {
    assertEquals(new Rectangle(0, 1, 6, 9), BOX.union(new Rectangle(0, 9, 1, 1)));
    assertEquals(BOX, BOX.union(new Rectangle(3, 2, 1, 1)));
  }

  @Test
  void growsAsFarAsTheImageGoes() {
    assertEquals(new Rectangle(1, 0, 6, 5), BOX.grown(1, 10, 10));
    assertEquals(new Rectangle(0, 0, 7, 4), BOX.grown(5, 7, 4));
    assertEquals(new Rectangle(0, 0, 7, 4), BOX.grown(Integer.MAX_VALUE, 7, 4));
  }

  @Test
  void liesAroundPixels() {
    BitSet pixels = new BitSet();
    // In an image of 10 columns.
    pixels.set(27);
    pixels.set(31);
    pixels.set(45);
    assertEquals(new Rectangle(1, 2, 7, 3), Rectangle.around(pixels, 10));
    assertEquals(new Rectangle(7, 2, 1, 1), Rectangle.around(pixels.get(0, 28), 10));
  }
}
