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
import io.github.deepmatting.network.AlphaNetwork;
import io.github.deepmatting.network.NetworkConfiguration;
import io.github.deepmatting.network.NetworkLayers;
import io.github.deepmatting.network.NetworkTrainer;
import io.github.deepmatting.network.TensorShape;
import io.github.deepmatting.network.TrainedLayers;
import io.github.deepmatting.network.TrainerOptions;
import io.github.deepmatting.network.Weights;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/** Training of a network in one graph: forward pass, losses, one Adam update for each phase, averaged weights. */
final class TensorFlowTrainer implements NetworkTrainer {

  private static final String AVERAGE = "average/";
  private static final String FIRST_MOMENT = "adam-first-moment/";
  private static final String SECOND_MOMENT = "adam-second-moment/";
  private static final String COUNTS = "steps";

  private record PhaseGraph(List<Operand<TFloat32>> losses, Adam.Update update) {}

  private final NetworkConfiguration configuration;
  private final TrainerOptions options;
  private final Graph graph;
  private final Session session;
  private final VariableSet weights;
  private final Adam adam;
  // The samples as they are; of a network that cascades also those of half the resolution.
  private final List<Placeholder<TFloat32>> inputs = new ArrayList<>();
  private final Placeholder<TFloat32> truth;
  private final Map<TrainedLayers, PhaseGraph> phases = new EnumMap<>(TrainedLayers.class);
  private final Prediction averaged;
  // How often each stage's weights were updated: Adam's bias correction counts each from its own start.
  private final long[] updates = new long[2];
  private long steps;

  TensorFlowTrainer(
      NetworkConfiguration configuration, Weights initial, TrainerOptions options, DeviceChoice device) {
    this.configuration = configuration;
    this.options = options;
    this.graph = new Graph();
    Session opened = null;
    try {
      Ops tf = Ops.create(graph);
      this.weights = new VariableSet(tf, configuration);
      this.adam = new Adam(tf, configuration, options, weights);
      for (int level = 0; level < (configuration.cascades() ? 2 : 1); level++)
        inputs.add(Prediction.placeholder(tf, configuration.inputChannels()));
      this.truth = Prediction.placeholder(tf, TRUTH_CHANNELS);
      buildPhases(tf);
      this.averaged = new Prediction(tf, configuration, adam.average(), inputs.get(0));
      opened = Sessions.open(graph, device, options.threads());
      this.session = opened;
      weights.assign(session, initial, "");
      adam.reset(session, initial);
    } catch (RuntimeException | Error e) {
      if (opened != null) opened.close();
      graph.close();
      throw e;
    }
  }

  private void buildPhases(Ops tf) {
    List<String> firstStage = new ArrayList<>();
    List<String> secondStage = new ArrayList<>();
    for (String name : weights.names()) (NetworkLayers.isRefinement(name) ? secondStage : firstStage).add(name);

    TrainingLoss loss = new TrainingLoss(tf, configuration, options, weights::value, inputs, truth);
    TrainingLoss.Terms first = loss.ofFirstStage();
    phases.put(TrainedLayers.ENCODER_DECODER, phase(tf, first, firstStage));
    if (configuration.stages() == 2) {
      TrainingLoss.Terms refined = loss.ofRefinement();
      phases.put(TrainedLayers.REFINEMENT, phase(tf, refined, secondStage));
      phases.put(TrainedLayers.END_TO_END, phase(tf, refined, weights.names()));
    }
  }

  private PhaseGraph phase(Ops tf, TrainingLoss.Terms terms, List<String> learning) {
    return new PhaseGraph(terms.fetched(), adam.minimize(tf, graph, terms.total(), learning));
  }

  @Override
  public NetworkConfiguration configuration() {
    return configuration;
  }

