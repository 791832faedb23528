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
package io.github.deepmatting.training.samples;

import io.github.deepmatting.trimap.Trimap;

/**
 * One training sample: a composite, its trimap, and what it was composed of. Colours are planar (red plane, green
 * plane, blue plane), every plane row by row, values in [0,1].
 *
 * @param size columns and rows
 * @param rgb the composite as a camera gives it, with noise and compression, 3 x size x size values
 * @param trimap of the same size
 * @param alpha true alpha, size x size values
 * @param foreground true foreground colour everywhere, straight, 3 x size x size values
 * @param background true background colour, 3 x size x size values
 */
public record TrainingSample(
    int size, float[] rgb, Trimap trimap, float[] alpha, float[] foreground, float[] background) {

  public TrainingSample {
    int plane = size * size;
    if (alpha.length != plane || rgb.length != 3 * plane || foreground.length != 3 * plane
        || background.length != 3 * plane || trimap.width() != size || trimap.height() != size)
      throw new IllegalArgumentException("A sample of " + size + "x" + size + " pixels has arrays of " + rgb.length
          + ", " + alpha.length + ", " + foreground.length + ", " + background.length + " values and a trimap of "
          + trimap.width() + "x" + trimap.height());
  }
}
