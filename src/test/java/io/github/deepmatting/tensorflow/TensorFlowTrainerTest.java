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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.deepmatting.engine.Engine.DeviceChoice;
import io.github.deepmatting.network.InputFeature;
import io.github.deepmatting.network.NetworkConfiguration;
import io.github.deepmatting.network.NetworkLayers;
import io.github.deepmatting.network.NetworkTrainer;
import io.github.deepmatting.network.TensorShape;
import io.github.deepmatting.network.TrainedLayers;
import io.github.deepmatting.network.TrainerOptions;
import io.github.deepmatting.network.Weights;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TensorFlowTrainerTest {

  private static final TensorShape SHAPE = new TensorShape(2, 32, 32);

  private static NetworkTrainer trainer() throws IOException {
    return trainer(0.5, 0.1);
  }

  private static NetworkTrainer trainer(double compositional, double laplacian) throws IOException {
    Networks networks = Networks.read("compact-tiny");
    TrainerOptions options = new TrainerOptions(0.5, compositional, laplacian, 0.2, 0.9, 0.999, 1e-8, 1, 1e-4, 0.99, 1);
    return new TensorFlowEngine().train(networks.configuration(),
        NetworkLayers.initial(networks.configuration(), 3), options, DeviceChoice.CPU);
  }

  private static NetworkTrainer.StepReport step(NetworkTrainer trainer, TrainedLayers phase, long seed) {
    int pixels = (int) SHAPE.pixels();
    int channels = trainer.configuration().inputChannels();
    float[] input = Networks.random(pixels * channels, seed);
    float[] truth = Networks.random(pixels * NetworkTrainer.TRUTH_CHANNELS, seed + 1);
    for (int i = 0; i < pixels; i++) {
      truth[i * 8] = input[i * channels] > 0.5 ? 1 : 0; // alpha can be learned from the red channel
      truth[i * 8 + 7] = i % 3 == 0 ? 0 : 1;
    }
    return trainer.step(phase, SHAPE, b -> b.put(input), b -> b.put(truth), 1e-2);
  }

  @Test
  void everyPhaseLearns() throws IOException {
    try (NetworkTrainer trainer = trainer()) {
      for (TrainedLayers phase : TrainedLayers.values()) {
        double first = step(trainer, phase, 1).loss();
        NetworkTrainer.StepReport last = null;
        for (int i = 0; i < 30; i++) last = step(trainer, phase, 1);
        assertTrue(last.loss() < first, phase + ": " + first + " to " + last.loss());
        assertTrue(last.gradientNorm() > 0);
      }
      assertEquals(93, trainer.steps());
    }
  }

  private static NetworkConfiguration cascade() throws IOException {
    NetworkConfiguration tiny = Networks.read("compact-tiny").configuration();
    List<InputFeature> inputs = tiny.inputs().stream()
        .map(input -> input == InputFeature.CLOSED_FORM_ALPHA ? InputFeature.COARSE_ALPHA : input).toList();
    return new NetworkConfiguration("cascade", inputs, tiny.imageOffset(), tiny.inputScale(), tiny.stem(),
        tiny.encoder(), tiny.bottleneck(), tiny.decoder(), tiny.predictionKernel(), tiny.skips(), tiny.residual(),
        tiny.refinementContext(), tiny.refinement(), tiny.halo(), 64, tiny.smoothing());
  }

  /** Where no coarse alpha is given, it is made of the second input; elsewhere it counts. */
  @Test
  void aCascadeLearnsAtTwoLevels() throws IOException {
    NetworkConfiguration configuration = cascade();
    TrainerOptions options = new TrainerOptions(0.5, 0.5, 0.1, 0.2, 0.9, 0.999, 1e-8, 1, 1e-4, 0.99, 1);
    int channels = configuration.inputChannels();
    int prior = configuration.channelOf(InputFeature.COARSE_ALPHA);
    float[] fine = Networks.random(2 * 64 * 64 * channels, 1);
    float[] other = fine.clone();
    float[] given = fine.clone();
    for (int i = prior; i < other.length; i += channels) {
      fine[i] = -1;
      other[i] = -0.5f;
    }
    float[] half = Networks.random(2 * 32 * 32 * channels, 2);
    float[] truth = Networks.random(2 * 64 * 64 * NetworkTrainer.TRUTH_CHANNELS, 3);
    TensorShape shape = new TensorShape(2, 64, 64);
    List<Double> losses = new ArrayList<>();
    for (float[] samples : List.of(fine, other, given))
      try (NetworkTrainer trainer = new TensorFlowEngine().train(
          configuration, NetworkLayers.initial(configuration, 3), options, DeviceChoice.CPU)) {
        double loss = 0;
        for (int i = 0; i < 10; i++)
          loss = trainer.step(TrainedLayers.ENCODER_DECODER, shape, List.of(b -> b.put(samples), b -> b.put(half)),
              b -> b.put(truth), 1e-2).loss();
        losses.add(loss);
        for (TrainedLayers phase : TrainedLayers.values()) {
          NetworkTrainer.StepReport report = trainer.step(phase, shape,
              List.of(b -> b.put(samples), b -> b.put(half)), b -> b.put(truth), 1e-3);
          assertTrue(report.gradientNorm() > 0 && report.loss() > 0, phase.toString());
        }
        String message = assertThrows(IllegalArgumentException.class, () -> trainer.step(TrainedLayers.END_TO_END,
            shape, b -> b.put(samples), b -> b.put(truth), 1e-3)).getMessage();
        assertTrue(message.contains("2 levels") && message.contains("inputs of 1"), message);
      }
    assertEquals(losses.get(0), losses.get(1));
    assertNotEquals(losses.get(0), losses.get(2));
  }

  /** As in the recipe of the paper, which has no Laplacian loss: what there is not is 0 in every phase. */
  @Test
  void lossesAreOptional() throws IOException {
    try (NetworkTrainer trainer = trainer(0, 0)) {
      for (TrainedLayers phase : TrainedLayers.values()) {
        NetworkTrainer.StepReport report = step(trainer, phase, 1);
        assertEquals(0, report.laplacianLoss(), phase.toString());
        assertTrue(report.loss() > 0 && report.gradientNorm() > 0, phase.toString());
      }
    }
  }

  @Test
  void refinementLeavesTheFirstStageAlone() throws IOException {
    try (NetworkTrainer trainer = trainer()) {
      step(trainer, TrainedLayers.ENCODER_DECODER, 1);
      Weights before = trainer.weights();
      step(trainer, TrainedLayers.REFINEMENT, 2);
      Weights after = trainer.weights();
      for (String name : before.names())
        assertEquals(!NetworkLayers.isRefinement(name),
            Arrays.equals(before.get(name).values(), after.get(name).values()), name);
    }
  }

  /** The first step of Adam is the rate, whatever the gradient (which is far above epsilon here). */
  @Test
  void aStageThatJoinsLaterCountsItsOwnSteps() throws IOException {
    try (NetworkTrainer trainer = trainer()) {
      for (int i = 0; i < 20; i++) step(trainer, TrainedLayers.ENCODER_DECODER, i);
      Weights before = trainer.state();
      step(trainer, TrainedLayers.END_TO_END, 30);
      Weights after = trainer.state();
      float change = after.get("refinement3/bias").values()[0] - before.get("refinement3/bias").values()[0];
      assertEquals(1e-2, Math.abs(change), 1e-5);
      // Of the first averages with a decay of 2 / 11 the new value has 9 / 11.
      float average = after.get("average/refinement3/bias").values()[0] - before.get("refinement3/bias").values()[0];
      assertEquals(9 / 11.0 * change, average, 1e-6);
    }
  }

  @Test
  void aRestoredTrainingGoesOnBitByBit() throws IOException {
    Weights middle;
    Weights straight;
    try (NetworkTrainer trainer = trainer()) {
      for (int i = 0; i < 3; i++) step(trainer, TrainedLayers.ENCODER_DECODER, i);
      step(trainer, TrainedLayers.END_TO_END, 9);
      middle = trainer.state();
      for (int i = 3; i < 6; i++) step(trainer, TrainedLayers.END_TO_END, i);
      straight = trainer.state();
    }
    try (NetworkTrainer trainer = trainer()) {
      trainer.restore(middle);
      assertEquals(4, trainer.steps());
      for (int i = 3; i < 6; i++) step(trainer, TrainedLayers.END_TO_END, i);
      Weights resumed = trainer.state();
      assertEquals(straight.names(), resumed.names());
      for (String name : straight.names())
        assertArrayEquals(straight.get(name).values(), resumed.get(name).values(), name);
    }
  }

  @Test
  void predictsWithTheAverage() throws IOException {
    try (NetworkTrainer trainer = trainer()) {
      for (int i = 0; i < 5; i++) step(trainer, TrainedLayers.END_TO_END, i);
      int channels = trainer.configuration().inputChannels();
      float[] input = Networks.random((int) SHAPE.pixels() * channels, 7);
      float[] averaged = new float[(int) SHAPE.pixels()];
      trainer.averaged().predict(SHAPE, 2, b -> b.put(input), b -> b.get(averaged));
      float[] expected = predict(trainer, trainer.averagedWeights(), input);
      assertArrayEquals(expected, averaged, 1e-6f);
      assertFalse(Arrays.equals(expected, predict(trainer, trainer.weights(), input)));
    }
  }

  private static float[] predict(NetworkTrainer trainer, Weights weights, float[] input) {
    float[] alpha = new float[(int) SHAPE.pixels()];
    try (var network = new TensorFlowEngine().load(trainer.configuration(), weights, DeviceChoice.CPU, 1)) {
      network.predict(SHAPE, 2, b -> b.put(input), b -> b.get(alpha));
    }
    return alpha;
  }

  @Test
  void anIncompleteStateIsRefusedAndChangesNothing() throws IOException {
    try (NetworkTrainer trainer = trainer()) {
      Weights start = trainer.weights();
      step(trainer, TrainedLayers.ENCODER_DECODER, 1);
      Weights now = trainer.weights();
      Map<String, Weights.Array> arrays = Networks.mutable(trainer.state());
      for (String name : start.names()) arrays.put(name, start.get(name));
      String moment = "adam-second-moment/conv1_1/bias";
      assertRefused(trainer, stateOf(arrays, moment, null), moment + " is missing, expected [6]");
      assertRefused(trainer, stateOf(arrays, moment, new Weights.Array(new long[] {2}, new float[2])),
          moment + " has the shape [2], expected [6]");
      assertRefused(trainer, stateOf(arrays, "steps", new Weights.Array(new long[] {1}, new float[1])),
          "'steps' of a training's state holds 3 values but this has 1");
      for (String name : now.names())
        assertArrayEquals(now.get(name).values(), trainer.weights().get(name).values(), name);
      assertEquals(1, trainer.steps());
    }
  }

  private static Weights stateOf(Map<String, Weights.Array> arrays, String name, Weights.Array array) {
    Map<String, Weights.Array> changed = new LinkedHashMap<>(arrays);
    if (array == null) changed.remove(name);
    else changed.put(name, array);
    return new Weights(changed);
  }

  private static void assertRefused(NetworkTrainer trainer, Weights state, String reason) {
    String message = assertThrows(IllegalArgumentException.class, () -> trainer.restore(state)).getMessage();
    assertTrue(message.contains(reason), message);
  }

  @Test
  void tensorsThatNoBufferCanSeeAreRefused() throws IOException {
    try (NetworkTrainer trainer = trainer()) {
      String message = assertThrows(IllegalArgumentException.class, () -> trainer.averaged().predict(
          new TensorShape(1, 16384, 8192), 1, b -> { }, b -> { })).getMessage();
      assertTrue(message.contains("would have 671088640 values; at most 536870911 fit"), message);
    }
  }

  @Test
  void aStateOfAnotherConfigurationIsRefused() throws IOException {
    Weights other = Networks.read("paper-tiny").weights();
    try (NetworkTrainer trainer = trainer()) {
      String message = assertThrows(IllegalArgumentException.class, () -> trainer.restore(other)).getMessage();
      assertTrue(message.contains("conv1_1/kernel has the shape [3, 3, 4, 4], expected [3, 3, 20, 6]"), message);
    }
  }
}
