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

import io.github.deepmatting.network.InputFeature;
import io.github.deepmatting.network.NetworkConfiguration;
import io.github.deepmatting.network.NetworkTrainer;
import io.github.deepmatting.network.TrainerOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The losses that a training minimises, as operations of a graph. Of a network that cascades at two levels: the alpha
 * of half the resolution becomes the coarse alpha of the other, and has losses of its own.
 */
final class TrainingLoss {

  /** The weight of the losses at half the resolution. */
  private static final float COARSE_SHARE = 0.5f;

  private final Ops tf;
  private final NetworkConfiguration configuration;
  private final TrainerOptions options;
  private final Function<String, Operand<TFloat32>> weights;
  private final List<? extends Operand<TFloat32>> inputs;
  private final Operand<TFloat32> truth;

  /**
   * The losses of one stage; all but the total of the samples as they are. Each is a node of its own, to be fetched.
   */
  record Terms(
      Operand<TFloat32> total, Operand<TFloat32> alpha, Operand<TFloat32> compositional, Operand<TFloat32> laplacian) {

    List<Operand<TFloat32>> fetched() {
      return List.of(total, alpha, compositional, laplacian);
    }
  }

  /**
   * @param weights the value of an array by its name
   * @param inputs [batch, height, width, channels], the features of the samples; with a second level those at half the
   *     resolution as well
   * @param truth [batch, height, width, {@link NetworkTrainer#TRUTH_CHANNELS}]
   */
  TrainingLoss(Ops tf, NetworkConfiguration configuration, TrainerOptions options,
      Function<String, Operand<TFloat32>> weights, List<? extends Operand<TFloat32>> inputs,
      Operand<TFloat32> truth) {
    this.tf = tf;
    this.configuration = configuration;
    this.options = options;
    this.weights = weights;
    this.inputs = List.copyOf(inputs);
    this.truth = truth;
  }

  /** Alpha-prediction and compositional loss, and the others that there are, of the encoder-decoder's alpha. */
  Terms ofFirstStage() {
    return of(NetworkGraph::encoderDecoderAlpha, options.alphaLoss(), options.compositionalLoss());
  }

  /** Alpha-prediction loss, and the others that there are, of the refined alpha. */
  Terms ofRefinement() {
    return of(NetworkGraph::refinedAlpha, 1, 0);
  }

  private Terms of(Function<NetworkGraph, Operand<TFloat32>> stage, double alphaWeight, double compositionalWeight) {
    Operand<TFloat32> input = inputs.get(0);
    Operand<TFloat32> alpha = channels(truth, 0, 1);
    Terms coarse = null;
    if (configuration.cascades()) {
      Operand<TFloat32> below = inputs.get(1);
      Operand<TFloat32> predicted = stage.apply(NetworkGraph.build(tf, configuration, weights, below));
      Operand<TFloat32> unknown = tf.dtypes.cast(CoarseAlpha.unknown(tf, below), TFloat32.class);
      Operand<TFloat32> mean = tf.nn.avgPool(alpha, List.of(1L, 2L, 2L, 1L), List.of(1L, 2L, 2L, 1L), "VALID");
      // The means of composites are not the composites of means: no compositional loss.
      coarse = terms(new Losses(tf, unknown), predicted, mean, null, alphaWeight, 0);
      input = withCoarse(input, CoarseAlpha.bringUp(
          tf, tf.clipByValue(predicted, tf.constant(0f), tf.constant(1f)), below, input));
    }
    Operand<TFloat32> predicted = stage.apply(NetworkGraph.build(tf, configuration, weights, input));
    Losses losses = new Losses(tf, channels(truth, 7, 1));
    Operand<TFloat32> compositional = compositionalWeight == 0 ? null : losses.compositional(
        predicted, channels(truth, 1, 3), channels(truth, 4, 3), channels(input, 0, 3));
    Terms fine = terms(losses, predicted, alpha, compositional, alphaWeight, compositionalWeight);
    return coarse == null ? fine : new Terms(
        tf.math.add(fine.total(), tf.math.mul(coarse.total(), tf.constant(COARSE_SHARE))), fine.alpha(),
        fine.compositional(), fine.laplacian());
  }

  private Terms terms(Losses losses, Operand<TFloat32> predicted, Operand<TFloat32> alpha,
      Operand<TFloat32> compositional, double alphaWeight, double compositionalWeight) {
    Operand<TFloat32> alphaLoss = losses.alphaPrediction(predicted, alpha);
    Operand<TFloat32> total = tf.math.mul(alphaLoss, tf.constant((float) alphaWeight));
    if (compositional != null)
      total = tf.math.add(total, tf.math.mul(compositional, tf.constant((float) compositionalWeight)));
    // A zero of its own for each loss that there is not: nothing can be fetched twice.
    Operand<TFloat32> laplacian = tf.constant(0f);
    if (options.laplacianLoss() > 0) {
      laplacian = losses.laplacian(predicted, alpha);
      total = tf.math.add(total, tf.math.mul(laplacian, tf.constant((float) options.laplacianLoss())));
    }
    if (options.squaredLoss() > 0)
      total = tf.math.add(total,
          tf.math.mul(losses.squared(predicted, alpha), tf.constant((float) options.squaredLoss())));
    return new Terms(total, alphaLoss, compositional == null ? tf.constant(0f) : compositional, laplacian);
  }

  /** The input with the coarse alpha in its channel, where there is not one already. */
  private Operand<TFloat32> withCoarse(Operand<TFloat32> input, Operand<TFloat32> coarse) {
    int channel = configuration.channelOf(InputFeature.COARSE_ALPHA);
    Operand<TFloat32> given = channels(input, channel, 1);
    List<Operand<TFloat32>> parts = new ArrayList<>();
    parts.add(channels(input, 0, channel));
    parts.add(tf.select(tf.math.less(given, tf.constant(0f)), coarse, given));
    int behind = configuration.inputChannels() - channel - 1;
    if (behind > 0) parts.add(channels(input, channel + 1, behind));
    return tf.concat(parts, tf.constant(3));
  }

  private Operand<TFloat32> channels(Operand<TFloat32> tensor, int first, int count) {
    return tf.slice(tensor, tf.array(0, 0, 0, first), tf.array(-1, -1, -1, count));
  }
}
