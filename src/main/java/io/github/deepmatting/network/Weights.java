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
package io.github.deepmatting.network;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Named arrays of 32-bit floats, in the order in which they were added: a network's weights, or the state of a
 * training. Arrays are in C order (last axis fastest). The arrays are not copied and must not be changed after they are
 * handed over.
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

  /** The names of the arrays, in order. */
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

  /** The number of values in all arrays together. */
  public long count() {
    return arrays.values().stream().mapToLong(a -> a.values().length).sum();
  }
}
