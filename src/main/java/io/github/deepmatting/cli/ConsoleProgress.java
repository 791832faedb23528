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

import io.github.deepmatting.progress.Progress;
import io.github.deepmatting.progress.WorkDone;
import java.io.PrintWriter;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Progress for people at a terminal: a bar that is drawn over itself, and messages above it. Where there is no terminal
 * (a file, a log), a plain line now and then. Closing takes the bar away.
 */
final class ConsoleProgress implements Progress, AutoCloseable {

  private static final int WIDTH = 30;
  private static final long BAR_INTERVAL = 100_000_000L;
  private static final long LINE_INTERVAL = 10_000_000_000L;

  private final PrintWriter writer;
  private final boolean bar;
  private final boolean quiet;
  private final LongSupplier nanoseconds;
  private final BooleanSupplier cancelled;

  private final WorkDone work;
  private long shown;
  /** Characters of the bar on the line, 0 for none. */
  private int drawn;

  /**
   * @param writer where to
   * @param bar whether it can go back to the start of a line
   * @param quiet whether only warnings and errors are shown
   * @param nanoseconds a clock
   * @param cancelled whether the work is to stop
   */
  ConsoleProgress(
      PrintWriter writer, boolean bar, boolean quiet, LongSupplier nanoseconds, BooleanSupplier cancelled) {
    this.writer = writer;
    this.bar = bar;
    this.quiet = quiet;
    this.nanoseconds = nanoseconds;
    this.cancelled = cancelled;
    work = new WorkDone(nanoseconds);
    shown = nanoseconds.getAsLong();
  }

  @Override
  public synchronized void begin(String activity, long total) {
    work.begin(activity, total);
    if (bar) show(nanoseconds.getAsLong());
    else showIfDue();
  }

  @Override
  public synchronized void whole(double share) {
    work.whole(share);
  }

  @Override
  public synchronized void advance(long units) {
    work.advance(units);
    showIfDue();
  }

  private void showIfDue() {
    long now = nanoseconds.getAsLong();
    if (now - shown >= (bar ? BAR_INTERVAL : LINE_INTERVAL)) show(now);
  }

  private void show(long now) {
    shown = now;
    if (quiet) return;
    String line = line();
    if (bar) {
      writer.print("\r" + line + " ".repeat(Math.max(0, drawn - line.length())));
      drawn = line.length();
    } else writer.println(line);
    writer.flush();
  }

  private String line() {
    if (!work.isOfWhole() && work.total() <= 0) return work.activity() + " ...";
    double share = work.share();
    StringBuilder line = new StringBuilder();
    if (bar) {
      int filled = (int) Math.round(share * WIDTH);
      line.append('[').append("#".repeat(filled)).append(".".repeat(WIDTH - filled)).append("] ");
    }
    return line.append(Math.round(100 * share)).append(" % ").append(work.activity()).append(work.timeLeft())
        .toString();
  }

  @Override
  public synchronized void info(String message) {
    if (!quiet) message(message);
  }

  @Override
  public synchronized void warn(String message) {
    message("warning: " + message);
  }

  /** Reports an input that failed. */
  synchronized void error(String message) {
    message("error: " + message);
  }

  @Override
  public boolean isCancelled() {
    return cancelled.getAsBoolean();
  }

  private void message(String message) {
    clear();
    writer.println(message);
    writer.flush();
  }

  /** Takes the bar away, before anything else is written. */
  synchronized void clear() {
    if (drawn > 0) writer.print("\r" + " ".repeat(drawn) + "\r");
    drawn = 0;
    writer.flush();
  }

  @Override
  public void close() {
    clear();
  }
}
