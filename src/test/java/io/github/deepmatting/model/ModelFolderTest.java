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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.deepmatting.files.Sha256;
import io.github.deepmatting.network.InputFeature;
import io.github.deepmatting.network.NetworkConfiguration;
import io.github.deepmatting.network.NetworkConfiguration.Level;
import io.github.deepmatting.network.NetworkLayers;
import io.github.deepmatting.network.Weights;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

class ModelFolderTest {

  @TempDir Path parent;
  private Path folder;

  static MattingModel tiny() {
    NetworkConfiguration network = new NetworkConfiguration("tiny",
        List.of(InputFeature.IMAGE, InputFeature.TRIMAP), List.of(0.5, 0.5, 0.5), 1, 1,
        List.of(new Level(1, 3, 2), new Level(1, 3, 2)), new Level(1, 3, 4),
        List.of(new Level(1, 1, 2), new Level(1, 3, 2), new Level(1, 3, 2)), 3, false, false, false, List.of(2), 10, Optional.empty());
    Map<String, Object> training = new LinkedHashMap<>();
    training.put("steps", 1200);
    training.put("learning-rate", 0.001);
    training.put("data", List.of("drawn strands", "textures"));
    ModelDescription description = new ModelDescription("Tiny test model", "For tests: nothing was learnt.",
        List.of("Ada", "Grace"), "BSD-2-Clause", List.of("matting", "test"),
        Instant.parse("2026-01-31T12:00:00Z"), network, "type-range", training);
    return new MattingModel(description, NetworkLayers.initial(network, 1));
  }

  @BeforeEach
  void write() throws IOException {
    folder = parent.resolve("tiny");
    ModelFolder.write(folder, tiny(), "# Tiny\n", false);
  }

  @Test
  void whatIsWrittenIsReadBack() throws Exception {
    MattingModel model = ModelFolder.read(folder);
    assertEquals(tiny().description(), model.description());
    assertEquals(tiny().description(), ModelFolder.describe(folder));
    assertEquals(tiny().weights().names(), model.weights().names());
    for (String name : model.weights().names())
      assertArrayEquals(tiny().weights().get(name).values(), model.weights().get(name).values(), name);
    assertEquals("# Tiny\n", Files.readString(folder.resolve("README.md")));
    try (var files = Files.list(parent)) {
      assertEquals(List.of(folder), files.toList());
    }
  }

  /** The fields that the BioImage.IO model specification 0.5 asks for, and its rules for sizes and halo. */
  @Test
  @SuppressWarnings("unchecked")
  void descriptionFollowsTheSpecification() throws Exception {
    Map<String, Object> rdf = new Yaml().load(Files.readString(folder.resolve("rdf.yaml")));
    assertEquals("model", rdf.get("type"));
    assertTrue(((String) rdf.get("format_version")).startsWith("0.5."));
    assertEquals(List.of(Map.of("name", "Ada"), Map.of("name", "Grace")), rdf.get("authors"));
    assertEquals("10.1109/CVPR.2017.41", ((List<Map<String, Object>>) rdf.get("cite")).get(0).get("doi"));
    assertEquals("README.md", rdf.get("documentation"));
    Map<String, Object> input = ((List<Map<String, Object>>) rdf.get("inputs")).get(0);
    List<Map<String, Object>> axes = (List<Map<String, Object>>) input.get("axes");
    assertEquals(List.of("batch", "space", "space", "channel"), axes.stream().map(axis -> axis.get("type")).toList());
    // Two poolings: multiples of 4. Halo 10 on both sides must leave something: 24 is the smallest such multiple.
    assertEquals(Map.of("min", 24, "step", 4), axes.get(1).get("size"));
    assertEquals(List.of("image_0", "image_1", "image_2", "trimap"), axes.get(3).get("channel_names"));
    Map<String, Object> output = ((List<Map<String, Object>>) rdf.get("outputs")).get(0);
    Map<String, Object> x = ((List<Map<String, Object>>) output.get("axes")).get(2);
    assertEquals(Map.of("tensor_id", "input", "axis_id", "x"), x.get("size"));
    assertEquals(10, x.get("halo"));
  }

