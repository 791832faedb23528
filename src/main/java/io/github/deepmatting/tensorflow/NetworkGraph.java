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

import io.github.deepmatting.network.NetworkConfiguration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TFloat64;

/**
 * The two stages of a matting network as operations of a graph: encoder&ndash;decoder with unpooling by pooling indices
 * (Xu et al. 2017, section 4.1) and refinement (section 4.2), as a {@link NetworkConfiguration} describes them.
 */
final class NetworkGraph {

  /**
   * The smallest prior alpha (and its distance from 1) that becomes a logit; the network could not correct a larger
   * one.
   */
  private static final double LEAST_PRIOR = 0.001;

  private final Operand<TFloat32> encoderDecoderAlpha;
  private final Operand<TFloat32> refinedAlpha;

  private NetworkGraph(Operand<TFloat32> encoderDecoderAlpha, Operand<TFloat32> refinedAlpha) {
    this.encoderDecoderAlpha = encoderDecoderAlpha;
    this.refinedAlpha = refinedAlpha;
  }

  /** Alpha after the first stage: [batch, height, width, 1], in (0,1). */
  Operand<TFloat32> encoderDecoderAlpha() {
    return encoderDecoderAlpha;
  }

  /**
   * Alpha after the refinement, not clipped to [0,1], so that its gradient does not vanish; the first stage's where
   * the network has no refinement.
   */
  Operand<TFloat32> refinedAlpha() {
    return refinedAlpha;
  }

  /**
   * Adds the network to a graph.
   *
   * @param weights the value of an array by its name
   * @param input [batch, height, width, channels], the features of the configuration
   */
  static NetworkGraph build(
      Ops tf, NetworkConfiguration configuration, Function<String, Operand<TFloat32>> weights,
      Operand<TFloat32> input) {
    Builder builder = new Builder(tf, configuration, weights);
    Operand<TFloat32> scaled = builder.scale(input);
    Operand<TFloat32> alpha = builder.encoderDecoder(input, scaled);
    return new NetworkGraph(alpha, configuration.stages() == 1 ? alpha : builder.refine(scaled, alpha));
  }

  private record Builder(
      Ops tf, NetworkConfiguration configuration, Function<String, Operand<TFloat32>> weights) {

    Operand<TFloat32> scale(Operand<TFloat32> input) {
      float[] offset = new float[configuration.inputChannels()];
      for (int i = 0; i < 3; i++) offset[i] = configuration.imageOffset().get(i).floatValue();
      Operand<TFloat32> centred = tf.math.sub(input, tf.constant(offset));
      return tf.math.mul(centred, tf.constant((float) configuration.inputScale()));
    }

    Operand<TFloat32> encoderDecoder(Operand<TFloat32> input, Operand<TFloat32> scaled) {
      long stem = configuration.stem();
      Operand<TFloat32> features = stem > 1 ? tf.nn.spaceToDepth(scaled, stem) : scaled;
      int levels = configuration.encoder().size();
      List<Operand<TFloat32>> before = new ArrayList<>();
      List<Pooling> poolings = new ArrayList<>();
      for (int i = 0; i < levels; i++) {
        features = level("conv" + (i + 1), true, configuration.encoder().get(i), features);
        before.add(features);
        poolings.add(Pooling.of(tf, features));
        features = poolings.get(i).pooled();
      }
      features = level("conv" + (levels + 1), false, configuration.bottleneck(), features);
      for (int i = 0; i <= levels; i++) {
        if (i > 0) {
          int encoderLevel = levels - i;
          features = poolings.get(encoderLevel).unpool(tf, features);
          if (configuration.skips())
            features = tf.concat(List.of(features, before.get(encoderLevel)), tf.constant(3));
        }
        features = level("deconv" + (levels + 1 - i), false, configuration.decoder().get(i), features);
      }
      Operand<TFloat32> logits = convolution("alpha_prediction", features);
      if (stem > 1) logits = tf.nn.depthToSpace(logits, stem);
      // In 64 bits: where convolutions are in 16, what lies between two of them would be too.
      Operand<TFloat64> sum = tf.dtypes.cast(logits, TFloat64.class);
      if (configuration.residual()) sum = tf.math.add(sum, priorLogit(input));
      return tf.dtypes.cast(tf.math.sigmoid(sum), TFloat32.class);
    }

    private Operand<TFloat64> priorLogit(Operand<TFloat32> input) {
      Operand<TFloat64> prior = tf.dtypes.cast(
          channels(input, configuration.channelOf(configuration.prior().orElseThrow()), 1), TFloat64.class);
      Operand<TFloat64> safe =
          tf.clipByValue(prior, tf.constant(LEAST_PRIOR), tf.constant(1 - LEAST_PRIOR));
      return tf.math.sub(tf.math.log(safe), tf.math.log(tf.math.sub(tf.constant(1.0), safe)));
    }

    Operand<TFloat32> refine(Operand<TFloat32> scaled, Operand<TFloat32> alpha) {
      Operand<TFloat32> scaledAlpha = tf.math.mul(alpha, tf.constant((float) configuration.inputScale()));
      Operand<TFloat32> features = tf.concat(
          List.of(configuration.refinementContext() ? scaled : channels(scaled, 0, 3), scaledAlpha), tf.constant(3));
      int count = configuration.refinement().size();
      for (int i = 1; i <= count; i++) features = tf.nn.relu(convolution("refinement" + i, features));
      Operand<TFloat64> sum = tf.math.add(tf.dtypes.cast(alpha, TFloat64.class),
          tf.dtypes.cast(convolution("refinement" + (count + 1), features), TFloat64.class));
      return tf.dtypes.cast(sum, TFloat32.class);
    }

    private Operand<TFloat32> channels(Operand<TFloat32> tensor, int first, int count) {
      return tf.slice(tensor, tf.array(0, 0, 0, first), tf.array(-1, -1, -1, count));
    }

    private Operand<TFloat32> level(
        String name, boolean numbered, NetworkConfiguration.Level level, Operand<TFloat32> features) {
      for (int i = 1; i <= level.convolutions(); i++) {
        String full = numbered || level.convolutions() > 1 ? name + "_" + i : name;
        features = tf.nn.relu(convolution(full, features));
      }
      return features;
    }

    private Operand<TFloat32> convolution(String name, Operand<TFloat32> features) {
      Operand<TFloat32> result =
          tf.nn.conv2d(features, weights.apply(name + "/kernel"), Arrays.asList(1L, 1L, 1L, 1L), "SAME");
      return tf.nn.biasAdd(result, weights.apply(name + "/bias"));
    }
  }
}
