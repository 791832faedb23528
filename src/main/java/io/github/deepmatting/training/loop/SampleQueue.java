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
package io.github.deepmatting.training.loop;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongFunction;

/**
 * Batches composed ahead by worker threads. They come out in the order of their numbers and are the same whatever the
 * number of workers. For one thread.
 */
public final class SampleQueue implements AutoCloseable {

  private final LongFunction<Batch> compose;
  private final ExecutorService workers;
  private final Queue<Future<Batch>> ahead = new ArrayDeque<>();
  private long next;

  /**
   * Starts composing.
   *
   * @param compose makes the batch of a number; called by several threads
   * @param first number of the first batch
   * @param workers threads, at least 1
   * @param capacity how many batches are composed ahead, at least 1
   */
  public SampleQueue(LongFunction<Batch> compose, long first, int workers, int capacity) {
    if (workers < 1 || capacity < 1)
      throw new IllegalArgumentException(
          "A sample queue needs at least 1 worker and room for 1 batch but is given " + workers + " and " + capacity);
    this.compose = compose;
    AtomicInteger threads = new AtomicInteger();
    this.workers = Executors.newFixedThreadPool(workers, work -> {
      Thread thread = new Thread(work, "deep-matting-samples-" + threads.getAndIncrement());
      thread.setDaemon(true);
      return thread;
    });
    next = first;
    for (int i = 0; i < capacity; i++) submit();
  }

  private void submit() {
    long number = next++;
    ahead.add(workers.submit(() -> compose.apply(number)));
  }

  /**
   * The next batch; waits for it.
   *
   * @throws IllegalStateException if composing it failed (the cause says why) or the queue is closed
   */
  public Batch take() throws InterruptedException {
    if (workers.isShutdown()) throw new IllegalStateException("The sample queue is closed");
    try {
      Batch batch = ahead.remove().get();
      submit();
      return batch;
    } catch (ExecutionException e) {
      throw new IllegalStateException("Composing a sample failed: " + e.getCause(), e.getCause());
    }
  }

  /** Stops the workers and waits until the last of them has ended. */
  @Override
  public void close() {
    ahead.forEach(batch -> batch.cancel(false));
    workers.shutdown();
    boolean interrupted = false;
    while (!workers.isTerminated()) {
      try {
        workers.awaitTermination(1, TimeUnit.HOURS);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) Thread.currentThread().interrupt();
  }
}
