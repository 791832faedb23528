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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.deepmatting.progress.Progress;
import net.imglib2.img.array.ArrayImgs;
import org.junit.jupiter.api.Test;

/** Worked out by hand. */
class TrimapFromProbabilityTest {

  private static final float[] MAP = {0, 0, 0, 0.1f, 0.11f, 0.5f, 0.89f, 0.9f, 1, 1, 1};

  private static String make(float... map) {
    return Trimaps.toString(new TrimapFromProbability(0.1f, 0.9f)
        .make(ArrayImgs.floats(map, map.length, 1), Progress.NONE));
  }

  @Test
  void thresholdsBelongToTheKnownRegions() {
    assertEquals("BBBB???FFFF", make(MAP));
  }

  @Test
  void integersGoUpToTheLargestOfTheirType() {
    Trimap trimap = new TrimapFromProbability(0.1, 0.9)
        .make(ArrayImgs.unsignedBytes(new byte[] {25, 26, (byte) 229, (byte) 230}, 4, 1), Progress.NONE);
    assertEquals("B??F", Trimaps.toString(trimap));
  }

  @Test
  void whatIsNoProbabilityIsRefused() {
    Exception error = assertThrows(IllegalArgumentException.class, () -> make(0, 1.5f));
    assertTrue(error.getMessage().contains("0.0 to 1.5"), error.getMessage());
    assertThrows(IllegalArgumentException.class, () -> make(-0.1f));
    assertThrows(IllegalArgumentException.class, () -> new TrimapFromProbability(0.5, 0.5));
    assertThrows(IllegalArgumentException.class, () -> new TrimapFromProbability(0.5, 1.1));
  }
}
