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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Cases worked by hand: among equal values of a block the first in row order is the maximum's place. */
class PoolingTest {

  private static final float[] FEATURES = {
    1, 2, 5, 5,
    4, 3, 5, 5,
    0, 0, 7, 7,
    0, 0, 9, 9
  };

  @Test
  void unpoolsToTheFirstMaximum() {
    try (Graph graph = new Graph()) {
      Ops tf = Ops.create(graph);
      Pooling pooling = Pooling.of(tf, features(tf, 1));
      Operand<TFloat32> values = tf.reshape(tf.constant(new float[] {10, 20, 30, 40}), tf.array(1, 2, 2, 1));
      assertArrayEquals(new float[] {4, 5, 0, 9}, run(graph, pooling.pooled()));
      assertArrayEquals(
          new float[] {
            0, 0, 20, 0,
            10, 0, 0, 0,
            30, 0, 0, 0,
            0, 0, 40, 0
          },
          run(graph, pooling.unpool(tf, values)));
    }
  }

  @Test
  void keepsChannelsApart() {
    try (Graph graph = new Graph()) {
      Ops tf = Ops.create(graph);
      // Two channels in a 2x2 image: the first has its maximum at the lower right, the second at the upper right.
      Operand<TFloat32> features =
          tf.reshape(tf.constant(new float[] {1, 1, 2, 8, 3, 2, 4, 3}), tf.array(1, 2, 2, 2));
      Pooling pooling = Pooling.of(tf, features);
      Operand<TFloat32> values = tf.reshape(tf.constant(new float[] {5, 6}), tf.array(1, 1, 1, 2));
      assertArrayEquals(new float[] {0, 0, 0, 6, 0, 0, 5, 0}, run(graph, pooling.unpool(tf, values)));
    }
  }

  @Test
  void gradientsGoThroughThePlacesAlone() {
    try (Graph graph = new Graph()) {
      Ops tf = Ops.create(graph);
      Operand<TFloat32> features = features(tf, 1);
      Pooling pooling = Pooling.of(tf, features);
      // The sum of squares of the unpooled maxima has the gradient 2 x at each maximum, 0 elsewhere.
      Operand<TFloat32> loss =
          tf.sum(tf.math.square(pooling.unpool(tf, pooling.pooled())), tf.array(0, 1, 2, 3));
      Output<?>[] gradient = graph.addGradients(loss.asOutput(), new Output<?>[] {features.asOutput()});
      assertArrayEquals(
          new float[] {
            0, 0, 10, 0,
            8, 0, 0, 0,
            0, 0, 0, 0,
            0, 0, 18, 0
          },
          run(graph, gradient[0].expect(TFloat32.class)));
    }
  }

  private static Operand<TFloat32> features(Ops tf, int channels) {
    return tf.reshape(tf.constant(FEATURES), tf.array(1, 4, 4, channels));
  }

  private static float[] run(Graph graph, Operand<TFloat32> tensor) {
    try (Session session = new Session(graph);
        Result result = session.runner().fetch(tensor).run()) {
      return NativeFloats.copy(result.get(0));
    }
  }
}
