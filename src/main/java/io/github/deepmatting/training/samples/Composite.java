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

import io.github.deepmatting.training.pixels.Layer;

/**
 * The object and the background of a sample, before a camera spoils them.
 *
 * @param alpha size x size values in [0,1]
 * @param foreground planar, straight
 * @param background planar
 */
record Composite(int size, float[] alpha, float[] foreground, float[] background) {

  static Composite of(Layer layer, float[] background) {
    float[] alpha = layer.alpha();
    for (int i = 0; i < alpha.length; i++) alpha[i] = Math.max(0, Math.min(1, alpha[i]));
    return new Composite(layer.size(), alpha, layer.straightColour(), background);
  }

  /** The image: I = alpha F + (1 - alpha) B (Xu et al. 2017, equation 1), planar. */
  float[] image() {
    int plane = size * size;
    float[] image = new float[3 * plane];
    for (int c = 0; c < 3; c++)
      for (int i = 0; i < plane; i++) {
        int j = c * plane + i;
        image[j] = alpha[i] * foreground[j] + (1 - alpha[i]) * background[j];
      }
    return image;
  }
}
