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
package io.github.deepmatting.training.recipe;

import io.github.deepmatting.network.NetworkConfiguration;
import io.github.deepmatting.network.TrainedLayers;
import io.github.deepmatting.network.TrainerOptions;
import io.github.deepmatting.training.samples.SampleOptions;
import java.util.List;

/**
 * The settings of a training that do not depend on its data: phases, crops, rates, losses, samples. {@link
 * TrainingRecipes} has the built-in ones, and reads others from files.
 *
 * @param name the recipe's name
 * @param minutes length of a training for which none is given
 * @param validationSteps steps between validations
 * @param checkpointMinutes minutes between checkpoints; every validation also writes one
 * @param workers most threads that compose samples while the network learns; never more than the training may take
 * @param queue batches composed ahead
 * @param reuse how often each composed sample is used, turned or mirrored; 1 for samples that are always new
 * @param optimizer losses and optimiser; its threads do not count
 * @param phases in order
 * @param samples mixture of the composed samples
 */
public record TrainingRecipe(
    String name,
    double minutes,
    long validationSteps,
    double checkpointMinutes,
    int workers,
    int queue,
    int reuse,
    TrainerOptions optimizer,
    List<TrainingPhase> phases,
    SampleOptions samples) {

  public TrainingRecipe {
    phases = List.copyOf(phases);
    if (!(minutes > 0)) throw new IllegalArgumentException("A recipe's minutes must be above 0 but are " + minutes);
    if (phases.isEmpty()) throw new IllegalArgumentException("The recipe '" + name + "' has no phase");
    if (validationSteps < 1 || !(checkpointMinutes > 0) || workers < 1 || queue < 1 || reuse < 1)
      throw new IllegalArgumentException("The recipe '" + name + "' needs positive validation-steps,"
          + " checkpoint-minutes, workers, queue and reuse but has " + validationSteps + ", " + checkpointMinutes + ", "
          + workers + ", " + queue + ", " + reuse);
  }

  /**
   * The plan for one training.
   *
   * @param network one without refinement is trained by the phases of the encoder and decoder alone
   * @param seed decides the samples
   * @throws IllegalArgumentException if the network has no refinement and the recipe no such phase
   */
  public TrainingPlan plan(TrainingLength length, NetworkConfiguration network, long seed) {
    List<TrainingPhase> taken = phases.stream()
        .filter(phase -> network.stages() == 2 || phase.layers() == TrainedLayers.ENCODER_DECODER).toList();
    if (taken.isEmpty())
      throw new IllegalArgumentException("The recipe '" + name + "' has no phase "
          + TrainedLayers.ENCODER_DECODER.key() + ", the only one of a network without refinement");
    return TrainingPlan.of(this, taken, length, seed);
  }

  /** Losses and optimiser with this many threads of the runtime; 0 lets it choose. */
  public TrainerOptions optimizer(int threads) {
    return new TrainerOptions(optimizer.alphaLoss(), optimizer.compositionalLoss(), optimizer.laplacianLoss(),
        optimizer.squaredLoss(), optimizer.beta1(), optimizer.beta2(), optimizer.epsilon(), optimizer.clipNorm(),
        optimizer.weightDecay(), optimizer.averageDecay(), threads);
  }

  /** Columns and rows of the largest crop. */
  public int largestCrop() {
    return phases.stream().flatMap(phase -> phase.crops().stream()).mapToInt(TrainingPhase.Crops::size).max()
        .orElseThrow();
  }
}
