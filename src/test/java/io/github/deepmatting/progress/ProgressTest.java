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

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The progress that reports nothing, and the progress of parts of work. */
class ProgressTest {

  /** Takes down what arrives. */
  static final class Heard implements Progress {
    final List<String> reports = new CopyOnWriteArrayList<>();
    volatile boolean cancelled;

    @Override
    public void begin(String activity, long total) {
      reports.add("begin " + activity + " " + total);
    }

    @Override
    public void advance(long units) {
      reports.add("advance " + units);
    }

    @Override
    public void whole(double share) {
      reports.add("whole " + share);
    }

    @Override
    public void info(String message) {
      reports.add("info " + message);
    }

    @Override
    public void warn(String message) {
      reports.add("warn " + message);
    }

    @Override
    public boolean isCancelled() {
      return cancelled;
    }
  }

  /** A progress that reports to one that takes down. */
  private abstract static class Reporting extends ProgressContract {
    final Heard heard = new Heard();

    @Override
    protected List<String> read() {
      return heard.reports;
    }

    @Override
    protected void cancel() {
      heard.cancelled = true;
    }
  }

  @Nested
  class None extends ProgressContract {
    @Override
    protected Progress create() {
      return Progress.NONE;
    }

    @Override
    protected List<String> read() {
      return List.of();
    }

    @Override
    protected void cancel() {}

    @Override
    protected boolean isHeard() {
      return false;
    }
  }

  @Nested
  class Part extends Reporting {
    @Override
    protected Progress create() {
      return heard.part(0.5, 0.75);
    }

    @Test
    void itsSharesArePartsOfTheWhole() {
      Progress part = create();
      part.begin("Matting", 5);
      part.whole(0.5);
      part.part(0.5, 1).whole(0.5);
      part.slice(2, 4).info("small");
      // From one half on the part takes a quarter: 1/2 + 1/2 * 1/4; 1/2 + 3/4 * 1/4.
      assertEquals(List.of("whole 0.5", "begin Matting 5", "whole 0.625", "whole 0.625", "whole 0.6875", "whole 0.625",
          "info slice 3 of 4: small"), heard.reports);
    }
  }

  @Nested
  class Slice extends Reporting {
    @Override
    protected Progress create() {
      return heard.slice(1, 4);
    }

    @Test
    void everythingNamesTheSlice() {
      Progress slice = create();
      slice.begin("Matting", 5);
      slice.advance(2);
      slice.info("small");
      slice.warn("odd");
      slice.whole(0.5);
      assertEquals(List.of("whole 0.25", "begin Matting, slice 2 of 4 5", "advance 2", "info slice 2 of 4: small",
          "warn slice 2 of 4: odd", "whole 0.375"), heard.reports);
    }
  }

  @Nested
  class Named extends Reporting {
    @Override
    protected Progress create() {
      return heard.named("cell.tif");
    }

    @Test
    void messagesBeginWithTheNameAndActivitiesDoNot() {
      Progress named = create();
      named.begin("Reading", 0);
      named.whole(0.3);
      named.warn("odd");
      named.slice(0, 2).info("cell.tif is small");
      assertEquals(List.of("begin Reading 0", "whole 0.3", "warn cell.tif: odd", "whole 0.0",
          "info slice 1 of 2: cell.tif is small"), heard.reports);
    }
  }
}
