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
import org.tensorflow.op.image.ResizeBilinear;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TFloat64;

/**
 * The bringing up of an alpha that {@code closedform.ReducedAlpha} does, as operations of a graph: an alpha of half
 * the resolution is brought up by alpha = a . colour + b, fitted in each 3x3 window of cells as in the guided filter
 * (He, Sun, Tang, TPAMI 2013, equations 14 to 16), averaged over the windows that hold a cell, interpolated between
 * cells and applied to the colours of the pixels. In 64 bits: the fit subtracts what is nearly equal, and 16 bits (see
 * {@link Sessions}) would ruin it.
 */
final class CoarseAlpha {

  /** As in {@code closedform.LocalColourModel}. */
  private static final double REGULARISATION = 1e-5;

  private static final int TRIMAP = 3;

  private final Ops tf;

  private CoarseAlpha(Ops tf) {
    this.tf = tf;
  }

  /**
   * Brings an alpha up. No gradient flows through it.
   *
   * @param alpha [batch, height / 2, width / 2, 1], in [0,1]
   * @param coarse [batch, height / 2, width / 2, channels], the image and the trimap of half the resolution first
   * @param fine [batch, height, width, channels], the image and the trimap first; height and width even
   * @return [batch, height, width, 1], in [0,1]; the trimap's value where something is known
   */
  static Operand<TFloat32> bringUp(
      Ops tf, Operand<TFloat32> alpha, Operand<TFloat32> coarse, Operand<TFloat32> fine) {
    return new CoarseAlpha(tf).bringUp(tf.stopGradient(alpha), coarse, fine);
  }

  private Operand<TFloat32> bringUp(Operand<TFloat32> alpha, Operand<TFloat32> coarse, Operand<TFloat32> fine) {
    Operand<TFloat64> known = wide(channel(coarse, TRIMAP));
    Operand<TFloat64> target = tf.select(unknown(tf, coarse), wide(alpha), known);
    List<Operand<TFloat64>> colour = new ArrayList<>();
    for (int c = 0; c < 3; c++) colour.add(wide(channel(coarse, c)));
    Operand<TFloat32> coefficients = tf.dtypes.cast(mean(fit(colour, target)), TFloat32.class);
    Operand<TFloat64> raised = wide(tf.image.resizeBilinear(coefficients,
        tf.slice(tf.shape(fine), tf.array(1), tf.array(2)), ResizeBilinear.halfPixelCenters(true)));
    Operand<TFloat64> sum = tf.slice(raised, tf.array(0, 0, 0, 3), tf.array(-1, -1, -1, 1));
    for (int c = 0; c < 3; c++)
      sum = tf.math.add(sum, tf.math.mul(
          tf.slice(raised, tf.array(0, 0, 0, c), tf.array(-1, -1, -1, 1)), wide(channel(fine, c))));
    Operand<TFloat64> inside = tf.clipByValue(sum, tf.constant(0.0), tf.constant(1.0));
    Operand<TFloat64> whole = tf.select(unknown(tf, fine), inside, wide(channel(fine, TRIMAP)));
    return tf.dtypes.cast(whole, TFloat32.class);
  }

  /** True where the trimap among the channels is unknown: [batch, height, width, 1]. */
  static Operand<TBool> unknown(Ops tf, Operand<TFloat32> input) {
    Operand<TFloat32> trimap = tf.slice(input, tf.array(0, 0, 0, TRIMAP), tf.array(-1, -1, -1, 1));
    return tf.math.less(tf.math.abs(tf.math.sub(trimap, tf.constant(0.5f))), tf.constant(0.25f));
  }

