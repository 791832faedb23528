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

import io.github.deepmatting.engine.Engine.DeviceChoice;
import io.github.deepmatting.files.NewFolder;
import io.github.deepmatting.network.NetworkConfiguration;
import io.github.deepmatting.network.NetworkLayers;
import io.github.deepmatting.network.Weights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.Session;
import org.tensorflow.Signature;
import org.tensorflow.exceptions.TensorFlowException;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;

/**
 * Writes SavedModels. The exporter writes everything in a graph, so the weights go through a checkpoint into a graph
 * that has only the inference.
 */
final class SavedModelExport {

  private static final String TAG = "serve";
  private static final String METHOD = "tensorflow/serving/predict";

  private SavedModelExport() {}

  /** Does what {@link io.github.deepmatting.engine.Engine#export} says; the weights must fit. */
  static void write(NetworkConfiguration configuration, Weights weights, Path folder) throws IOException {
    try {
      NewFolder.write(folder, into -> {
        Path checkpoint = Files.createDirectory(into.resolve("checkpoint"));
        writeCheckpoint(configuration, weights, checkpoint.resolve("weights"));
        writeModel(configuration, checkpoint.resolve("weights"), into);
        NewFolder.delete(checkpoint);
      });
    } catch (TensorFlowException e) {
      throw new IOException("The SavedModel could not be written to " + folder + " (" + e.getMessage()
          + "); see whether the disk is full and the folder may be written to", e);
    }
  }

  private static void writeCheckpoint(NetworkConfiguration configuration, Weights weights, Path prefix) {
    try (Graph graph = new Graph()) {
      Ops tf = Ops.create(graph);
      Map<String, Variable<TFloat32>> variables = variables(tf, configuration);
      Map<String, Placeholder<TFloat32>> given = new LinkedHashMap<>();
      Map<String, Operand<TFloat32>> assigned = new LinkedHashMap<>();
      variables.forEach((name, variable) -> {
        given.put(name, tf.placeholder(TFloat32.class, Placeholder.shape(variable.shape())));
        assigned.put(name, tf.assign(variable, given.get(name)));
      });
      try (Session session = Sessions.open(graph, DeviceChoice.CPU, 0)) {
        for (String name : variables.keySet()) {
          Weights.Array array = weights.get(name);
          try (TFloat32 tensor = NativeFloats.tensor(array.shape(), array.values())) {
            session.runner().feed(given.get(name), tensor).addTarget(assigned.get(name)).run().close();
          }
        }
        session.save(prefix.toString());
      }
    }
  }

  private static void writeModel(NetworkConfiguration configuration, Path checkpoint, Path folder)
      throws IOException {
    try (Graph graph = new Graph()) {
      Ops tf = Ops.create(graph);
      Map<String, Operand<TFloat32>> values = new LinkedHashMap<>();
      variables(tf, configuration).forEach((name, variable) -> values.put(name, tf.identity(variable)));
      Placeholder<TFloat32> input =
          Prediction.placeholder(tf.withName("input"), configuration.inputChannels());
      NetworkGraph network = NetworkGraph.build(tf, configuration, values::get, input);
      Operand<TFloat32> first = tf.withName("encoder_decoder_alpha").identity(network.encoderDecoderAlpha());
      Operand<TFloat32> last =
          tf.withName("alpha").clipByValue(network.refinedAlpha(), tf.constant(0f), tf.constant(1f));
      // Tools that know only their one output tensor fail where the default signature has another.
      Signature alpha = Signature.builder(Signature.DEFAULT_KEY).methodName(METHOD)
          .input("input", input).output("alpha", last).build();
      Signature stages = Signature.builder("stages").methodName(METHOD)
          .input("input", input).output("alpha", last).output("encoder_decoder_alpha", first).build();
      try (Session session = Sessions.open(graph, DeviceChoice.CPU, 0)) {
        session.restore(checkpoint.toString());
        SavedModelBundle.exporter(folder.toString()).withTags(TAG).withSession(session)
            .withSignatures(alpha, stages).export();
      }
    }
  }

  /** One variable for each array, named as the array is. */
  private static Map<String, Variable<TFloat32>> variables(Ops tf, NetworkConfiguration configuration) {
    Map<String, Variable<TFloat32>> variables = new LinkedHashMap<>();
    for (NetworkLayers.Layer layer : NetworkLayers.of(configuration)) {
      Ops scope = tf.withSubScope(layer.name());
      Shape kernel = Shape.of(layer.kernel(), layer.kernel(), layer.inputs(), layer.outputs());
      variables.put(layer.name() + "/kernel", scope.withName("kernel").variable(kernel, TFloat32.class));
      Shape bias = Shape.of(layer.outputs());
      variables.put(layer.name() + "/bias", scope.withName("bias").variable(bias, TFloat32.class));
    }
    return variables;
  }
}
