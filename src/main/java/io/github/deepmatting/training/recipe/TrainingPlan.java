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

import java.util.List;

/**
 * What to train, in which order, and what to do meanwhile.
 *
 * @param stages in order
 * @param seed decides the samples
 * @param validationSteps steps between validations; a stage also ends with one
 * @param checkpointMinutes minutes between checkpoints; every validation also writes one
 * @param workers threads that compose samples
 * @param queue batches composed ahead
 * @param reuse how often each composed sample is used, turned or mirrored, at least 1
 */
public record TrainingPlan(
    List<TrainingPhase> stages, long seed, long validationSteps, double checkpointMinutes, int workers, int queue,
    int reuse) {

  public TrainingPlan {
    stages = List.copyOf(stages);
    if (stages.isEmpty()) throw new IllegalArgumentException("A training plan needs at least one stage");
    if (validationSteps < 1 || !(checkpointMinutes > 0) || workers < 1 || queue < 1 || reuse < 1)
      throw new IllegalArgumentException("A training plan needs positive intervals, workers, queue and reuse but has "
          + validationSteps + " steps, " + checkpointMinutes + " minutes, " + workers + ", " + queue
          + ", " + reuse);
  }

  /**
   * About how many seconds are left.
   *
   * @param stage index of the stage under way
   * @param share how much of it is done, in [0,1]
   * @param secondsAStep time of a step, for stages that are limited by steps
   */
  public double secondsLeft(int stage, double share, double secondsAStep) {
    double seconds = 0;
    for (int i = stage; i < stages.size(); i++) {
      TrainingPhase one = stages.get(i);
      double byTime = one.minutes() == 0 ? Double.POSITIVE_INFINITY : 60 * one.minutes();
      double bySteps = one.steps() == 0 ? Double.POSITIVE_INFINITY : one.steps() * secondsAStep;
      seconds += (i == stage ? 1 - share : 1) * Math.min(byTime, bySteps);
    }
    return seconds;
  }
}
