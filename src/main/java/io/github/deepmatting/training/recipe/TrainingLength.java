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

/**
 * The length of a training, or of one of its phases. With both limits it ends with whatever comes first.
 *
 * @param minutes validation included; 0 for no limit
 * @param steps 0 for no limit. Steps alone make a training repeatable
 */
public record TrainingLength(double minutes, long steps) {

  public TrainingLength {
    if (!(minutes >= 0 && minutes < Double.POSITIVE_INFINITY) || steps < 0 || minutes == 0 && steps == 0)
      throw new IllegalArgumentException("A training needs a positive number of minutes or steps but is given "
          + minutes + " minutes and " + steps + " steps");
  }

  /** A length in minutes. */
  public static TrainingLength ofMinutes(double minutes) {
    return new TrainingLength(minutes, 0);
  }

  /** A length in steps. */
  public static TrainingLength ofSteps(long steps) {
    return new TrainingLength(0, steps);
  }

  /**
   * The part of this length that is done: 0 at the beginning, 1 or more at the end.
   *
   * @param stepsDone steps since the beginning
   * @param secondsDone time since the beginning
   */
  public double share(long stepsDone, double secondsDone) {
    double bySteps = steps == 0 ? 0 : (double) stepsDone / steps;
    double byTime = minutes == 0 ? 0 : secondsDone / (60 * minutes);
    return Math.max(bySteps, byTime);
  }

  /**
   * The seconds that are left of this length.
   *
   * @param secondsAStep time of a step
   */
  public double secondsLeft(long stepsDone, double secondsDone, double secondsAStep) {
    double byTime = minutes == 0 ? Double.POSITIVE_INFINITY : 60 * minutes - secondsDone;
    double bySteps = steps == 0 ? Double.POSITIVE_INFINITY : (steps - stepsDone) * secondsAStep;
    return Math.max(0, Math.min(byTime, bySteps));
  }

  /** The rest of this length after some steps and seconds: at least a step, or an instant. */
  TrainingLength minus(long stepsDone, double secondsDone) {
    return new TrainingLength(minutes == 0 ? 0 : Math.max(1e-9, minutes - secondsDone / 60),
        steps == 0 ? 0 : Math.max(1, steps - stepsDone));
  }
}
