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
package io.github.deepmatting.measure;

import io.github.deepmatting.image.LabelImage;
import io.github.deepmatting.image.Planes;
import io.github.deepmatting.image.SameSize;
import io.github.deepmatting.progress.Progress;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

/**
 * Measures objects by their alpha mattes.
 *
 * <p><b>Edge width.</b> Along the normal of an edge of length L on which alpha a rises linearly over the width w, the
 * integral of a(1 - a) is w/6, so over the area it is Lw/6; and the integral of the length of a's gradient is L, since
 * a rises by 1 in all. So w = 6 &int;a(1 - a) / &int;|&nabla;a|. For other profiles this is the width of the linear
 * ramp that holds as many mixed pixels: 3.385&sigma; (6&sigma;/&radic;&pi;) for a step blurred by a Gaussian. The
 * distance from 10 to 90 % of a linear ramp is 0.8w. A sum over pixels is that integral on average over all positions
 * of the edge in the pixel grid: for a single straight edge along the grid it may be off by 1/w pixels. A sharp edge
 * whose pixels hold the area covered gives 1 pixel on average, a mask of 0 and 1 gives 0. Noise in alpha lengthens the
 * perimeter.
 *
 * <p>The gradient is taken at the corners of pixels, from the four around each (repeated beyond the border), and
 * belongs to these in equal parts.
 */
public final class Measurer {

  /** The inverse of the integral of a(1 - a) over a linear ramp of width 1. */
  static final double RAMP = 6;

  private Measurer() {}

  /**
   * Measures the whole matte as one object.
   *
   * @param alpha axes x, y; in [0,1]
   * @param foreground the object's own intensities, axes x, y, channel, or x, y; as large as alpha. Pixels where alpha
   *     is 0 do not count, whatever they hold
   * @param size of a pixel
   * @param progress checked for cancellation
   * @throws IllegalArgumentException if the sizes differ, or alpha or intensities that count are no finite numbers
   */
  public static Measurement measure(
      RandomAccessibleInterval<FloatType> alpha,
      Optional<? extends RandomAccessibleInterval<? extends RealType<?>>> foreground,
      PixelSize size,
      Progress progress) {
    int channels = foreground.map(Planes::channels).orElse(0);
    SortedMap<Integer, RegionSums> sums = new TreeMap<>();
    sums.put(1, new RegionSums(channels));
    add(alpha, foreground, index -> 1, sums, size, progress);
    return sums.get(1).measurement(size);
  }

  /**
   * Measures each labelled part of a matte. Soft pixels outside of all labels count if the labels were grown over them
   * ({@link LabelImage#grown}).
   *
   * @param alpha as in {@link #measure}
   * @param foreground as in {@link #measure}
   * @param labels as large as alpha
   * @param size of a pixel
   * @param progress checked for cancellation
   * @return by label, in order; without 0, the background
   * @throws IllegalArgumentException as {@link #measure}
   */
  public static SortedMap<Integer, Measurement> measureLabels(
      RandomAccessibleInterval<FloatType> alpha,
      Optional<? extends RandomAccessibleInterval<? extends RealType<?>>> foreground,
      LabelImage labels,
      PixelSize size,
      Progress progress) {
    requireSize("label image", labels.width(), labels.height(), alpha);
    int channels = foreground.map(Planes::channels).orElse(0);
    SortedMap<Integer, RegionSums> sums = new TreeMap<>();
    for (int label : labels.labels()) sums.put(label, new RegionSums(channels));
    add(alpha, foreground, labels::at, sums, size, progress);
    SortedMap<Integer, Measurement> measurements = new TreeMap<>();
    sums.forEach((label, sum) -> measurements.put(label, sum.measurement(size)));
    return measurements;
  }

  private static void requireSize(String name, long width, long height, RandomAccessibleInterval<FloatType> alpha) {
    SameSize.require("The " + name, width, height, "the alpha", alpha.dimension(0), alpha.dimension(1));
  }

