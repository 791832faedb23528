package io.github.deepmatting.imagej;

import java.util.function.Supplier;

/** Says which of several images an error is about, where what found it knows only pixels. */
final class NamedErrors {

  private NamedErrors() {}

  /**
   * What some work gives.
   *
   * @param what put before an error's message that does not hold the name yet, e.g. "trimap"
   * @param name of the image
   * @throws IllegalArgumentException as the work does, naming the image
   */
  static <T> T naming(String what, String name, Supplier<T> work) {
    try {
      return work.get();
    } catch (IllegalArgumentException e) {
      if (e.getMessage() != null && e.getMessage().contains(name)) throw e;
      throw new IllegalArgumentException(what + " " + name + ": " + e.getMessage(), e);
    }
  }
}
