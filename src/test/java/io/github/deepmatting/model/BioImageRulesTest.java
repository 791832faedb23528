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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.deepmatting.network.NetworkConfiguration;
import io.github.deepmatting.network.NetworkLayers;
import io.github.deepmatting.network.TensorShape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.Yaml;

/** Published models against the rules of BioImage.IO. */
class BioImageRulesTest {

  @TempDir private Path parent;
  private Path folder;
  private String description;

  @BeforeEach
  void publish() throws IOException {
    folder = parent.resolve("tiny");
    ModelExport.writeFolder(
        folder, ModelFolderTest.tiny(), "# Tiny\n", ModelExportTest.sample(), new FakeEngine(false));
    description = Files.readString(folder.resolve("rdf.yaml"));
  }

  private List<String> broken(String text) throws IOException {
    return BioImageRules.broken(new Yaml().<Map<String, Object>>load(text), folder);
  }

  @Test
  void aPublishedModelBreaksNone() throws IOException {
    assertEquals(List.of(), broken(description));
  }

  /** With its computed input channels; {@code paper}'s four are those of the tiny one. */
  @Test
  void aModelOfTheNetworkCompactBreaksNone() throws IOException {
    NetworkConfiguration network = NetworkConfigurations.named("compact");
    ModelDescription tiny = ModelFolderTest.tiny().description();
    MattingModel model = new MattingModel(new ModelDescription(tiny.name(), tiny.description(), tiny.authors(),
        tiny.license(), tiny.tags(), tiny.timestamp(), network, tiny.normalization(), tiny.training()),
        NetworkLayers.initial(network, 1));
    int size = ModelExport.smallestSample(network);
    ModelSample sample = new ModelSample(new TensorShape(1, size, size),
        new float[size * size * network.inputChannels()], new float[size * size]);
    folder = parent.resolve("compact");
    ModelExport.writeFolder(folder, model, "# It\n", sample, new FakeEngine(false));
    assertEquals(List.of(), broken(Files.readString(folder.resolve("rdf.yaml"))));
  }

  /** The rules see what is wrong: each change of one place breaks the one it should. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "name: Tiny test model | name: Tiny | name",
    "license: BSD-2-Clause | license: NOASSERTION | license",
    "format_version: 0.5.3 | format_version: 0.4.10 | format_version",
    "type: space | type: spatial | axis type",
    "axis_id: x | axis_id: z | size refers to no axis",
    "test_input.npy | gone.npy | test_tensor",
    "saved_model.zip | weights.npz | weights",
    "tensorflow_version | version_of_tensorflow | tensorflow_version",
    "covers: | pictures: | unknown key",
    "doi: | address: | cite",
    "- cover.png | - README.md | covers",
    "documentation: README.md | documentation: rdf.yaml | documentation",
    "- image_1 | - image-1 | channel name",
    "- image_1 | - image_0 | channel_names",
    "halo: 10 | halo: 0 | halo",
    "step: 4 | step: 0 | inputs: size",
    "type: float32 | type: float | data type",
  })
  void aMistakeIsSeen(String good, String bad, String rule) throws IOException {
    assertTrue(description.contains(good), good);
    List<String> broken = broken(description.replaceFirst(java.util.regex.Pattern.quote(good), bad));
    assertTrue(broken.stream().anyMatch(one -> one.contains(rule)), broken.toString());
  }

  @Test
  void aWrongSumIsSeen() throws IOException {
    Files.writeString(folder.resolve("test_output.npy"), "changed");
    assertEquals(List.of("test_tensor: sha256"), broken(description));
  }
}
