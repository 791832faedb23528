package io.github.deepmatting.training;

/**
 * The learning rate over a stage of training: linear warm-up, then half a cosine down (Loshchilov and Hutter 2017,
 * arXiv:1608.03983, one cycle).
 *
 * @param peak rate after the warm-up
 * @param last rate at the end of the stage
 * @param warmUp steps of the warm-up; 0 for none
 */
public record LearningRate(double peak, double last, long warmUp) {

  public LearningRate {
    if (!(peak > 0) || !(last >= 0) || last > peak || warmUp < 0)
      throw new IllegalArgumentException("A learning rate needs a positive peak, a last rate between 0 and the peak and"
          + " no negative warm-up but has " + peak + ", " + last + ", " + warmUp);
  }

  /**
   * The rate of a step.
   *
   * @param step steps done in the stage
   * @param share how much of the stage is done, in [0,1]
   */
  public double at(long step, double share) {
    double cosine = last + (peak - last) * 0.5 * (1 + Math.cos(Math.PI * Math.max(0, Math.min(1, share))));
    return step < warmUp ? cosine * (step + 1) / warmUp : cosine;
  }
}
