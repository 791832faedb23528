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
import java.util.ArrayList;
import java.util.List;

/**
 * How to train, whatever with: phases, crops, rates, losses, samples. The built-in ones and the form of a file are those
 * of {@link TrainingRecipes}.
 *
 * @param name what it is called
 * @param minutes length of a training that is given none
 * @param validationSteps steps between validations
 * @param checkpointMinutes minutes between checkpoints; every validation also writes one
 * @param workers threads that compose samples
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
    List<Phase> phases,
    SampleOptions samples) {

  /**
   * A part of a training.
   *
   * @param phase which weights learn, from which losses
   * @param share of the whole training, above 0; shares need not sum up to 1
   * @param patience ends after as many validations without improvement; 0 for never
   * @param crops as in {@link TrainingPhase}
   * @param rate the learning rate
   */
  public record Phase(
      TrainedLayers phase, double share, int patience, List<TrainingPhase.Crops> crops, LearningRate rate) {
    public Phase {
      crops = List.copyOf(crops);
      if (!(share > 0)) throw new IllegalArgumentException("A phase's share must be above 0 but is " + share);
    }
  }

  public TrainingRecipe {
    phases = List.copyOf(phases);
    if (!(minutes > 0)) throw new IllegalArgumentException("A recipe's minutes must be above 0 but are " + minutes);
    // Checks all else.
    stages(name, phases, new TrainingLength(minutes, 0), 2);
    if (validationSteps < 1 || !(checkpointMinutes > 0) || workers < 1 || queue < 1 || reuse < 1)
      throw new IllegalArgumentException("The recipe '" + name + "' needs positive validation-steps,"
          + " checkpoint-minutes, workers, queue and reuse but has " + validationSteps + ", " + checkpointMinutes + ", "
          + workers + ", " + queue + ", " + reuse);
  }

  /**
   * The plan for one training. A network without refinement takes the first phase alone.
   *
   * @param seed decides the samples
   */
  public TrainingPlan plan(TrainingLength length, NetworkConfiguration network, long seed) {
    return new TrainingPlan(stages(name, phases, length, network.stages()), seed, validationSteps, checkpointMinutes,
        workers, queue, reuse);
  }

  /** Losses and optimiser with this many threads of the runtime; 0 lets it choose. */
  public TrainerOptions optimizer(int threads) {
    return new TrainerOptions(optimizer.alphaLoss(), optimizer.compositionalLoss(), optimizer.laplacianLoss(),
        optimizer.squaredLoss(), optimizer.beta1(), optimizer.beta2(), optimizer.epsilon(), optimizer.clipNorm(), optimizer.weightDecay(),
        optimizer.averageDecay(), threads);
  }

  /** Columns and rows of the largest crop. */
  public int largestCrop() {
    return phases.stream().flatMap(phase -> phase.crops().stream()).mapToInt(TrainingPhase.Crops::size).max()
        .orElseThrow();
  }

  private static List<TrainingPhase> stages(
      String name, List<Phase> phases, TrainingLength length, int networkStages) {
    List<Phase> taken = phases.stream()
        .filter(phase -> networkStages == 2 || phase.phase() == TrainedLayers.ENCODER_DECODER).toList();
    if (taken.isEmpty())
      throw new IllegalArgumentException("The recipe '" + name + "' has no phase "
          + (networkStages == 2 ? "at all" : "encoder-decoder, the only one of a network without refinement"));
    double whole = taken.stream().mapToDouble(Phase::share).sum();
    List<TrainingPhase> stages = new ArrayList<>();
    double done = 0;
    long steps = 0;
    for (int i = 0; i < taken.size(); i++) {
      Phase phase = taken.get(i);
      done += phase.share();
      // A phase is at least a step long: 0 would mean no limit. So a step is left for each that follows.
      long until = Math.min(Math.round(length.steps() * done / whole), length.steps() - (taken.size() - 1 - i));
      long own = length.steps() == 0 ? 0 : Math.max(1, until - steps);
      steps += own;
      stages.add(new TrainingPhase(phase.phase(), own, length.minutes() * phase.share() / whole, phase.patience(),
          phase.crops(), phase.rate()));
    }
    return stages;
  }
}
