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

import io.github.deepmatting.network.InputFeature;
import io.github.deepmatting.network.NetworkConfiguration;
import io.github.deepmatting.network.TensorShape;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

class ModelExportTest {

  private static final int SIZE = 24;

  @TempDir Path parent;
  private Path folder;

  /** Unknown but for the first pixel, which is foreground; alpha one half everywhere. */
  static ModelSample sample() {
    float[] input = new float[SIZE * SIZE * 4];
    for (int i = 0; i < SIZE * SIZE; i++) {
      input[4 * i] = 1;
      input[4 * i + 2] = i / (float) (SIZE * SIZE);
      input[4 * i + 3] = i == 0 ? 1 : 0.5f;
    }
    float[] alpha = new float[SIZE * SIZE];
    Arrays.fill(alpha, 0.5f);
    return new ModelSample(new TensorShape(1, SIZE, SIZE), input, alpha);
  }

  @BeforeEach
  void write() throws IOException {
    folder = parent.resolve("tiny");
    ModelExport.writeFolder(folder, ModelFolderTest.tiny(), "# Tiny\n", sample(), new FakeEngine(false));
  }

  private Set<String> names(Path of) throws IOException {
    try (Stream<Path> files = Files.list(of)) {
      return files.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
    }
  }

  @Test
  void theModelIsReadBackAsAnyOther() throws Exception {
    MattingModel model = ModelFolder.read(folder);
    assertEquals(ModelFolderTest.tiny().description(), model.description());
    for (String name : model.weights().names())
      assertArrayEquals(ModelFolderTest.tiny().weights().get(name).values(), model.weights().get(name).values(), name);
    assertEquals("# Tiny\n", new Models(List.of(parent)).card("tiny"));
    assertEquals(Set.of("README.md", "cover.png", "rdf.yaml", "saved_model.zip", "test_input.npy", "test_output.npy",
        "weights.npz"), names(folder));
    assertEquals(Set.of("tiny"), names(parent));
  }

  /**
   * What the BioImage.IO model specification 0.5 (its JSON schema of format version 0.5.3) asks of a model beyond what
   * {@link ModelFolderTest} checks: one format of weights, and test tensors with their sums.
   */
  @Test
  @SuppressWarnings("unchecked")
  void theDescriptionNamesAllFiles() throws Exception {
    Map<String, Object> rdf = new Yaml().load(Files.readString(folder.resolve("rdf.yaml")));
    Map<String, Object> weights = (Map<String, Object>) rdf.get("weights");
    assertEquals(Set.of("tensorflow_saved_model_bundle"), weights.keySet());
    Map<String, Object> savedModel = (Map<String, Object>) weights.get("tensorflow_saved_model_bundle");
    assertEquals("2.18.0", savedModel.get("tensorflow_version"));
    assertFile("saved_model.zip", savedModel);
    Map<String, Object> input = ((List<Map<String, Object>>) rdf.get("inputs")).get(0);
    Map<String, Object> output = ((List<Map<String, Object>>) rdf.get("outputs")).get(0);
    assertFile("test_input.npy", (Map<String, Object>) input.get("test_tensor"));
    assertFile("test_output.npy", (Map<String, Object>) output.get("test_tensor"));
    assertFile("weights.npz", ((List<Map<String, Object>>) rdf.get("attachments")).get(0));
    assertEquals(List.of("cover.png"), rdf.get("covers"));
    for (Map<String, Object> tensor : List.of(input, output))
      assertTrue(((String) tensor.get("description")).length() <= 128, () -> tensor.get("description").toString());
    Map<String, Object> own = (Map<String, Object>) ((Map<String, Object>) rdf.get("config")).get("deep_matting");
    assertEquals(1200, ((Map<String, Object>) own.get("training")).get("steps"));
  }

