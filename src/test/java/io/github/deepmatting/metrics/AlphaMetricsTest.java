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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.deepmatting.progress.Progress;
import io.github.deepmatting.trimap.Trimap;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import net.imglib2.img.array.ArrayImgs;
import org.junit.jupiter.api.Test;

/** Cases worked out by hand from the definitions of Rhemann et al. 2009. */
class AlphaMetricsTest {

  private static AlphaErrors measure(int width, float[] alpha, float[] truth, int... trimap) {
    int height = alpha.length / width;
    byte[] pixels = new byte[alpha.length];
    for (int i = 0; i < pixels.length; i++) pixels[i] = (byte) (trimap.length == 0 ? Trimap.UNKNOWN : trimap[i]);
    return AlphaMetrics.measure(ArrayImgs.floats(alpha, width, height), ArrayImgs.floats(truth, width, height),
        new Trimap(width, height, pixels), Progress.NONE);
  }

  private static float[] filled(int size, float value) {
    float[] values = new float[size];
    Arrays.fill(values, value);
    return values;
  }

  @Test
  void sumsAndAveragesOverTheUnknownRegionAlone() {
    AlphaErrors errors = measure(
        2, new float[] {0.5f, 0.25f, 1, 0}, new float[] {1, 0, 0, 1}, 128, 128, 255, 0);
    assertEquals(0.75 / 1000, errors.sad(), 1e-12);
    assertEquals((0.25 + 0.0625) / 2, errors.mse(), 1e-12);
  }

  @Test
  void equalMattesHaveNoError() {
    float[] alpha = {0, 0.2f, 0.9f, 1, 0.4f, 0.6f};
    assertEquals(new AlphaErrors(0, 0, 0, 0), measure(3, alpha, alpha.clone()));
  }

  @Test
  void nothingUnknownHasNoError() {
    assertEquals(new AlphaErrors(0, 0, 0, 0),
        measure(2, new float[] {0, 1}, new float[] {1, 0}, Trimap.BACKGROUND, Trimap.FOREGROUND));
  }

  @Test
  void flatMattesHaveNoGradientUpToTheBorder() {
    assertEquals(0, measure(7, filled(35, 0.25f), filled(35, 0.75f)).grad(), 1e-20);
  }

  @Test
  void gradientOfAStepFollowsTheFilter() {
    int width = 12;
    float[] truth = new float[width * 3];
    int[] trimap = new int[truth.length];
    for (int i = 0; i < truth.length; i++) truth[i] = i % width < 6 ? 0 : 1;
    // The last pixel before the step: of the nine columns under the filter the right four are 1.
    trimap[width + 5] = Trimap.UNKNOWN;
    double gauss = 0;
    double gaussSquared = 0;
    double derivativeSquared = 0;
    double derivativeRight = 0;
    for (int u = -4; u <= 4; u++) {
      double g = Math.exp(-u * u / (2 * 1.4 * 1.4));
      gauss += g;
      gaussSquared += g * g;
      derivativeSquared += u * u * g * g;
      if (u > 0) derivativeRight += u * g;
    }
    double gradient = gauss * derivativeRight / Math.sqrt(gaussSquared * derivativeSquared);
    assertEquals(gradient * gradient / 1000, measure(width, filled(truth.length, 0.5f), truth, trimap).grad(), 1e-12);
  }

  @Test
  void aGapCutsTheFirstOfTwoEqualHalvesOff() {
    // The source region is all five pixels up to 0.5, then the left two. Levels: 1, 1, 0.5, 0.5, 0.5. Both mattes are
    // 0.5 above their level in the last two; in the middle one the truth is 0.5 above it and alpha is not.
    AlphaErrors errors = measure(5, new float[] {1, 1, 0.5f, 1, 1}, filled(5, 1));
    assertEquals(0.5 / 1000, errors.conn(), 1e-9);
  }

  @Test
  void diagonalNeighboursAreNotConnected() {
    // Level 0 of the last pixel: phi(1) = 0, and 0.1 is below theta so phi(0.1) = 1. If it were connected: 0.9.
    float[] alpha = {1, 1, 0, 1, 1, 0, 0, 0, 1};
    float[] truth = {1, 1, 0, 1, 1, 0, 0, 0, 0.1f};
    assertEquals(1.0 / 1000, measure(3, alpha, truth).conn(), 1e-9);
  }

  @Test
  void aValueOnAThresholdReachesIt() {
    // All are in the source region up to 0.6, so alpha is at its level and phi is 1; the truth is 0.4 above it.
    assertEquals(3 * 0.4 / 1000, measure(3, filled(3, 0.6f), filled(3, 1)).conn(), 1e-7);
  }

  @Test
  void sizesMustAgree() {
    Exception error = assertThrows(IllegalArgumentException.class,
        () -> AlphaMetrics.measure(ArrayImgs.floats(3, 2), ArrayImgs.floats(2, 2), new Trimap(2, 2, new byte[4]),
            Progress.NONE));
    assertTrue(error.getMessage().contains("3x2") && error.getMessage().contains("2x2"), error.getMessage());
  }

  @Test
  void valuesMustBeNormalised() {
    Exception error = assertThrows(IllegalArgumentException.class,
        () -> measure(2, new float[] {0, 0}, new float[] {0, 255}));
    assertTrue(error.getMessage().contains("true alpha") && error.getMessage().contains("255.0"), error.getMessage());
  }

  @Test
  void canBeCancelled() {
    Progress cancelled = new Progress() {
      @Override
      public boolean isCancelled() {
        return true;
      }
    };
    assertThrows(CancellationException.class, () -> AlphaMetrics.measure(
        ArrayImgs.floats(2, 2), ArrayImgs.floats(2, 2), new Trimap(2, 2, new byte[4]), cancelled));
  }
}
