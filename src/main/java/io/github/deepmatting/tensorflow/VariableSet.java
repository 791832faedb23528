package io.github.deepmatting.tensorflow;

import io.github.deepmatting.engine.NetworkConfiguration;
import io.github.deepmatting.engine.NetworkLayers;
import io.github.deepmatting.engine.Weights;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    entries.forEach((name, entry) -> set(session, entry, weights.get(prefix + name).values()));
  }

  /** Sets every variable to zero. */
  void assignZeros(Session session) {
    entries.forEach(
        (name, entry) -> set(session, entry, new float[Math.toIntExact(Shape.of(entry.shape()).size())]));
  }

  private static void set(Session session, Entry entry, float[] values) {
    try (TFloat32 tensor = NativeFloats.tensor(entry.shape(), values)) {
      session.runner().feed(entry.given(), tensor).addTarget(entry.assign()).run().close();
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