  private void assertFile(String name, Map<String, Object> entry) throws Exception {
    assertEquals(name, entry.get("source"));
    byte[] digest =
        java.security.MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(folder.resolve(name)));
    assertEquals(java.util.HexFormat.of().formatHex(digest), entry.get("sha256"), name);
  }

  @Test
  void theSavedModelIsZippedWithItsFilesAtTheTop() throws Exception {
    try (ZipFile zip = new ZipFile(folder.resolve("saved_model.zip").toFile())) {
      assertEquals(List.of("saved_model.pb", "variables/variables.index"),
          zip.stream().map(entry -> entry.getName()).toList());
      assertEquals("index", new String(zip.getInputStream(zip.getEntry("variables/variables.index")).readAllBytes()));
    }
  }

  /** NumPy's format 1.0: 128 bytes of header here, then the values in C order. */
  @Test
  void testTensorsAreNumpyFiles() throws Exception {
    byte[] bytes = Files.readAllBytes(folder.resolve("test_input.npy"));
    int header = 10 + bytes[8] + 256 * bytes[9];
    String dictionary = new String(bytes, 10, header - 10);
    assertTrue(dictionary.contains("'descr': '<f4'") && dictionary.contains("'shape': (1, 24, 24, 4)"), dictionary);
    assertEquals(header + 4 * 4 * SIZE * SIZE, bytes.length);
    ByteBuffer values = ByteBuffer.wrap(bytes, header, bytes.length - header).order(ByteOrder.LITTLE_ENDIAN);
    for (float value : sample().input()) assertEquals(value, values.getFloat());
    byte[] output = Files.readAllBytes(folder.resolve("test_output.npy"));
    assertTrue(new String(output, 10, 100).contains("'shape': (1, 24, 24, 1)"));
    assertEquals(0.5f, ByteBuffer.wrap(output).order(ByteOrder.LITTLE_ENDIAN).getFloat(output.length - 4));
  }

  /** Of the shape that the specification wants: between 1:1 and 2:1. */
  @Test
  void theCoverShowsImageAndMatte() throws Exception {
    BufferedImage cover = ImageIO.read(folder.resolve("cover.png").toFile());
    assertEquals(2 * SIZE, cover.getWidth());
    assertEquals(SIZE, cover.getHeight());
    // The last pixel's blue is 255 * 575 / 576, which rounds to 255.
    assertEquals(0xffff00ff, cover.getRGB(SIZE - 1, SIZE - 1));
    assertEquals(0xffff0000, cover.getRGB(0, 0));
    assertEquals(0xffffffff, cover.getRGB(SIZE, 0), "known foreground");
    assertEquals(0xff808080, cover.getRGB(SIZE + 1, 0), "unknown");
  }

  @Test
  void everyInputChannelIsExplained() {
    NetworkConfiguration compact = NetworkConfigurations.named("compact");
    List<Map<String, Object>> meanings = TensorDescriptions.channelMeanings(compact);
    assertEquals(compact.inputChannels(), meanings.size());
    assertEquals("extended_colours_3", meanings.get(compact.channelOf(InputFeature.EXTENDED_COLOURS) + 3).get("name"));
    assertTrue(meanings.get(compact.channelOf(InputFeature.EXTENDED_COLOURS) + 3).get("meaning").toString()
        .startsWith("red of the known background"));
    String description = TensorDescriptions.input(compact).get("description").toString();
    assertTrue(description.contains("config.deep_matting.input_channels") && description.length() <= 128, description);
    // Two colours are at most the RGB cube's diagonal apart, 1.732.
    assertEquals(List.of(0.0, 1.75), ((Map<?, ?>) TensorDescriptions.input(compact).get("data")).get("range"));
    int smallest = ModelExport.smallestSample(compact);
    assertTrue(smallest > 2 * compact.halo() && smallest <= 2 * compact.halo() + 32 && smallest % 32 == 0, "" + smallest);
  }

  @Test
  void nothingIsOverwrittenAndAFailureLeavesNothing() throws Exception {
    byte[] before = Files.readAllBytes(folder.resolve("rdf.yaml"));
    assertThrows(FileAlreadyExistsException.class, () -> ModelExport.writeFolder(
        folder, ModelFolderTest.tiny(), "", sample(), new FakeEngine(false)));
    assertArrayEquals(before, Files.readAllBytes(folder.resolve("rdf.yaml")));
    Path other = parent.resolve("other");
    assertThrows(IOException.class, () -> ModelExport.writeFolder(
        other, ModelFolderTest.tiny(), "", sample(), new FakeEngine(true)));
    assertThrows(IOException.class, () -> ModelExport.writeArchive(
        parent.resolve("other.bioimage.io.zip"), ModelFolderTest.tiny(), "", sample(), new FakeEngine(true)));
    assertEquals(Set.of("tiny"), names(parent));
  }

  @Test
  void aSampleOfAnotherNetworkIsRefused() {
    ModelSample small = new ModelSample(new TensorShape(1, 4, 4), new float[64], new float[16]);
    Exception e = assertThrows(IllegalArgumentException.class, () -> ModelExport.writeFolder(
        parent.resolve("small"), ModelFolderTest.tiny(), "", small, new FakeEngine(false)));
    assertTrue(e.getMessage().contains("from 24 on in multiples of 4"), e.getMessage());
    assertThrows(IllegalArgumentException.class,
        () -> new ModelSample(new TensorShape(2, 4, 4), new float[128], new float[32]));
  }
}
