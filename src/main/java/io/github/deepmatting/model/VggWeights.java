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
package io.github.deepmatting.model;

import io.github.deepmatting.network.NetworkConfiguration;
import io.github.deepmatting.network.NetworkConfiguration.Level;
import io.github.deepmatting.network.NetworkLayers;
import io.github.deepmatting.network.NetworkLayers.Layer;
import io.github.deepmatting.network.Weights;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Weights of VGG16 (Simonyan, Zisserman 2015, arXiv:1409.1556), learnt on ImageNet, as the start of a matting network's
 * encoder, after section 4.1 of Xu et al. 2017: the convolutions {@code convI_J} are taken from the layers
 * {@code blockI_convJ}; input channels of the first beyond the colours (the trimap) start at zero; the bottleneck is
 * the dense layer {@code fc1} (fc6 of the paper) as a convolution, if that is there and fits; all else starts at random.
 *
 * <p>Keras' VGG16 is given blue, green, red from 0 to 255, less their means 103.939, 116.779, 123.68. The first kernel's
 * inputs are turned around, so that the network is given red, green, blue. Widths need not be VGG16's, as long as file
 * and network agree.
 */
public final class VggWeights {

  private static final Pattern LAYER = Pattern.compile("block\\d+_conv\\d+|fc1");
  private static final Pattern ARRAY = Pattern.compile("(" + LAYER + ")/(kernel|bias)");
  private static final String FIRST = "block1_conv1";
  private static final String DENSE = "fc1";
  /** Means of red, green and blue that VGG16 expects to be subtracted. */
  private static final double[] MEANS = {123.68, 116.779, 103.939};
  private static final double SCALE = 255;
  // A description may round the means.
  private static final double MEAN_TOLERANCE = 0.5;

  private final NetworkConfiguration network;
  private final Weights vgg;
  private final StringBuilder wrong = new StringBuilder();

  private VggWeights(NetworkConfiguration network, Weights vgg) {
    this.network = network;
    this.vgg = vgg;
  }

  /**
   * Reads VGG16's convolutions, and {@code fc1} if it is there, from a file as Keras publishes it.
   *
   * @return arrays {@code block1_conv1/kernel}, {@code block1_conv1/bias} &hellip; {@code fc1/bias}, as in the file
   * @throws IOException as {@link KerasFile#read}; or if none of the layers is there
   */
  public static Weights read(Path file) throws IOException {
    Weights weights = KerasFile.read(file, name -> LAYER.matcher(name).matches());
    if (weights.names().isEmpty())
      throw new IOException(file + " has no weights of VGG16: there is no group " + FIRST + " or the like in it. Give"
          + " the file that Keras publishes");
    return weights;
  }

  /** Whether there are arrays named as {@link #read} names them, so that {@link #initial} makes a network's weights of them. */
  public static boolean isVgg(Weights weights) {
    return weights.names().stream().anyMatch(name -> ARRAY.matcher(name).matches());
  }

  /** Whether {@link #initial} takes the bottleneck from {@code fc1}. */
  public static boolean fitsBottleneck(NetworkConfiguration network, Weights vgg) {
    Level level = network.bottleneck();
    long inputs = (long) level.kernel() * level.kernel() * lastWidth(network);
    return level.convolutions() == 1 && hasShape(vgg, DENSE + "/kernel", inputs, level.width())
        && hasShape(vgg, DENSE + "/bias", level.width());
  }

  /**
   * All weights of a network, those of the encoder (and bottleneck) taken over.
   *
   * @param network whose encoder has VGG16's shape and whose input is scaled as VGG16 expects; {@code paper} is one
   * @param vgg named and shaped as {@link #read} returns them
   * @param seed of the random weights, as {@link NetworkLayers#initial}
   * @throws IllegalArgumentException if they don't fit; the message names every layer that is missing or has another
   *     shape
   */
  public static Weights initial(NetworkConfiguration network, Weights vgg, long seed) {
    return new VggWeights(network, vgg).initial(seed);
  }

