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

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.math.Equal;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TFloat32;

/**
 * 2x2 max-pooling that remembers where each maximum was, and its inverse: unpooling (Zeiler and Fergus 2014; used by
 * the decoder of Xu et al. 2017) puts each value back at that place and zeros beside it.
 *
 * <p>The places are held as a mask in the layout of space-to-depth, not as indices: unpooling is then a multiplication
 * and a rearrangement, all with gradients, and several times faster on a CPU than scattering. Among equal values the
 * first one in row order counts, as for TensorFlow's and PyTorch's pooling indices.
 */
final class Pooling {

  private final Operand<TFloat32> pooled;
  private final Operand<TFloat32> places;

  private Pooling(Operand<TFloat32> pooled, Operand<TFloat32> places) {
    this.pooled = pooled;
    this.places = places;
  }

  /** Pools features of shape [batch, height, width, channels], height and width even. */
  static Pooling of(Ops tf, Operand<TFloat32> features) {
    Operand<TFloat32> pooled =
        tf.nn.maxPool(features, tf.array(1, 2, 2, 1), tf.array(1, 2, 2, 1), "VALID");
    Operand<TFloat32> blocks = tf.nn.spaceToDepth(tf.stopGradient(features), 2L);
    Operand<TFloat32> maximum = tf.stopGradient(pooled);
    List<Operand<TFloat32>> places = new ArrayList<>();
    Operand<TBool> taken = null;
    for (Operand<TFloat32> corner : tf.split(tf.constant(3), blocks, 4L)) {
      Equal equal = tf.math.equal(corner, maximum);
      Operand<TBool> first = taken == null ? equal : tf.math.logicalAnd(equal, tf.math.logicalNot(taken));
      taken = taken == null ? equal : tf.math.logicalOr(taken, equal);
      places.add(tf.dtypes.cast(first, TFloat32.class));
    }
    return new Pooling(pooled, tf.concat(places, tf.constant(3)));
  }

  /** The maxima: [batch, height / 2, width / 2, channels]. */
  Operand<TFloat32> pooled() {
    return pooled;
  }

  /** Puts values of the pooled shape back to the places of the maxima, zeros elsewhere. */
  Operand<TFloat32> unpool(Ops tf, Operand<TFloat32> values) {
    Operand<TFloat32> four = tf.concat(List.of(values, values, values, values), tf.constant(3));
    return tf.nn.depthToSpace(tf.math.mul(four, places), 2L);
  }
}
