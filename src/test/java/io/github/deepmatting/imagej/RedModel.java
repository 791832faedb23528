package io.github.deepmatting.imagej;

import io.github.deepmatting.engine.InputFeature;
import io.github.deepmatting.engine.NetworkConfiguration;
import io.github.deepmatting.engine.NetworkConfiguration.Level;
import io.github.deepmatting.engine.NetworkLayers;
import io.github.deepmatting.engine.Weights;
import io.github.deepmatting.model.MattingModel;
import io.github.deepmatting.model.ModelDescription;
import io.github.deepmatting.model.ModelFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A model whose alpha is known in every pixel: the logistic function of 8 * red - 4, with red in [0,1]. Its encoder hands
 * red on unchanged, its decoder takes it from the skip connection beside the unpooling.
 */
public final class RedModel {

  private RedModel() {}

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
    NetworkConfiguration network = new NetworkConfiguration("red", List.of(InputFeature.IMAGE, InputFeature.TRIMAP),
        List.of(0.0, 0.0, 0.0), 1, 1, List.of(new Level(1, 3, 1)), new Level(1, 3, 1),
        List.of(new Level(1, 1, 1), new Level(1, 3, 1)), 1, true, false, stages == 1 ? List.of() : List.of(1), 8);
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
