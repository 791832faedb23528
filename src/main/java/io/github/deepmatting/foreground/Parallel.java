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
package io.github.deepmatting.foreground;

import io.github.deepmatting.progress.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/** A few threads that share numbered pieces of work; the results must not depend on who does which. */
final class Parallel implements AutoCloseable {

  private final int threads;
  private final Progress progress;
  private final ExecutorService executor;

  Parallel(int threads, Progress progress) {
    if (threads < 1) throw new IllegalArgumentException("threads is " + threads + "; it must be at least 1");
    this.threads = threads;
    this.progress = progress;
    this.executor = threads == 1 ? null : Executors.newFixedThreadPool(threads - 1, Parallel::newThread);
  }

  private static Thread newThread(Runnable work) {
    Thread thread = new Thread(work, "deep-matting-foreground");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Does pieces 0 to {@code count - 1}; each thread gets a worker of its own, with its own scratch memory. Returns when
   * all are done; the first exception stops the rest and is thrown.
   */
  void forEach(int count, Supplier<IntConsumer> newWorker) {
    AtomicInteger next = new AtomicInteger();
    Runnable loop = () -> {
      IntConsumer worker = null;
      try {
        for (int piece = next.getAndIncrement(); piece < count; piece = next.getAndIncrement()) {
          progress.checkCancelled();
          if (worker == null) worker = newWorker.get();
          worker.accept(piece);
        }
      } finally {
        // After a failure nobody takes up more work; after the last piece this changes nothing.
        next.set(count);
      }
    };
    List<Future<?>> others = new ArrayList<>();
    for (int i = 1; i < Math.min(threads, count); i++) others.add(executor.submit(loop));
    RuntimeException failure = null;
    Error error = null;
    try {
      loop.run();
    } catch (RuntimeException e) {
      failure = e;
    } catch (Error e) {
      error = e;
    }
    for (Future<?> other : others) {
      Throwable thrown = outcome(other);
      if (failure != null || error != null || thrown == null) continue;
      if (thrown instanceof Error e) error = e;
      else failure = thrown instanceof RuntimeException e ? e : new IllegalStateException(thrown);
    }
    if (error != null) throw error;
    if (failure != null) throw failure;
  }

  /** Waits to the end even if interrupted: the work writes to memory that the caller owns. */
  private static Throwable outcome(Future<?> future) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          future.get();
          return null;
        } catch (ExecutionException e) {
          return e.getCause();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    if (executor != null) executor.shutdown();
  }
}
