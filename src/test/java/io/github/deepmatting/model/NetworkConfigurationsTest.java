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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.deepmatting.network.InputFeature;
import io.github.deepmatting.network.NetworkConfiguration;
import io.github.deepmatting.network.NetworkLayers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkConfigurationsTest {

  private static final String THIRD = """
      name: third
      inputs: [image, trimap, distances]
      image-offset: [0, 0.5, 0.25]
      input-scale: 2
      stem: 4
      encoder:
        - {convolutions: 1, kernel: 3, width: 8}
      bottleneck: {convolutions: 2, kernel: 5, width: 10}
      decoder:
        - {convolutions: 1, kernel: 1, width: 8}
        - {convolutions: 3, kernel: 3, width: 7}
      prediction-kernel: 1
      skips: true
      residual: false
      refinement-context: true
      refinement: []
      halo: 20
      smoothing: {epsilon: 1.0e-6, least: 0.01, certain: 0.5, power: 2}
      """;

  @TempDir Path folder;

  /**
   * VGG16 (Simonyan and Zisserman 2015, table 1, D) with a fourth input channel and 7x7 conv6, the decoder of Xu et al.
   * 2017, section 4.1, and its refinement, section 4.2: kernel² x inputs x outputs + outputs, worked out by hand.
   */
  @Test
  void paperHasTheParametersOfThePaperLayerByLayer() {
    Map<String, Long> expected = new LinkedHashMap<>();
    expected.put("conv1_1", 3 * 3 * 4 * 64 + 64L); // 2,368
    expected.put("conv1_2", 36_928L);
    expected.put("conv2_1", 73_856L);
    expected.put("conv2_2", 147_584L);
    expected.put("conv3_1", 295_168L);
    expected.put("conv3_2", 590_080L);
    expected.put("conv3_3", 590_080L);
    expected.put("conv4_1", 1_180_160L);
    expected.put("conv4_2", 2_359_808L);
    expected.put("conv4_3", 2_359_808L);
    expected.put("conv5_1", 2_359_808L);
    expected.put("conv5_2", 2_359_808L);
    expected.put("conv5_3", 2_359_808L);
    expected.put("conv6", 102_764_544L); // 7 x 7 x 512 x 4096 + 4096, fc6 of VGG16
    expected.put("deconv6", 2_097_664L);
    expected.put("deconv5", 6_554_112L);
    expected.put("deconv4", 3_277_056L);
    expected.put("deconv3", 819_328L);
    expected.put("deconv2", 204_864L);
    expected.put("deconv1", 102_464L);
    expected.put("alpha_prediction", 1_601L);
    expected.put("refinement1", 2_368L);
    expected.put("refinement2", 36_928L);
    expected.put("refinement3", 36_928L);
    expected.put("refinement4", 577L);
    Map<String, Long> actual = NetworkLayers.of(NetworkConfigurations.named("paper")).stream().collect(
        Collectors.toMap(NetworkLayers.Layer::name, NetworkLayers.Layer::parameters, Long::sum, LinkedHashMap::new));
    assertEquals(List.copyOf(expected.entrySet()), List.copyOf(actual.entrySet()));
    assertEquals(130_613_698L, actual.values().stream().mapToLong(Long::longValue).sum());
  }

  @Test
  void everyFileIsListedUnderItsName() throws Exception {
    Path resources = Path.of(NetworkConfigurations.class.getResource("/networks").toURI());
    Set<String> files;
    try (var list = Files.list(resources)) {
      files = list.map(file -> file.getFileName().toString().replace(".yaml", "")).collect(Collectors.toSet());
    }
    files.remove("index");
    assertEquals(new TreeSet<>(files), new TreeSet<>(NetworkConfigurations.names()));
    for (String name : NetworkConfigurations.names()) assertEquals(name, NetworkConfigurations.named(name).name());
  }

  @Test
  void aThirdConfigurationIsAMatterOfData() throws Exception {
    Path file = folder.resolve("third.yaml");
    Files.writeString(file, THIRD);
    NetworkConfiguration third = NetworkConfigurations.read(file);
    assertEquals(
        new NetworkConfiguration("third",
            List.of(InputFeature.IMAGE, InputFeature.TRIMAP, InputFeature.DISTANCES),
            List.of(0.0, 0.5, 0.25), 2, 4,
            List.of(new NetworkConfiguration.Level(1, 3, 8)),
            new NetworkConfiguration.Level(2, 5, 10),
            List.of(new NetworkConfiguration.Level(1, 1, 8), new NetworkConfiguration.Level(3, 3, 7)),
            1, true, false, true, List.of(), 20, Optional.of(new NetworkConfiguration.Smoothing(1e-6, 0.01, 0.5, 2))),
        third);
    // By hand: 6 inputs x 4² = 96 channels after the stem; deconv1 gets 8 unpooled and 8 skipped channels.
    assertEquals(
        List.of("conv1_1 3 96 8", "conv2_1 5 8 10", "conv2_2 5 10 10", "deconv2 1 10 8", "deconv1_1 3 16 7",
            "deconv1_2 3 7 7", "deconv1_3 3 7 7", "alpha_prediction 1 7 16"),
        NetworkLayers.of(third).stream()
            .map(layer -> layer.name() + " " + layer.kernel() + " " + layer.inputs() + " " + layer.outputs()).toList());
  }

  private static NetworkConfiguration cascade(List<InputFeature> inputs, int coarsest) {
    NetworkConfiguration.Level level = new NetworkConfiguration.Level(1, 3, 2);
    return new NetworkConfiguration("cascade", inputs, List.of(0.0, 0.0, 0.0), 1, 2, List.of(level), level,
        List.of(level, level), 3, true, true, false, List.of(), 8, coarsest, Optional.empty());
  }

  @Test
  void aCascadeSaysHowFarDownItGoes() {
    NetworkConfiguration cascade =
        cascade(List.of(InputFeature.IMAGE, InputFeature.TRIMAP, InputFeature.COARSE_ALPHA), 200);
    assertEquals(cascade, NetworkConfigurations.fromMap(NetworkConfigurations.toMap(cascade), "round trip"));
    assertTrue(cascade.cascades());
    assertTrue(cascade.hasCoarser(201, 1) && cascade.hasCoarser(10, 900) && !cascade.hasCoarser(200, 200));
    assertEquals(Optional.of(InputFeature.COARSE_ALPHA), cascade.prior());
    // The half of a sample must be a tensor too: twice stem times pooling.
    assertEquals(8, cascade.cropMultiple());
  }

  @Test
  void aCascadeThatDoesNotFitIsRefused() {
    List<InputFeature> coarse = List.of(InputFeature.IMAGE, InputFeature.TRIMAP, InputFeature.COARSE_ALPHA);
    List<InputFeature> both = List.of(
        InputFeature.IMAGE, InputFeature.TRIMAP, InputFeature.COARSE_ALPHA, InputFeature.CLOSED_FORM_ALPHA);
    List<InputFeature> closedForm = List.of(InputFeature.IMAGE, InputFeature.TRIMAP, InputFeature.CLOSED_FORM_ALPHA);
    assertRefused(coarse, 0, "needs coarsest to be 32 to 65536 but it is 0");
    assertRefused(coarse, 31, "but it is 31");
    assertRefused(closedForm, 200, "coarsest is 200 but coarse-alpha is not among the inputs");
    assertRefused(both, 200, "both closed-form-alpha and coarse-alpha");
  }

  private static void assertRefused(List<InputFeature> inputs, int coarsest, String message) {
    Exception e = assertThrows(IllegalArgumentException.class, () -> cascade(inputs, coarsest));
    assertTrue(e.getMessage().contains(message), e.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"paper", "compact"})
  void mapsRoundTrip(String name) {
    NetworkConfiguration configuration = NetworkConfigurations.named(name);
    assertEquals(configuration,
        NetworkConfigurations.fromMap(NetworkConfigurations.toMap(configuration), "round trip"));
  }

  @Test
  void anUnknownNameIsToldWithThoseThereAre() {
    Exception e = assertThrows(IllegalArgumentException.class, () -> NetworkConfigurations.named("huge"));
    assertTrue(e.getMessage().contains("'huge'") && e.getMessage().contains("paper, compact"), e.getMessage());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      stem: 4 | stem: four | 'stem' must be an integer but is a text (four)
      stem: 4 | stem: 3 | stem must be 1, 2 or 4 but is 3
      stem: 4 | stems: 4 | 'stem' must be an integer but is missing
      halo: 20 | {halo: 20, margin: 3} | is no valid YAML
      halo: 20 | halo: 2.5 | 'halo' must be an integer
      width: 10} | width: 10, dilation: 2} | unknown key 'bottleneck.dilation'
      width: 7} | width: wide} | 'decoder[1].width' must be an integer but is a text (wide)
      width: 7} | width: -7} | positive width
      [image, trimap, distances] | [image, trimap, depth] | Unknown input feature 'depth'
      [image, trimap, distances] | [image, 7] | 'inputs[1]' must be one of a list of texts but is a number (7)
      refinement: [] | refinement: none | 'refinement' must be a list of integers but is a text (none)
      least: 0.01 | least: 0 | least in (0,1e6]
      power: 2} | power: 2, sigma: 1} | unknown key 'smoothing.sigma'
      skips: true | skips: 1 | 'skips' must be true or false
      name: third | '!!java.io.File third.yaml' | is no valid YAML
      name: third | '- third' | is no valid YAML
      """)
  void mistakesAreNamedWithFileAndKey(String right, String wrong, String message) throws Exception {
    Path file = folder.resolve("mistaken.yaml");
    assertTrue(THIRD.contains(right));
    Files.writeString(file, THIRD.replace(right, wrong));
    Exception e = assertThrows(IOException.class, () -> NetworkConfigurations.read(file));
    assertTrue(e.getMessage().contains("mistaken.yaml") && e.getMessage().contains(message), e.getMessage());
  }

  @Test
  void filesWithoutAMappingAreRefused() throws Exception {
    Path file = folder.resolve("empty.yaml");
    for (String text : List.of("", "- a", "text")) {
      Files.writeString(file, text);
      Exception e = assertThrows(IOException.class, () -> NetworkConfigurations.read(file));
      assertTrue(e.getMessage().contains("empty.yaml must hold a YAML mapping"), e.getMessage());
    }
  }
}
