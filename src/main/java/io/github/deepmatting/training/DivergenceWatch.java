package io.github.deepmatting.training;

import io.github.deepmatting.engine.NetworkTrainer.StepReport;

/**
 * Watches the loss of one stage: not a number, or its running mean far above the lowest it has been. Not safe for
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
