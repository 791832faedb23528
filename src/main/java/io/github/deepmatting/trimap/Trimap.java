package io.github.deepmatting.trimap;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.UnsignedByteType;

/**
 * A trimap: each pixel is known background ({@value #BACKGROUND}), unknown ({@value #UNKNOWN}) or known foreground
 * ({@value #FOREGROUND}). Immutable.
 */
public final class Trimap {

  public static final int BACKGROUND = 0;
  public static final int UNKNOWN = 128;
  public static final int FOREGROUND = 255;

  private final int width;
  private final int height;
  private final byte[] pixels;

  /**
   * @param width columns, at least 1
   * @param height rows, at least 1
   * @param pixels the values row by row, each {@link #BACKGROUND}, {@link #UNKNOWN} or {@link #FOREGROUND} as an
   *     unsigned byte; not copied, must not be changed any more
   */
  public Trimap(int width, int height, byte[] pixels) {
    if (width < 1 || height < 1 || (long) width * height != pixels.length)
      throw new IllegalArgumentException(
          "A trimap of " + width + "x" + height + " pixels needs as many values but got " + pixels.length);
    for (int i = 0; i < pixels.length; i++) {
      int value = pixels[i] & 0xff;
      if (value != BACKGROUND && value != UNKNOWN && value != FOREGROUND)
        throw new IllegalArgumentException("Trimap value " + value + " at x=" + i % width + ", y=" + i / width
            + "; allowed are 0, 128 and 255");
    }
    this.width = width;
    this.height = height;
    this.pixels = pixels;
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  /** The value at a position, without a bounds check beyond the array's. */
  public int get(int x, int y) {
    return pixels[y * width + x] & 0xff;
  }

  public boolean isUnknown(int x, int y) {
    return pixels[y * width + x] == (byte) UNKNOWN;
  }

  /** How many pixels have this value. */
  public long count(int value) {
    long count = 0;
    for (byte pixel : pixels) if ((pixel & 0xff) == value) count++;
    return count;
  }

  /** The values as an image, axes x, y; a view that must not be written to. */
  public RandomAccessibleInterval<UnsignedByteType> image() {
    return ArrayImgs.unsignedBytes(pixels, width, height);
  }
}
