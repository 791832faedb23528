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

/**
 * A way to bring intensities into [0,1]. Ranges always belong to a whole image or stack, never to a tile: see {@link
 * IntensityRanges}.
 */
public enum Normalization {

  /**
   * What suits the pixels: integers of 8 bits by {@link #TYPE_RANGE}; floating point as it is if all values of the image
   * lie in [0,1]; all others, whose type says little of what a camera gives, by {@link #PERCENTILE}.
   */
  AUTO,

  /**
   * The range of the pixel type, the same for all channels: 0 to 255 for 8-bit, 0 to 65535 for 16-bit. Types without a
   * range of use (floating point, integers of more than 16 bits) take 0 to 1 if all values of the image lie in it,
   * otherwise the smallest to the largest value over all channels.
   */
  TYPE_RANGE,

  /** The range that each channel is displayed with, given by the caller. */
  DISPLAY_RANGE,

  /**
   * For each channel its {@value #LOWER_PERCENTILE}th to its {@value #UPPER_PERCENTILE}th percentile; values beyond are
   * clamped. The p-th percentile is the smallest value that at least p percent of the channel's values do not exceed.
   * If both fall on one value (nearly all of the channel is background) it is the smallest to the largest value.
   */
  PERCENTILE;

  /** Percentile, in percent, that becomes 0. */
  public static final double LOWER_PERCENTILE = 0.1;

  /** Percentile, in percent, that becomes 1. */
  public static final double UPPER_PERCENTILE = 99.9;
}
