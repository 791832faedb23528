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
import java.util.List;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

/**
 * An image of 1 to {@value ColourMix#MAX_CHANNELS} channels of any bit depth, seen as red, green and blue in [0,1]:
 * what a matting network is given. A view: no pixel is copied. Immutable as far as the source is.
 */
public final class NormalizedImage {

  private final RandomAccessibleInterval<FloatType> rgb;

  private NormalizedImage(RandomAccessibleInterval<FloatType> rgb) {
    this.rgb = rgb;
  }

  /**
   * Normalises an image by its own intensities.
   *
   * @param source axes x, y, channel (1 to {@value ColourMix#MAX_CHANNELS}), or x, y; packed colours come in through
   *     {@link Planes#rgb}, and an alpha channel has to be taken off before
   * @param options how
   * @param progress checked for cancellation while the intensities are measured
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
    return new NormalizedImage(new MixedView(Views.zeroMin(Planes.withChannelAxis(source)), ranges, mix));
  }

  private static void checkAxes(RandomAccessibleInterval<?> source) {
    if (source.numDimensions() != 2 && source.numDimensions() != 3)
      throw new IllegalArgumentException("An image needs the axes x, y, channel (or x, y) but has "
          + source.numDimensions() + " axes; slices and frames are given one by one");
  }

  /**
   * Red, green and blue in [0,1]: a view with axes x, y, channel (3). Each channel is clamped to its range before it is
   * mixed. Quickest when read along rows; the pixel type that an access gives is reused.
   */
  public RandomAccessibleInterval<FloatType> rgb() {
    return rgb;
  }
}