  @Test
  void halfPrecisionIsSmallerAndClose() throws Exception {
    Path half = parent.resolve("half");
    ModelFolder.write(half, tiny(), "# Half\n", true);
    assertTrue(Files.size(half.resolve("weights.npz")) < Files.size(folder.resolve("weights.npz")));
    Weights weights = ModelFolder.read(half).weights();
    float[] expected = tiny().weights().get("conv1_1/kernel").values();
    assertArrayEquals(expected, weights.get("conv1_1/kernel").values(), 1e-3f);
  }

  @Test
  void anExistingFolderIsNeverOverwritten() throws Exception {
    byte[] before = Files.readAllBytes(folder.resolve("rdf.yaml"));
    assertThrows(FileAlreadyExistsException.class, () -> ModelFolder.write(folder, tiny(), "# Other\n", true));
    assertArrayEquals(before, Files.readAllBytes(folder.resolve("rdf.yaml")));
    assertEquals("# Tiny\n", Files.readString(folder.resolve("README.md")));
  }

  @Test
  void aFailedWriteLeavesNothing() throws Exception {
    Map<String, Weights.Array> arrays = new LinkedHashMap<>();
    for (String name : tiny().weights().names()) arrays.put(name, tiny().weights().get(name));
    arrays.put("conv1_1/bias", new Weights.Array(new long[] {2}, new float[] {1e6f, 0}));
    MattingModel tooLarge = new MattingModel(tiny().description(), new Weights(arrays));
    Path target = parent.resolve("failed");
    assertThrows(IllegalArgumentException.class, () -> ModelFolder.write(target, tooLarge, "", true));
    try (var files = Files.list(parent)) {
      assertEquals(List.of(folder), files.toList());
    }
  }

  private void assertRefused(String... parts) {
    Exception e = assertThrows(IOException.class, () -> ModelFolder.read(folder));
    for (String part : parts) assertTrue(e.getMessage().contains(part), () -> part + " is not in: " + e.getMessage());
  }

  private void replace(String old, String replacement) throws IOException {
    Path file = folder.resolve("rdf.yaml");
    String text = Files.readString(file);
    assertTrue(text.contains(old), () -> old + " is not in: " + text);
    Files.writeString(file, text.replace(old, replacement));
  }

  /** NaN, and what is infinite or absurd, came out as a plausible matte. */
  @Test
  void weightsThatAreNoNumbersAreRefused() throws Exception {
    Map<String, Weights.Array> arrays = new LinkedHashMap<>();
    for (String name : tiny().weights().names()) arrays.put(name, tiny().weights().get(name));
    String before = Sha256.of(folder.resolve("weights.npz"));
    for (float value : new float[] {Float.NaN, Float.NEGATIVE_INFINITY, 1e38f}) {
      arrays.put("conv3/bias", new Weights.Array(new long[] {4}, new float[] {0, value, 0, 0}));
      Npz.write(folder.resolve("weights.npz"), new Weights(arrays), false);
      String after = Sha256.of(folder.resolve("weights.npz"));
      replace(before, after);
      before = after;
      assertRefused("weights.npz", "conv3/bias holds " + value, "Install the model again");
      // What can't be made can't be exported either.
      assertThrows(IllegalArgumentException.class, () -> new MattingModel(tiny().description(), new Weights(arrays)));
    }
  }

  @Test
  void damagedWeightsAreRefused() throws Exception {
    Path file = folder.resolve("weights.npz");
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 4;
    Files.write(file, bytes);
    assertRefused("weights.npz is damaged", "SHA-256 is ", "expects ", "Install the model again");
  }

  @Test
  void weightsOfAnotherNetworkAreRefused() throws Exception {
    replace("width: 4", "width: 6");
    assertRefused("weights.npz", "conv3/kernel has the shape [3, 3, 2, 4], expected [3, 3, 2, 6]");
  }

  @Test
  void missingFilesAreNamed() throws Exception {
    Files.delete(folder.resolve("weights.npz"));
    assertRefused("weights.npz is missing");
    Files.delete(folder.resolve("rdf.yaml"));
    assertRefused("rdf.yaml is missing");
  }

