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

import io.github.deepmatting.training.recipe.TrainingLength;
import io.github.deepmatting.training.recipe.TrainingPlan;

/**
 * An estimate of the time that a training will still take. It follows the clock, and approaches what the steps say only
 * slowly, so that a slow step or a validation does not make it jump. Not safe for several threads.
 */
final class RemainingTime {

  /** The part of the difference between estimate and clock that a step makes up for. */
  private static final double APPROACH = 0.02;

  private final TrainingPlan plan;
  private double pace = Double.NaN;
  private double steps;
  private double shown = Double.NaN;
  private double shownAt;

  RemainingTime(TrainingPlan plan) {
    this.plan = plan;
  }

  /**
   * The seconds left after a step.
   *
   * @param position after the step
   * @param length of the current phase
   * @param seconds that the step took
   */
  double after(Position position, TrainingLength length, double seconds) {
    // A mean of all steps at first, later of the last hundred or so.
    steps = Math.min(steps + 1, 100);
    pace = steps == 1 ? seconds : pace + (seconds - pace) / steps;
    double left = length.secondsLeft(position.steps(), position.seconds(), pace);
    for (TrainingLength next : plan.lengths().subList(position.phase() + 1, plan.lengths().size()))
      left += next.secondsLeft(0, 0, pace);
    double clock = shown - (position.allSeconds() - shownAt);
    shown = Double.isNaN(shown) ? left : Math.max(0, clock + APPROACH * (left - clock));
    shownAt = position.allSeconds();
    return shown;
  }
}
