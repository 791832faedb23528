package io.github.deepmatting.foreground;

/**
 * A range of pixel values, in the units of an image.
 *
 * @param minimum the smallest value, finite
 * @param maximum the largest value, finite, at least {@code minimum}
 */
public record ValueRange(double minimum, double maximum) {

  /** Values from 0 to 1, those of normalised colours. */
  public static final ValueRange UNIT = new ValueRange(0, 1);

  /** Values from 0 to 255, those of 8-bit channels. */
  public static final ValueRange EIGHT_BIT = new ValueRange(0, 255);

  /** @throws IllegalArgumentException if a bound is not finite or the maximum lies below the minimum */
  public ValueRange {
    if (!Double.isFinite(minimum) || !Double.isFinite(maximum) || maximum < minimum)
      throw new IllegalArgumentException("A value range needs finite bounds, minimum <= maximum, but got "
          + minimum + " to " + maximum);
  }

  float clamp(float value) {
    return Math.max((float) minimum, Math.min((float) maximum, value));
  }
}
