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

import java.util.function.LongSupplier;

/** The time that work will still take if it goes on as fast as before. Not safe for several threads. */
public final class TimeLeft {

  private final LongSupplier nanoseconds;
  private long begun;
  private double first;
  private double share;

  /**
   * Begins now.
   *
   * @param nanoseconds a clock
   */
  public TimeLeft(LongSupplier nanoseconds) {
    this(nanoseconds, 0);
  }

  /**
   * Begins now, with some of the work done before.
   *
   * @param nanoseconds a clock
   * @param done how much, 0 to 1
   */
  public TimeLeft(LongSupplier nanoseconds, double done) {
    this.nanoseconds = nanoseconds;
    restart(done);
  }

  private void restart(double from) {
    begun = nanoseconds.getAsLong();
    first = from;
    share = from;
  }

  /**
   * Records how much is done. A smaller share than before starts again.
   *
   * @param done 0 to 1
   */
  public void done(double done) {
    if (done < share) restart(done);
    share = done;
  }

  /** For people, such as ", 40 s left"; empty while that is not known, and for the last second. */
  public String text() {
    if (share <= first) return "";
    double seconds = (nanoseconds.getAsLong() - begun) * 1e-9;
    long left = Math.round(seconds * (1 - share) / (share - first));
    if (left <= 1) return "";
    if (left < 120) return ", " + left + " s left";
    return left < 7200 ? ", " + (left + 30) / 60 + " min left" : ", " + (left + 1800) / 3600 + " h left";
  }
}
