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
package io.github.deepmatting.tensorflow;

import io.github.deepmatting.network.NetworkConfiguration;
import io.github.deepmatting.network.NetworkLayers;
import io.github.deepmatting.network.Weights;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;

/** The variables of a network in a graph, one for each array of its weights, to be set and read by name. */
final class VariableSet {

  /** 64 MB. */
  private static final long VALUES_AT_ONCE = 1L << 24;

  private record Entry(
      Variable<TFloat32> variable, Operand<TFloat32> value, Placeholder<TFloat32> given,
      Operand<TFloat32> assign, long[] shape) {}

  private final Map<String, Entry> entries = new LinkedHashMap<>();

  /** Adds variables for all arrays of the network to the graph. */
  VariableSet(Ops tf, NetworkConfiguration configuration) {
    for (NetworkLayers.Layer layer : NetworkLayers.of(configuration)) {
      add(tf, layer.name() + "/kernel", layer.kernel(), layer.kernel(), layer.inputs(), layer.outputs());
      add(tf, layer.name() + "/bias", layer.outputs());
    }
  }

  private void add(Ops tf, String name, long... shape) {
    Variable<TFloat32> variable = tf.variable(Shape.of(shape), TFloat32.class);
    Placeholder<TFloat32> given = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(shape)));
    entries.put(name, new Entry(variable, tf.identity(variable), given, tf.assign(variable, given), shape));
  }

  List<String> names() {
    return new ArrayList<>(entries.keySet());
  }

  /** The reference, to be updated. */
  Variable<TFloat32> variable(String name) {
    return entries.get(name).variable();
  }

  /** The value, to be computed with: gradients straight on a reference crash. */
  Operand<TFloat32> value(String name) {
    return entries.get(name).value();
  }

  /** Sets every variable to the array of its name behind the prefix. */
  void assign(Session session, Weights weights, String prefix) {
    assign(session, name -> weights.get(prefix + name).values());
  }

  /** Sets every variable to zero. */
  void assignZeros(Session session) {
    assign(session, name -> new float[Math.toIntExact(Shape.of(entries.get(name).shape()).size())]);
  }

  /** In few runs, since the first of each kind takes long; not in one, since the values are held twice meanwhile. */
  private void assign(Session session, Function<String, float[]> values) {
    List<String> names = names();
    int next = 0;
    while (next < names.size()) {
      List<TFloat32> open = new ArrayList<>();
      try {
        Session.Runner runner = session.runner();
        for (long held = 0; next < names.size() && held < VALUES_AT_ONCE; next++) {
          Entry entry = entries.get(names.get(next));
          float[] array = values.apply(names.get(next));
          held += array.length;
          open.add(NativeFloats.tensor(entry.shape(), array));
          runner.feed(entry.given(), open.get(open.size() - 1)).addTarget(entry.assign());
        }
        runner.run().close();
      } finally {
        open.forEach(TFloat32::close);
      }
    }
  }

  /** Copies the values of now into the map, each name behind the prefix. */
  void read(Session session, String prefix, Map<String, Weights.Array> into) {
    Session.Runner runner = session.runner();
    entries.values().forEach(entry -> runner.fetch(entry.value()));
    try (Result result = runner.run()) {
      int i = 0;
      for (Map.Entry<String, Entry> entry : entries.entrySet())
        into.put(prefix + entry.getKey(),
            new Weights.Array(entry.getValue().shape().clone(), NativeFloats.copy(result.get(i++))));
    }
  }
}
