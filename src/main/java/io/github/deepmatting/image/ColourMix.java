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

/**
 * Mixes normalised channels to red, green and blue: each of the three is a weighted sum of the channels,
 * {@code red = sum over c of weight(0, c) * channel(c)}. Weights are in [0,1] and those of one colour never sum to more
 * than 1, so that colours stay in [0,1] without clipping. Immutable.
 */
public final class ColourMix {

  /** The most channels that an image may have. */
  public static final int MAX_CHANNELS = 7;

  /** Colours of the channels where none are given: the order of Fiji's composites. */
  private static final int[] COMPOSITE = {0xff0000, 0x00ff00, 0x0000ff, 0xffffff, 0x00ffff, 0xff00ff, 0xffff00};

  private static final double[][] GREY = {{1}, {1}, {1}};
  private static final double[][] TWO = {{1, 0}, {0, 1}, {0.5, 0.5}};

  private final double[][] weights;

  private ColourMix(double[][] weights) {
    this.weights = weights;
  }

  /**
   * The mix for channels without known colours.
   *
   * <ul>
   *   <li>1 channel: red, green and blue are that channel.
   *   <li>2: red is the first, green the second, blue their mean.
   *   <li>3: red, green and blue.
   *   <li>4 to 7: as {@link #ofColours} with red, green, blue, grey, cyan, magenta, yellow.
   * </ul>
   *
   * @param channels 1 to {@value #MAX_CHANNELS}
   */
  public static ColourMix ofChannels(int channels) {
    checkChannels(channels);
    if (channels == 1) return new ColourMix(GREY);
    if (channels == 2) return new ColourMix(TWO);
    return ofColours(Arrays.stream(COMPOSITE, 0, channels).boxed().toList());
  }

  /**
   * The additive mix of coloured channels, as a composite image is displayed, with one common factor for all weights,
   * chosen so that the strongest of red, green and blue reaches exactly 1 where all channels are 1. (Fiji's display
   * clips there, which would hide structure from the network.)
   *
   * @param colours for each channel the colour (0xRRGGBB; higher bits are ignored) of its brightest pixels. That of a
   *     single channel is not used: it stays grey, since a look-up table adds no information
   * @throws IllegalArgumentException if there are no colours, more than {@value #MAX_CHANNELS}, or all are black
   */
  public static ColourMix ofColours(List<Integer> colours) {
    int channels = colours.size();
    checkChannels(channels);
    if (channels == 1) return new ColourMix(GREY);
    double[][] weights = new double[3][channels];
    double largest = 0;
    for (int component = 0; component < 3; component++) {
      double sum = 0;
      for (int channel = 0; channel < channels; channel++) {
        weights[component][channel] = colours.get(channel) >> 16 - 8 * component & 0xff;
        sum += weights[component][channel];
      }
      largest = Math.max(largest, sum);
    }
    if (largest == 0)
      throw new IllegalArgumentException(
          "The colours of all " + channels + " channels are black; at least one must have another colour");
    for (double[] row : weights) for (int channel = 0; channel < channels; channel++) row[channel] /= largest;
    return new ColourMix(weights);
  }

  private static void checkChannels(int channels) {
    if (channels < 1 || channels > MAX_CHANNELS)
      throw new IllegalArgumentException("The image has " + channels + " channels; allowed are 1 to " + MAX_CHANNELS
          + ": choose some of them, e.g. with Image > Color > Arrange Channels...");
  }

  /** The number of channels that are mixed. */
  public int channels() {
    return weights[0].length;
  }

  /** The weight of a channel in a colour component (0 red, 1 green, 2 blue); in [0,1]. */
  public double weight(int component, int channel) {
    return weights[component][channel];
  }
}
