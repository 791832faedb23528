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

import java.util.HashMap;
import java.util.Map;
import java.util.function.LongFunction;

/**
 * Batches composed ahead by worker threads. They come out in the order of their numbers and are the same whatever the
 * number of workers. What goes wrong in a worker is thrown to the consumer. One consumer.
 */
public final class SampleQueue implements AutoCloseable {

  private final LongFunction<Batch> compose;
  private final int capacity;
  private final Thread[] workers;
  // Guarded by this.
  private final Map<Long, Batch> ready = new HashMap<>();
  private long nextToCompose;
  private long nextToTake;
  private Throwable failure;
  private boolean closed;

  /**
   * Starts composing.
   *
   * @param compose makes the batch of a number; called by several threads
   * @param first number of the first batch
   * @param workers threads, at least 1
   * @param capacity how many batches may wait or be under way, at least 1
   */
  public SampleQueue(LongFunction<Batch> compose, long first, int workers, int capacity) {
    if (workers < 1 || capacity < 1)
      throw new IllegalArgumentException(
          "A sample queue needs at least 1 worker and room for 1 batch but is given " + workers + " and " + capacity);
    this.compose = compose;
    this.capacity = capacity;
    this.nextToCompose = first;
    this.nextToTake = first;
    this.workers = new Thread[workers];
    for (int i = 0; i < workers; i++) {
      this.workers[i] = new Thread(this::work, "deep-matting-samples-" + i);
      this.workers[i].setDaemon(true);
      this.workers[i].start();
    }
  }

  private void work() {
    try {
      for (long number = claim(); number >= 0; number = claim()) put(number, compose.apply(number));
    } catch (InterruptedException e) {
      // Closed: nobody waits for this worker.
    } catch (Throwable e) {
      fail(e);
    }
  }

  private synchronized long claim() throws InterruptedException {
    while (!closed && failure == null && nextToCompose >= nextToTake + capacity) wait();
    return closed || failure != null ? -1 : nextToCompose++;
  }

  private synchronized void put(long number, Batch batch) {
    ready.put(number, batch);
    notifyAll();
  }

  private synchronized void fail(Throwable e) {
    if (failure == null) failure = e;
    notifyAll();
  }

  /**
   * The next batch; waits for it.
   *
   * @throws IllegalStateException if a worker failed (its exception is the cause) or the queue is closed
   */
  public synchronized Batch take() throws InterruptedException {
    while (true) {
      if (closed) throw new IllegalStateException("The sample queue is closed");
      if (failure != null) throw new IllegalStateException("Composing a sample failed: " + failure, failure);
      Batch batch = ready.remove(nextToTake);
      if (batch != null) {
        nextToTake++;
        notifyAll();
        return batch;
      }
      wait();
    }
  }

  /** Stops the workers and waits for them, so that nothing runs on behind. */
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      ready.clear();
      notifyAll();
    }
    boolean interrupted = false;
    for (Thread worker : workers) {
      while (worker.isAlive()) {
        try {
          worker.join();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    }
    if (interrupted) Thread.currentThread().interrupt();
  }
}
