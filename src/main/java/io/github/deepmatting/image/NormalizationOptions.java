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

/**
 * The way an image becomes red, green and blue in [0,1].
 *
 * @param normalization how the range of each channel is found
 * @param displayRanges for {@link Normalization#DISPLAY_RANGE}: one range a channel, or a single one for all; otherwise
 *     not used
 * @param colours colour of each channel (0xRRGGBB), mixed by {@link ColourMix#ofColours}; empty for
 *     {@link ColourMix#ofChannels}
 */
public record NormalizationOptions(
    Normalization normalization, List<IntensityRange> displayRanges, List<Integer> colours) {

  public NormalizationOptions {
    displayRanges = List.copyOf(displayRanges);
    colours = List.copyOf(colours);
    if (normalization == Normalization.DISPLAY_RANGE && displayRanges.isEmpty())
      throw new IllegalArgumentException(
          "Normalising to the display range needs the display range of each channel, but none was given");
  }

  /** A normalisation that needs nothing but the pixels; channels without known colours. */
  public static NormalizationOptions of(Normalization normalization) {
    return new NormalizationOptions(normalization, List.of(), List.of());
  }

  /** {@link Normalization#AUTO}, channels without known colours. */
  public static NormalizationOptions defaults() {
    return of(Normalization.AUTO);
  }

  /**
   * The ranges of an image or stack, one a channel; see {@link IntensityRanges} for axes and errors.
   *
   * @param progress checked for cancellation
   */
  public List<IntensityRange> ranges(
      RandomAccessibleInterval<? extends RealType<?>> image, Progress progress) {
    return normalization == Normalization.DISPLAY_RANGE
        ? IntensityRanges.given(image, displayRanges, progress)
        : IntensityRanges.measure(image, normalization, progress);
  }

  /**
   * The mix of the channels of an image.
   *
   * @throws IllegalArgumentException if there are too many channels, or as many colours are not given
   */
  public ColourMix mix(int channels) {
    if (colours.isEmpty()) return ColourMix.ofChannels(channels);
    if (colours.size() != channels)
      throw new IllegalArgumentException("The image has " + channels + " channels but " + colours.size()
          + " colours were given; give one for each channel, or none");
    return ColourMix.ofColours(colours);
  }
}
