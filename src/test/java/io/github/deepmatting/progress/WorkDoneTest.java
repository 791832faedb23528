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
package io.github.deepmatting.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Shares and times, worked by hand. */
class WorkDoneTest {

  private long seconds;
  private final WorkDone work = new WorkDone(() -> seconds * 1_000_000_000L);

  @Test
  void anActivityCountsItsUnits() {
    work.begin("Predicting", 8);
    seconds = 10;
    work.advance(2);
    assertEquals("Predicting", work.activity());
    assertEquals(2, work.done());
    assertEquals(8, work.total());
    assertEquals(0.25, work.share());
    // A quarter took 10 s.
    assertEquals(", 30 s left", work.timeLeft());
    work.advance(20);
    assertEquals(8, work.done(), "never more than there is");
    assertEquals(1, work.share());
    assertFalse(work.isOfWhole());
    work.begin("Writing", 0);
    work.advance(3);
    assertEquals(0, work.share());
    assertEquals("", work.timeLeft());
  }

  @Test
  void theWholeCountsOnceItIsToldOf() {
    work.begin("Loading", 0);
    seconds = 100;
    work.whole(0.5);
    work.begin("Predicting", 4);
    work.advance(3);
    assertTrue(work.isOfWhole());
    assertEquals(0.5, work.share());
    seconds = 110;
    work.whole(0.75);
    work.begin("Predicting", 4);
    // The second half's first half took 10 s; loading does not count.
    assertEquals(", 10 s left", work.timeLeft());
  }
}
