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

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * A fixed number of threads. Work that they {@link #run} never takes more of them, whether it uses parallel streams or
 * {@link #forEach}; its results must not depend on how many there are. Work outside of any workers shares the threads of
 * Java's common pool. Closing ends the threads.
 */
public final class Workers implements AutoCloseable {

  /** Most threads that can be asked for. */
  public static final int MAX_THREADS = 1024;

  private static final String NAME = "deep-matting-worker";

  private final ForkJoinPool pool;

  /**
   * Work to be done.
   *
   * @param <T> its result
   * @param <E> what it throws
   */
  @FunctionalInterface
  public interface Work<T, E extends Exception> {
    /** Does the work. */
    T run() throws E;
  }

  /**
   * @param threads 1 to {@value #MAX_THREADS}, or 0 for as many as there are processors
   * @throws IllegalArgumentException for other numbers
   */
  public Workers(int threads) {
    int count = checked(threads) == 0 ? Runtime.getRuntime().availableProcessors() : threads;
    // Threads of a pool would find the program's own class loader, not that of the plugin.
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    // Threads that wait for others are not replaced, so that there are never more.
    pool = new ForkJoinPool(count, owner -> newThread(owner, loader), null, false, count, count, 1, owner -> true, 60,
        TimeUnit.SECONDS);
  }

  private static ForkJoinWorkerThread newThread(ForkJoinPool pool, ClassLoader loader) {
    ForkJoinWorkerThread thread = new ForkJoinWorkerThread(pool) {};
    thread.setName(NAME);
    thread.setContextClassLoader(loader);
    return thread;
  }

  /**
   * Checks a number of threads, before there is any work.
   *
   * @return the number
   * @throws IllegalArgumentException if it is not 0 to {@value #MAX_THREADS}
   */
  public static int checked(int threads) {
    if (threads < 0 || threads > MAX_THREADS)
      throw new IllegalArgumentException("The number of threads is " + threads + "; allowed are 1 to " + MAX_THREADS
          + ", and 0 for as many as there are processors");
    return threads;
  }

  /** Does some work in a few threads of its own; see {@link #Workers(int)} and {@link #run(Work)}. */
  public static <T, E extends Exception> T run(int threads, Work<T, E> work) throws E {
    try (Workers workers = new Workers(threads)) {
      return workers.run(work);
    }
  }

  /**
   * Does some work in these threads and waits for it, even if the calling thread is interrupted: the work may write to
   * memory that the caller owns.
   *
   * @return what the work returns
   * @throws E what the work throws
   */
  public <T, E extends Exception> T run(Work<T, E> work) throws E {
    if (ForkJoinTask.getPool() == pool) return work.run();
    CompletableFuture<T> result = new CompletableFuture<>();
    pool.execute(() -> {
      try {
        result.complete(work.run());
      } catch (Throwable e) {
        result.completeExceptionally(e);
      }
    });
    try {
      return result.join();
    } catch (CompletionException e) {
      throw Workers.<E>thrown(e.getCause());
    }
  }

  @SuppressWarnings("unchecked") // the work throws nothing else that must be declared
  private static <E extends Exception> E thrown(Throwable failure) {
    if (failure instanceof Error error) throw error;
    return (E) failure;
  }

  /**
   * Shares numbered pieces of work among the threads that the caller works in. Returns when all are done; the first
   * failure stops the rest and is thrown.
   *
   * @param count pieces 0 to {@code count - 1} are done, in no order
   * @param newWorker makes what does pieces, one for each thread, with scratch memory of its own
   * @param progress is asked before each piece whether to go on
   */
  public static void forEach(int count, Supplier<IntConsumer> newWorker, Progress progress) {
    AtomicInteger next = new AtomicInteger();
    AtomicReference<Throwable> failure = new AtomicReference<>();
    IntStream.range(0, Math.min(count, threads())).parallel().forEach(thread -> {
      try {
        IntConsumer worker = null;
        for (int piece = next.getAndIncrement(); piece < count; piece = next.getAndIncrement()) {
          progress.checkCancelled();
          if (worker == null) worker = newWorker.get();
          worker.accept(piece);
        }
      } catch (Throwable e) {
        // Not thrown from here: a stream would throw a copy with another message.
        failure.compareAndSet(null, e);
        next.set(count);
      }
    });
    if (failure.get() != null) throw Workers.<RuntimeException>thrown(failure.get());
  }

  /**
   * Starts some work in the threads that the caller works in, without waiting for it. It may only begin when the caller's
   * own work has ended, so the caller must be able to go on without it.
   */
  public static void start(Runnable work) {
    ForkJoinPool own = ForkJoinTask.getPool();
    (own == null ? ForkJoinPool.commonPool() : own).execute(work);
  }

  /** The number of threads that the caller's work may take. */
  private static int threads() {
    ForkJoinPool own = ForkJoinTask.getPool();
    return own == null ? ForkJoinPool.getCommonPoolParallelism() + 1 : own.getParallelism();
  }

  @Override
  public void close() {
    pool.shutdown();
  }
}
