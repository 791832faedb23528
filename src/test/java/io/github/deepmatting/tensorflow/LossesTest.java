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
package io.github.deepmatting.tensorflow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** The losses on numbers worked out by hand: an image of 2x2 pixels, three of them unknown. */
class LossesTest {

  private static final float[] WEIGHT = {1, 1, 1, 0};
  private static final float[] PREDICTED = {0.5f, 0.25f, 1, 0};
  private static final float[] TRUTH = {0.25f, 0.75f, 1, 1};

  @Test
  void alphaPredictionIsTheMeanDistanceOverTheUnknown() {
    // (0.25 + 0.5 + 1e-6) / 3; the last pixel, off by 1, is known.
    assertEquals(0.250000333, compute(WEIGHT,
        (tf, losses) -> losses.alphaPrediction(image(tf, 1, PREDICTED), image(tf, 1, TRUTH))), 1e-7);
  }

  @Test
  void squaredIsTheMeanSquareOverTheUnknown() {
    // (0.25^2 + 0.5^2 + 0) / 3; the last pixel is known.
    assertEquals(0.3125 / 3, compute(WEIGHT,
        (tf, losses) -> losses.squared(image(tf, 1, PREDICTED), image(tf, 1, TRUTH))), 1e-7);
  }

  @Test
  void epsilonStandsSquaredUnderTheRoot() {
    // sqrt(0 + (1e-6)^2) = 1e-6 where prediction and truth are equal.
    assertEquals(1e-6, compute(WEIGHT,
        (tf, losses) -> losses.alphaPrediction(image(tf, 1, TRUTH), image(tf, 1, TRUTH))), 1e-12);
  }

  @Test
  void compositionalIsTheMeanColourDistanceOverTheUnknown() {
    float[] foreground = {1, 1, 1, 0.8f, 0.4f, 0, 1, 0, 0, 1, 1, 1};
    float[] background = {0, 0, 0, 0.4f, 0, 0, 0, 0, 1, 0, 0, 0};
    // Pixel 1: composite 0.5 each, image 0.25 each: 0.25. Pixel 2: composite 0.5, 0.1, 0; image 0.7, 0.3, 0: 0.4 / 3.
    // Pixel 3: composite is the foreground, image the same: 0. Pixel 4 is known.
    float[] image = {0.25f, 0.25f, 0.25f, 0.7f, 0.3f, 0, 1, 0, 0, 0.3f, 0.9f, 0.1f};
    double expected = (0.25 + 0.4 / 3) / 3;
    assertEquals(expected, compute(WEIGHT,
        (tf, losses) -> losses.compositional(image(tf, 1, PREDICTED), image(tf, 3, foreground),
            image(tf, 3, background), image(tf, 3, image))), 2e-6);
  }

  @Test
  void withoutUnknownPixelsAllAreZero() {
    float[] none = new float[4];
    assertEquals(0, compute(none,
        (tf, losses) -> losses.alphaPrediction(image(tf, 1, PREDICTED), image(tf, 1, TRUTH))));
    assertEquals(0, compute(none,
        (tf, losses) -> losses.laplacian(image(tf, 1, PREDICTED), image(tf, 1, TRUTH))), 1e-6);
  }

  @Test
  void laplacianOfAConstantDifferenceIsOfTheCoarsestLevelAlone() {
    // In the interior a constant leaves nothing but the coarsest level, 8x8 pixels of a 128x128 image, which weighs 16. At
    // the border the zeros outside add detail, which grows with the border's length where the interior grows with the area.
    double small = laplacianSum(128, 0.5f);
    double large = laplacianSum(256, 0.5f);
    double border = 2 * small - large / 2; // the border's share of the small one, if it grows with the length
    assertEquals(16 * 0.5 * 8 * 8, small - border, 16 * 0.5 * 8 * 8 * 0.05);
  }

  @Test
  void laplacianScalesWithTheDifference() {
    assertEquals(2 * laplacianSum(64, 0.25f), laplacianSum(64, 0.5f), 1e-2);
  }

  private static double laplacianSum(int size, float difference) {
    float[] ones = new float[size * size];
    float[] values = new float[size * size];
    java.util.Arrays.fill(ones, 1);
    java.util.Arrays.fill(values, difference);
    return size * size * compute(ones,
        (tf, losses) -> losses.laplacian(image(tf, 1, values), image(tf, 1, new float[size * size])));
  }

  private static Operand<TFloat32> image(Ops tf, int channels, float[] values) {
    int size = (int) Math.round(Math.sqrt(values.length / (double) channels));
    return tf.reshape(tf.constant(values), tf.array(1, size, size, channels));
  }

  private static double compute(float[] weight, BiFunction<Ops, Losses, Operand<TFloat32>> loss) {
    try (Graph graph = new Graph()) {
      Ops tf = Ops.create(graph);
      Operand<TFloat32> result = loss.apply(tf, new Losses(tf, image(tf, 1, weight)));
      try (Session session = new Session(graph);
          Result results = session.runner().fetch(result).run()) {
        return NativeFloats.of(results.get(0)).get(0);
      }
    }
  }
}
