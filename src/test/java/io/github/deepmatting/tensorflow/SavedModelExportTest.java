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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.deepmatting.engine.Engine.DeviceChoice;
import io.github.deepmatting.model.MattingModel;
import io.github.deepmatting.model.ModelArchive;
import io.github.deepmatting.model.ModelDescription;
import io.github.deepmatting.model.ModelExport;
import io.github.deepmatting.model.ModelSample;
import io.github.deepmatting.model.Npz;
import io.github.deepmatting.network.AlphaNetwork;
import io.github.deepmatting.network.NetworkLayers;
import io.github.deepmatting.network.TensorShape;
import io.github.deepmatting.network.Weights;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tensorflow.GraphOperation;
import org.tensorflow.SavedModelBundle;

/** An exported SavedModel gives the alpha that the network itself gives. */
class SavedModelExportTest {

  private static final float TOLERANCE = 1e-6f;

  @TempDir Path folder;

  private Path export(Networks networks) throws IOException {
    Path savedModel = folder.resolve("saved");
    new TensorFlowEngine().export(networks.configuration(), networks.weights(), savedModel);
    return savedModel;
  }

  private static float[] predicted(Networks networks, int stage) {
    return predicted(networks, networks.weights().get("input"), stage);
  }

  private static float[] predicted(Networks networks, Weights.Array input, int stage) {
    TensorShape shape = new TensorShape((int) input.shape()[0], (int) input.shape()[1], (int) input.shape()[2]);
    float[] alpha = new float[(int) shape.pixels()];
    try (AlphaNetwork network =
        new TensorFlowEngine().load(networks.configuration(), networks.weights(), DeviceChoice.CPU, 1)) {
      network.predict(shape, stage, buffer -> buffer.put(input.values()), buffer -> buffer.get(alpha));
    }
    return alpha;
  }

  @ParameterizedTest
  @ValueSource(strings = {"paper-tiny", "compact-tiny"})
  void aLoadedSavedModelGivesTheSameAlpha(String name) throws Exception {
    Networks networks = Networks.read(name);
    Weights.Array input = networks.weights().get("input");
    Path savedModel = export(networks);
    Map<String, Weights.Array> one = SavedModelAlpha.run(savedModel, "serving_default", input);
    assertEquals(Set.of("alpha"), one.keySet());
    long[] shape = {input.shape()[0], input.shape()[1], input.shape()[2], 1};
    assertArrayEquals(shape, one.get("alpha").shape());
    assertArrayEquals(predicted(networks, 2), one.get("alpha").values(), TOLERANCE);
    Map<String, Weights.Array> both = SavedModelAlpha.run(savedModel, "stages", input);
    assertEquals(Set.of("alpha", "encoder_decoder_alpha"), both.keySet());
    assertArrayEquals(predicted(networks, 2), both.get("alpha").values(), TOLERANCE);
    assertArrayEquals(predicted(networks, 1), both.get("encoder_decoder_alpha").values(), TOLERANCE);
  }

  /** All the way: exported as one file, imported, unzipped, run. */
  @Test
  void anotherProcessGetsTheAlphaOfAnArchivesTestTensors() throws Exception {
    Networks networks = Networks.read("paper-tiny");
    ModelDescription description = new ModelDescription("Tiny paper network", "Random weights.", List.of("Ada"),
        "BSD-2-Clause", List.of(), Instant.EPOCH, networks.configuration(), "type-range", Map.of());
    int size = ModelExport.smallestSample(networks.configuration());
    Weights.Array input = new Weights.Array(new long[] {1, size, size, 4}, Networks.random(4 * size * size, 5));
    float[] alpha = predicted(networks, input, 2);
    Path archive = folder.resolve("tiny.bioimage.io.zip");
    ModelExport.writeArchive(archive, new MattingModel(description, networks.weights()), "",
        new ModelSample(new TensorShape(1, size, size), input.values(), alpha), new TensorFlowEngine());
    Path imported = ModelArchive.importInto(archive, folder.resolve("models"), "tiny");
    Path savedModel = unzip(imported.resolve("saved_model.zip"));

    Path inputFile = folder.resolve("input.npz");
    Path outputFile = folder.resolve("output.npz");
    Npz.write(inputFile, new Weights(Map.of("input", input)), false);
    Path log = folder.resolve("log.txt");
    Process process = new ProcessBuilder(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m", "-cp",
        System.getProperty("java.class.path"), SavedModelAlpha.class.getName(),
        savedModel.toString(), inputFile.toString(), outputFile.toString())
        .redirectErrorStream(true).redirectOutput(log.toFile()).start();
    boolean ended = process.waitFor(3, TimeUnit.MINUTES);
    if (!ended) process.destroyForcibly();
    assertTrue(ended && process.exitValue() == 0, Files.readString(log));
    assertArrayEquals(alpha, Npz.read(outputFile).get("alpha").values(), TOLERANCE);
  }

  private Path unzip(Path archive) throws IOException {
    Path to = Files.createDirectory(folder.resolve("unzipped"));
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        Path file = to.resolve(entry.getName());
        Files.createDirectories(file.getParent());
        Files.copy(zip.getInputStream(entry), file);
      }
    }
    return to;
  }

  /** Of the paper's inputs alone one tensor of four channels; no placeholder beside it that someone would have to feed. */
  @Test
  void theGraphIsThatOfInferenceAlone() throws Exception {
    Networks networks = Networks.read("paper-tiny");
    Path savedModel = export(networks);
    Set<String> variables = new TreeSet<>();
    List<String> updates = new ArrayList<>();
    try (SavedModelBundle bundle = SavedModelBundle.load(savedModel.toString(), "serve")) {
      bundle.graph().operations().forEachRemaining(operation -> {
        if (operation.type().startsWith("Variable")) variables.add(operation.name());
        if (operation.type().startsWith("Apply") || operation.type().contains("Backprop"))
          updates.add(operation.name());
      });
      GraphOperation input = bundle.graph().operation("input");
      assertEquals("Placeholder", input.type());
      assertArrayEquals(new long[] {-1, -1, -1, 4}, input.output(0).shape().asArray());
    }
    Set<String> expected = new TreeSet<>();
    for (NetworkLayers.Layer layer : NetworkLayers.of(networks.configuration())) {
      expected.add(layer.name() + "/kernel");
      expected.add(layer.name() + "/bias");
    }
    assertEquals(expected, variables);
    assertEquals(List.of(), updates);
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(savedModel), files.toList());
    }
  }

  @Test
  void whatCanNotBeWrittenLeavesNothing() throws Exception {
    Networks networks = Networks.read("paper-tiny");
    Path there = Files.createDirectory(folder.resolve("saved"));
    assertThrows(FileAlreadyExistsException.class, () -> export(networks));
    Files.delete(there);
    Networks other = Networks.read("compact-tiny");
    Exception e = assertThrows(IllegalArgumentException.class,
        () -> new TensorFlowEngine().export(networks.configuration(), other.weights(), there));
    assertTrue(e.getMessage().contains("conv1_1/kernel"), e.getMessage());
    Path file = Files.createFile(folder.resolve("file"));
    assertThrows(IOException.class, () -> new TensorFlowEngine()
        .export(networks.configuration(), networks.weights(), file.resolve("saved")));
    Files.delete(file);
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(), files.toList());
    }
  }
}
