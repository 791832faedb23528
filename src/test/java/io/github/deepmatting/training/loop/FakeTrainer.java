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
package io.github.deepmatting.training.loop;

import io.github.deepmatting.network.AlphaNetwork;
import io.github.deepmatting.network.InputFeature;
import io.github.deepmatting.network.NetworkConfiguration;
import io.github.deepmatting.network.NetworkConfiguration.Level;
import io.github.deepmatting.network.NetworkLayers;
import io.github.deepmatting.network.NetworkTrainer;
import io.github.deepmatting.network.TensorShape;
import io.github.deepmatting.network.TrainedLayers;
import io.github.deepmatting.network.Weights;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** A network of one weight, which becomes a running sum over all that it was fed; predicts a constant alpha. */
public final class FakeTrainer implements NetworkTrainer {

  public static final NetworkConfiguration CONFIGURATION = new NetworkConfiguration("fake",
      List.of(InputFeature.IMAGE, InputFeature.TRIMAP), List.of(0.0, 0.0, 0.0), 1, 1, List.of(new Level(1, 3, 4)),
      new Level(1, 3, 4), List.of(new Level(1, 1, 4), new Level(1, 3, 4)), 3, false, false, false, List.of(), 0, Optional.empty());

  public final List<TrainedLayers> phases = new ArrayList<>();
  final List<TensorShape> shapes = new ArrayList<>();
  long divergeAt = Long.MAX_VALUE;
  double explosion = Double.NaN;
  float constant = 0.5f;
  /** Before the first step the weights are these, if they are given. */
  Weights initial;
  Function<Weights, Float> alpha = weights -> constant;
  private float weight;
  private long steps;
  private boolean closed;

  @Override
  public NetworkConfiguration configuration() {
    return CONFIGURATION;
  }

  @Override
  public StepReport step(TrainedLayers phase, TensorShape shape, List<Consumer<FloatBuffer>> writeInputs,
      Consumer<FloatBuffer> writeTruth, double learningRate) {
    FloatBuffer input = FloatBuffer.allocate((int) shape.pixels() * 4);
    FloatBuffer truth = FloatBuffer.allocate((int) shape.pixels() * TRUTH_CHANNELS);
    writeInputs.get(0).accept(input);
    writeTruth.accept(truth);
    if (input.hasRemaining() || truth.hasRemaining()) throw new IllegalStateException("The tensors were not filled");
    for (float value : input.array()) weight = 0.999f * weight + value;
    phases.add(phase);
    shapes.add(shape);
    steps++;
    double loss = steps >= divergeAt ? explosion : 1;
    return new StepReport(loss, loss, 0, 0, 1);
  }

  @Override
  public long steps() {
    return steps;
  }

  @Override
  public Weights weights() {
    if (steps == 0 && initial != null) return initial;
    Map<String, Weights.Array> arrays = new LinkedHashMap<>();
    // What a model needs to be written.
    Weights fitting = NetworkLayers.initial(CONFIGURATION, 1);
    for (String name : fitting.names()) arrays.put(name, fitting.get(name));
    arrays.put("weight", new Weights.Array(new long[] {}, new float[] {weight}));
    return new Weights(arrays);
  }

  @Override
  public Weights averagedWeights() {
    return weights();
  }

  @Override
  public Weights state() {
    return new Weights(Map.of("state", new Weights.Array(new long[] {2}, new float[] {weight, steps})));
  }

  @Override
  public void restore(Weights state) {
    if (!state.names().contains("state")) throw new IllegalArgumentException("The array 'state' is missing");
    weight = state.get("state").values()[0];
    steps = (long) state.get("state").values()[1];
  }

  @Override
  public AlphaNetwork averaged() {
    return new AlphaNetwork() {
      @Override
      public NetworkConfiguration configuration() {
        return CONFIGURATION;
      }

      @Override
      public void predict(
          TensorShape shape, int stage, Consumer<FloatBuffer> writeInput, Consumer<FloatBuffer> readAlpha) {
        CONFIGURATION.requirePredictable(shape, stage);
        if (closed) throw new IllegalStateException("closed");
        FloatBuffer input = FloatBuffer.allocate((int) shape.pixels() * 4);
        writeInput.accept(input);
        FloatBuffer predicted = FloatBuffer.allocate((int) shape.pixels());
        for (int i = 0; i < predicted.capacity(); i++) predicted.put(i, alpha.apply(weights()));
        readAlpha.accept(predicted);
      }

      @Override
      public void close() {}
    };
  }

  @Override
  public void close() {
    closed = true;
  }
}
