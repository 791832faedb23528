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
package io.github.deepmatting.foreground;

import io.github.deepmatting.image.IntensityRange;
import io.github.deepmatting.image.Rectangle;
import io.github.deepmatting.progress.Progress;
import io.github.deepmatting.progress.Workers;
import java.util.Arrays;
import java.util.BitSet;
import net.imglib2.RandomAccess;
import net.imglib2.type.numeric.IntegerType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;

/** Collects from the whole image what its colours are estimated with: tiles to solve, ranges, mean colours. */
final class ImageScan<T extends RealType<T>> {

  /** Mean colours are those of a sampling of at most this many pixels a side: enough for a first guess. */
  private static final int MEAN_SIDE = 512;

  private final ImageSamples<T> samples;
  private final Progress progress;

  ImageScan(ImageSamples<T> samples, Progress progress) {
    this.samples = samples;
    this.progress = progress;
  }

  /**
   * The tiles with a pixel to be estimated: one where alpha is between 0 and 1.
   *
   * @param extended true if pixels where alpha is 0 are to be estimated, too
   * @throws IllegalArgumentException if a value of alpha is not within 0 to 1
   */
  BitSet tilesToSolve(TileGrid grid, boolean extended) {
    boolean[] active = new boolean[grid.count()];
    Workers.forEach(active.length, () -> {
      RandomAccess<FloatType> alpha = samples.alpha().randomAccess();
      return tile -> active[tile] = isToBeSolved(alpha, grid.window(tile, 0), extended);
    }, progress);
    BitSet tiles = new BitSet(active.length);
    for (int tile = 0; tile < active.length; tile++) tiles.set(tile, active[tile]);
    return tiles;
  }

  private static boolean isToBeSolved(RandomAccess<FloatType> alpha, Rectangle window, boolean extended) {
    boolean found = false;
    for (int y = window.y(); y < window.endY(); y++) {
      alpha.setPosition(y, 1);
      alpha.setPosition(window.x(), 0);
      for (int x = 0; x < window.width(); x++, alpha.fwd(0)) {
        float value = alpha.get().get();
        if (!(value >= 0 && value <= 1))
          throw new IllegalArgumentException("alpha is " + value + " at x=" + (window.x() + x) + ", y=" + y
              + "; it must be between 0 and 1");
        found |= value < 1 && (extended || value > 0);
      }
    }
    return found;
  }

  /** The range that the estimated values of each channel are clamped to. */
  IntensityRange[] ranges(ForegroundOptions options) {
    IntensityRange[] ranges = new IntensityRange[samples.channels()];
    T type = samples.image().getType();
    if (options.range().isPresent()) Arrays.fill(ranges, options.range().get());
    else if (type instanceof IntegerType) Arrays.fill(ranges, new IntensityRange(type.getMinValue(), type.getMaxValue()));
    else for (int channel = 0; channel < ranges.length; channel++) ranges[channel] = extremes(channel);
    return ranges;
  }

  private IntensityRange extremes(int channel) {
    int height = samples.size().height();
    float[] minima = new float[height];
    float[] maxima = new float[height];
    Workers.forEach(height, () -> {
      RandomAccess<T> access = samples.image().randomAccess();
      access.setPosition(channel, 2);
      return y -> {
        access.setPosition(0, 0);
        access.setPosition(y, 1);
        float minimum = Float.POSITIVE_INFINITY;
        float maximum = Float.NEGATIVE_INFINITY;
        for (int x = samples.size().width(); x > 0; x--, access.fwd(0)) {
          float value = access.get().getRealFloat();
          if (!Float.isFinite(value)) continue;
          minimum = Math.min(minimum, value);
          maximum = Math.max(maximum, value);
        }
        minima[y] = minimum;
        maxima[y] = maximum;
      };
    }, progress);
    float minimum = Float.POSITIVE_INFINITY;
    float maximum = Float.NEGATIVE_INFINITY;
    for (int y = 0; y < height; y++) {
      minimum = Math.min(minimum, minima[y]);
      maximum = Math.max(maximum, maxima[y]);
    }
    return minimum <= maximum ? new IntensityRange(minimum, maximum) : new IntensityRange(0, 0);
  }

  /** Mean foreground (alpha above 0.9) and background (below 0.1) to start from, as a level of one pixel. */
  LevelColours meanColours() {
    LevelSize full = samples.size();
    LevelSize sampled = new LevelSize(Math.min(MEAN_SIDE, full.width()), Math.min(MEAN_SIDE, full.height()));
    float[] foreground = new float[samples.channels()];
    float[] background = new float[samples.channels()];
    RandomAccess<T> image = samples.image().randomAccess();
    RandomAccess<FloatType> alpha = samples.alpha().randomAccess();
    for (int channel = 0; channel < foreground.length; channel++) {
      image.setPosition(channel, 2);
      Mean front = new Mean();
      Mean back = new Mean();
      Mean all = new Mean();
      for (int y = 0; y < sampled.height(); y++) {
        image.setPosition(sampled.rowIn(full, y), 1);
        alpha.setPosition(sampled.rowIn(full, y), 1);
        for (int x = 0; x < sampled.width(); x++) {
          image.setPosition(sampled.columnIn(full, x), 0);
          alpha.setPosition(sampled.columnIn(full, x), 0);
          float value = image.get().getRealFloat();
          if (!Float.isFinite(value)) continue;
          float a = alpha.get().get();
          all.add(value);
          if (a > 0.9f) front.add(value);
          if (a < 0.1f) back.add(value);
        }
      }
      foreground[channel] = front.orElse(all);
      background[channel] = back.orElse(all);
    }
    return LevelColours.single(foreground, background);
  }

  /** A running mean. */
  private static final class Mean {
    private double sum;
    private long count;

    void add(float value) {
      sum += value;
      count++;
    }

    float orElse(Mean other) {
      return count > 0 ? (float) (sum / count) : other.count > 0 ? (float) (other.sum / other.count) : 0;
    }
  }
}
