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

import io.github.deepmatting.network.InputFeature;
import io.github.deepmatting.network.NetworkConfiguration;
import io.github.deepmatting.network.NetworkConfiguration.Level;
import io.github.deepmatting.network.NetworkLayers;
import io.github.deepmatting.network.TrainerOptions;
import io.github.deepmatting.network.Weights;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Updates against the formula of Kingma and Ba 2015 (arXiv:1412.6980, algorithm 1 with the efficient order at the end
 * of section 2), computed in double precision, on the loss w^2 / 2 of one weight, whose gradient is w.
 */
class AdamTest {

  private static final String WEIGHT = "conv1_1/kernel";
  private static final NetworkConfiguration SMALLEST = new NetworkConfiguration("smallest",
      List.of(InputFeature.IMAGE, InputFeature.TRIMAP), List.of(0.0, 0.0, 0.0), 1, 1, List.of(new Level(1, 1, 1)),
      new Level(1, 1, 1), List.of(new Level(1, 1, 1), new Level(1, 1, 1)), 1, false, false, false, List.of(), 0, Optional.empty());

  @Test
  void firstStepIsTheRate() {
    assertEquals(1.9, run(options(0, 0, 0), 2, 0.1, 1)[0], 1e-6);
  }

  @Test
  void followsTheFormula() {
    check(options(0, 0, 0), 50);
  }

  @Test
  void clipsDecaysAndAverages() {
    check(options(0.7, 0.05, 0.9), 50);
  }

  private static TrainerOptions options(double clip, double decay, double average) {
    return new TrainerOptions(1, 0, 0, 0, 0.9, 0.99, 1e-8, clip, decay, average, 1);
  }

  private static void check(TrainerOptions options, int steps) {
    double[] expected = formula(options, 2, 0.1, steps);
    float[] actual = run(options, 2, 0.1, steps);
    assertEquals(expected[0], actual[0], 2e-5, "weight");
    assertEquals(expected[1], actual[1], 2e-5, "average");
  }

  private static double[] formula(TrainerOptions options, double start, double rate, int steps) {
    double weight = start;
    double average = start;
    double m = 0;
    double v = 0;
    for (int t = 1; t <= steps; t++) {
      // Four equal weights make the gradient's norm twice one of them.
      double norm = 2 * Math.abs(weight);
      double gradient = weight * (options.clipNorm() > 0 ? Math.min(1, options.clipNorm() / norm) : 1);
      m = options.beta1() * m + (1 - options.beta1()) * gradient;
      v = options.beta2() * v + (1 - options.beta2()) * gradient * gradient;
      double corrected = rate * Math.sqrt(1 - Math.pow(options.beta2(), t)) / (1 - Math.pow(options.beta1(), t));
      weight -= corrected * m / (Math.sqrt(v) + options.epsilon());
      weight -= rate * options.weightDecay() * weight;
      double decay = Math.min(options.averageDecay(), (1.0 + t) / (10.0 + t));
      average = decay * average + (1 - decay) * weight;
    }
    return new double[] {weight, average};
  }

  /** Weight and average after some steps; the kernel's four values (one for each input channel) move alike. */
  private static float[] run(TrainerOptions options, float start, double rate, int steps) {
    try (Graph graph = new Graph()) {
      Ops tf = Ops.create(graph);
      VariableSet variables = new VariableSet(tf, SMALLEST);
      Adam adam = new Adam(tf, SMALLEST, options, variables);
      Operand<TFloat32> loss = tf.nn.l2Loss(variables.value(WEIGHT));
      Adam.Update update = adam.minimize(tf, graph, loss, List.of(WEIGHT));
      try (Session session = Sessions.open(graph, io.github.deepmatting.engine.Engine.DeviceChoice.CPU, 1)) {
        Map<String, Weights.Array> initial = Networks.mutable(NetworkLayers.initial(SMALLEST, 1));
        float[] values = new float[4];
        Arrays.fill(values, start);
        initial.put(WEIGHT, new Weights.Array(initial.get(WEIGHT).shape(), values));
        variables.assign(session, new Weights(initial), "");
        adam.reset(session, new Weights(initial));
        for (int step = 1; step <= steps; step++) {
          Session.Runner runner = session.runner();
          List<TFloat32> open = new java.util.ArrayList<>();
          adam.feeds(rate, step, step).forEach((placeholder, value) -> {
            open.add(TFloat32.scalarOf(value));
            runner.feed(placeholder, open.get(open.size() - 1));
          });
          for (Op target : update.targets()) runner.addTarget(target);
          runner.run().close();
          open.forEach(TFloat32::close);
        }
        Map<String, Weights.Array> after = new LinkedHashMap<>();
        variables.read(session, "", after);
        adam.average().read(session, "average/", after);
        return new float[] {after.get(WEIGHT).values()[0], after.get("average/" + WEIGHT).values()[0]};
      }
    }
  }
}
