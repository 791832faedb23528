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

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;

/**
 * What the BioImage.IO model specification 0.5 asks of a model folder, as its documentation for format version 0.5.3 has
 * it (bioimage-io/spec-bioimage-io, bioimageio/spec/model/v0_5.py and generic/v0_3.py): a second reading of the
 * specification, since its own validator is a Python program. Collects what breaks a rule.
 */
final class BioImageRules {

  private static final Set<String> KEYS = Set.of("format_version", "type", "name", "description", "authors", "license",
      "cite", "tags", "documentation", "timestamp", "inputs", "outputs", "config", "covers", "attachments", "weights",
      "version", "maintainers", "git_repo", "links", "training_data", "parent", "run_mode", "packaged_by", "icon", "id",
      "uploader");
  private static final Set<String> WEIGHTS = Set.of("keras_hdf5", "onnx", "pytorch_state_dict", "tensorflow_js",
      "tensorflow_saved_model_bundle", "torchscript");
  private static final Set<String> TYPES = Set.of("float32", "float64", "uint8", "int8", "uint16", "int16", "uint32",
      "int32", "uint64", "int64", "bool");
  private static final long LARGEST_COVER = 500_000;

  private final Path folder;
  private final List<String> broken = new ArrayList<>();

  private BioImageRules(Path folder) {
    this.folder = folder;
  }

  /** Broken rules of a description whose files lie in a folder; empty if there are none. */
  static List<String> broken(Map<String, Object> rdf, Path folder) throws IOException {
    BioImageRules rules = new BioImageRules(folder);
    rules.check(rdf);
    return rules.broken;
  }

  private void rule(boolean holds, String name) {
    if (!holds) broken.add(name);
  }

  private void check(Map<String, Object> rdf) throws IOException {
    for (String key : rdf.keySet()) rule(KEYS.contains(key), "unknown key " + key);
    rule("model".equals(rdf.get("type")), "type");
    rule(text(rdf, "format_version").matches("0\\.5\\.\\d+"), "format_version");
    rule(text(rdf, "name").matches("[A-Za-z0-9_+\\- ()]{5,128}"), "name");
    rule(text(rdf, "description").length() <= 1024, "description");
    rule(!list(rdf, "authors").isEmpty(), "authors");
    for (Map<String, Object> author : list(rdf, "authors"))
      rule(!text(author, "name").isBlank() && !text(author, "name").matches(".*[/\\\\].*"), "authors.name");
    String license = text(rdf, "license");
    rule(license.matches("[A-Za-z0-9.+-]+") && !Set.of("NOASSERTION", "NONE").contains(license)
        && !license.startsWith("LicenseRef-"), "license is none of SPDX's list");
    rule(!list(rdf, "cite").isEmpty(), "cite");
    for (Map<String, Object> cite : list(rdf, "cite"))
      rule(!text(cite, "text").isBlank()
          && (text(cite, "doi").matches("10\\.\\d{4}.+") || text(cite, "url").startsWith("https://")), "cite.doi or url");
    rule(text(rdf, "documentation").endsWith(".md") && exists(text(rdf, "documentation")), "documentation");
    rule(isTime(text(rdf, "timestamp")), "timestamp");
    covers(rdf);
    weights(rdf);
    for (Map<String, Object> attachment : list(rdf, "attachments")) file(attachment, "", "attachments");
    tensors(rdf);
  }

  private void covers(Map<String, Object> rdf) throws IOException {
    for (Object cover : (List<?>) rdf.getOrDefault("covers", List.of())) {
      String name = cover.toString();
      rule(name.matches("(?i).+\\.(gif|jpe?g|png|svg)") && exists(name), "covers: " + name);
      if (!exists(name)) continue;
      rule(Files.size(folder.resolve(name)) < LARGEST_COVER, "covers: size of " + name);
      BufferedImage image = ImageIO.read(folder.resolve(name).toFile());
      if (image == null) continue; // no image, or one of SVG
      double ratio = (double) image.getWidth() / image.getHeight();
      rule(ratio >= 1 && ratio <= 2, "covers: aspect ratio of " + name);
    }
  }

  private void weights(Map<String, Object> rdf) throws IOException {
    Map<String, Object> weights = map(rdf, "weights");
    rule(!weights.isEmpty(), "weights");
    for (String format : weights.keySet()) {
      rule(WEIGHTS.contains(format), "weights: unknown format " + format);
      file(map(weights, format), format.equals("tensorflow_saved_model_bundle") ? ".zip" : "", "weights." + format);
    }
    if (weights.containsKey("tensorflow_saved_model_bundle"))
      rule(text(map(weights, "tensorflow_saved_model_bundle"), "tensorflow_version").matches("\\d+\\.\\d+.*"),
          "weights: tensorflow_version");
  }

