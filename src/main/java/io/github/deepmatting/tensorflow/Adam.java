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
import io.github.deepmatting.network.TrainerOptions;
import io.github.deepmatting.network.Weights;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/**
 * Adam (Kingma and Ba 2015, arXiv:1412.6980) with global-norm clipping of the gradient, decoupled weight decay and an
 * exponential moving average of the weights. With step t, rate r and moments m, v of a gradient g:
 *
 * <pre>
 * m = beta1 m + (1 - beta1) g,  v = beta2 v + (1 - beta2) g^2
 * w = w - r sqrt(1 - beta2^t) / (1 - beta1^t) m / (sqrt(v) + epsilon)  - r decay w
 * </pre>
 *
 * (the form at the end of the paper's section 2). The powers of the betas are fed, not kept in the graph: the
 * update can't race with anything, and a resumed training continues exactly. Each of the network's two stages has
 * its own t, since one may have learned for longer than the other.
 */
final class Adam {

  private final TrainerOptions options;
  private final VariableSet weights;
  private final VariableSet firstMoments;
  private final VariableSet secondMoments;
  private final VariableSet average;
  private final Placeholder<TFloat32> rate;
  private final Clock firstStage;
  private final Clock secondStage;

  /** The placeholders of values that depend on the number of updates of one stage's weights. */
  private record Clock(
      Placeholder<TFloat32> beta1Power, Placeholder<TFloat32> beta2Power, Placeholder<TFloat32> averageDecay) {

    static Clock create(Ops tf) {
      return new Clock(scalar(tf), scalar(tf), scalar(tf));
    }

    void feed(Map<Placeholder<TFloat32>, Float> feeds, TrainerOptions options, long step) {
      feeds.put(beta1Power, (float) Math.pow(options.beta1(), step));
      feeds.put(beta2Power, (float) Math.pow(options.beta2(), step));
      // A short average at first, or it would remember the random weights of the start.
      feeds.put(averageDecay, (float) Math.min(options.averageDecay(), (1.0 + step) / (10.0 + step)));
    }
  }

  Adam(Ops tf, NetworkConfiguration configuration, TrainerOptions options, VariableSet weights) {
    this.options = options;
    this.weights = weights;
    this.firstMoments = new VariableSet(tf, configuration);
    this.secondMoments = new VariableSet(tf, configuration);
    this.average = new VariableSet(tf, configuration);
    this.rate = scalar(tf);
    this.firstStage = Clock.create(tf);
    this.secondStage = Clock.create(tf);
  }

  private static Placeholder<TFloat32> scalar(Ops tf) {
    return tf.placeholder(TFloat32.class, Placeholder.shape(Shape.scalar()));
  }

  VariableSet firstMoments() {
    return firstMoments;
  }

  VariableSet secondMoments() {
    return secondMoments;
  }

  VariableSet average() {
    return average;
  }

  /** The operations of one update of some weights. */
  record Update(List<Op> targets, Operand<TFloat32> gradientNorm) {}

  /** Adds to the graph the update of the named weights by the gradient of the loss. */
  Update minimize(Ops tf, Graph graph, Operand<TFloat32> loss, List<String> names) {
    Output<?>[] variables = names.stream().map(n -> weights.value(n).asOutput()).toArray(Output<?>[]::new);
    Output<?>[] gradients = graph.addGradients(loss.asOutput(), variables);
    List<Operand<TFloat32>> squares = new ArrayList<>();
    for (Output<?> gradient : gradients) squares.add(tf.nn.l2Loss(gradient.expect(TFloat32.class)));
    Operand<TFloat32> norm = tf.math.sqrt(tf.math.mul(tf.constant(2f), tf.math.addN(squares)));
    Operand<TFloat32> factor = tf.constant(1f);
    if (options.clipNorm() > 0) {
      Operand<TFloat32> largest = tf.constant((float) options.clipNorm());
      factor = tf.math.div(largest, tf.math.maximum(norm, largest));
    }
    // A variable's value shares its memory: no weight may change before every gradient is computed.
    Ops afterGradients = tf.withControlDependencies(norm);
    factor = afterGradients.identity(factor);
    List<Op> targets = new ArrayList<>();
    for (int i = 0; i < gradients.length; i++)
      targets.add(update(tf, names.get(i), tf.math.mul(gradients[i].expect(TFloat32.class), factor)));
    return new Update(targets, norm);
  }

  private Op update(Ops tf, String name, Operand<TFloat32> gradient) {
    Clock clock = NetworkLayers.isRefinement(name) ? secondStage : firstStage;
    Operand<TFloat32> updated = tf.train.applyAdam(weights.variable(name), firstMoments.variable(name),
        secondMoments.variable(name), clock.beta1Power, clock.beta2Power, rate, tf.constant((float) options.beta1()),
        tf.constant((float) options.beta2()), tf.constant((float) options.epsilon()), gradient);
    if (options.weightDecay() > 0 && name.endsWith("/kernel")) {
      Operand<TFloat32> decay = tf.math.mul(rate, tf.constant((float) options.weightDecay()));
      updated = tf.assignSub(weights.variable(name), tf.math.mul(tf.identity(updated), decay));
    }
    Operand<TFloat32> difference = tf.math.sub(average.variable(name), tf.identity(updated));
    return tf.assignSub(average.variable(name),
        tf.math.mul(difference, tf.math.sub(tf.constant(1f), clock.averageDecay)));
  }

  /**
   * The scalars that a step feeds.
   *
   * @param firstStep the number of this update of the first stage's weights, from 1; any number if it updates none
   * @param secondStep the same for the second stage's
   */
  Map<Placeholder<TFloat32>, Float> feeds(double learningRate, long firstStep, long secondStep) {
    Map<Placeholder<TFloat32>, Float> feeds = new LinkedHashMap<>();
    feeds.put(rate, (float) learningRate);
    firstStage.feed(feeds, options, firstStep);
    secondStage.feed(feeds, options, secondStep);
    return feeds;
  }

  /** Starts from the beginning: no moments, and the average equal to the given weights. */
  void reset(Session session, Weights initial) {
    firstMoments.assignZeros(session);
    secondMoments.assignZeros(session);
    average.assign(session, initial, "");
  }
}
