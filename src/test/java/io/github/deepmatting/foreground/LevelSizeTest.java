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
package io.github.deepmatting.foreground;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class LevelSizeTest {

  /** 100 and 40 to the powers 0/7 to 7/7, worked out with a calculator. */
  @Test
  void powersOfTheSidesRounded() {
    assertEquals(
        List.of(
            new LevelSize(1, 1), new LevelSize(2, 2), new LevelSize(4, 3), new LevelSize(7, 5), new LevelSize(14, 8),
            new LevelSize(27, 14), new LevelSize(52, 24), new LevelSize(100, 40)),
        LevelSize.pyramid(100, 40));
  }

  @Test
  void smallestSizes() {
    assertEquals(List.of(new LevelSize(1, 1)), LevelSize.pyramid(1, 1));
    assertEquals(List.of(new LevelSize(1, 1), new LevelSize(2, 1)), LevelSize.pyramid(2, 1));
    assertEquals(List.of(new LevelSize(1, 1), new LevelSize(1, 2), new LevelSize(1, 4)), LevelSize.pyramid(1, 4));
  }

  @Test
  void nearestSampling() {
    LevelSize fine = new LevelSize(5, 3);
    LevelSize coarse = new LevelSize(2, 2);
    assertEquals(List.of(0, 0, 0, 1, 1), List.of(fine.columnIn(coarse, 0), fine.columnIn(coarse, 1),
        fine.columnIn(coarse, 2), fine.columnIn(coarse, 3), fine.columnIn(coarse, 4)));
    assertEquals(List.of(0, 2), List.of(coarse.columnIn(fine, 0), coarse.columnIn(fine, 1)));
    assertEquals(List.of(0, 1), List.of(coarse.rowIn(fine, 0), coarse.rowIn(fine, 1)));
  }
}
