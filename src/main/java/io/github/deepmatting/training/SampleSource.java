package io.github.deepmatting.training;

/** Where training samples come from. Safe for several threads. */
public interface SampleSource {

  /**
   * Makes a sample.
   *
   * @param seed the same seed gives the same sample, in whatever thread and order
   * @param size columns and rows, at least 32
   */
  TrainingSample sample(long seed, int size);
}
