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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.deepmatting.network.NetworkLayers;
import io.github.deepmatting.network.Weights;
import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableGroup;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files by h5py ({@code make_vgg_fixtures.py}) and by jHDF. */
class VggWeightsTest {

  @TempDir private Path folder;

  private Path fixture(String name) throws IOException {
    Path file = folder.resolve(name);
    try (InputStream stream = VggWeightsTest.class.getResourceAsStream(name)) {
      Files.copy(stream, file);
    }
    return file;
  }

  /** Element k of a layer's kernel, as the script writes it; the bias is minus as much. */
  private static float value(int layer, int k) {
    return (float) (10 * layer + k / 64.0);
  }

  private static float[] values(int layer, int count, int sign) {
    float[] values = new float[count];
    for (int k = 0; k < count; k++) values[k] = sign * value(layer, k);
    return values;
  }

  private static void assertArray(Weights weights, String name, long[] shape, float[] values) {
    assertArrayEquals(shape, weights.get(name).shape(), name);
    assertArrayEquals(values, weights.get(name).values(), name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"vgg-old.h5", "vgg-new.h5"})
  void bothOfKerasLayoutsAreRead(String name) throws IOException {
    Weights vgg = VggWeights.read(fixture(name));
    assertEquals(8, vgg.names().size());
    assertTrue(VggWeights.isVgg(vgg));
    assertArray(vgg, "block1_conv1/kernel", new long[] {3, 3, 3, 2}, values(1, 54, 1));
    assertArray(vgg, "block2_conv1/kernel", new long[] {3, 3, 2, 3}, values(3, 54, 1));
    assertArray(vgg, "block2_conv1/bias", new long[] {3}, values(3, 3, -1));
    assertArray(vgg, "fc1/kernel", new long[] {27, 5}, values(4, 135, 1));
  }

  @Test
  void theEncoderAndTheBottleneckAreTakenOver() throws IOException {
    Weights weights = VggWeights.initial(VggFiles.NETWORK, VggWeights.read(fixture("vgg-old.h5")), 3);
    NetworkLayers.check(VggFiles.NETWORK, weights);
    Weights random = NetworkLayers.initial(VggFiles.NETWORK, 3);
    assertEquals(random.names(), weights.names());
    assertArray(weights, "conv1_1/bias", new long[] {2}, values(1, 2, -1));
    assertArray(weights, "conv1_2/kernel", new long[] {3, 3, 2, 2}, values(2, 36, 1));
    assertArray(weights, "conv2_1/kernel", new long[] {3, 3, 2, 3}, values(3, 54, 1));
    // fc1 sees features flattened as (height, width, channel), so that its rows are in a kernel's order.
    assertArray(weights, "conv3/kernel", new long[] {3, 3, 3, 5}, values(4, 135, 1));
    assertArray(weights, "conv3/bias", new long[] {5}, values(4, 5, -1));
    for (String name : new String[] {"deconv3/kernel", "deconv1/kernel", "alpha_prediction/kernel", "refinement1/kernel"})
      assertArrayEquals(random.get(name).values(), weights.get(name).values(), name);
  }

  /** The same picture, as Keras' preprocessing gives it to VGG16 and as the network's input, gives the same response. */
  @Test
  void theFirstConvolutionSeesTheSameColours() throws IOException {
    Weights vgg = VggWeights.read(fixture("vgg-new.h5"));
    float[] kernel = VggWeights.initial(VggFiles.NETWORK, vgg, 1).get("conv1_1/kernel").values();
    float[] theirs = vgg.get("block1_conv1/kernel").values();
    double[] means = {103.939, 116.779, 123.68};
    for (int output = 0; output < 2; output++) {
      double expected = 0;
      double actual = 0;
      for (int position = 0; position < 9; position++) {
        double[] rgb = {(7 + 20 * position) / 255.0, (250 - 13 * position) / 255.0, (90 + position * position) / 255.0};
        for (int i = 0; i < 3; i++) {
          expected += theirs[(position * 3 + i) * 2 + output] * (255 * rgb[2 - i] - means[i]);
          actual += kernel[(position * 4 + i) * 2 + output]
              * (rgb[i] - VggFiles.NETWORK.imageOffset().get(i)) * VggFiles.NETWORK.inputScale();
        }
        assertEquals(0, kernel[(position * 4 + 3) * 2 + output], "trimap");
      }
      assertEquals(expected, actual, 2e-5 * Math.abs(expected));
    }
  }

