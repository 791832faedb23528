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
package io.github.deepmatting.commands.service;

import io.github.deepmatting.progress.Progress;
import io.github.deepmatting.progress.WorkDone;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.scijava.app.StatusService;
import org.scijava.log.LogService;
import org.scijava.task.Task;

/**
 * Progress as a SciJava task, which applications show with a bar and a button to stop, and in the status bar; with the time
 * left, of the whole where it is reported. Messages go to the log. Safe for several threads.
 */
public final class TaskProgress implements Progress, AutoCloseable {

  /** Every update is an event for the whole application. */
  private static final long INTERVAL = 100_000_000L;
  /** Steps of the bar where it shows the whole. */
  private static final long WHOLE = 1000;

  private final Task task;
  private final StatusService status;
  private final LogService log;
  private final BooleanSupplier cancelled;
  private final LongSupplier nanoseconds;
  private final WorkDone work;
  private long shown;

  /**
   * @param task not started yet; finished by {@link #close()}
   * @param cancelled whether the command was asked to stop otherwise than by the task
   * @param nanoseconds a clock
   */
  public TaskProgress(
      Task task, StatusService status, LogService log, BooleanSupplier cancelled, LongSupplier nanoseconds) {
    this.task = task;
    this.status = status;
    this.log = log;
    this.cancelled = cancelled;
    this.nanoseconds = nanoseconds;
    work = new WorkDone(nanoseconds);
    task.start();
  }

  @Override
  public synchronized void begin(String activity, long total) {
    work.begin(activity, total);
    show();
  }

  @Override
  public synchronized void whole(double share) {
    work.whole(share);
  }

  @Override
  public synchronized void advance(long units) {
    work.advance(units);
    if (work.done() == work.total() || nanoseconds.getAsLong() - shown >= INTERVAL) show();
  }

  private void show() {
    shown = nanoseconds.getAsLong();
    long value = work.isOfWhole() ? Math.round(WHOLE * work.share()) : work.done();
    long maximum = work.isOfWhole() ? WHOLE : Math.max(1, work.total());
    String message = work.activity() + work.timeLeft();
    task.setStatusMessage(message);
    task.setProgressMaximum(maximum);
    task.setProgressValue(value);
    // The status bar counts in integers.
    status.showStatus((int) (100 * value / maximum), 100, message);
  }

  @Override
  public void info(String message) {
    log.info(message);
  }

  @Override
  public void warn(String message) {
    log.warn(message);
  }

  @Override
  public boolean isCancelled() {
    return task.isCanceled() || cancelled.getAsBoolean();
  }

  @Override
  public void close() {
    task.finish();
    // A bar that stands short of its end stays.
    status.showProgress(1, 1);
    status.clearStatus();
  }
}
