package io.github.deepmatting.features;

import io.github.deepmatting.trimap.Trimap;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;

/** Checks of what features are computed from. */
final class Inputs {

  private Inputs() {}

  /**
   * @throws IllegalArgumentException if the image has not the axes x, y and three channels, or the trimap not its size
   */
  static void check(RandomAccessibleInterval<FloatType> rgb, Trimap trimap) {
    if (rgb.numDimensions() != 3 || rgb.dimension(2) != 3)
      throw new IllegalArgumentException("The image must have the axes x, y and channel with 3 channels but has the size "
          + java.util.Arrays.toString(rgb.dimensionsAsLongArray()));
    if (rgb.dimension(0) != trimap.width() || rgb.dimension(1) != trimap.height())
      throw new IllegalArgumentException("The trimap has " + trimap.width() + "x" + trimap.height()
          + " pixels but the image " + rgb.dimension(0) + "x" + rgb.dimension(1) + "; they must agree");
  }
}
