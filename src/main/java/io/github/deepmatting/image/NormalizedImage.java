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
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.Converters;
import net.imglib2.type.numeric.IntegerType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

/**
 * An image of 1 to {@value ColourMix#MAX_CHANNELS} channels of any bit depth, seen as red, green and blue in [0,1] (what
 * a matting network is given) and as normalised channels (from which foreground colours are estimated), and the way
 * back to its own intensities. All are views: no pixel is copied. Immutable as far as the source is.
 */
public final class NormalizedImage {

  private final RandomAccessibleInterval<? extends RealType<?>> source;
  private final List<IntensityRange> ranges;
  private final ColourMix mix;

  private NormalizedImage(
      RandomAccessibleInterval<? extends RealType<?>> source, List<IntensityRange> ranges, ColourMix mix) {
    this.source = source;
    this.ranges = ranges;
    this.mix = mix;
  }

  /**
   * Normalises an image by its own intensities.
   *
   * @param source axes x, y, channel (1 to {@value ColourMix#MAX_CHANNELS}), or x, y; packed colours come in through
   *     {@link Planes#rgb}, and a channel that is an alpha has to be taken off before ({@link AlphaChannel})
   * @param options how
   * @param progress asked for cancelling while the intensities are measured
   * @throws IllegalArgumentException if there are other axes or too many channels, if ranges or colours do not fit the
   *     channels, and if pixels are not a number or infinite (how many, and where the first is)
   */
  public static NormalizedImage of(
      RandomAccessibleInterval<? extends RealType<?>> source, NormalizationOptions options, Progress progress) {
    checkAxes(source);
    ColourMix mix = options.mix(Planes.channels(source));
    return of(source, options.ranges(source, progress), mix);
  }

  /**
   * Normalises an image by ranges that were measured before, such as those of the whole stack that it is a slice of.
   *
   * @param source as in {@link #of(RandomAccessibleInterval, NormalizationOptions, Progress)}; all finite
   * @param ranges one a channel
   * @param mix for as many channels
   */
  public static NormalizedImage of(
      RandomAccessibleInterval<? extends RealType<?>> source, List<IntensityRange> ranges, ColourMix mix) {
    checkAxes(source);
    int channels = Planes.channels(source);
    if (ranges.size() != channels || mix.channels() != channels)
      throw new IllegalArgumentException("The image has " + channels + " channels but there are " + ranges.size()
          + " intensity ranges, and colours for " + mix.channels() + " channels");
    return new NormalizedImage(
        Views.zeroMin(Planes.withChannelAxis(source)), List.copyOf(ranges), mix);
  }

  private static void checkAxes(RandomAccessibleInterval<?> source) {
    if (source.numDimensions() != 2 && source.numDimensions() != 3)
      throw new IllegalArgumentException("An image needs the axes x, y, channel (or x, y) but has "
          + source.numDimensions() + " axes; slices and frames are given one by one");
  }

  public long width() {
    return source.dimension(0);
  }

  public long height() {
    return source.dimension(1);
  }

  public int channels() {
    return mix.channels();
  }

  /** The intensities of each channel that are normalised to 0 and 1. */
  public List<IntensityRange> ranges() {
    return ranges;
  }

  /** How the channels become red, green and blue. */
  public ColourMix mix() {
    return mix;
  }

  /**
   * Red, green and blue in [0,1]: a view with axes x, y, channel (3). Each channel is clamped to its range before it is
   * mixed. Quickest when read along rows; the pixel type that an access gives is reused.
   */
  public RandomAccessibleInterval<FloatType> rgb() {
    return new MixedView(source, ranges, mix);
  }

  /**
   * The channels as they are, normalised but <em>not</em> clamped, so that {@link #restore} gives the source back: a
   * view with axes x, y, channel (as many as the source has).
   */
  public RandomAccessibleInterval<FloatType> normalizedChannels() {
    List<RandomAccessibleInterval<FloatType>> planes = new ArrayList<>();
    for (int channel = 0; channel < channels(); channel++) {
      IntensityRange range = ranges.get(channel);
      planes.add(convert(Planes.channel(source, channel), range::normalize, new FloatType()));
    }
    return Views.stack(planes);
  }

  /**
   * Brings normalised channels back to intensities, the inverse of {@link #normalizedChannels()}: a view. Integers are
   * rounded, and what exceeds the type's range is clamped to it. From 32-bit floats, intensities of up to 16 bits come
   * back exactly.
   *
   * @param channels axes x, y, channel; as many channels as this image has, of any width and height
   * @param type the pixel type of the result, usually the source's
   */
  public <T extends RealType<T>> RandomAccessibleInterval<T> restore(
      RandomAccessibleInterval<FloatType> channels, T type) {
    if (channels.numDimensions() != 3 || channels.dimension(2) != channels())
      throw new IllegalArgumentException("Normalised channels to restore need the axes x, y, channel ("
          + channels() + ") but have the size " + Arrays.toString(channels.dimensionsAsLongArray()));
    boolean integer = (Object) type instanceof IntegerType;
    double min = type.getMinValue();
    double max = type.getMaxValue();
    List<RandomAccessibleInterval<T>> planes = new ArrayList<>();
    for (int channel = 0; channel < channels(); channel++) {
      IntensityRange range = ranges.get(channel);
      DoubleUnaryOperator restore = integer
          ? value -> Math.max(min, Math.min(max, Math.rint(range.restore(value))))
          : range::restore;
      planes.add(convert(Planes.channel(channels, channel), restore, type));
    }
    return Views.stack(planes);
  }

  private static <S extends RealType<?>, T extends RealType<T>> RandomAccessibleInterval<T> convert(
      RandomAccessibleInterval<S> plane, DoubleUnaryOperator function, T type) {
    return Converters.convert(
        plane, (from, to) -> to.setReal(function.applyAsDouble(from.getRealDouble())), type.createVariable());
  }
}