  @Test
  void weightsOutsideTheFolderAreRefused() throws Exception {
    replace("source: weights.npz", "source: ../weights.npz");
    assertRefused("rdf.yaml", "weights.source must be a file name in the same folder but is '../weights.npz'");
  }

  @Test
  void descriptionsOfOtherProgramsAndVersionsAreRefused() throws Exception {
    replace("deep_matting:", "other_program:");
    assertRefused("rdf.yaml", "no config.deep_matting");
    replace("format_version: 0.5.3", "format_version: 0.4.10");
    assertRefused("rdf.yaml", "'model' of 0.4.10");
    replace("type: model", "kind: model");
    assertRefused("rdf.yaml", "'type' must be a text but is missing");
  }

  @Test
  void aTimeWithoutQuotesIsReadToo() throws Exception {
    replace("'2026-01-31T12:00:00Z'", "2026-01-31T12:00:00Z");
    assertEquals(tiny().description().timestamp(), ModelFolder.describe(folder).timestamp());
    replace("2026-01-31T12:00:00Z", "yesterday");
    assertRefused("rdf.yaml", "'timestamp' must be a time");
  }

  @Test
  void modelsAreFoundByNameAndPath() throws Exception {
    Models models = new Models(List.of(parent.resolve("nowhere"), parent));
    assertEquals("Tiny test model", models.info("tiny").name());
    assertEquals("Tiny test model", models.load(folder.toString()).description().name());
    Models.Entry entry = models.list().get(0);
    assertEquals("tiny", entry.name());
    assertEquals(folder.toString(), entry.location());
    assertEquals(Optional.of(tiny().description()), entry.description());
  }

  @Test
  void theFirstFolderWithTheNameCounts() throws Exception {
    Path other = parent.resolve("other");
    MattingModel second = new MattingModel(
        new ModelDescription("Second model", "x", List.of("Ada"), "MIT", List.of(), Instant.EPOCH,
            tiny().network(), "type-range", Map.of()),
        tiny().weights());
    ModelFolder.write(other.resolve("tiny"), second, "", false);
    assertEquals("Second model", new Models(List.of(other, parent)).info("tiny").name());
    assertEquals("Tiny test model", new Models(List.of(parent, other)).info("tiny").name());
    assertEquals(1, new Models(List.of(parent, other)).list().stream()
        .filter(entry -> entry.name().equals("tiny")).count());
  }

  @Test
  void aDamagedModelIsListedWithItsProblem() throws Exception {
    Files.writeString(folder.resolve("rdf.yaml"), "type: model");
    Models.Entry entry = new Models(List.of(parent)).list().get(0);
    assertTrue(entry.description().isEmpty());
    assertTrue(entry.problem().orElseThrow().contains("format_version"), entry.problem().get());
  }

  @Test
  void unknownModelsAreToldWithThoseThereAre() {
    Models models = new Models(List.of(parent));
    for (String name : List.of("huge", "no/such/folder", "../tiny", "\0")) {
      Exception e = assertThrows(IOException.class, () -> models.load(name));
      assertTrue(e.getMessage().contains("There is no model") && e.getMessage().contains("tiny"), e.getMessage());
    }
    Exception e = assertThrows(IOException.class, () -> models.load(parent.toString()));
    assertTrue(e.getMessage().contains("is no model folder"), e.getMessage());
  }

  @Test
  void modelsOnTheClassPathAreChecked() throws Exception {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (String file : List.of("rdf.yaml", "weights.npz")) files.put(file, Files.readAllBytes(folder.resolve(file)));
    ModelFolder.Source source =
        file -> files.containsKey(file) ? new java.io.ByteArrayInputStream(files.get(file)) : null;
    assertEquals("Tiny test model", ModelFolder.read(source, "models/tiny").description().name());
    files.remove("weights.npz");
    Exception e = assertThrows(IOException.class, () -> ModelFolder.read(source, "models/tiny"));
    assertTrue(e.getMessage().contains("models/tiny/weights.npz is missing"), e.getMessage());
  }
}