  private void tensors(Map<String, Object> rdf) throws IOException {
    rule(!list(rdf, "inputs").isEmpty() && !list(rdf, "outputs").isEmpty(), "inputs and outputs");
    Set<String> places = new HashSet<>();
    Set<String> names = new HashSet<>();
    for (Map<String, Object> input : list(rdf, "inputs")) {
      tensor(input, names);
      for (Map<String, Object> axis : list(input, "axes")) {
        places.add(input.get("id") + "." + axis.get("id"));
        if ("space".equals(axis.get("type"))) inputSize(axis);
        rule(!axis.containsKey("halo"), "inputs: halo");
      }
    }
    for (Map<String, Object> output : list(rdf, "outputs")) {
      tensor(output, names);
      for (Map<String, Object> axis : list(output, "axes")) {
        if (!"space".equals(axis.get("type"))) continue;
        Map<String, Object> size = map(axis, "size");
        rule(places.contains(size.get("tensor_id") + "." + size.get("axis_id")), "outputs: size refers to no axis");
        if (axis.containsKey("halo")) rule(axis.get("halo") instanceof Integer halo && halo >= 1, "outputs: halo");
      }
    }
  }

  private void inputSize(Map<String, Object> axis) {
    Map<String, Object> size = map(axis, "size");
    rule(size.get("min") instanceof Integer min && min > 0 && size.get("step") instanceof Integer step && step > 0,
        "inputs: size");
  }

  private void tensor(Map<String, Object> tensor, Set<String> names) throws IOException {
    String id = text(tensor, "id");
    rule(id.matches("[a-z_][a-z0-9_]{0,31}") && names.add(id), "tensor id " + id);
    rule(text(tensor, "description").length() <= 128, "tensor description");
    Set<String> axisIds = new HashSet<>();
    int batches = 0;
    for (Map<String, Object> axis : list(tensor, "axes")) {
      String type = text(axis, "type");
      rule(Set.of("batch", "channel", "index", "time", "space").contains(type), "axis type " + type);
      // Batch and channel are named by their types.
      String axisId = axis.containsKey("id") ? text(axis, "id") : type;
      rule(axisId.matches("[a-z_][a-z0-9_]{0,15}") && axisIds.add(axisId), "axis id " + axisId);
      if (type.equals("batch")) batches++;
      if (type.equals("channel")) channels(axis);
    }
    rule(batches <= 1 && axisIds.size() > 1, "axes of " + id);
    Map<String, Object> data = map(tensor, "data");
    rule(TYPES.contains(text(data, "type")), "data type");
    rule(data.get("range") instanceof List<?> range && range.size() == 2
        && ((Number) range.get(0)).doubleValue() < ((Number) range.get(1)).doubleValue(), "data range");
    file(map(tensor, "test_tensor"), ".npy", "test_tensor");
  }

  private void channels(Map<String, Object> axis) {
    List<?> names = (List<?>) axis.getOrDefault("channel_names", List.of());
    rule(!names.isEmpty() && new HashSet<>(names).size() == names.size(), "channel_names");
    for (Object name : names) rule(name.toString().matches("[A-Za-z_][A-Za-z0-9_]*"), "channel name " + name);
  }

  private void file(Map<String, Object> entry, String suffix, String where) throws IOException {
    String source = text(entry, "source");
    rule(source.endsWith(suffix) && exists(source), where + ": source " + source);
    if (!exists(source)) return;
    try {
      byte[] sum = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(folder.resolve(source)));
      rule(HexFormat.of().formatHex(sum).equals(entry.get("sha256")), where + ": sha256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private boolean exists(String name) {
    return !name.isBlank() && Files.isRegularFile(folder.resolve(name));
  }

  private static boolean isTime(String text) {
    try {
      OffsetDateTime.parse(text);
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static String text(Map<String, Object> map, String key) {
    return map.get(key) instanceof String text ? text : "";
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Map<String, Object> map, String key) {
    return map.get(key) instanceof Map<?, ?> found ? (Map<String, Object>) found : Map.of();
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> list(Map<String, Object> map, String key) {
    return map.get(key) instanceof List<?> found ? (List<Map<String, Object>>) found : List.of();
  }
}
