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

import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Work that is left alone as soon as the user asks to stop, however long it takes until it notices: a network in native
 * code can't be interrupted. It runs in a thread of its own, which ends, and gives its memory back, by itself.
 */
public final class StoppableWork {

  private static final long POLL_MILLISECONDS = 50;
  /** Most work notices at once, and then nothing is left running. */
  private static final long GRACE_MILLISECONDS = 500;

  private StoppableWork() {}

  /** Work that may have to be stopped. */
  @FunctionalInterface
  public interface Work<T> {

    /**
     * Does the work, and closes what it opened.
     *
     * @param progress is cancelled, too, once nobody waits for the work any more
     */
    T run(Progress progress) throws IOException;
  }

  /**
   * Does some work and waits for it.
   *
   * @param name of the thread
   * @param progress receives progress, and is asked whether to go on
   * @return what the work gives
   * @throws IOException if the work does
   * @throws CancellationException within a second after the user asked to stop, or when this thread is interrupted
   */
  public static <T> T run(String name, Work<T> work, Progress progress) throws IOException {
    AtomicBoolean abandoned = new AtomicBoolean();
    Progress shown = new PartProgress(progress, 0, 1, "", false, abandoned::get);
    FutureTask<T> task = new FutureTask<>(() -> work.run(shown));
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.start();
    try {
      while (true) {
        boolean stop = progress.isCancelled();
        try {
          return task.get(stop ? GRACE_MILLISECONDS : POLL_MILLISECONDS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
          if (stop) throw new CancellationException("cancelled by the user");
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException failure) throw failure;
      if (e.getCause() instanceof RuntimeException failure) throw failure;
      if (e.getCause() instanceof Error failure) throw failure;
      throw new IllegalStateException(e.getCause());
    } finally {
      abandoned.set(true);
    }
  }
}
