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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.deepmatting.engine.Engine.DeviceChoice;
import io.github.deepmatting.network.Weights;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/**
 * The gradient of the losses through both stages against central differences, along one random direction for each
 * array of weights.
 */
class GradientTest {

  // Small, since a maximum that moves to another place makes unpooling jump; on few pixels none does on this way.
  private static final double STEP = 2e-4;

  @ParameterizedTest
  @ValueSource(strings = {"paper-tiny", "compact-tiny"})
  void agreesWithCentralDifferences(String name) throws Exception {
    Networks networks = Networks.read(name);
    int channels = networks.configuration().inputChannels();
    Weights.Array given =
        new Weights.Array(new long[] {1, 32, 32, channels}, Networks.random(32 * 32 * channels, 11));
    try (Graph graph = new Graph()) {
      Ops tf = Ops.create(graph);
      VariableSet variables = new VariableSet(tf, networks.configuration());
      Placeholder<TFloat32> input = Prediction.placeholder(tf, networks.configuration().inputChannels());
      Operand<TFloat32> loss = loss(tf, networks, variables, input, given.shape());
      List<String> names = variables.names();
      Output<?>[] gradients = graph.addGradients(loss.asOutput(),
          names.stream().map(n -> variables.value(n).asOutput()).toArray(Output<?>[]::new));
      try (Session session = Sessions.open(graph, DeviceChoice.CPU, 1);
          TFloat32 tensor = NativeFloats.tensor(given.shape(), given.values())) {
        variables.assign(session, networks.weights(), "");
        List<float[]> analytic = new ArrayList<>();
        Session.Runner runner = session.runner().feed(input, tensor);
        for (Output<?> gradient : gradients) runner.fetch(gradient);
        try (Result result = runner.run()) {
          for (int i = 0; i < names.size(); i++) analytic.add(NativeFloats.copy(result.get(i)));
        }
        double largest = 0;
        Random random = new Random(5);
        for (int i = 0; i < names.size(); i++) {
          float[] direction = direction(analytic.get(i), random);
          double expected = 0;
          for (int k = 0; k < direction.length; k++) expected += direction[k] * (double) analytic.get(i)[k];
          double difference =
              (lossAt(session, variables, networks.weights(), names.get(i), direction, STEP, input, tensor, loss)
                  - lossAt(session, variables, networks.weights(), names.get(i), direction, -STEP, input, tensor, loss))
                  / (2 * STEP);
          assertEquals(expected, difference, 1e-3 + 0.03 * Math.abs(expected), names.get(i));
          largest = Math.max(largest, Math.abs(expected));
        }
        assertTrue(largest > 1e-2, "the gradient must not vanish but its largest part is " + largest);
      }
    }
  }

  private static Operand<TFloat32> loss(
      Ops tf, Networks networks, VariableSet variables, Placeholder<TFloat32> input, long[] shape) {
    NetworkGraph network = NetworkGraph.build(tf, networks.configuration(), variables::value, input);
    int pixels = (int) (shape[0] * shape[1] * shape[2]);
    float[] ones = new float[pixels];
    java.util.Arrays.fill(ones, 1);
    Losses losses = new Losses(tf, image(tf, ones, shape, 1));
    Operand<TFloat32> truth = image(tf, Networks.random(pixels, 1), shape, 1);
    Operand<TFloat32> compositional = losses.compositional(network.encoderDecoderAlpha(),
        image(tf, Networks.random(3 * pixels, 2), shape, 3), image(tf, Networks.random(3 * pixels, 3), shape, 3),
        image(tf, Networks.random(3 * pixels, 4), shape, 3));
    return tf.math.addN(List.of(
        losses.alphaPrediction(network.refinedAlpha(), truth), compositional,
        losses.laplacian(network.encoderDecoderAlpha(), truth), losses.squared(network.refinedAlpha(), truth)));
  }

  private static Operand<TFloat32> image(Ops tf, float[] values, long[] shape, int channels) {
    return tf.reshape(tf.constant(values), tf.array((int) shape[0], (int) shape[1], (int) shape[2], channels));
  }

  /** A unit vector between the gradient and a random direction, so that the slope along it is not lost in rounding. */
  private static float[] direction(float[] gradient, Random random) {
    float[] direction = new float[gradient.length];
    double norm = 0;
    for (float g : gradient) norm += g * (double) g;
    norm = Math.sqrt(norm) + 1e-20;
    double length = 0;
    for (int i = 0; i < direction.length; i++) {
      direction[i] = (float) (gradient[i] / norm + random.nextGaussian() / Math.sqrt(gradient.length));
      length += direction[i] * (double) direction[i];
    }
    for (int i = 0; i < direction.length; i++) direction[i] /= (float) Math.sqrt(length);
    return direction;
  }

  private static double lossAt(
      Session session, VariableSet variables, Weights weights, String name, float[] direction, double distance,
      Placeholder<TFloat32> input, TFloat32 tensor, Operand<TFloat32> loss) {
    Map<String, Weights.Array> moved = new LinkedHashMap<>(Networks.mutable(weights));
    float[] values = weights.get(name).values().clone();
    for (int i = 0; i < values.length; i++) values[i] += (float) (distance * direction[i]);
    moved.put(name, new Weights.Array(weights.get(name).shape(), values));
    variables.assign(session, new Weights(moved), "");
    try (Result result = session.runner().feed(input, tensor).fetch(loss).run()) {
      return NativeFloats.of(result.get(0)).get(0);
    }
  }
}
