package io.github.deepmatting.trimap;

import io.github.deepmatting.image.FiniteValues;
import io.github.deepmatting.image.IntensityRange;
import io.github.deepmatting.progress.Progress;
import java.util.BitSet;
import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

/** Makes a trimap from a mask of the object, with an unknown band along its rim. */
public final class TrimapFromMask {

  private TrimapFromMask() {}

  /**
   * Makes a trimap from a mask. An empty or full mask gives a trimap without unknown pixels; see {@link TrimapCheck}.
   *
   * @param mask axes x, y; the object is where the value is above half of the mask's largest (so 0 and 1, 0 and 255,
   *     and antialiased masks all do)
   * @param band width of the unknown band
   * @param progress asked for cancelling
   * @throws IllegalArgumentException if there are other axes, or values are negative or not finite
   */
  public static Trimap make(
      RandomAccessibleInterval<? extends RealType<?>> mask, UnknownBand band, Progress progress) {
    if (mask.numDimensions() != 2)
      throw new IllegalArgumentException("A mask needs the axes x, y but has " + mask.numDimensions() + " axes");
    IntensityRange range = FiniteValues.range(mask, progress);
    if (range.min() < 0)
      throw new IllegalArgumentException("The mask has the value " + range.min()
          + "; allowed are 0 for background and one positive value for the object");
    int width = Math.toIntExact(mask.dimension(0));
    int height = Math.toIntExact(mask.dimension(1));
    BitSet object = new BitSet(Math.multiplyExact(width, height));
    RandomAccess<? extends RealType<?>> access = mask.randomAccess();
    for (int y = 0; y < height; y++) {
      access.setPosition(mask.min(1) + y, 1);
      access.setPosition(mask.min(0), 0);
      for (int x = 0; x < width; x++, access.fwd(0))
        if (access.get().getRealDouble() > range.max() / 2) object.set(y * width + x);
    }
    return new Trimap(width, height, band.values(width, height, object::get, progress));
  }
}
