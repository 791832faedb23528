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

/**
 * The state of work and the time that is left, from the reports to its {@link Progress}: of the whole where that is
 * reported, otherwise of the activity begun last. Not safe for several threads.
 */
public final class WorkDone {

  private final LongSupplier nanoseconds;
  private String activity = "";
  private long total;
  private long done;
  private TimeLeft activityLeft;
  private TimeLeft wholeLeft;
  /** The share of the whole that is done; NaN until one is reported. */
  private double whole = Double.NaN;

  /**
   * Begins now.
   *
   * @param nanoseconds a clock
   */
  public WorkDone(LongSupplier nanoseconds) {
    this.nanoseconds = nanoseconds;
    activityLeft = new TimeLeft(nanoseconds);
    wholeLeft = activityLeft;
  }

  /** See {@link Progress#begin}. */
  public void begin(String newActivity, long newTotal) {
    activity = newActivity;
    total = newTotal;
    done = 0;
    activityLeft = new TimeLeft(nanoseconds);
  }

  /** See {@link Progress#advance}. */
  public void advance(long units) {
    done = Math.min(done + units, total);
  }

  /** See {@link Progress#whole}. */
  public void whole(double share) {
    // The time before its first part, such as for loading the model, says nothing about the others.
    if (!isOfWhole()) wholeLeft = new TimeLeft(nanoseconds, share);
    whole = share;
    wholeLeft.done(share);
  }

  /** The activity begun last, for people. */
  public String activity() {
    return activity;
  }

  /** Units of the activity; 0 if unknown. */
  public long total() {
    return total;
  }

  /** Units of the activity that are done, at most the total. */
  public long done() {
    return done;
  }

  /** True if the whole is reported. */
  public boolean isOfWhole() {
    return !Double.isNaN(whole);
  }

  /** The share that is done, 0 to 1; 0 for an activity of an unknown number of units. */
  public double share() {
    return isOfWhole() ? whole : (double) done / Math.max(1, total);
  }

  /** The time that is left now, for people; see {@link TimeLeft#text()}. */
  public String timeLeft() {
    TimeLeft left = isOfWhole() ? wholeLeft : activityLeft;
    left.done(share());
    return left.text();
  }
}
