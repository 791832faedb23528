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
package io.github.deepmatting.engine.install;

import io.github.deepmatting.engine.Device;
import io.github.deepmatting.engine.Engine;
import io.github.deepmatting.engine.EngineFolder;
import io.github.deepmatting.engine.EngineLoader;
import io.github.deepmatting.network.AlphaNetwork;
import io.github.deepmatting.network.InputFeature;
import io.github.deepmatting.network.NetworkConfiguration;
import io.github.deepmatting.network.NetworkLayers;
import io.github.deepmatting.network.TensorShape;
import io.github.deepmatting.network.Weights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The test matte, and the main class of the process that it runs in. The network is tiny and all of its weights are
 * zero but one bias, so every alpha is known: sigmoid(log 3) = 3/4.
 */
public final class TrialMatte {

  private static final float EXPECTED = 0.75f;
  private static final TensorShape TILE = new TensorShape(1, 8, 12);

  private TrialMatte() {}

  /**
   * Tries an engine in this process and writes its description to a file.
   *
   * @param arguments the engine's folder; the file to write
   * @throws IOException if the file can't be written
   */
  public static void main(String[] arguments) throws IOException {
    Files.writeString(Path.of(arguments[1]), run(EngineLoader.load(EngineFolder.at(Path.of(arguments[0])))));
  }

  /**
   * Runs a test matte.
   *
   * @return version, devices, and the reason why no GPU is among them if one could be, a line each
   * @throws IllegalStateException if the alpha is wrong
   */
  static String run(Engine engine) {
    NetworkConfiguration network = network();
    try (AlphaNetwork loaded = engine.load(network, weights(network), Engine.DeviceChoice.AUTO, 1)) {
      loaded.predict(TILE, 1, input -> {
        while (input.hasRemaining()) input.put(0.5f);
      }, output -> {
        while (output.hasRemaining()) {
          float alpha = output.get();
          if (!(Math.abs(alpha - EXPECTED) < 1e-3))
            throw new IllegalStateException("The test matte is " + alpha + " where it must be " + EXPECTED);
        }
      });
    }
    StringBuilder said = new StringBuilder(engine.version());
    for (Device device : engine.devices()) said.append('\n').append(device.type()).append(' ').append(device.name());
    engine.gpuProblem().ifPresent(problem -> said.append('\n').append(problem));
    return said.toString();
  }

  private static NetworkConfiguration network() {
    NetworkConfiguration.Level level = new NetworkConfiguration.Level(1, 3, 4);
    return new NetworkConfiguration("trial", List.of(InputFeature.IMAGE, InputFeature.TRIMAP),
        List.of(0.5, 0.5, 0.5), 1, 1, List.of(level, level), level, List.of(level, level, level), 3, false, false,
        false, List.of(4), 8, Optional.empty());
  }

  private static Weights weights(NetworkConfiguration network) {
    Map<String, Weights.Array> arrays = new LinkedHashMap<>();
    Weights initial = NetworkLayers.initial(network, 0);
    for (String name : initial.names()) {
      Weights.Array array = initial.get(name);
      arrays.put(name, new Weights.Array(array.shape(), new float[array.values().length]));
    }
    arrays.get("alpha_prediction/bias").values()[0] = (float) Math.log(3);
    return new Weights(arrays);
  }
}
