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
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The resource description {@code rdf.yaml} of a model folder, after the BioImage.IO model specification 0.5. What only
 * this program understands is under {@code config: deep_matting:}. The weights are part of it, since the specification
 * has no weights format for {@code .npz}.
 *
 * @param model the model's description
 * @param weightsFile name of the weights file in the same folder
 * @param weightsSha256 its SHA-256, 64 lower-case hexadecimal digits
 */
record ResourceDescription(ModelDescription model, String weightsFile, String weightsSha256) {

  private static final String FORMAT_VERSION = "0.5.3";
  private static final String DOCUMENTATION = "README.md";

  /**
   * Reads and checks a description.
   *
   * @throws IOException if it can't be read, or something is missing or wrong; the message names the source and the key
   */
  static ResourceDescription read(InputStream stream, String source) throws IOException {
    YamlMap map = YamlMap.read(stream, source);
    try {
      return fromMap(map, source);
    } catch (IllegalArgumentException e) {
      String message = e.getMessage();
      throw new IOException(message.contains(source) ? message : source + ": " + message, e);
    }
  }

  private static ResourceDescription fromMap(YamlMap map, String source) {
    String type = map.text("type");
    String version = map.text("format_version");
    if (!type.equals("model") || !version.startsWith("0.5."))
      throw new IllegalArgumentException(source + ": only type 'model' of format_version 0.5 is read but it is '"
          + type + "' of " + version);
    if (!map.contains("config") || !map.map("config").contains("deep_matting"))
      throw new IllegalArgumentException(source + ": there is no config.deep_matting; it is the model of another"
          + " program, and only models made by Deep Matting's training can be used");
    YamlMap own = map.map("config").map("deep_matting");
    YamlMap weights = own.map("weights");
    String file = weights.text("source");
    if (file.isBlank() || !file.matches("[^/\\\\:]+") || file.equals(".."))
      throw new IllegalArgumentException(
          source + ": config.deep_matting.weights.source must be a file name in the same folder but is '"
              + Quoted.of(file) + "'");
    String sha256 = weights.text("sha256").toLowerCase(Locale.ROOT);
    if (!sha256.matches("[0-9a-f]{64}"))
      throw new IllegalArgumentException(source
          + ": config.deep_matting.weights.sha256 must be 64 hexadecimal digits (in quotes) but is '"
          + Quoted.of(sha256) + "'");
    ModelDescription model = new ModelDescription(
        map.text("name"),
        map.text("description"),
        map.maps("authors").stream().map(author -> author.text("name")).toList(),
        map.text("license"),
        map.contains("tags") ? map.texts("tags") : List.of(),
        map.instant("timestamp"),
        NetworkConfigurations.fromMap(own.map("network")),
        own.text("normalization"),
        own.contains("training") ? own.map("training").values() : Map.of());
    return new ResourceDescription(model, file, sha256);
  }

  /** The description as YAML text, for a folder that only this program reads. */
  String text() {
    return text(Optional.empty());
  }

  /**
   * The description as YAML text.
   *
   * @param published the files for other programs, if there are any
   */
  String text(Optional<PublishedFiles> published) {
    NetworkConfiguration network = model.network();
    Map<String, Object> input = TensorDescriptions.input(network);
    Map<String, Object> output = TensorDescriptions.output(network);
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("format_version", FORMAT_VERSION);
    map.put("type", "model");
    map.put("name", model.name());
    map.put("description", model.description());
    map.put("authors", model.authors().stream().map(author -> Map.of("name", author)).toList());
    map.put("license", model.license());
    map.put("cite", List.of(entries(
        "text", "Xu, N., Price, B., Cohen, S., Huang, T.: Deep Image Matting. CVPR 2017", "doi",
        "10.1109/CVPR.2017.41")));
    map.put("tags", model.tags());
    map.put("documentation", DOCUMENTATION);
    map.put("timestamp", model.timestamp().toString());
    published.ifPresent(files -> {
      map.put("covers", List.of(files.cover().source()));
      map.put("attachments", List.of(entries("source", weightsFile, "sha256", weightsSha256)));
      input.put("test_tensor", files.testInput().entry());
      output.put("test_tensor", files.testOutput().entry());
    });
    map.put("inputs", List.of(input));
    map.put("outputs", List.of(output));
    published.ifPresent(files -> {
      Map<String, Object> savedModel = files.savedModel().entry();
      savedModel.put("tensorflow_version", files.tensorflowVersion());
      map.put("weights", entries("tensorflow_saved_model_bundle", savedModel));
    });
    map.put("config", Map.of("deep_matting", entries(
        "network", NetworkConfigurations.toMap(network),
        "input_channels", TensorDescriptions.channelMeanings(network),
        "weights", entries("source", weightsFile, "sha256", weightsSha256),
        "normalization", model.normalization(),
        "training", model.training())));
    return YamlMap.write(map);
  }

  static Map<String, Object> entries(Object... keysAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) map.put((String) keysAndValues[i], keysAndValues[i + 1]);
    return map;
  }
}
