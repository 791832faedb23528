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
package io.github.deepmatting.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.deepmatting.progress.Progress;
import io.github.deepmatting.progress.ProgressContract;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ConsoleProgressTest {

  private final StringWriter text = new StringWriter();
  private long seconds;
  private boolean cancelled;

  private ConsoleProgress progress(boolean bar, boolean quiet) {
    return new ConsoleProgress(new PrintWriter(text), bar, quiet, () -> seconds * 1_000_000_000L, () -> cancelled);
  }

  private String lines() {
    return text.toString().replace(System.lineSeparator(), "\n");
  }

  @Test
  void withoutATerminalALineNowAndThen() {
    ConsoleProgress progress = progress(false, false);
    progress.begin("Predicting", 200);
    for (seconds = 1; seconds <= 20; seconds++) progress.advance(5);
    progress.warn("odd");
    // After 10 s 50 of 200 are done, so 30 s are left; after 20 s 100, so 20 s.
    assertEquals("25 % Predicting, 30 s left\n50 % Predicting, 20 s left\nwarning: odd\n", lines());
  }

  @Test
  void theBarIsThatOfTheWholeWhereItsPartsAreTold() {
    ConsoleProgress progress = progress(false, false);
    progress.begin("Reading", 2);
    progress.whole(0);
    seconds = 20;
    progress.whole(0.4);
    progress.begin("Predicting", 200);
    // Two fifths took 20 s.
    assertEquals("40 % Predicting, 30 s left\n", lines());
  }

  @Test
  void atATerminalABarThatMessagesDoNotMixWith() {
    ConsoleProgress progress = progress(true, false);
    progress.begin("Predicting", 4);
    seconds = 1;
    progress.advance(2);
    progress.error("bad");
    String bar = "[###############...............] 50 % Predicting";
    String before = "[..............................] 0 % Predicting";
    assertEquals("\r" + before + "\r" + bar + "\r" + " ".repeat(bar.length()) + "\rerror: bad\n", lines());
  }

  @Test
  void aShorterBarLeavesNothingOfALongerOne() {
    ConsoleProgress progress = progress(true, false);
    progress.begin("A long activity", 0);
    progress.begin("Short", 0);
    assertEquals("\rA long activity ...\rShort ...          ", lines());
  }

  @Test
  void quietTellsOnlyWhatIsWrong() {
    ConsoleProgress progress = progress(true, true);
    progress.begin("Predicting", 4);
    progress.info("note");
    progress.warn("odd");
    progress.error("bad");
    assertEquals("warning: odd\nerror: bad\n", lines());
  }

  @Test
  void itStopsWorkWhenAsked() {
    ConsoleProgress progress = progress(false, false);
    assertFalse(progress.isCancelled());
    cancelled = true;
    assertThrows(CancellationException.class, progress::checkCancelled);
  }

  @Nested
  class Contract extends ProgressContract {
    @Override
    protected Progress create() {
      return progress(true, false);
    }

    @Override
    protected List<String> read() {
      return List.of(lines());
    }

    @Override
    protected void cancel() {
      cancelled = true;
    }
  }
}
