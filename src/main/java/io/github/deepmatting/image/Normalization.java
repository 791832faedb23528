package io.github.deepmatting.image;

/**
 * How intensities are brought into [0,1]. Whatever is chosen, ranges belong to a whole image (or stack), never to a
 * tile: see {@link IntensityRanges}.
 */
public enum Normalization {

  /**
   * The range of the pixel type, the same for all channels: 0 to 255 for 8-bit, 0 to 65535 for 16-bit. Types without a
   * range of use (floating point, integers of more than 16 bits) take 0 to 1 if all values of the image lie in it,
   * otherwise the smallest to the largest value over all channels.
   */
  TYPE_RANGE,

  /** The range that each channel is displayed with, told by the caller. */
  DISPLAY_RANGE,

  /**
   * For each channel its {@value #LOWER_PERCENTILE}th to its {@value #UPPER_PERCENTILE}th percentile; values beyond are
   * clamped. The p-th percentile is the smallest value that at least p percent of the channel's values do not exceed.
   * If both fall on one value (nearly all of the channel is background) it is the smallest to the largest value.
   */
  PERCENTILE;

  /** Percentile, in percent, that becomes 0. */
  public static final double LOWER_PERCENTILE = 0.1;

  /** Percentile, in percent, that becomes 1. */
  public static final double UPPER_PERCENTILE = 99.9;
}
