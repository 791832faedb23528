package io.github.deepmatting.engine;

/**
 * A device that the running engine sees.
 *
 * @param name the runtime's name of it
 * @param type CPU or GPU
 */
public record Device(String name, Type type) {
  /** Kinds of devices. */
  public enum Type {
    CPU,
    GPU
  }
}
