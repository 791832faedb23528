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

import io.github.deepmatting.progress.Workers;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongFunction;

/**
 * Batches composed ahead by the {@link Workers} that the caller is one of. A batch that nobody has begun when it is
 * asked for is composed by the caller, so a single thread is enough. They come out in the order of their numbers and are
 * the same whatever the number of threads. For one thread.
 */
public final class SampleQueue implements AutoCloseable {

  /** A batch that is asked for. */
  private record Order(long number, CompletableFuture<Batch> batch) {}

  private final LongFunction<Batch> compose;
  private final int most;
  private final AtomicInteger composing = new AtomicInteger();
  private final Queue<Order> ordered = new ArrayDeque<>();
  private final Queue<Order> waiting = new ConcurrentLinkedQueue<>();
  private long next;

  /**
   * Starts composing.
   *
   * @param compose makes the batch of a number; called by several threads
   * @param first number of the first batch
   * @param most how many batches other threads may compose at a time, at least 1
   * @param capacity how many batches are composed ahead, at least 1
   */
  public SampleQueue(LongFunction<Batch> compose, long first, int most, int capacity) {
    if (most < 1 || capacity < 1)
      throw new IllegalArgumentException(
          "A sample queue needs at least 1 worker and room for 1 batch but is given " + most + " and " + capacity);
    this.compose = compose;
    this.most = most;
    next = first;
    for (int i = 0; i < capacity; i++) order();
  }

  private void order() {
    Order order = new Order(next++, new CompletableFuture<>());
    ordered.add(order);
    waiting.add(order);
    if (composing.getAndUpdate(count -> Math.min(most, count + 1)) < most) Workers.start(this::composeAll);
  }

  private void composeAll() {
    for (Order order = waiting.poll(); order != null; order = waiting.poll()) compose(order);
    composing.decrementAndGet();
  }

  private void compose(Order order) {
    try {
      order.batch().complete(compose.apply(order.number()));
    } catch (Throwable e) {
      order.batch().completeExceptionally(e);
    }
  }

  /**
   * The next batch; waits for it.
   *
   * @throws IllegalStateException if composing it failed (the cause says why) or the queue is closed
   */
  public Batch take() {
    Order order = ordered.poll();
    if (order == null) throw new IllegalStateException("The sample queue is closed");
    if (waiting.remove(order)) compose(order);
    try {
      Batch batch = order.batch().join();
      order();
      return batch;
    } catch (CompletionException e) {
      throw new IllegalStateException("Composing a sample failed: " + e.getCause(), e.getCause());
    }
  }

  /** Begins no other batch and waits until those that are being composed are done. */
  @Override
  public void close() {
    for (Order order = ordered.poll(); order != null; order = ordered.poll())
      if (!waiting.remove(order)) order.batch().handle((batch, failure) -> null).join();
  }
}
