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
package io.github.deepmatting.imagej;

import io.github.deepmatting.model.MattingModel;
import io.github.deepmatting.model.ModelDescription;
import io.github.deepmatting.model.ModelFolder;
import io.github.deepmatting.network.InputFeature;
import io.github.deepmatting.network.NetworkConfiguration;
import io.github.deepmatting.network.NetworkConfiguration.Level;
import io.github.deepmatting.network.NetworkLayers;
import io.github.deepmatting.network.Weights;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A model whose alpha is known in every pixel: the logistic function of 8 * red - 4, with red in [0,1]. Its encoder hands
 * red on unchanged, its decoder takes it from the skip connection beside the unpooling.
 */
public final class RedModel {

  private RedModel() {}

  static NetworkConfiguration configuration(int stages) {
    return new NetworkConfiguration("red", List.of(InputFeature.IMAGE, InputFeature.TRIMAP),
        List.of(0.0, 0.0, 0.0), 1, 1, List.of(new Level(1, 3, 1)), new Level(1, 3, 1),
        List.of(new Level(1, 1, 1), new Level(1, 3, 1)), 1, true, false, false, stages == 1 ? List.of() : List.of(1), 8, Optional.empty());
  }

  /** The alpha of an unknown pixel. */
  public static double alpha(double red) {
    return 1 / (1 + Math.exp(4 - 8 * red));
  }

  /**
   * Writes the model.
   *
   * @param normalization what it says that it was trained with
   * @param stages 1, or 2 for a refinement that changes nothing
   */
  public static Path write(Path folder, String normalization, int stages) throws IOException {
    NetworkConfiguration network = configuration(stages);
    Map<String, Weights.Array> arrays = new LinkedHashMap<>();
    for (NetworkLayers.Layer layer : NetworkLayers.of(network)) {
      float[] kernel = new float[layer.kernel() * layer.kernel() * layer.inputs() * layer.outputs()];
      float[] bias = new float[layer.outputs()];
      int centre = layer.kernel() * layer.kernel() / 2 * layer.inputs() * layer.outputs();
      switch (layer.name()) {
        case "conv1_1" -> kernel[centre] = 1; // of red, green, blue, trimap
        case "deconv1" -> kernel[centre + 1] = 1; // of the unpooled feature and the skipped one
        case "alpha_prediction" -> {
          kernel[centre] = 8;
          bias[0] = -4;
        }
        default -> {} // zero
      }
      arrays.put(layer.name() + "/kernel", new Weights.Array(
          new long[] {layer.kernel(), layer.kernel(), layer.inputs(), layer.outputs()}, kernel));
      arrays.put(layer.name() + "/bias", new Weights.Array(new long[] {layer.outputs()}, bias));
    }
    ModelDescription description = new ModelDescription("Red test model", "Alpha follows red.", List.of("Ada"),
        "BSD-2-Clause", List.of("test"), Instant.parse("2026-01-31T12:00:00Z"), network, normalization,
        Map.of("steps", 0));
    ModelFolder.write(folder, new MattingModel(description, new Weights(arrays)), "# Red\n", false);
    return folder;
  }
}
