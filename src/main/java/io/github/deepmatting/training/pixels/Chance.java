package io.github.deepmatting.training.pixels;

import java.util.random.RandomGenerator;

/** Draws from the distributions that augmentation needs. All take the generator, so that a seed decides everything. */
public final class Chance {

  private Chance() {}

  /** True with the given probability in [0,1]. */
  public static boolean of(RandomGenerator random, double probability) {
    return random.nextDouble() < probability;
  }

  /** Uniform in [low, high). */
  public static double uniform(RandomGenerator random, double low, double high) {
    return low + (high - low) * random.nextDouble();
  }

  /** Its logarithm is uniform: every octave between low and high (both positive) is as likely. */
  public static double logUniform(RandomGenerator random, double low, double high) {
    return low * Math.pow(high / low, random.nextDouble());
  }

  /**
   * An index drawn with the given weights.
   *
   * @param cumulative running sums of the weights, the last positive
   */
  public static int index(RandomGenerator random, double[] cumulative) {
    double value = random.nextDouble() * cumulative[cumulative.length - 1];
    int low = 0;
    int high = cumulative.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (cumulative[middle] > value) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}
