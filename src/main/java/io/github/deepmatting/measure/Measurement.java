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

import java.util.List;

/**
 * Measures of one object, in the unit of the pixel size that was given.
 *
 * @param softArea the integral of alpha over the area, in the unit squared: a pixel that is half covered counts half
 * @param centroidX the alpha-weighted mean position in pixels from the image's left border, so that the centre of the
 *     first pixel is at 0.5; NaN where all alpha is 0
 * @param centroidY the same from the upper border
 * @param perimeter the integral of the length of alpha's gradient over the area, which is the mean length of the
 *     outlines at all levels of alpha between 0 and 1 (coarea formula: Federer, <i>Curvature Measures</i>, Trans. AMS
 *     93, 1959); an outline along the image's border is none
 * @param edgeWidth the width over which alpha rises from 0 to 1, as {@link Measurer} explains; 0 if all alpha is
 *     0 or 1, NaN where there is no edge
 * @param channels one for each channel of the foreground; empty if none was given
 */
public record Measurement(
    double softArea,
    double centroidX,
    double centroidY,
    double perimeter,
    double edgeWidth,
    List<ChannelMeasurement> channels) {

  public Measurement {
    channels = List.copyOf(channels);
  }
}