  private Weights initial(long seed) {
    checkInput();
    // Before a network's worth of random numbers is drawn.
    Map<String, Weights.Array> taken = new LinkedHashMap<>();
    List<Layer> layers = NetworkLayers.of(network);
    int index = 0;
    for (int block = 1; block <= network.encoder().size(); block++)
      for (int i = 1; i <= network.encoder().get(block - 1).convolutions(); i++)
        take(layers.get(index++), "block" + block + "_conv" + i, taken);
    if (wrong.length() > 0)
      throw new IllegalArgumentException("VGG16's weights do not fit the network '" + network.name()
          + "' (one whose encoder they fit is 'paper'):" + wrong);
    if (fitsBottleneck(network, vgg)) takeBottleneck(layers.get(index), taken);
    Weights random = NetworkLayers.initial(network, seed);
    Map<String, Weights.Array> all = new LinkedHashMap<>();
    for (String name : random.names()) all.put(name, taken.containsKey(name) ? taken.get(name) : random.get(name));
    return new Weights(all);
  }

  private void checkInput() {
    if (network.stem() != 1)
      wrong.append("\n  the network's stem is ").append(network.stem()).append(", expected 1");
    boolean scaled = network.inputScale() == SCALE;
    for (int i = 0; i < MEANS.length; i++)
      scaled &= Math.abs(network.imageOffset().get(i) * SCALE - MEANS[i]) <= MEAN_TOLERANCE;
    if (!scaled)
      wrong.append("\n  the network's input-scale is ").append(network.inputScale()).append(" and its image-offset ")
          .append(network.imageOffset()).append(", expected 255 and ")
          .append(Arrays.stream(MEANS).mapToObj(mean -> String.format(Locale.ROOT, "%.5f", mean / SCALE))
              .toList());
  }

  private void take(Layer layer, String source, Map<String, Weights.Array> taken) {
    boolean first = source.equals(FIRST);
    int inputs = first ? MEANS.length : layer.inputs();
    boolean fits = checkShape(layer, source + "/kernel", layer.kernel(), layer.kernel(), inputs, layer.outputs());
    fits &= checkShape(layer, source + "/bias", layer.outputs());
    if (!fits) return;
    Weights.Array kernel = vgg.get(source + "/kernel");
    taken.put(layer.name() + "/kernel", first ? turned(layer, kernel) : kernel);
    taken.put(layer.name() + "/bias", vgg.get(source + "/bias"));
  }

  /** From inputs blue, green, red to red, green, blue and zeros. */
  private static Weights.Array turned(Layer layer, Weights.Array kernel) {
    int outputs = layer.outputs();
    int positions = layer.kernel() * layer.kernel();
    float[] values = new float[Math.multiplyExact(positions * layer.inputs(), outputs)];
    for (int position = 0; position < positions; position++)
      for (int colour = 0; colour < 3; colour++)
        System.arraycopy(kernel.values(), (position * 3 + 2 - colour) * outputs, values,
            (position * layer.inputs() + colour) * outputs, outputs);
    return new Weights.Array(new long[] {layer.kernel(), layer.kernel(), layer.inputs(), outputs}, values);
  }

  /** A dense layer on features flattened as height, width, channel has a convolution's kernel, in the same order. */
  private void takeBottleneck(Layer layer, Map<String, Weights.Array> taken) {
    long[] shape = {layer.kernel(), layer.kernel(), layer.inputs(), layer.outputs()};
    taken.put(layer.name() + "/kernel", new Weights.Array(shape, vgg.get(DENSE + "/kernel").values()));
    taken.put(layer.name() + "/bias", vgg.get(DENSE + "/bias"));
  }

  private boolean checkShape(Layer layer, String source, long... shape) {
    if (hasShape(vgg, source, shape)) return true;
    wrong.append("\n  ").append(source).append(" (for ").append(layer.name()).append(") ");
    if (!vgg.contains(source)) wrong.append("is missing, expected ");
    else wrong.append("has the shape ").append(Arrays.toString(vgg.get(source).shape())).append(", expected ");
    wrong.append(Arrays.toString(shape));
    return false;
  }

  private static boolean hasShape(Weights weights, String name, long... shape) {
    return weights.contains(name) && Arrays.equals(weights.get(name).shape(), shape);
  }

  private static int lastWidth(NetworkConfiguration network) {
    return network.encoder().get(network.encoder().size() - 1).width();
  }
}