  /** Coefficients of red, green, blue and the constant for the window around each cell: [batch, height, width, 4]. */
  private Operand<TFloat64> fit(List<Operand<TFloat64>> colour, Operand<TFloat64> alpha) {
    List<Operand<TFloat64>> means = colour.stream().map(this::mean).toList();
    Operand<TFloat64> alphaMean = mean(alpha);
    List<Operand<TFloat64>> along = new ArrayList<>();
    for (int c = 0; c < 3; c++) along.add(covariance(colour.get(c), means.get(c), alpha, alphaMean));
    Operand<TFloat64> rr = variance(colour, means, 0);
    Operand<TFloat64> gg = variance(colour, means, 1);
    Operand<TFloat64> bb = variance(colour, means, 2);
    Operand<TFloat64> rg = covariance(colour.get(0), means.get(0), colour.get(1), means.get(1));
    Operand<TFloat64> rb = covariance(colour.get(0), means.get(0), colour.get(2), means.get(2));
    Operand<TFloat64> gb = covariance(colour.get(1), means.get(1), colour.get(2), means.get(2));
    // The inverse of the symmetric matrix by its cofactors.
    Operand<TFloat64> c00 = minor(gg, bb, gb, gb);
    Operand<TFloat64> c01 = minor(rb, gb, rg, bb);
    Operand<TFloat64> c02 = minor(rg, gb, rb, gg);
    Operand<TFloat64> c11 = minor(rr, bb, rb, rb);
    Operand<TFloat64> c12 = minor(rg, rb, rr, gb);
    Operand<TFloat64> c22 = minor(rr, gg, rg, rg);
    Operand<TFloat64> determinant = dot(List.of(rr, rg, rb), List.of(c00, c01, c02));
    Operand<TFloat64> red = tf.math.div(dot(List.of(c00, c01, c02), along), determinant);
    Operand<TFloat64> green = tf.math.div(dot(List.of(c01, c11, c12), along), determinant);
    Operand<TFloat64> blue = tf.math.div(dot(List.of(c02, c12, c22), along), determinant);
    Operand<TFloat64> constant = tf.math.sub(alphaMean, dot(List.of(red, green, blue), means));
    return tf.concat(List.of(red, green, blue, constant), tf.constant(3));
  }

  /** Mean over the 3x3 window, as far as the image reaches. */
  private Operand<TFloat64> mean(Operand<TFloat64> values) {
    return tf.nn.avgPool(values, List.of(1L, 3L, 3L, 1L), List.of(1L, 1L, 1L, 1L), "SAME");
  }

  private Operand<TFloat64> variance(List<Operand<TFloat64>> colour, List<Operand<TFloat64>> means, int c) {
    return tf.math.add(
        covariance(colour.get(c), means.get(c), colour.get(c), means.get(c)), tf.constant(REGULARISATION));
  }

  private Operand<TFloat64> covariance(
      Operand<TFloat64> a, Operand<TFloat64> aMean, Operand<TFloat64> b, Operand<TFloat64> bMean) {
    return tf.math.sub(mean(tf.math.mul(a, b)), tf.math.mul(aMean, bMean));
  }

  /** a b - c d. */
  private Operand<TFloat64> minor(
      Operand<TFloat64> a, Operand<TFloat64> b, Operand<TFloat64> c, Operand<TFloat64> d) {
    return tf.math.sub(tf.math.mul(a, b), tf.math.mul(c, d));
  }

  private Operand<TFloat64> dot(List<Operand<TFloat64>> a, List<Operand<TFloat64>> b) {
    Operand<TFloat64> sum = tf.math.mul(a.get(0), b.get(0));
    for (int c = 1; c < 3; c++) sum = tf.math.add(sum, tf.math.mul(a.get(c), b.get(c)));
    return sum;
  }

  private Operand<TFloat32> channel(Operand<TFloat32> tensor, int channel) {
    return tf.slice(tensor, tf.array(0, 0, 0, channel), tf.array(-1, -1, -1, 1));
  }

  private Operand<TFloat64> wide(Operand<TFloat32> tensor) {
    return tf.dtypes.cast(tensor, TFloat64.class);
  }
}
