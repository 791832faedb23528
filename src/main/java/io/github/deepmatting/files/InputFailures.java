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
package io.github.deepmatting.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Inputs that failed among many. Each failure is reported when it happens, and the rest goes on. Not thread-safe. */
public final class InputFailures {

  /**
   * One input that failed.
   *
   * @param input the input
   * @param message what was wrong with it, and what to do; names it
   * @param cause what was thrown; null if nothing was
   */
  public record Failure(Path input, String message, Throwable cause) {}

  /** Work on one input. */
  @FunctionalInterface
  public interface Work {
    /** Does it. */
    void run() throws Exception;
  }

  private final Consumer<Failure> listener;
  private final List<Failure> failures = new ArrayList<>();

  /** Failures that are only collected. */
  public InputFailures() {
    this(failure -> {});
  }

  /** @param listener receives each failure when it happens */
  public InputFailures(Consumer<Failure> listener) {
    this.listener = listener;
  }

  /** All failures so far. */
  public List<Failure> failures() {
    return List.copyOf(failures);
  }

  /**
   * Does some work and takes note if it fails.
   *
   * @param input what is worked on
   * @return true if it did not fail
   * @throws CancellationException if the user asked to stop
   */
  public boolean attempt(Path input, Work work) {
    return result(input, () -> {
      work.run();
      return input;
    }).isPresent();
  }

  /**
   * The result of some work, which must not be null; empty, with the failure noted, if it fails.
   *
   * @param input what is worked on
   * @throws CancellationException if the user asked to stop
   */
  public <T> Optional<T> result(Path input, Callable<T> work) {
    try {
      return Optional.of(work.call());
    } catch (CancellationException e) {
      throw e;
    } catch (OutOfMemoryError e) {
      add(input, "there was not enough memory (Java may use " + (Runtime.getRuntime().maxMemory() >> 20)
          + " MB); allow it more, or cut the image into parts", e);
    } catch (Exception e) {
      if (e instanceof InterruptedException) Thread.currentThread().interrupt();
      add(input, e.getMessage() == null ? e.toString() : e.getMessage(), e);
    }
    return Optional.empty();
  }

  /** Takes note of a failure. */
  public void add(Path input, String message) {
    add(input, message, null);
  }

  private void add(Path input, String message, Throwable cause) {
    String named = message.contains(input.toString()) ? message : input + ": " + message;
    Failure failure = new Failure(input, named, cause);
    failures.add(failure);
    listener.accept(failure);
  }

  /** @throws IOException with all failures, each on a line of its own, if there is any */
  public void throwIfAny() throws IOException {
    if (!failures.isEmpty())
      throw new IOException(failures.stream().map(Failure::message).collect(Collectors.joining("\n")));
  }

  /**
   * As {@link #throwIfAny()}, for images in a folder.
   *
   * @param images how many there are
   */
  public void throwIfAny(Path folder, int images) throws IOException {
    if (!failures.isEmpty())
      throw new IOException(failures.size() + " of " + images + " images in " + folder + " can't be used; repair or remove"
          + " them:\n  " + failures.stream().map(Failure::message).collect(Collectors.joining("\n  ")));
  }
}
