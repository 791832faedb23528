package io.github.deepmatting.features;

import io.github.deepmatting.trimap.Trimap;
import java.util.Arrays;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;

/** Checks of what features, and mattes, are computed from. */
public final class Inputs {

  private Inputs() {}

  /**
   * Checks that an image and a trimap fit each other.
   *
   * @param rgb colours, axes x, y, channel
   * @param trimap of the image
   * @throws IllegalArgumentException if the image has not the axes x, y and three channels, or the trimap not its size
   */
  public static void check(RandomAccessibleInterval<FloatType> rgb, Trimap trimap) {
    if (rgb.numDimensions() != 3 || rgb.dimension(2) != 3)
      throw new IllegalArgumentException("The image must have the axes x, y and channel with 3 channels but its size is "
          + Arrays.toString(rgb.dimensionsAsLongArray()));
    if (rgb.dimension(0) != trimap.width() || rgb.dimension(1) != trimap.height())
      throw new IllegalArgumentException("The trimap is " + trimap.width() + "x" + trimap.height()
          + " pixels but the image " + rgb.dimension(0) + "x" + rgb.dimension(1)
          + "; they must have the same size");
  }
}
