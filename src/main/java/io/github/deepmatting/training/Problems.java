package io.github.deepmatting.training;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with the data of a training, told at once. Not safe for several threads. */
final class Problems {

  /** Work that may fail. */
  @FunctionalInterface
  interface Work<T> {
    /** Does it. */
    T run() throws IOException;
  }

  private final List<String> messages = new ArrayList<>();

  /** The result, or null with the problem noted. */
  <T> T attempt(Work<T> work) {
    try {
      return work.run();
    } catch (IOException | IllegalArgumentException e) {
      add(e.getMessage() == null ? e.toString() : e.getMessage());
      return null;
    }
  }

  /** As {@link #attempt(Work)}, for one file. */
  <T> T attempt(String file, Work<T> work) {
    try {
      return work.run();
    } catch (IOException | RuntimeException e) {
      if (e instanceof java.util.concurrent.CancellationException) throw (RuntimeException) e;
      add(file + ": " + (e.getMessage() == null ? e.toString() : e.getMessage()));
      return null;
    }
  }

  void add(String message) {
    messages.add(message);
  }

  int count() {
    return messages.size();
  }

  /** @throws IOException with the introduction and all problems, if there is any */
  void throwIfAny(String introduction) throws IOException {
    if (!messages.isEmpty()) throw new IOException(introduction + "\n  " + String.join("\n  ", messages));
  }

  /** @throws IOException with all problems, each on lines of its own, if there is any */
  void throwIfAny() throws IOException {
    if (!messages.isEmpty()) throw new IOException(String.join("\n", messages));
  }
}
