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
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class SliceProgressTest {

  /** Takes down what arrives. */
  private static final class Heard implements Progress {
    final List<String> messages = new ArrayList<>();

    @Override
    public void begin(String activity, long total) {
      messages.add("begin " + activity + " " + total);
    }

    @Override
    public void advance(long units) {
      messages.add("advance " + units);
    }

    @Override
    public void info(String message) {
      messages.add("info " + message);
    }

    @Override
    public void warn(String message) {
      messages.add("warn " + message);
    }

    @Override
    public boolean isCancelled() {
      return messages.size() > 3;
    }
  }

  @Test
  void everythingNamesTheSlice() {
    Heard heard = new Heard();
    Progress progress = SliceProgress.of(heard, 1, 3);
    progress.begin("Matting", 5);
    progress.advance(2);
    progress.info("small");
    progress.checkCancelled();
    progress.warn("odd");
    assertEquals(List.of("begin Matting, slice 2 of 3 5", "advance 2", "info slice 2 of 3: small",
        "warn slice 2 of 3: odd"), heard.messages);
    assertThrows(CancellationException.class, progress::checkCancelled);
  }

  @Test
  void aSingleSliceNeedsNoName() {
    Heard heard = new Heard();
    assertSame(heard, SliceProgress.of(heard, 0, 1));
  }
}
