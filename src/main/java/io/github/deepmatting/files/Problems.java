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
import java.util.ArrayList;
import java.util.List;

/** What is wrong with the data of a training, told at once. Not safe for several threads. */
public final class Problems {

  /** Work that may fail. */
  @FunctionalInterface
  public interface Work<T> {
    /** Does it. */
    T run() throws IOException;
  }

  private final List<String> messages = new ArrayList<>();

  /** The result, or null with the problem noted. */
  public <T> T attempt(Work<T> work) {
    try {
      return work.run();
    } catch (IOException | IllegalArgumentException e) {
      add(e.getMessage() == null ? e.toString() : e.getMessage());
      return null;
    }
  }

  /** As {@link #attempt(Work)}, for one file. */
  public <T> T attempt(String file, Work<T> work) {
    try {
      return work.run();
    } catch (IOException | RuntimeException e) {
      if (e instanceof java.util.concurrent.CancellationException) throw (RuntimeException) e;
      add(file + ": " + (e.getMessage() == null ? e.toString() : e.getMessage()));
      return null;
    }
  }

  public void add(String message) {
    messages.add(message);
  }

  public int count() {
    return messages.size();
  }

  /** @throws IOException with the introduction and all problems, if there is any */
  public void throwIfAny(String introduction) throws IOException {
    if (!messages.isEmpty()) throw new IOException(introduction + "\n  " + String.join("\n  ", messages));
  }

  /** @throws IOException with all problems, each on lines of its own, if there is any */
  public void throwIfAny() throws IOException {
    if (!messages.isEmpty()) throw new IOException(String.join("\n", messages));
  }
}
