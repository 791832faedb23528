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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkersTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5})
  void workNeverTakesMoreThreads(int threads) {
    Set<Thread> seen = ConcurrentHashMap.newKeySet();
    AtomicInteger busy = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    Runnable piece = () -> {
      seen.add(Thread.currentThread());
      most.accumulateAndGet(busy.incrementAndGet(), Math::max);
      Thread.onSpinWait();
      busy.decrementAndGet();
    };
    Workers.run(threads, () -> {
      IntStream.range(0, 500).parallel().forEach(i -> piece.run());
      Workers.forEach(500, () -> i -> piece.run(), Progress.NONE);
      // As in a matte: pieces that have parallel work of their own.
      IntStream.range(0, 20).parallel()
          .forEach(i -> Workers.forEach(20, () -> inner -> piece.run(), Progress.NONE));
      return null;
    });
    assertTrue(seen.size() <= threads, seen.toString());
    assertTrue(most.get() <= threads, most.toString());
    assertTrue(seen.stream().allMatch(thread -> thread.getName().equals("deep-matting-worker")), seen.toString());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3, 100})
  void eachPieceIsDoneOnceByAWorkerOfItsThread(int pieces) {
    AtomicIntegerArray done = new AtomicIntegerArray(Math.max(1, pieces));
    Workers.run(3, () -> {
      Workers.forEach(pieces, () -> {
        Thread own = Thread.currentThread();
        return piece -> {
          assertSame(own, Thread.currentThread());
          done.incrementAndGet(piece);
        };
      }, Progress.NONE);
      return null;
    });
    int[] expected = new int[pieces];
    java.util.Arrays.fill(expected, 1);
    assertArrayEquals(expected, IntStream.range(0, pieces).map(done::get).toArray());
  }

  @Test
  void runInsideOfRunStaysInTheSameThread() {
    try (Workers workers = new Workers(1)) {
      Thread outer = workers.run(Thread::currentThread);
      assertSame(outer, workers.run(() -> workers.run(Thread::currentThread)));
      assertSame(Thread.currentThread().getContextClassLoader(), outer.getContextClassLoader());
    }
  }

  @Test
  void failuresAreThrownAsTheyAre() {
    IOException full = new IOException("the disk is full");
    assertSame(full, assertThrows(IOException.class, () -> Workers.run(2, () -> {
      throw full;
    })));
    OutOfMemoryError memory = new OutOfMemoryError("none left");
    assertSame(memory, assertThrows(OutOfMemoryError.class, () -> Workers.run(2, () -> {
      throw memory;
    })));
    CancellationException stop = new CancellationException("enough");
    assertSame(stop, assertThrows(CancellationException.class, () -> Workers.run(2, () -> {
      throw stop;
    })));
    AtomicInteger done = new AtomicInteger();
    IllegalArgumentException bad = new IllegalArgumentException("piece 3");
    assertSame(bad, assertThrows(IllegalArgumentException.class, () -> Workers.run(4, () -> {
      Workers.forEach(1_000_000, () -> piece -> {
        if (piece == 3) throw bad;
        done.incrementAndGet();
      }, Progress.NONE);
      return null;
    })));
    assertTrue(done.get() < 1_000_000, "the rest is left");
  }

  @Test
  void anInterruptedCallerWaitsForTheWork() throws Exception {
    AtomicInteger done = new AtomicInteger();
    Thread caller = new Thread(() -> {
      Thread.currentThread().interrupt();
      Workers.run(1, () -> {
        for (int i = 0; i < 1000; i++) done.incrementAndGet();
        return null;
      });
      if (Thread.interrupted()) done.addAndGet(10_000);
    });
    caller.start();
    caller.join();
    assertEquals(11_000, done.get());
  }

  @Test
  void numbersOfThreadsAreChecked() {
    for (int wrong : new int[] {-1, Workers.MAX_THREADS + 1}) {
      String message = assertThrows(IllegalArgumentException.class, () -> new Workers(wrong)).getMessage();
      assertTrue(message.contains("is " + wrong + "; allowed are 1 to 1024"), message);
    }
    assertEquals(3, (int) Workers.run(0, () -> 3));
  }
}