  private static void add(
      RandomAccessibleInterval<FloatType> alpha,
      Optional<? extends RandomAccessibleInterval<? extends RealType<?>>> foreground,
      IntUnaryOperator regions,
      SortedMap<Integer, RegionSums> sums,
      PixelSize size,
      Progress progress) {
    float[] values = Planes.toArray(alpha);
    int width = (int) alpha.dimension(0);
    int height = (int) alpha.dimension(1);
    requireFinite(values, width);
    progress.begin("Measuring", height);
    double[] above = new double[width + 1];
    double[] below = new double[width + 1];
    slopes(values, width, height, 0, size, above);
    for (int y = 0; y < height; y++) {
      progress.checkCancelled();
      slopes(values, width, height, y + 1, size, below);
      RegionSums current = null;
      int region = 0;
      for (int x = 0, i = y * width; x < width; x++, i++) {
        if (regions.applyAsInt(i) != region) {
          region = regions.applyAsInt(i);
          current = sums.get(region);
        }
        if (region != 0)
          current.add(values[i], (above[x] + above[x + 1] + below[x] + below[x + 1]) / 4, x, y);
      }
      double[] swap = above;
      above = below;
      below = swap;
      progress.advance(1);
    }
    if (foreground.isPresent()) addIntensities(values, foreground.get(), alpha, regions, sums, progress);
  }

  private static void requireFinite(float[] values, int width) {
    for (int i = 0; i < values.length; i++)
      if (!(values[i] >= 0 && values[i] <= 1))
        throw new IllegalArgumentException("The alpha is " + values[i] + " at x=" + i % width + ", y=" + i / width
            + "; allowed are numbers from 0 to 1");
  }

  /** The length of alpha's gradient at the corners between two rows. */
  private static void slopes(float[] values, int width, int height, int y, PixelSize size, double[] slopes) {
    int upper = Math.max(0, y - 1) * width;
    int lower = Math.min(height - 1, y) * width;
    for (int x = 0; x <= width; x++) {
      int left = Math.max(0, x - 1);
      int right = Math.min(width - 1, x);
      double across = (values[upper + right] - (double) values[upper + left] + values[lower + right]
          - values[lower + left]) / (2 * size.width());
      double down = (values[lower + left] - (double) values[upper + left] + values[lower + right]
          - values[upper + right]) / (2 * size.height());
      slopes[x] = Math.hypot(across, down);
    }
  }

  private static void addIntensities(
      float[] alpha, RandomAccessibleInterval<? extends RealType<?>> foreground,
      RandomAccessibleInterval<FloatType> like, IntUnaryOperator regions, SortedMap<Integer, RegionSums> sums,
      Progress progress) {
    requireSize("foreground", foreground.dimension(0), foreground.dimension(1), like);
    RandomAccessibleInterval<? extends RealType<?>> planes = Views.zeroMin(Planes.withChannelAxis(foreground));
    int width = (int) planes.dimension(0);
    RandomAccess<? extends RealType<?>> access = planes.randomAccess();
    for (int channel = 0; channel < planes.dimension(2); channel++)
      for (int y = 0; y < planes.dimension(1); y++) {
        progress.checkCancelled();
        access.setPosition(new long[] {0, y, channel});
        RegionSums current = null;
        int region = 0;
        for (int x = 0, i = y * width; x < width; x++, i++, access.fwd(0)) {
          if (alpha[i] == 0 || regions.applyAsInt(i) == 0) continue;
          if (regions.applyAsInt(i) != region) {
            region = regions.applyAsInt(i);
            current = sums.get(region);
          }
          double value = access.get().getRealDouble();
          if (!Double.isFinite(value))
            throw new IllegalArgumentException("The foreground is " + value + " at x=" + x + ", y=" + y + ", channel "
                + (channel + 1) + "; where alpha is above 0 it must be a finite number");
          current.addIntensity(channel, alpha[i] * value);
        }
      }
  }
}