  @Test
  void withoutADenseLayerThatFitsTheBottleneckIsRandom() throws IOException {
    Weights random = NetworkLayers.initial(VggFiles.NETWORK, 5);
    Weights none = VggWeights.read(VggFiles.write(folder.resolve("none.h5"), VggFiles.SHAPES));
    assertFalse(VggWeights.fitsBottleneck(VggFiles.NETWORK, none));
    Path file = folder.resolve("other.h5");
    try (WritableHdfFile root = HdfFile.write(file)) {
      VggFiles.SHAPES.forEach((layer, shape) -> {
        WritableGroup group = root.putGroup(layer);
        group.putDataset(layer + "_W_1:0", new float[shape[0]][shape[1]][shape[2]][shape[3]]);
        group.putDataset(layer + "_b_1:0", new float[shape[3]]);
      });
      WritableGroup dense = root.putGroup("fc1");
      dense.putDataset("fc1_W_1:0", new float[12][5]);
      dense.putDataset("fc1_b_1:0", new float[5]);
    }
    for (Weights vgg : new Weights[] {none, VggWeights.read(file)})
      assertArrayEquals(random.get("conv3/kernel").values(),
          VggWeights.initial(VggFiles.NETWORK, vgg, 5).get("conv3/kernel").values());
  }

  @Test
  void everyLayerThatDoesNotFitIsNamed() throws IOException {
    Map<String, int[]> shapes = new HashMap<>(VggFiles.SHAPES);
    // As Theano ordered the axes.
    shapes.put("block1_conv1", new int[] {2, 3, 3, 3});
    shapes.remove("block2_conv1");
    Weights vgg = VggWeights.read(VggFiles.write(folder.resolve("wrong.h5"), shapes));
    String message = assertThrows(IllegalArgumentException.class,
        () -> VggWeights.initial(VggFiles.network(1, 2), vgg, 1)).getMessage();
    for (String part : new String[] {
        "block1_conv1/kernel (for conv1_1) has the shape [2, 3, 3, 3], expected [3, 3, 3, 2]",
        "block1_conv1/bias (for conv1_1) has the shape [3], expected [2]",
        "block2_conv1/kernel (for conv2_1) is missing, expected [3, 3, 2, 3]",
        "block2_conv1/bias (for conv2_1) is missing, expected [3]", "stem is 2, expected 1", "input-scale is 1.0",
        "expected 255 and [0.48502, 0.45796, 0.40760]"})
      assertTrue(message.contains(part), message);
    assertFalse(message.contains("block1_conv2"), message);
  }

  @Test
  void filesThatCannotBeUsedAreNamed() throws IOException {
    Path text = Files.writeString(folder.resolve("text.h5"), "no HDF5");
    Path cut = folder.resolve("cut.h5");
    byte[] whole = Files.readAllBytes(fixture("vgg-old.h5"));
    Files.write(cut, java.util.Arrays.copyOf(whole, whole.length / 3));
    Path empty = folder.resolve("empty.h5");
    try (WritableHdfFile root = HdfFile.write(empty)) {
      root.putGroup("conv2d");
    }
    Path odd = folder.resolve("odd.h5");
    try (WritableHdfFile root = HdfFile.write(odd)) {
      root.putGroup("block1_conv1").putDataset("kernel:0", new int[3][3][3][2]);
      WritableGroup twice = root.putGroup("fc1");
      twice.putDataset("bias:0", new float[5]);
      twice.putDataset("beta:0", new float[5]);
    }
    assertMessage(text, "is no HDF5 file");
    assertMessage(cut, "is no HDF5 file");
    assertMessage(empty, "there is no group block1_conv1");
    assertMessage(odd, "block1_conv1/kernel holds int");
    assertMessage(odd, "fc1/bias is there twice");
    assertMessage(folder.resolve("nowhere.h5"), "There is no file");
  }

  private static void assertMessage(Path file, String part) {
    String message = assertThrows(IOException.class, () -> VggWeights.read(file)).getMessage();
    assertTrue(message.contains(file.toString()) && message.contains(part), message);
  }
}
