package io.github.deepmatting.training;

/**
 * How long a whole training is; its phases have shares of it. With both limits a phase ends with whatever comes first.
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
}
