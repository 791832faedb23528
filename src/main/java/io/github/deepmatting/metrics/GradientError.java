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
package io.github.deepmatting.metrics;

import io.github.deepmatting.progress.Progress;
import io.github.deepmatting.trimap.Trimap;
import java.util.Arrays;

/**
 * The gradient error: the sum over the unknown region of the squared difference of the two mattes' gradient
 * magnitudes (Rhemann et al. 2009, section 4, with exponent 2), gradients by first-order Gaussian derivative filters
 * with sigma {@value #SIGMA}.
 *
 * <p>The paper leaves the filter's size and scale open. The values in print come from filters that
 *
 * <ul>
 *   <li>reach {@value #RADIUS} pixels to each side: as far as the Gaussian density exceeds 0.01, which is
 *       ceil(sigma sqrt(-2 ln(0.01 sigma sqrt(2 pi)))),
 *   <li>are scaled to a sum of squares of 1 over the two-dimensional filter (not to the unit response to a ramp, which
 *       gives errors about a hundred times smaller),
 *   <li>see the nearest pixel of the image beyond its border,
 *   <li>are applied to the whole matte, known regions included.
 * </ul>
 */
final class GradientError {

  static final double SIGMA = 1.4;
  static final int RADIUS = 4;

  private final int width;
  private final int height;
  /** The separable filter: the Gaussian, and its derivative; their outer product has a sum of squares of 1. */
  private final double[] smoothing = new double[2 * RADIUS + 1];

  private final double[] derivative = new double[2 * RADIUS + 1];

  private GradientError(int width, int height) {
    this.width = width;
    this.height = height;
    for (int i = 0; i < smoothing.length; i++) {
      double offset = i - RADIUS;
      smoothing[i] = Math.exp(-offset * offset / (2 * SIGMA * SIGMA));
      derivative[i] = offset * smoothing[i];
    }
    scaleToUnitNorm(smoothing);
    scaleToUnitNorm(derivative);
  }

  private static void scaleToUnitNorm(double[] filter) {
    double sum = 0;
    for (double value : filter) sum += value * value;
    for (int i = 0; i < filter.length; i++) filter[i] /= Math.sqrt(sum);
  }

  /** The error, not divided by 1000. Values row by row in [0,1]. */
  static double measure(float[] alpha, float[] truth, Trimap trimap, Progress progress) {
    GradientError filters = new GradientError(trimap.width(), trimap.height());
    Rows alphaRows = filters.new Rows(alpha);
    Rows truthRows = filters.new Rows(truth);
    double[] alphaGradient = new double[trimap.width()];
    double[] truthGradient = new double[trimap.width()];
    double sum = 0;
    for (int y = 0; y < trimap.height(); y++) {
      progress.checkCancelled();
      alphaRows.magnitude(y, alphaGradient);
      truthRows.magnitude(y, truthGradient);
      for (int x = 0; x < trimap.width(); x++) {
        if (!trimap.isUnknown(x, y)) continue;
        double difference = alphaGradient[x] - truthGradient[x];
        sum += difference * difference;
      }
    }
    return sum;
  }

  /** The gradient magnitude of one matte, row by row, so that no filtered image is kept. */
  private final class Rows {
    private final float[] values;
    /** A row filtered along y, with {@link #RADIUS} values beyond each end. */
    private final double[] smoothed = new double[width + 2 * RADIUS];

    private final double[] derived = new double[width + 2 * RADIUS];

    Rows(float[] values) {
      this.values = values;
    }

    void magnitude(int y, double[] target) {
      Arrays.fill(smoothed, 0);
      Arrays.fill(derived, 0);
      for (int k = 0; k < smoothing.length; k++) {
        int row = Math.max(0, Math.min(height - 1, y + k - RADIUS)) * width;
        for (int x = 0; x < width; x++) {
          smoothed[x + RADIUS] += smoothing[k] * values[row + x];
          derived[x + RADIUS] += derivative[k] * values[row + x];
        }
      }
      for (int i = 0; i < RADIUS; i++) {
        smoothed[i] = smoothed[RADIUS];
        derived[i] = derived[RADIUS];
        smoothed[width + RADIUS + i] = smoothed[width + RADIUS - 1];
        derived[width + RADIUS + i] = derived[width + RADIUS - 1];
      }
      for (int x = 0; x < width; x++) {
        double alongX = 0;
        double alongY = 0;
        for (int k = 0; k < smoothing.length; k++) {
          alongX += derivative[k] * smoothed[x + k];
          alongY += smoothing[k] * derived[x + k];
        }
        target[x] = Math.sqrt(alongX * alongX + alongY * alongY);
      }
    }
  }
}
