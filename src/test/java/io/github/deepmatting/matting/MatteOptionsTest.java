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
package io.github.deepmatting.matting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.deepmatting.engine.Engine.DeviceChoice;
import io.github.deepmatting.foreground.ForegroundOptions;
import io.github.deepmatting.image.Normalization;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MatteOptionsTest {

  private static final MatteOptions DEFAULT = MatteOptions.DEFAULT;

  @Test
  void wordsOfEveryKey() {
    MatteOptions options = MatteOptions.of(Map.of("model", "my/model", "device", "GPU", "threads", 3, "normalization",
        "Display", "stage", " 2 ", "tile", "64", "outputs", "cutout, Alpha", "alphatype", "8-Bit", "foreground", true));
    assertEquals(new MatteOptions("my/model", DeviceChoice.GPU, 3, Optional.of(Normalization.DISPLAY_RANGE), 2, 64,
        EnumSet.allOf(MatteOutput.class), AlphaType.EIGHT_BIT, ForegroundOptions.DEFAULT), options);
    assertEquals(DEFAULT, MatteOptions.of(Map.of("device", "auto", "normalization", "model", "stage", "last", "tile", 0,
        "threads", 0, "outputs", "alpha", "alphatype", "float", "foreground", "false", "model", "compact")));
  }

  @Test
  void normalizations() {
    assertEquals(Optional.empty(), MatteOptions.normalization("model"));
    assertEquals(Optional.of(Normalization.AUTO), MatteOptions.normalization("auto"));
    assertEquals(Optional.of(Normalization.TYPE_RANGE), MatteOptions.normalization("type-range"));
    assertEquals(Optional.of(Normalization.TYPE_RANGE), MatteOptions.normalization("type"));
    assertEquals(Optional.of(Normalization.DISPLAY_RANGE), MatteOptions.normalization(" Display-Range "));
    assertEquals(Optional.of(Normalization.PERCENTILE), MatteOptions.normalization("percentile"));
    assertFails("normalization is ''; allowed are model, auto, type, display, percentile", "normalization", "");
  }

  @Test
  void foregroundIsOneOfTheOutputs() {
    MatteOptions with = DEFAULT.with("foreground", true);
    assertEquals(Set.of(MatteOutput.ALPHA, MatteOutput.FOREGROUND), with.outputs());
    assertEquals(DEFAULT, with.with("foreground", false));
  }

  @Test
  void wrongWordsAreToldWithThoseAllowed() {
    assertFails("An option is 'stge'; allowed are model, device, threads", "stge", 1);
    assertFails("device is 'tpu'; allowed are auto, cpu, gpu", "device", "tpu");
    assertFails("stage is '0'; allowed are last, 1, 2", "stage", 0);
    assertFails("stage is 'null'", "stage", null);
    assertFails("tile is 'big'; it must be a whole number", "tile", "big");
    assertFails("Tile is 31; allowed are 32 to 16384", "tile", 31);
    assertFails("number of threads is -1", "threads", -1);
    assertFails("alpha type is '12-bit'; allowed are float, 8-bit, 16-bit", "alphatype", "12-bit");
    assertFails("foreground is 'yes'; allowed are false, true", "foreground", "yes");
    for (String list : new String[] {"", "alpha,", "alpha foreground"})
      assertFails("allowed are alpha, foreground, cutout", "outputs", list);
    assertThrows(IllegalArgumentException.class, () -> DEFAULT.withStage(3));
    assertThrows(IllegalArgumentException.class, () -> DEFAULT.withOutputs(Set.of()));
  }

  private static void assertFails(String part, String key, Object value) {
    String message = assertThrows(IllegalArgumentException.class, () -> DEFAULT.with(key, value)).getMessage();
    assertTrue(message.contains(part), message);
  }
}
