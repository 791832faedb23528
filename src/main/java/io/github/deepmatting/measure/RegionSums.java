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

import java.util.Arrays;
import java.util.List;

/** The sums over the pixels of one object that its measures are made of. */
final class RegionSums {

  private double alpha;
  private double alphaX;
  private double alphaY;
  private double mixed;
  private double gradient;
  private final double[] intensities;

  RegionSums(int channels) {
    intensities = new double[channels];
  }

  /** @param slope length of alpha's gradient, for each unit of length */
  void add(double value, double slope, int x, int y) {
    alpha += value;
    alphaX += value * x;
    alphaY += value * y;
    mixed += value * (1 - value);
    gradient += slope;
  }

  void addIntensity(int channel, double weighted) {
    intensities[channel] += weighted;
  }

  Measurement measurement(PixelSize size) {
    double area = alpha * size.area();
    List<ChannelMeasurement> channels = Arrays.stream(intensities)
        .mapToObj(sum -> new ChannelMeasurement(sum / alpha, sum * size.area(), sum)).toList();
    // Half a pixel, since positions were counted by columns and rows, not by their centres.
    return new Measurement(area, alphaX / alpha + 0.5, alphaY / alpha + 0.5, gradient * size.area(),
        gradient == 0 ? Double.NaN : Measurer.RAMP * mixed / gradient, channels);
  }
}
