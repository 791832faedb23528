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
package io.github.deepmatting.network;

import java.nio.FloatBuffer;
import java.util.List;
import java.util.function.Consumer;

/**
 * A network in training. Holds native memory until closed. Not safe for several threads.
 *
 * <p>Truth tensors have {@link #TRUTH_CHANNELS} channels: true alpha, true foreground (red, green, blue), true
 * background (red, green, blue), and the pixel's weight in the losses (1 in the unknown region, 0 elsewhere; a sample
 * without known colours may weight the alpha loss alone by giving the image as both colours). All in [0,1].
 */
public interface NetworkTrainer extends AutoCloseable {

  /** Channels of the truth tensor: alpha, foreground, background, weight. */
  int TRUTH_CHANNELS = 8;

  /**
   * The result of one step.
   *
   * @param loss the loss that was minimised, before the step
   * @param alphaLoss alpha-prediction loss (of the stage that the phase trains)
   * @param compositionalLoss compositional loss
   * @param laplacianLoss Laplacian-pyramid loss; 0 if not used
   * @param gradientNorm global norm of the gradient before clipping
   */
  record StepReport(
      double loss, double alphaLoss, double compositionalLoss, double laplacianLoss, double gradientNorm) {}

  NetworkConfiguration configuration();

  /**
   * Runs one step of the optimiser, of a network that does not cascade.
   *
   * @param phase the weights that learn, and their losses
   * @param shape batch, height and width of the tensors
   * @param writeInput fills the input tensor (native memory), as in {@link AlphaNetwork#predict}
   * @param writeTruth fills the truth tensor (native memory): batch, row, column, {@link #TRUTH_CHANNELS} channels
   * @param learningRate the learning rate of this step
   */
  default StepReport step(
      TrainedLayers phase,
      TensorShape shape,
      Consumer<FloatBuffer> writeInput,
      Consumer<FloatBuffer> writeTruth,
      double learningRate) {
    return step(phase, shape, List.of(writeInput), writeTruth, learningRate);
  }

  /**
   * Runs one step of the optimiser. A network that cascades learns at two levels at once: that of half the resolution
   * gives the other its coarse alpha.
   *
   * @param phase the weights that learn, and their losses
   * @param shape batch, height and width of the tensors; with two levels the latter two are multiples of twice {@link
   *     NetworkConfiguration#sizeMultiple()}
   * @param writeInputs fill the input tensors (native memory), as in {@link AlphaNetwork#predict}: the first that of
   *     the samples as they are, the second (only of a network that cascades) that of the samples at half the
   *     resolution
   * @param writeTruth fills the truth tensor (native memory): batch, row, column, {@link #TRUTH_CHANNELS} channels
   * @param learningRate the learning rate of this step
   */
  StepReport step(
      TrainedLayers phase,
      TensorShape shape,
      List<Consumer<FloatBuffer>> writeInputs,
      Consumer<FloatBuffer> writeTruth,
      double learningRate);

  /** The number of steps so far, over all phases and resumes. */
  long steps();

  /** A copy of the current weights. */
  Weights weights();

  /** A copy of the exponential moving average of the weights. */
  Weights averagedWeights();

  /** Everything that a training needs to continue exactly: weights, average, Adam's moments, step counts. */
  Weights state();

  /**
   * Continues from a state that {@link #state()} gave.
   *
   * @throws IllegalArgumentException if it belongs to another configuration or is incomplete; the message names the
   *     arrays, and the training stays as it was
   */
  void restore(Weights state);

  /** A view that predicts with the current averaged weights; valid until this trainer is closed. */
  AlphaNetwork averaged();

  @Override
  void close();
}
