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
package io.github.deepmatting.image;

import io.github.deepmatting.progress.Progress;
import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

/** Finds the smallest and largest value of an image in one pass, and refuses NaN and infinite values. */
public final class FiniteValues {

  private static final String[] AXES = {"x", "y", "channel", "slice", "frame"};

  /** The number of pixels between two checks for cancellation. */
  static final int PIXELS_BETWEEN_CHECKS = 1 << 20;

  private FiniteValues() {}

  /**
   * The smallest and the largest value.
   *
   * @param image axes x, y and any others
   * @param progress checked for cancellation
   * @throws IllegalArgumentException if a pixel is NaN or infinite; the message gives their number, the position of the
   *     first (x and y counted from 0; channel, slice and frame from 1, left out where there is one) and what to do
   */
  public static IntensityRange range(RandomAccessibleInterval<? extends RealType<?>> image, Progress progress) {
    double min = Double.POSITIVE_INFINITY;
    double max = Double.NEGATIVE_INFINITY;
    long notANumber = 0;
    long infinite = 0;
    String first = null;
    int untilCheck = 0;
    Cursor<? extends RealType<?>> cursor = image.localizingCursor();
    while (cursor.hasNext()) {
      if (untilCheck-- == 0) {
        progress.checkCancelled();
        untilCheck = PIXELS_BETWEEN_CHECKS;
      }
      double value = cursor.next().getRealDouble();
      if (value - value == 0) { // false for NaN and both infinities
        if (value < min) min = value;
        if (value > max) max = value;
      } else {
        if (first == null) first = position(image, cursor);
        if (Double.isNaN(value)) notANumber++;
        else infinite++;
      }
    }
    if (first != null)
      throw new IllegalArgumentException("There are " + notANumber + " NaN and " + infinite
          + " infinite values, the first at " + first
          + "; all must be finite numbers: replace them (in Fiji: Process > Noise > Remove NaNs...) and try again");
    return new IntensityRange(min, max);
  }

  private static String position(RandomAccessibleInterval<?> image, Cursor<?> cursor) {
    StringBuilder text = new StringBuilder();
    for (int d = 0; d < image.numDimensions(); d++) {
      long position = cursor.getLongPosition(d) - image.min(d);
      if (d < 2) text.append(d == 0 ? "" : ", ").append(AXES[d]).append('=').append(position);
      // As ImageJ shows them: from 1 on.
      else if (image.dimension(d) > 1)
        text.append(", ").append(d < AXES.length ? AXES[d] : "axis " + d).append(' ').append(position + 1).append(" of ")
            .append(image.dimension(d));
    }
    return text.toString();
  }
}
