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
package io.github.deepmatting.foreground;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.loops.LoopBuilder;
import net.imglib2.type.numeric.real.FloatType;

/** A composite of smooth, textured foreground and background under a soft, wavy alpha, all known exactly; in [0, 1]. */
record RenderedComposite(
    Img<FloatType> image, Img<FloatType> alpha, Img<FloatType> foreground, Img<FloatType> background) {

  static RenderedComposite of(int width, int height, int channels) {
    float[] alpha = new float[width * height];
    float[][] colours = new float[3][channels * alpha.length];
    for (int y = 0; y < height; y++)
      for (int x = 0; x < width; x++) {
        double dx = x - width * 0.45;
        double dy = y - height * 0.5;
        double edge = 0.3 * Math.min(width, height) * (1 + 0.2 * Math.sin(7 * Math.atan2(dy, dx)));
        float a = (float) Math.max(0, Math.min(1, 0.5 + (edge - Math.hypot(dx, dy)) / 20));
        alpha[y * width + x] = a;
        for (int c = 0; c < channels; c++) {
          int i = c * alpha.length + y * width + x;
          colours[0][i] = (float) (0.55 + 0.1 * c % 0.4 + 0.1 * Math.sin(x / 9.0 + c) * Math.cos(y / 14.0));
          colours[1][i] = (float) (0.25 - 0.1 * c % 0.2 + 0.1 * Math.sin(y / 8.0 - c) * Math.cos(x / 12.0));
          colours[2][i] = a * colours[0][i] + (1 - a) * colours[1][i];
        }
      }
    return new RenderedComposite(
        ArrayImgs.floats(colours[2], width, height, channels), ArrayImgs.floats(alpha, width, height),
        ArrayImgs.floats(colours[0], width, height, channels), ArrayImgs.floats(colours[1], width, height, channels));
  }

  /** Mean absolute error of a foreground where 0 < alpha < 1, weighted by alpha. */
  double foregroundError(RandomAccessibleInterval<FloatType> estimate) {
    double[] sums = new double[2];
    for (int c = 0; c < foreground.dimension(2); c++) {
      int channel = c;
      LoopBuilder.setImages(
              alpha,
              net.imglib2.view.Views.hyperSlice(estimate, 2, channel),
              net.imglib2.view.Views.hyperSlice(foreground, 2, channel))
          .forEachPixel((a, found, truth) -> {
            if (a.get() <= 0 || a.get() >= 1) return;
            sums[0] += a.get() * Math.abs(found.get() - truth.get());
            sums[1] += a.get();
          });
    }
    return sums[0] / sums[1];
  }
}
