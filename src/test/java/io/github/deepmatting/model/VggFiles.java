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

import io.github.deepmatting.network.InputFeature;
import io.github.deepmatting.network.NetworkConfiguration;
import io.github.deepmatting.network.NetworkConfiguration.Level;
import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableGroup;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A network like VGG16 but small, and .h5 files for it. */
public final class VggFiles {

  /** Two levels: two convolutions of width 2, one of width 3; a 3x3 bottleneck of width 5. */
  public static final NetworkConfiguration NETWORK = network(255, 1);

  /** Layers and shapes of kernels that fit the network, without the bottleneck's. */
  public static final Map<String, int[]> SHAPES = Map.of("block1_conv1", new int[] {3, 3, 3, 2}, "block1_conv2",
      new int[] {3, 3, 2, 2}, "block2_conv1", new int[] {3, 3, 2, 3});

  private VggFiles() {}

  static NetworkConfiguration network(double scale, int stem) {
    return new NetworkConfiguration("small", List.of(InputFeature.IMAGE, InputFeature.TRIMAP),
        List.of(0.48502, 0.45796, 0.40760), scale, stem, List.of(new Level(2, 3, 2), new Level(1, 3, 3)),
        new Level(1, 3, 5), List.of(new Level(1, 1, 3), new Level(1, 3, 2), new Level(1, 3, 2)), 3, false, false,
        false, List.of(2), 0, Optional.empty());
  }

  /** Writes convolutions full of ones, their biases zero, in the layout LAYER/LAYER/kernel:0. */
  public static Path write(Path file, Map<String, int[]> shapes) {
    try (WritableHdfFile root = HdfFile.write(file)) {
      shapes.forEach((layer, shape) -> put(root, layer, shape));
    }
    return file;
  }

  private static void put(WritableHdfFile root, String layer, int[] shape) {
    WritableGroup group = root.putGroup(layer).putGroup(layer);
    float[][][][] kernel = new float[shape[0]][shape[1]][shape[2]][shape[3]];
    for (float[][][] plane : kernel)
      for (float[][] row : plane) for (float[] inputs : row) java.util.Arrays.fill(inputs, 1);
    group.putDataset("kernel:0", kernel);
    group.putDataset("bias:0", new float[shape[3]]);
  }
}
