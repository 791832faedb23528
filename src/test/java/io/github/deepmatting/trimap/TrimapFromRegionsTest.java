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

import io.github.deepmatting.progress.Progress;
import java.util.BitSet;
import org.junit.jupiter.api.Test;

/** Hand-worked rows: {@code B} background, {@code ?} unknown, {@code F} foreground. */
class TrimapFromRegionsTest {

  private static BitSet set(int from, int to) {
    BitSet set = new BitSet();
    set.set(from, to);
    return set;
  }

  private static String row(boolean restIsUnknown, BitSet object, BitSet unknown, BitSet background) {
    Trimap trimap = new TrimapFromRegions(UnknownBand.ofPixels(1, 2), restIsUnknown)
        .make(12, 1, object, unknown, background, Progress.NONE);
    StringBuilder text = new StringBuilder();
    for (int x = 0; x < 12; x++)
      text.append(trimap.get(x, 0) == Trimap.FOREGROUND ? 'F' : trimap.get(x, 0) == Trimap.UNKNOWN ? '?' : 'B');
    return text.toString();
  }

  @Test
  void theRimOfTheObjectIsUnknown() {
    assertEquals("BB???FF???BB", row(false, set(4, 8), new BitSet(), new BitSet()));
  }

  @Test
  void whatIsDrawnLaterWins() {
    assertEquals("BB?B?F?B??BB", row(false, set(4, 8), set(6, 7), both(3, 7)));
  }

  private static BitSet both(int one, int other) {
    BitSet set = new BitSet();
    set.set(one);
    set.set(other);
    return set;
  }

  @Test
  void theRestMayBeUnknown() {
    assertEquals("B????FF?????", row(true, set(4, 8), new BitSet(), set(0, 1)));
  }
}
