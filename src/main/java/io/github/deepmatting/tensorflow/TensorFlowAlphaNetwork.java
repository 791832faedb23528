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
import io.github.deepmatting.network.TensorShape;
import io.github.deepmatting.network.Weights;
import java.nio.FloatBuffer;
import java.util.function.Consumer;
import org.tensorflow.Graph;
import org.tensorflow.Session;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/** An {@link AlphaNetwork} in a graph and session of its own. */
final class TensorFlowAlphaNetwork implements AlphaNetwork {

  private final Graph graph;
  private final Session session;
  private final Prediction prediction;

  private TensorFlowAlphaNetwork(Graph graph, Session session, Prediction prediction) {
    this.graph = graph;
    this.session = session;
    this.prediction = prediction;
  }

  static TensorFlowAlphaNetwork load(
      NetworkConfiguration configuration, Weights weights, DeviceChoice device, int threads) {
    Graph graph = new Graph();
    Session session = null;
    try {
      Ops tf = Ops.create(graph);
      VariableSet variables = new VariableSet(tf, configuration);
      Placeholder<TFloat32> input = Prediction.placeholder(tf, configuration.inputChannels());
      Prediction prediction = new Prediction(tf, configuration, variables, input);
      session = Sessions.open(graph, device, threads);
      variables.assign(session, weights, "");
      return new TensorFlowAlphaNetwork(graph, session, prediction);
    } catch (RuntimeException | Error e) {
      if (session != null) session.close();
      graph.close();
      throw e;
    }
  }

  @Override
  public NetworkConfiguration configuration() {
    return prediction.configuration();
  }

  @Override
  public synchronized void predict(
      TensorShape shape, int stage, Consumer<FloatBuffer> writeInput, Consumer<FloatBuffer> readAlpha) {
    prediction.run(session, shape, stage, writeInput, readAlpha);
  }

  @Override
  public synchronized void close() {
    session.close();
    graph.close();
  }
}
