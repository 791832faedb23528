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

import java.util.Arrays;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * The losses of Xu et al. 2017, section 4.1, equations 1 to 3, and a Laplacian-pyramid loss. Each is a scalar,
 * averaged over the unknown pixels (all pixels weighted by a map that is 1 in the unknown region and 0 elsewhere); 0
 * where a batch has no unknown pixel. Tensors have the shape [batch, height, width, channels].
 */
final class Losses {

  /** The paper's epsilon. */
  static final float EPSILON = 1e-6f;

  private static final int PYRAMID_LEVELS = 5;

  private final Ops tf;
  private final Operand<TFloat32> weight;
  private final Operand<TFloat32> unknown;

  /**
   * @param weight [batch, height, width, 1]
   */
  Losses(Ops tf, Operand<TFloat32> weight) {
    this.tf = tf;
    this.weight = weight;
    this.unknown = tf.math.maximum(sum(weight), tf.constant(1f));
  }

  /** Equations 1 and 3: sqrt((predicted - true)^2 + epsilon^2). */
  Operand<TFloat32> alphaPrediction(Operand<TFloat32> predicted, Operand<TFloat32> truth) {
    return average(distance(tf.math.sub(predicted, truth)), 1);
  }

  /** Mean squared error. */
  Operand<TFloat32> squared(Operand<TFloat32> predicted, Operand<TFloat32> truth) {
    return average(tf.math.square(tf.math.sub(predicted, truth)), 1);
  }

  /**
   * Equation 2 in the same form: the distance between the image and the true colours composited with the predicted
   * alpha, averaged over the three colour channels, which are in [0,1].
   */
  Operand<TFloat32> compositional(
      Operand<TFloat32> predicted, Operand<TFloat32> foreground, Operand<TFloat32> background,
      Operand<TFloat32> image) {
    Operand<TFloat32> composite =
        tf.math.add(background, tf.math.mul(predicted, tf.math.sub(foreground, background)));
    return average(distance(tf.math.sub(composite, image)), 3);
  }

  /**
   * Sum over {@value #PYRAMID_LEVELS} levels s = 0, 1, … of 2^s times the absolute difference of the Laplacian pyramids
   * (Burt and Adelson 1983; as a loss: Bojanowski et al. 2018, arXiv:1707.05776) of predicted and true alpha. The
   * pyramid is linear, so it is built of the difference. Height and width must be multiples of 16.
   */
  Operand<TFloat32> laplacian(Operand<TFloat32> predicted, Operand<TFloat32> truth) {
    Operand<TFloat32> gaussian = tf.math.mul(tf.math.sub(predicted, truth), weight);
    Operand<TFloat32> kernel = tf.reshape(tf.constant(binomial()), tf.array(5, 5, 1, 1));
    Operand<TFloat32> loss = tf.constant(0f);
    for (int level = 0; level < PYRAMID_LEVELS; level++) {
      Operand<TFloat32> band = gaussian;
      if (level < PYRAMID_LEVELS - 1) {
        Operand<TFloat32> coarse = tf.nn.conv2d(gaussian, kernel, Arrays.asList(1L, 2L, 2L, 1L), "SAME");
        Operand<TInt32> shape = tf.shape(gaussian);
        Operand<TFloat32> expanded =
            tf.nn.conv2dBackpropInput(shape, tf.math.mul(kernel, tf.constant(4f)), coarse,
                Arrays.asList(1L, 2L, 2L, 1L), "SAME");
        band = tf.math.sub(gaussian, expanded);
        gaussian = coarse;
      }
      // A pixel of level s stands for 4^s pixels; with the factor 2^s of the loss the coarse bands weigh 2^s.
      loss = tf.math.add(loss, tf.math.mul(sum(tf.math.sub(distance(band), tf.constant(EPSILON))),
          tf.constant((float) (1 << level))));
    }
    return tf.math.div(loss, unknown);
  }

  private static float[] binomial() {
    float[] taps = {1 / 16f, 4 / 16f, 6 / 16f, 4 / 16f, 1 / 16f};
    float[] kernel = new float[25];
    for (int i = 0; i < 25; i++) kernel[i] = taps[i / 5] * taps[i % 5];
    return kernel;
  }

  private Operand<TFloat32> distance(Operand<TFloat32> difference) {
    return tf.math.sqrt(tf.math.add(tf.math.square(difference), tf.constant(EPSILON * EPSILON)));
  }

  private Operand<TFloat32> average(Operand<TFloat32> distance, int channels) {
    Operand<TFloat32> total = sum(tf.math.mul(distance, weight));
    return tf.math.div(total, tf.math.mul(unknown, tf.constant((float) channels)));
  }

  private Operand<TFloat32> sum(Operand<TFloat32> tensor) {
    return tf.sum(tensor, tf.array(0, 1, 2, 3));
  }

}
