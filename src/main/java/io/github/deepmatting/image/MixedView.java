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

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.imglib2.AbstractWrappedInterval;
import net.imglib2.FinalInterval;
import net.imglib2.Interval;
import net.imglib2.Point;
import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;

/** Red, green and blue, computed where they are read: normalised, clamped and mixed from an image's channels. */
final class MixedView extends AbstractWrappedInterval<Interval> implements RandomAccessibleInterval<FloatType> {

  private final RandomAccessibleInterval<? extends RealType<?>> channels;
  /** For each colour component the channels that are in it, and beside each channel its weight, offset, span. */
  private final int[][] sources;

  private final double[][] weights;
  private final double[] offsets;
  private final double[] spans;

  /**
   * @param channels axes x, y, channel, from 0
   * @param ranges one a channel
   * @param mix for as many channels
   */
  MixedView(RandomAccessibleInterval<? extends RealType<?>> channels, List<IntensityRange> ranges, ColourMix mix) {
    super(new FinalInterval(channels.dimension(0), channels.dimension(1), 3));
    this.channels = channels;
    sources = new int[3][];
    weights = new double[3][];
    for (int component = 0; component < 3; component++) {
      int of = component;
      sources[component] =
          IntStream.range(0, mix.channels()).filter(c -> mix.weight(of, c) > 0).toArray();
      weights[component] = Arrays.stream(sources[component]).mapToDouble(c -> mix.weight(of, c)).toArray();
    }
    offsets = ranges.stream().mapToDouble(IntensityRange::min).toArray();
    // Divided, not multiplied by the inverse: the same picture in 8 and in 12 bits must not differ in its last bit.
    spans = ranges.stream().mapToDouble(range -> range.span() == 0 ? Double.POSITIVE_INFINITY : range.span()).toArray();
  }

  @Override
  public FloatType getType() {
    return new FloatType();
  }

  @Override
  public RandomAccess<FloatType> randomAccess() {
    return new Access(channels.randomAccess());
  }

  @Override
  public RandomAccess<FloatType> randomAccess(Interval interval) {
    return randomAccess();
  }

  /** Moves one access of the source along; its channel is set only where it has to change. */
  final class Access extends Point implements RandomAccess<FloatType> {
    private final RandomAccess<? extends RealType<?>> source;
    private final FloatType value = new FloatType();
    private double[] sums = new double[0];
    /** The position of the source's access. */
    private long column;

    private long row;
    private int channel;

    Access(RandomAccess<? extends RealType<?>> source) {
      super(3);
      this.source = source;
      source.setPosition(new long[3]);
    }

    @Override
    public FloatType get() {
      int component = (int) position[2];
      int[] from = sources[component];
      double[] weight = weights[component];
      followPosition();
      double sum = 0;
      for (int i = 0; i < from.length; i++) {
        int wanted = from[i];
        if (channel != wanted) {
          source.setPosition(wanted, 2);
          channel = wanted;
        }
        double normalized = (source.get().getRealDouble() - offsets[wanted]) / spans[wanted];
        sum += weight[i] * Math.max(0, Math.min(1, normalized));
      }
      value.set((float) Math.min(1, sum));
      return value;
    }

    /** Reads {@code count} pixels of a row from this position on, which stays; one source channel after the other. */
    void readRow(int count, float[] out, int offset) {
      int component = (int) position[2];
      int[] from = sources[component];
      if (sums.length < count) sums = new double[count];
      Arrays.fill(sums, 0, count, 0);
      for (int i = 0; i < from.length; i++) {
        double weight = weights[component][i];
        double zero = offsets[from[i]];
        double span = spans[from[i]];
        source.setPosition(position[0], 0);
        source.setPosition(position[1], 1);
        source.setPosition(from[i], 2);
        for (int x = 0; x < count; x++, source.fwd(0))
          sums[x] += weight * Math.max(0, Math.min(1, (source.get().getRealDouble() - zero) / span));
        column = position[0] + count;
        row = position[1];
        channel = from[i];
      }
      for (int x = 0; x < count; x++) out[offset + x] = (float) Math.min(1, sums[x]);
    }

    /** Brings the source's access to this position; along a row by one step forward. */
    private void followPosition() {
      if (position[0] == column + 1) source.fwd(0);
      else if (position[0] != column) source.setPosition(position[0], 0);
      column = position[0];
      if (position[1] != row) source.setPosition(position[1], 1);
      row = position[1];
    }

    @Override
    public Access copy() {
      Access copy = new Access(source.copy());
      copy.setPosition(this);
      return copy;
    }
  }
}
