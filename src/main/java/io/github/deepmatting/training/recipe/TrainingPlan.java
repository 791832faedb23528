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

import java.util.ArrayList;
import java.util.List;

/**
 * The schedule of one training.
 *
 * @param recipe how to train
 * @param phases those of the recipe that the network has layers for, in order
 * @param lengths how long each of them is, at most
 * @param seed decides the samples
 */
public record TrainingPlan(TrainingRecipe recipe, List<TrainingPhase> phases, List<TrainingLength> lengths, long seed) {

  public TrainingPlan {
    phases = List.copyOf(phases);
    lengths = List.copyOf(lengths);
  }

  /** Divides a length among phases by their shares. Each gets at least a step. */
  static TrainingPlan of(TrainingRecipe recipe, List<TrainingPhase> phases, TrainingLength length, long seed) {
    double whole = phases.stream().mapToDouble(TrainingPhase::share).sum();
    List<TrainingLength> lengths = new ArrayList<>();
    double done = 0;
    long steps = 0;
    for (TrainingPhase phase : phases) {
      done += phase.share();
      // 0 steps would mean no limit, so one is left for each phase that follows.
      long until = Math.min(
          Math.round(length.steps() * done / whole), length.steps() - (phases.size() - 1 - lengths.size()));
      long own = length.steps() == 0 ? 0 : Math.max(1, until - steps);
      steps += own;
      lengths.add(new TrainingLength(length.minutes() * phase.share() / whole, own));
    }
    return new TrainingPlan(recipe, phases, lengths, seed);
  }

  /** The length of all phases together. */
  public TrainingLength length() {
    return new TrainingLength(lengths.stream().mapToDouble(TrainingLength::minutes).sum(),
        lengths.stream().mapToLong(TrainingLength::steps).sum());
  }

  /**
   * The length of a phase. The last one lasts until the whole length is over, however long those before took.
   *
   * @param phase index of the phase
   * @param stepsBefore steps done before it
   * @param secondsBefore time spent before it
   */
  public TrainingLength length(int phase, long stepsBefore, double secondsBefore) {
    return phase < lengths.size() - 1 ? lengths.get(phase) : length().minus(stepsBefore, secondsBefore);
  }
}
