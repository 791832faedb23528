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
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.IntegerType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;

/** Measures, once over a whole image or stack, the range of intensities of each channel that becomes [0,1]. */
public final class IntensityRanges {

  private IntensityRanges() {}

  /**
   * The ranges by {@link Normalization#AUTO}, {@link Normalization#TYPE_RANGE} or {@link Normalization#PERCENTILE}. Copies
   * no pixels; those whose type decides are not even read.
   *
   * @param image axes x, y, channel and any further ones (slices, frames), over which the ranges are common; or x, y
   * @param normalization how to measure
   * @param progress checked for cancellation; receives the ranges that {@link Normalization#AUTO} took, if not the type's
   * @return one range a channel
   * @throws IllegalArgumentException for {@link Normalization#DISPLAY_RANGE}, whose ranges only the caller knows, and
   *     if pixels are not a number or infinite; the message gives their number and the position of the first
   */
  public static List<IntensityRange> measure(
      RandomAccessibleInterval<? extends RealType<?>> image, Normalization normalization, Progress progress) {
    return switch (normalization) {
      case AUTO -> automatic(image, progress);
      case TYPE_RANGE -> typeRange(image, progress);
      case PERCENTILE -> percentiles(image, progress);
      case DISPLAY_RANGE -> throw new IllegalArgumentException(
          "The display range is no property of the pixels: give one range for each channel");
    };
  }

  /**
   * The ranges that the caller knows, such as those of {@link Normalization#DISPLAY_RANGE}, checked against the image.
   *
   * @param image as in {@link #measure}
   * @param ranges one for each channel, or a single one for all
   * @param progress checked for cancellation
   * @return one range a channel
   * @throws IllegalArgumentException if there are more or fewer ranges, and if pixels are not a number or infinite
   */
  public static List<IntensityRange> given(
      RandomAccessibleInterval<? extends RealType<?>> image, List<IntensityRange> ranges, Progress progress) {
    int channels = Planes.channels(image);
    if (ranges.size() != channels && ranges.size() != 1)
      throw new IllegalArgumentException("The image has " + channels + " channels but " + ranges.size()
          + " intensity ranges were given; give one for each channel, or one for all");
    if (!isInteger(image)) FiniteValues.range(image, progress);
    return ranges.size() == channels ? List.copyOf(ranges) : Collections.nCopies(channels, ranges.get(0));
  }

  private static List<IntensityRange> automatic(
      RandomAccessibleInterval<? extends RealType<?>> image, Progress progress) {
    RealType<?> type = image.getType();
    if (isInteger(image)) {
      if (type.getMaxValue() - type.getMinValue() <= 0xff) return typeRange(image, progress);
    } else {
      IntensityRange all = FiniteValues.range(image, progress);
      if (all.min() >= 0 && all.max() <= 1)
        return Collections.nCopies(Planes.channels(image), IntensityRange.UNIT);
    }
    List<IntensityRange> ranges = percentiles(image, progress);
    StringBuilder told = new StringBuilder("Intensities become 0 to 1 by percentiles:");
    for (IntensityRange range : ranges)
      told.append(told.toString().endsWith(":") ? " " : ", ").append(number(range.min())).append(" to ")
          .append(number(range.max()));
    progress.info(told.toString());
    return ranges;
  }

  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e9
        ? String.valueOf((long) value) : String.format(Locale.ROOT, "%.4g", value);
  }

  private static List<IntensityRange> typeRange(
      RandomAccessibleInterval<? extends RealType<?>> image, Progress progress) {
    RealType<?> type = image.getType();
    IntensityRange range;
    if (isNarrowInteger(image)) {
      range = new IntensityRange(type.getMinValue(), type.getMaxValue());
    } else {
      range = FiniteValues.range(image, progress);
      if (range.min() >= 0 && range.max() <= 1) range = IntensityRange.UNIT;
    }
    return Collections.nCopies(Planes.channels(image), range);
  }

  private static List<IntensityRange> percentiles(
      RandomAccessibleInterval<? extends RealType<?>> image, Progress progress) {
    // So that positions in an error count from the whole image's first pixel, it is checked before it is cut up.
    if (!isInteger(image)) FiniteValues.range(image, progress);
    List<IntensityRange> ranges = new ArrayList<>();
    for (int channel = 0; channel < Planes.channels(image); channel++) {
      RandomAccessibleInterval<? extends RealType<?>> values =
          image.numDimensions() < 3 ? image : Views.hyperSlice(image, 2, image.min(2) + channel);
      PercentileSearch search = new PercentileSearch(values, progress);
      double low = search.percentile(Normalization.LOWER_PERCENTILE);
      double high = search.percentile(Normalization.UPPER_PERCENTILE);
      ranges.add(low < high ? new IntensityRange(low, high) : search.range());
    }
    return ranges;
  }

  private static boolean isInteger(RandomAccessibleInterval<? extends RealType<?>> image) {
    return (Object) image.getType() instanceof IntegerType;
  }

  /** True if the values are integers of at most 16 bits. */
  static boolean isNarrowInteger(RandomAccessibleInterval<? extends RealType<?>> image) {
    RealType<?> type = image.getType();
    return isInteger(image) && type.getMaxValue() - type.getMinValue() <= 0xffff;
  }
}
