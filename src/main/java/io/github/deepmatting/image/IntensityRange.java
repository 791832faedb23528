package io.github.deepmatting.image;

/**
 * The intensities of a channel that become 0 and 1.
 *
 * @param min intensity that becomes 0; finite
 * @param max intensity that becomes 1; finite, not below {@code min}. If both are equal every value becomes 0
 */
public record IntensityRange(double min, double max) {

  /** The range of intensities that are normalised already. */
  public static final IntensityRange UNIT = new IntensityRange(0, 1);

  public IntensityRange {
    if (!Double.isFinite(min) || !Double.isFinite(max) || min > max)
      throw new IllegalArgumentException(
          "An intensity range needs two finite numbers, the smaller first, but has " + min + " and " + max);
  }

  /** The distance from {@code min} to {@code max}. */
  public double span() {
    return max - min;
  }

  /** What an intensity is normalised to, not clamped: 0 at {@code min}, 1 at {@code max}. */
  public double normalize(double intensity) {
    return span() == 0 ? 0 : (intensity - min) / span();
  }

  /** The intensity that is normalised to this value; the inverse of {@link #normalize}. */
  public double restore(double normalized) {
    return min + normalized * span();
  }
}
