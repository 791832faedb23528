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

/**
 * Percentiles of an image's values by histograms of {@value #BINS} bins, without a copy of the values. Integers of at
 * most 16 bits have a bin each, so theirs are exact after one pass. For other types a second pass divides the bin that
 * holds the percentile once more, so they are exact to the range of values divided by 2<sup>32</sup>, whatever the
 * outliers.
 */
final class PercentileSearch {

  private static final int BINS = 1 << 16;

  private final RandomAccessibleInterval<? extends RealType<?>> image;
  private final Progress progress;
  private final boolean exact;
  private final IntensityRange range;
  private final long[] histogram;

  PercentileSearch(RandomAccessibleInterval<? extends RealType<?>> image, Progress progress) {
    this.image = image;
    this.progress = progress;
    exact = IntensityRanges.isNarrowInteger(image);
    if (exact) {
      double min = image.getType().getMinValue();
      histogram = histogram(min, min + BINS);
      int first = 0;
      while (histogram[first] == 0) first++;
      int last = BINS - 1;
      while (histogram[last] == 0) last--;
      range = new IntensityRange(min + first, min + last);
    } else {
      range = FiniteValues.range(image, progress);
      histogram = histogram(range.min(), range.max());
    }
  }

  /** The smallest and the largest value. */
  IntensityRange range() {
    return range;
  }

  /** The smallest value that at least this percentage of the values do not exceed. */
  double percentile(double percent) {
    long rank = Math.max(1, (long) Math.ceil(percent * image.size() / 100));
    long below = 0;
    int bin = 0;
    while (below + histogram[bin] < rank) below += histogram[bin++];
    if (exact) return image.getType().getMinValue() + bin;
    double width = range.span() / BINS;
    double low = range.min() + bin * width;
    if (width == 0) return low;
    long[] finer = histogram(low, low + width);
    int fineBin = 0;
    while (fineBin < BINS - 1 && below + finer[fineBin] < rank) below += finer[fineBin++];
    return Math.min(range.max(), low + (fineBin + 0.5) * width / BINS);
  }

  /** Counts the values in [low, high), and those equal to {@code high} in the last bin if it is the largest value. */
  private long[] histogram(double low, double high) {
    long[] counts = new long[BINS];
    double scale = high > low ? BINS / (high - low) : 0;
    boolean closed = range != null && high >= range.max();
    int untilCheck = 0;
    Cursor<? extends RealType<?>> cursor = image.cursor();
    while (cursor.hasNext()) {
      if (untilCheck-- == 0) {
        progress.checkCancelled();
        untilCheck = FiniteValues.PIXELS_BETWEEN_CHECKS;
      }
      double value = cursor.next().getRealDouble();
      if (value < low || value > high || value == high && !closed) continue;
      counts[Math.min(BINS - 1, (int) ((value - low) * scale))]++;
    }
    return counts;
  }
}
