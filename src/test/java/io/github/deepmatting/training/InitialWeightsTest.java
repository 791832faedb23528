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
package io.github.deepmatting.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.deepmatting.engine.Engine.DeviceChoice;
import io.github.deepmatting.model.Models;
import io.github.deepmatting.model.NetworkConfigurations;
import io.github.deepmatting.model.Npz;
import io.github.deepmatting.network.NetworkConfiguration;
import io.github.deepmatting.network.NetworkLayers;
import io.github.deepmatting.training.loop.FakeTrainer;
import io.github.deepmatting.training.loop.SmallRecipe;
import io.github.deepmatting.training.recipe.TrainingLength;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InitialWeightsTest {

  @TempDir private Path folder;

  private InitialWeights read(Path file) throws IOException {
    return InitialWeights.read(file.toString(), new Models(List.of()));
  }

  private TrainingRequest request(NetworkConfiguration network, InitialWeights start) {
    Path images = folder.resolve("images");
    return new TrainingRequest(TrainingData.of(images, images), Optional.empty(), folder.resolve("model"), network,
        Optional.of(start), SmallRecipe.of(2), TrainingLength.ofSteps(2), 7, DeviceChoice.CPU, 1, false, false,
        new ModelLabel("A test model", "Ada", "CC0-1.0"));
  }

  @Test
  void weightsOfAnotherNetworkAreRefused() throws IOException {
    Path file = folder.resolve("other.NPZ");
    Npz.write(file, NetworkLayers.initial(NetworkConfigurations.named("compact"), 4), true);
    String message = assertThrows(
        IllegalArgumentException.class, () -> request(FakeTrainer.CONFIGURATION, read(file))).getMessage();
    assertTrue(message.contains("conv1_1/kernel has the shape"), message);
  }

  @Test
  void anNpzFileIsTakenAsItIs() throws IOException {
    Path file = folder.resolve("all.npz");
    Npz.write(file, NetworkLayers.initial(FakeTrainer.CONFIGURATION, 4), false);
    InitialWeights start = request(FakeTrainer.CONFIGURATION, read(file)).start().orElseThrow();
    assertEquals("all.npz", start.name());
    assertArrayEquals(NetworkLayers.initial(FakeTrainer.CONFIGURATION, 4).get("conv1_1/kernel").values(),
        start.weights().get("conv1_1/kernel").values());
  }
}
