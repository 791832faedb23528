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
package io.github.deepmatting.engine.install;

import io.github.deepmatting.progress.Progress;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * A stream that does not wait forever: reading fails when nothing comes for a while, and when the user asks to stop. A
 * thread of its own watches it, because a blocked read can't be interrupted.
 */
final class StallGuard extends FilterInputStream {

  private static final long CHECK_MILLISECONDS = 200;

  private final Thread watch = new Thread(this::watch, "download watch");
  private final long patienceNanoseconds;
  private final Progress progress;
  private volatile long lastByte = System.nanoTime();
  private volatile boolean stalled;

  StallGuard(InputStream in, Duration patience, Progress progress) {
    super(in);
    this.patienceNanoseconds = patience.toNanos();
    this.progress = progress;
    watch.setDaemon(true);
    watch.start();
  }

  private void watch() {
    try {
      while (!progress.isCancelled()) {
        stalled = System.nanoTime() - lastByte > patienceNanoseconds;
        if (stalled) break;
        TimeUnit.MILLISECONDS.sleep(CHECK_MILLISECONDS);
      }
      in.close(); // wakes the reader
    } catch (InterruptedException | IOException e) {
      // Closed: there is nothing more to watch.
    }
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int count;
    try {
      count = super.read(buffer, offset, length);
    } catch (IOException e) {
      if (stalled) throw timeout();
      progress.checkCancelled();
      throw e;
    }
    if (count < 0 && stalled) throw timeout();
    if (count < 0) progress.checkCancelled();
    lastByte = System.nanoTime();
    return count;
  }

  private static IOException timeout() {
    return new HttpTimeoutException("nothing more came");
  }

  @Override
  public void close() throws IOException {
    watch.interrupt();
    super.close();
  }
}
