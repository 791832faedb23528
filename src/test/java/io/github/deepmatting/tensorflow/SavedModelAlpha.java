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

import io.github.deepmatting.model.Npz;
import io.github.deepmatting.network.Weights;
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
