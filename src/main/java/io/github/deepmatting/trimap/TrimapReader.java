/*-
 * #%L
 * Deep image matting for Fiji and ImageJ2: alpha mattes and foreground colours from an image and a trimap.
 * %%
 * Copyright (C) 2026 Deep Matting developers
 * %%
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 * 
 * 1. Redistributions of source code must retain the above copyright notice,
 *    this list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the documentation
 *    and/or other materials provided with the distribution.
 * 
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
 * AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
 * IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE
 * ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS OR CONTRIBUTORS BE
 * LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR
 * CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
 * SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
 * INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN
 * CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE)
 * ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
 * POSSIBILITY OF SUCH DAMAGE.
 * #L%
 */
package io.github.deepmatting.trimap;

import io.github.deepmatting.image.FiniteValues;
import io.github.deepmatting.image.IntensityRange;
import io.github.deepmatting.image.Planes;
import io.github.deepmatting.progress.Progress;
import net.imglib2.Cursor;
import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.IntegerType;
import net.imglib2.type.numeric.RealType;

/**
 * Reads an image as a trimap. The values may be any of {@link TrimapEncoding}, which is recognised by the largest value
 * in the image; in-between greys, as antialiased and JPEG trimaps have them, are read by thresholds and reported.
 */
public final class TrimapReader {

  /**
   * Shares of the value for foreground: values up to the first are background, from the second on foreground. Wide
   * enough for the noise of JPEG files around 0 and 255 (up to 12 of 255). What lies between is unknown, the careful
   * reading: a matte can still become 0 or 1 there.
   */
  static final double BACKGROUND_UP_TO = 0.05;

  static final double FOREGROUND_FROM = 0.95;

  /** The most, in 255ths, that an exact value for unknown differs from one half: 127 and 128 of 255 both count. */
  private static final double UNKNOWN_TOLERANCE = 1;

  /** The most, in 255ths, that the channels of a grey picture stored as colours may differ (JPEG). */
  private static final double GREY_TOLERANCE = 4;

  private TrimapReader() {}

  /**
   * Reads an image as a trimap.
   *
   * @param image axes x, y; or x, y, channel with channels that are all alike (a grey picture stored as colours)
   * @param progress checked for cancellation
   * @throws IllegalArgumentException if values are not finite, negative or larger than 65535, or if the channels differ
   */
  public static TrimapReading read(RandomAccessibleInterval<? extends RealType<?>> image, Progress progress) {
    return read(image, encoding(image, progress), progress);
  }

  /**
   * Finds the encoding of an image. A stack has one, found over all slices, since a slice need not hold all three
   * values.
   *
   * @param image axes x, y and any others
   * @param progress checked for cancellation
   * @throws IllegalArgumentException if values are not finite, negative or larger than 65535
   */
  public static TrimapEncoding encoding(RandomAccessibleInterval<? extends RealType<?>> image, Progress progress) {
    IntensityRange range = FiniteValues.range(image, progress);
    return TrimapEncoding.of(range.min(), range.max(), isWhole(image));
  }

  /**
   * Reads an image as a trimap of a known encoding, such as one slice of a stack.
   *
   * @param image axes x, y; or x, y, channel with channels that are all alike
   * @param encoding as {@link #encoding} found it for the whole stack
   * @param progress checked for cancellation
   * @throws IllegalArgumentException if there are other axes, or the channels differ
   */
  public static TrimapReading read(
      RandomAccessibleInterval<? extends RealType<?>> image, TrimapEncoding encoding, Progress progress) {
    if (image.numDimensions() != 2 && image.numDimensions() != 3)
      throw new IllegalArgumentException(
          "A trimap needs the axes x, y but the image has " + image.numDimensions() + " axes");
    RandomAccessibleInterval<? extends RealType<?>> plane = Planes.channel(image, 0);
    for (int channel = 1; channel < Planes.channels(image); channel++)
      checkAlike(plane, Planes.channel(image, channel), encoding);
    return readPlane(plane, encoding, progress);
  }

  private static TrimapReading readPlane(
      RandomAccessibleInterval<? extends RealType<?>> plane, TrimapEncoding encoding, Progress progress) {
    byte[] pixels = new byte[Planes.pixels("A trimap", plane)];
    double scale = 255 / encoding.foreground();
    double low = 255 * BACKGROUND_UP_TO;
    double high = 255 * FOREGROUND_FROM;
    long[] greys = new long[3];
    Planes.forEachPixel(plane, progress, (i, stored) -> {
      double value = stored * scale;
      if (value <= low) {
        pixels[i] = (byte) Trimap.BACKGROUND;
        if (value > 0) greys[0]++;
      } else if (value >= high) {
        pixels[i] = (byte) Trimap.FOREGROUND;
        if (value < 255) greys[2]++;
      } else {
        pixels[i] = (byte) Trimap.UNKNOWN;
        if (Math.abs(value - 127.5) > UNKNOWN_TOLERANCE) greys[1]++;
      }
    });
    Trimap trimap = new Trimap((int) plane.dimension(0), (int) plane.dimension(1), pixels);
    return new TrimapReading(trimap, encoding, greys[0], greys[1], greys[2]);
  }

  private static boolean isWhole(RandomAccessibleInterval<? extends RealType<?>> plane) {
    if ((Object) plane.getType() instanceof IntegerType) return true;
    Cursor<? extends RealType<?>> cursor = plane.cursor();
    while (cursor.hasNext()) {
      double value = cursor.next().getRealDouble();
      if (value != Math.rint(value)) return false;
    }
    return true;
  }

  private static void checkAlike(RandomAccessibleInterval<? extends RealType<?>> first,
      RandomAccessibleInterval<? extends RealType<?>> other, TrimapEncoding encoding) {
    double tolerance = GREY_TOLERANCE / 255 * encoding.foreground();
    Cursor<? extends RealType<?>> cursor = first.localizingCursor();
    RandomAccess<? extends RealType<?>> access = other.randomAccess();
    while (cursor.hasNext()) {
      double expected = cursor.next().getRealDouble();
      access.setPosition(cursor);
      double found = access.get().getRealDouble();
      if (Math.abs(found - expected) > tolerance)
        throw new IllegalArgumentException("The trimap is coloured: at x=" + (cursor.getLongPosition(0) - first.min(0))
            + ", y=" + (cursor.getLongPosition(1) - first.min(1)) + " its channels hold " + expected + " and " + found
            + "; a trimap is grey: black for background, grey for unknown, white for foreground");
    }
  }
}
