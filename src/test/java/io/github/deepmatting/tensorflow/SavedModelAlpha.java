package io.github.deepmatting.tensorflow;

import io.github.deepmatting.engine.Weights;
import io.github.deepmatting.model.Npz;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tensorflow.Result;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.types.TFloat32;

/** Runs a SavedModel as a program would that knows nothing of this project; as a process of its own too. */
final class SavedModelAlpha {

  private SavedModelAlpha() {}

  /** The outputs of a signature by their names. */
  static Map<String, Weights.Array> run(Path savedModel, String signature, Weights.Array input) {
    Map<String, Weights.Array> outputs = new LinkedHashMap<>();
    try (SavedModelBundle bundle = SavedModelBundle.load(savedModel.toString(), "serve");
        TFloat32 tensor = NativeFloats.tensor(input.shape(), input.values());
        Result result = bundle.function(signature).call(Map.of("input", tensor))) {
      result.forEach(entry -> outputs.put(
          entry.getKey(), new Weights.Array(entry.getValue().shape().asArray(), NativeFloats.copy(entry.getValue()))));
    }
    return outputs;
  }

  /** Arguments: the SavedModel, an {@code .npz} with the array "input", the {@code .npz} to write. */
  public static void main(String[] arguments) throws Exception {
    Weights.Array input = Npz.read(Path.of(arguments[1])).get("input");
    Npz.write(Path.of(arguments[2]), new Weights(run(Path.of(arguments[0]), "serving_default", input)), false);
  }
}
