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
package io.github.deepmatting.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * The convolutions of a network, in the order they are computed, with the names and shapes of their weights. A
 * convolution {@code NAME} has the arrays {@code NAME/kernel} of shape [kernel, kernel, inputs, outputs] and
 * {@code NAME/bias} of shape [outputs].
 *
 * <p>Names: {@code conv1_1 … conv5_3} (encoder; level, convolution), {@code conv6} (bottleneck), {@code deconv6}
 * (before the first unpooling), {@code deconv5 … deconv1} (decoder; with {@code _1, _2 …} where a level has several),
 * {@code alpha_prediction}, {@code refinement1 … refinement4}. With fewer levels the numbers start lower.
 */
public final class NetworkLayers {

  /** One convolution. */
  public record Layer(String name, int kernel, int inputs, int outputs) {
    /** The number of weights in kernel and bias together. */
    public long parameters() {
      return (long) kernel * kernel * inputs * outputs + outputs;
    }
  }

  /** Far beyond the weights of any trained network, whose alphas would be noise by then. */
  private static final float LARGEST = 1e6f;

  private NetworkLayers() {}

  /** All convolutions of a network. */
  public static List<Layer> of(NetworkConfiguration configuration) {
    List<Layer> layers = new ArrayList<>();
    int channels = configuration.inputChannels() * configuration.stem() * configuration.stem();
    int levels = configuration.encoder().size();
    for (int i = 0; i < levels; i++)
      channels = add(layers, "conv" + (i + 1), true, configuration.encoder().get(i), channels);
    channels = add(layers, "conv" + (levels + 1), false, configuration.bottleneck(), channels);
    for (int i = 0; i <= levels; i++) {
      if (i > 0 && configuration.skips()) channels += configuration.encoder().get(levels - i).width();
      channels = add(layers, "deconv" + (levels + 1 - i), false, configuration.decoder().get(i), channels);
    }
    int outputs = configuration.stem() * configuration.stem();
    layers.add(new Layer("alpha_prediction", configuration.predictionKernel(), channels, outputs));
    channels = configuration.refinementInputs();
    int count = configuration.refinement().size();
    for (int i = 0; i < count; i++) {
      layers.add(new Layer("refinement" + (i + 1), 3, channels, configuration.refinement().get(i)));
      channels = configuration.refinement().get(i);
    }
    if (count > 0) layers.add(new Layer("refinement" + (count + 1), 3, channels, 1));
    return layers;
  }

  private static int add(
      List<Layer> layers, String name, boolean numbered, NetworkConfiguration.Level level, int inputs) {
    for (int i = 0; i < level.convolutions(); i++) {
      String full = numbered || level.convolutions() > 1 ? name + "_" + (i + 1) : name;
      layers.add(new Layer(full, level.kernel(), i == 0 ? inputs : level.width(), level.width()));
    }
    return level.width();
  }

  /** True for a layer of the refinement, the second stage. */
  public static boolean isRefinement(String layer) {
    return layer.startsWith("refinement");
  }

  /**
   * Random weights to start a training from: normally distributed kernels with variance 2 / inputs (He et al. 2015,
   * arXiv:1502.01852), zero biases. The convolutions that end a stage start a hundred times smaller, so that a
   * residual network begins close to the alpha it adds to. The same seed gives the same weights.
   */
  public static Weights initial(NetworkConfiguration configuration, long seed) {
    Map<String, Weights.Array> arrays = new LinkedHashMap<>();
    Random random = new Random(seed);
    List<Layer> layers = of(configuration);
    for (int i = 0; i < layers.size(); i++) {
      Layer layer = layers.get(i);
      boolean last = layer.name().equals("alpha_prediction") || i == layers.size() - 1;
      double deviation = Math.sqrt(2.0 / (layer.kernel() * layer.kernel() * layer.inputs())) * (last ? 0.01 : 1);
      float[] kernel = new float[layer.kernel() * layer.kernel() * layer.inputs() * layer.outputs()];
      for (int k = 0; k < kernel.length; k++) kernel[k] = (float) (random.nextGaussian() * deviation);
      arrays.put(
          layer.name() + "/kernel",
          new Weights.Array(new long[] {layer.kernel(), layer.kernel(), layer.inputs(), layer.outputs()}, kernel));
      arrays.put(
          layer.name() + "/bias", new Weights.Array(new long[] {layer.outputs()}, new float[layer.outputs()]));
    }
    return new Weights(arrays);
  }

  /**
   * Checks that the weights have all arrays of the network, in the right shapes and with values that a network can
   * have; arrays beside them are allowed.
   *
   * @throws IllegalArgumentException naming every array that is missing, has another shape, or holds a value that is
   *     not finite or beyond {@value #LARGEST} in magnitude
   */
  public static void check(NetworkConfiguration configuration, Weights weights) {
    check(configuration, weights, "");
  }

  /** Does the same as {@link #check(NetworkConfiguration, Weights)} for arrays whose names begin with a prefix. */
  public static void check(NetworkConfiguration configuration, Weights weights, String prefix) {
    StringBuilder wrong = new StringBuilder();
    for (Layer layer : of(configuration)) {
      checkArray(weights, prefix + layer.name() + "/kernel", wrong, layer.kernel(), layer.kernel(), layer.inputs(),
          layer.outputs());
      checkArray(weights, prefix + layer.name() + "/bias", wrong, layer.outputs());
    }
    if (wrong.length() > 0)
      throw new IllegalArgumentException(
          "The weights do not fit the network '" + configuration.name() + "':" + wrong);
  }

  private static void checkArray(Weights weights, String name, StringBuilder wrong, long... shape) {
    String expected = Arrays.toString(shape);
    if (!weights.contains(name)) wrong.append("\n  ").append(name).append(" is missing, expected ").append(expected);
    else if (!Arrays.equals(weights.get(name).shape(), shape))
      wrong.append("\n  ").append(name).append(" has the shape ").append(Arrays.toString(weights.get(name).shape()))
          .append(", expected ").append(expected);
    else
      for (float value : weights.get(name).values())
        if (!(Math.abs(value) <= LARGEST)) {
          wrong.append("\n  ").append(name).append(" holds ").append(value).append("; allowed are values from -")
              .append(LARGEST).append(" to ").append(LARGEST);
          break;
        }
  }
}
