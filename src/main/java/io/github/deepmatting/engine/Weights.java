package io.github.deepmatting.engine;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Named arrays of 32-bit floats, in the order they were added: a network's weights, or the state of a training. Arrays
 * are in C order (last axis fastest). The arrays are not copied: who hands one over must not change it any more.
 */
public final class Weights {

  /**
   * One array.
   *
   * @param shape its size along each axis; empty for a single value
   * @param values its values in C order
   */
  public record Array(long[] shape, float[] values) {
    public Array {
      long size = Arrays.stream(shape).reduce(1, Math::multiplyExact);
      if (size != values.length)
        throw new IllegalArgumentException(
            "Shape " + Arrays.toString(shape) + " holds " + size + " values but there are " + values.length);
    }
  }

  private final Map<String, Array> arrays;

  public Weights(Map<String, Array> arrays) {
    this.arrays = new LinkedHashMap<>(arrays);
  }

  /** The names, in order. */
  public Set<String> names() {
    return java.util.Collections.unmodifiableSet(arrays.keySet());
  }

  public boolean contains(String name) {
    return arrays.containsKey(name);
  }

  /**
   * The array with this name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public Array get(String name) {
    Array array = arrays.get(name);
    if (array == null) throw new IllegalArgumentException("No array '" + name + "'; there are " + arrays.keySet());
    return array;
  }

  /** How many single values all arrays hold together. */
  public long count() {
    return arrays.values().stream().mapToLong(a -> a.values().length).sum();
  }
}
