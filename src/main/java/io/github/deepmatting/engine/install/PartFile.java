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
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A file that grows piece by piece. Distinguishes failures of reading from failures of writing.
 *
 * @param path its path
 */
record PartFile(Path path) {

  private static final int BUFFER = 1 << 16;
  private static final long CHECK_MILLISECONDS = 200;
  private static final long TIME_TO_STOP_SECONDS = 5;

  /** Thrown if the file can't be written, where another attempt would not help. */
  static final class WriteException extends IOException {
    private static final long serialVersionUID = 1L;

    WriteException(Path path, IOException cause) {
      super(path + " can't be written (" + cause.getMessage() + "). If the disk is full, free some"
          + " space; if you may not write there, choose another engine folder. The download so far is kept", cause);
    }
  }

  /** Work that makes the file grow. */
  interface Work {
    /** Does it; ends soon when it is interrupted. */
    void run() throws IOException, InterruptedException;
  }

  /** The number of bytes in the file. */
  long length() {
    return path.toFile().length();
  }

  /** Deletes the file. */
  void restart() throws WriteException {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new WriteException(path, e);
    }
  }

  /**
   * Runs work that makes the file grow, in a thread of its own, so that it can be given up at any time.
   *
   * @param silence the longest time without a new byte
   * @param progress receives the bytes, and can cancel the work
   * @throws IOException if the work fails, or nothing comes in time
   */
  void grow(Duration silence, Progress progress, Work work) throws IOException {
    ExecutorService threads = Executors.newSingleThreadExecutor(task -> {
      Thread thread = new Thread(task, "download");
      thread.setDaemon(true);
      return thread;
    });
    try {
      try {
        watch(threads.submit(() -> {
          work.run();
          return null;
        }), silence, progress);
      } finally {
        threads.shutdownNow();
        threads.awaitTermination(TIME_TO_STOP_SECONDS, TimeUnit.SECONDS); // or it would write beside the next attempt
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    }
  }

  private void watch(Future<?> work, Duration silence, Progress progress) throws IOException, InterruptedException {
    long told = 0;
    long last = System.nanoTime();
    for (boolean done = false; !done;) {
      done = endedWithin(work);
      long length = length();
      if (length > told) {
        last = System.nanoTime();
        progress.advance(length - told);
        told = length;
      }
      progress.checkCancelled();
      if (!done && System.nanoTime() - last > silence.toNanos()) throw new HttpTimeoutException("nothing more came");
    }
  }

  private static boolean endedWithin(Future<?> work) throws IOException, InterruptedException {
    try {
      work.get(CHECK_MILLISECONDS, TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException failure) throw failure;
      throw new IOException(String.valueOf(e.getCause()), e.getCause());
    }
  }

  /**
   * Writes a stream at the end of the file, to its end or until the file has its full length; what the stream would
   * give beyond is not read.
   *
   * @param full bytes of the whole file
   * @throws WriteException if it can't be written
   * @throws IOException if the stream can't be read
   */
  void append(InputStream in, long full) throws IOException {
    byte[] buffer = new byte[BUFFER];
    long left = full - length();
    try (OutputStream out = open()) {
      while (left > 0) {
        int count = in.read(buffer, 0, (int) Math.min(left, BUFFER));
        if (count < 0) return;
        left -= count;
        try {
          out.write(buffer, 0, count);
        } catch (IOException e) {
          throw new WriteException(path, e);
        }
      }
    }
  }

  private OutputStream open() throws WriteException {
    try {
      return Files.newOutputStream(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new WriteException(path, e);
    }
  }
}
