package io.github.deepmatting.trimap;

/**
 * How in-between greys of a trimap are read, as fractions of the value for foreground. Whatever lies between both is
 * unknown, the careful reading: a matte can still become 0 or 1 there.
 *
 * @param background values up to this are background
 * @param foreground values from this on are foreground
 */
public record TrimapThresholds(double background, double foreground) {

  /** Wide enough for the noise of JPEG files around 0 and 255 (up to 12 of 255). */
  public static final TrimapThresholds DEFAULT = new TrimapThresholds(0.05, 0.95);

  public TrimapThresholds {
    if (!(background >= 0 && background < 0.5 && foreground > 0.5 && foreground <= 1))
      throw new IllegalArgumentException("Trimap thresholds need a background in [0, 0.5) and a foreground in"
          + " (0.5, 1] but are " + background + " and " + foreground);
  }
}
