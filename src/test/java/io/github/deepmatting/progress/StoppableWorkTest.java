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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class StoppableWorkTest {

  private final AtomicBoolean cancelled = new AtomicBoolean();
  private final List<String> heard = new CopyOnWriteArrayList<>();
  private final Progress progress = new Progress() {
    @Override
    public void begin(String activity, long total) {
      heard.add(activity);
    }

    @Override
    public void info(String message) {
      heard.add(message);
    }

    @Override
    public boolean isCancelled() {
      return cancelled.get();
    }
  };

  @Test
  void theResultAndWhatIsReportedGetOut() throws Exception {
    assertEquals("done", StoppableWork.run("test", shown -> {
      shown.begin("working", 0);
      return "done";
    }, progress));
    assertEquals(List.of("working"), heard);
  }

  @Test
  void failuresGetOutAsTheyAre() {
    for (Throwable failure : List.of(new IOException("a"), new IllegalArgumentException("b"), new OutOfMemoryError("c")))
      assertSame(failure, assertThrows(Throwable.class, () -> StoppableWork.run("test", shown -> {
        if (failure instanceof IOException e) throw e;
        if (failure instanceof RuntimeException e) throw e;
        throw (Error) failure;
      }, progress)));
  }

  @Test
  void workThatListensSaysHowItEnded() {
    cancelled.set(true);
    CancellationException end = assertThrows(CancellationException.class, () -> StoppableWork.run("test", shown -> {
      throw new CancellationException("can be resumed");
    }, progress));
    assertEquals("can be resumed", end.getMessage());
  }

  @Test
  void workThatDoesNotListenIsLeftAloneAndIsHeardNoMore() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(1);
    AtomicBoolean sawStop = new AtomicBoolean();
    assertThrows(CancellationException.class, () -> StoppableWork.run("test", shown -> {
      cancelled.set(true);
      await(release);
      cancelled.set(false);
      sawStop.set(shown.isCancelled());
      shown.begin("late", 0);
      shown.info("late");
      ended.countDown();
      return null;
    }, progress));
    release.countDown();
    ended.await();
    assertTrue(sawStop.get());
    assertEquals(List.of(), heard);
  }

  @Test
  void anInterruptionStopsItToo() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    List<Object> end = new CopyOnWriteArrayList<>();
    Thread waiting = new Thread(() -> {
      end.add(assertThrows(CancellationException.class, () -> StoppableWork.run("test", shown -> {
        begun.countDown();
        await(release);
        return null;
      }, progress)));
      end.add(Thread.currentThread().isInterrupted());
    });
    waiting.start();
    begun.await();
    waiting.interrupt();
    waiting.join();
    assertEquals(2, end.size());
    assertEquals(true, end.get(1));
    assertFalse(cancelled.get());
    release.countDown();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
