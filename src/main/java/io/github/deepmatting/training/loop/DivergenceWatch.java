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

import io.github.deepmatting.network.NetworkTrainer.StepReport;

/**
 * Watches the loss of one phase: not a number, or its running mean far above the lowest it has been. Not safe for
 * several threads.
 */
final class DivergenceWatch {

  private static final double DECAY = 0.98;
  private static final int SETTLING = 150;
  private static final double EXPLODED = 5;

  private double mean;
  private double lowest = Double.POSITIVE_INFINITY;
  private int steps;

  /**
   * @throws DivergenceException with the step and what to do
   */
  void check(StepReport report, long step, double rate) {
    if (!Double.isFinite(report.loss()) || !Double.isFinite(report.gradientNorm()))
      throw new DivergenceException(message(step, "the loss is " + report.loss() + " and the gradient's norm "
          + report.gradientNorm(), rate));
    steps++;
    mean = steps == 1 ? report.loss() : DECAY * mean + (1 - DECAY) * report.loss();
    if (steps < SETTLING) return;
    lowest = Math.min(lowest, mean);
    if (mean > EXPLODED * lowest + 1e-3)
      throw new DivergenceException(message(step, "the mean loss rose from " + lowest + " to " + mean, rate));
  }

  private static String message(long step, String what, double rate) {
    return "The training diverged at step " + step + ": " + what + ", at learning rate " + rate
        + ". The checkpoints of before are kept; resume with a lower learning rate or with gradient clipping";
  }
}
