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
package io.github.deepmatting.matting;

import io.github.deepmatting.image.Rectangle;

/**
 * The alpha of one labelled object; 0 outside of the window.
 *
 * @param label the object's label
 * @param window where in the image alpha may be above 0
 * @param alpha in [0,1], row by row of the window
 */
public record LabelAlpha(int label, Rectangle window, float[] alpha) {

  public LabelAlpha {
    if ((long) window.width() * window.height() != alpha.length)
      throw new IllegalArgumentException("The alpha of label " + label + " needs " + window.width() + "x"
          + window.height() + " values but has " + alpha.length);
  }

  /**
   * The alpha in the whole image.
   *
   * @param width columns of the image
   * @param height rows of the image
   * @return a new array, row by row
   */
  public float[] whole(int width, int height) {
    float[] whole = new float[Math.multiplyExact(width, height)];
    for (int y = 0; y < window.height(); y++)
      System.arraycopy(
          alpha, y * window.width(), whole, (window.y() + y) * width + window.x(), window.width());
    return whole;
  }
}