  @Override
  public StepReport step(
      TrainedLayers phase, TensorShape shape, List<Consumer<FloatBuffer>> writeInputs,
      Consumer<FloatBuffer> writeTruth, double learningRate) {
    PhaseGraph phaseGraph = phases.get(phase);
    if (phaseGraph == null)
      throw new IllegalArgumentException(
          "The network '" + configuration.name() + "' has no refinement, so no phase " + phase);
    if (writeInputs.size() != inputs.size())
      throw new IllegalArgumentException("The network '" + configuration.name() + "' is trained at " + inputs.size()
          + " levels but there are inputs of " + writeInputs.size());
    List<TFloat32> open = new ArrayList<>();
    try {
      Session.Runner runner = session.runner();
      for (int level = 0; level < inputs.size(); level++)
        runner.feed(inputs.get(level), filled(open, new TensorShape(shape.batch(), shape.height() >> level,
            shape.width() >> level), configuration.inputChannels(), writeInputs.get(level)));
      runner.feed(truth, filled(open, shape, TRUTH_CHANNELS, writeTruth));
      adam.feeds(learningRate, updates[0] + 1, updates[1] + 1).forEach((placeholder, value) -> {
        TFloat32 tensor = TFloat32.scalarOf(value);
        open.add(tensor);
        runner.feed(placeholder, tensor);
      });
      phaseGraph.losses().forEach(runner::fetch);
      runner.fetch(phaseGraph.update().gradientNorm());
      for (Op target : phaseGraph.update().targets()) runner.addTarget(target);
      try (Result result = runner.run()) {
        double[] values = new double[5];
        for (int i = 0; i < values.length; i++) values[i] = NativeFloats.of(result.get(i)).get(0);
        steps++;
        if (phase != TrainedLayers.REFINEMENT) updates[0]++;
        if (phase != TrainedLayers.ENCODER_DECODER) updates[1]++;
        return new StepReport(values[0], values[1], values[2], values[3], values[4]);
      }
    } finally {
      open.forEach(TFloat32::close);
    }
  }

  private static TFloat32 filled(
      List<TFloat32> open, TensorShape shape, int channels, Consumer<FloatBuffer> write) {
    TFloat32 tensor = NativeFloats.tensor(shape, channels);
    open.add(tensor);
    write.accept(NativeFloats.of(tensor));
    return tensor;
  }

  @Override
  public long steps() {
    return steps;
  }

  @Override
  public Weights weights() {
    return read(weights);
  }

  @Override
  public Weights averagedWeights() {
    return read(adam.average());
  }

  private Weights read(VariableSet variables) {
    Map<String, Weights.Array> arrays = new LinkedHashMap<>();
    variables.read(session, "", arrays);
    return new Weights(arrays);
  }

  @Override
  public Weights state() {
    Map<String, Weights.Array> arrays = new LinkedHashMap<>();
    weights.read(session, "", arrays);
    adam.average().read(session, AVERAGE, arrays);
    adam.firstMoments().read(session, FIRST_MOMENT, arrays);
    adam.secondMoments().read(session, SECOND_MOMENT, arrays);
    // Counts as floats: exact up to 2^24, some sixteen million steps.
    arrays.put(COUNTS, new Weights.Array(new long[] {3}, new float[] {steps, updates[0], updates[1]}));
    return new Weights(arrays);
  }

  @Override
  public void restore(Weights state) {
    // All is checked before anything is changed.
    for (String prefix : List.of("", AVERAGE, FIRST_MOMENT, SECOND_MOMENT))
      NetworkLayers.check(configuration, state, prefix);
    float[] counts = state.get(COUNTS).values();
    if (counts.length != 3)
      throw new IllegalArgumentException(
          "The array '" + COUNTS + "' of a training's state holds 3 values but this has " + counts.length);
    weights.assign(session, state, "");
    adam.average().assign(session, state, AVERAGE);
    adam.firstMoments().assign(session, state, FIRST_MOMENT);
    adam.secondMoments().assign(session, state, SECOND_MOMENT);
    steps = (long) counts[0];
    updates[0] = (long) counts[1];
    updates[1] = (long) counts[2];
  }

  @Override
  public AlphaNetwork averaged() {
    return new AlphaNetwork() {
      @Override
      public NetworkConfiguration configuration() {
        return configuration;
      }

      @Override
      public void predict(
          TensorShape shape, int stage, Consumer<FloatBuffer> writeInput, Consumer<FloatBuffer> readAlpha) {
        averaged.run(session, shape, stage, writeInput, readAlpha);
      }

      @Override
      public void close() {
        // The trainer owns the session.
      }
    };
  }

  @Override
  public void close() {
    session.close();
    graph.close();
  }
}
