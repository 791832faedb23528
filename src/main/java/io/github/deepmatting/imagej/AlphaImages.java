package io.github.deepmatting.imagej;

import io.github.deepmatting.image.FiniteValues;
import io.github.deepmatting.image.IntensityRange;
import io.github.deepmatting.progress.Progress;
import net.imglib2.Cursor;
import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.IntegerType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;

/** Alpha mattes in ImageJ's images. */
public final class AlphaImages {

  private AlphaImages() {}

  /**
   * The alpha of one position in [0,1]: of an 8- or 16-bit image its value divided by 255 or 65535, of a 32-bit one its
   * value.
   *
   * @param image grey
   * @param position as {@link ImagePlusPlanes} counts
   * @param progress asked for cancelling
   * @return axes x, y; a new image
   * @throws IllegalArgumentException if the image has colours, or values that are not finite or not in [0,1]
   */
  public static RandomAccessibleInterval<FloatType> read(ImagePlusPlanes image, int position, Progress progress) {
    return NamedErrors.naming("alpha", image.title(), () -> read(image.grey(position), progress));
  }

  private static <T extends RealType<T> & NativeType<T>> RandomAccessibleInterval<FloatType> read(
      PixelPlanes<T> plane, Progress progress) {
    RandomAccessibleInterval<T> pixels = plane.pixels();
    T type = pixels.getType();
    double one = (Object) type instanceof IntegerType ? type.getMaxValue() : 1;
    IntensityRange range = FiniteValues.range(pixels, progress);
    if (range.min() < 0 || range.max() > one)
      throw new IllegalArgumentException("The alpha has values from " + range.min() + " to " + range.max()
          + "; allowed are 0 to " + one + " for its type");
    RandomAccessibleInterval<FloatType> alpha = ArrayImgs.floats(pixels.dimension(0), pixels.dimension(1));
    Cursor<FloatType> target = alpha.localizingCursor();
    RandomAccess<T> source = pixels.randomAccess();
    while (target.hasNext()) {
      FloatType value = target.next();
      source.setPosition(target);
      value.setReal(source.get().getRealDouble() / one);
    }
    return alpha;
  }
}
