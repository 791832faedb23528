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
package io.github.deepmatting.engine;

import io.github.deepmatting.network.AlphaNetwork;
import io.github.deepmatting.network.InputFeature;
import io.github.deepmatting.network.NetworkConfiguration;
import io.github.deepmatting.network.NetworkLayers;
import io.github.deepmatting.network.TensorShape;
import io.github.deepmatting.network.Weights;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What {@link IsolationTest} runs in a process of its own; prints one "name=value" a line. */
public final class IsolatedMatte {

  private IsolatedMatte() {}

  public static void main(String[] arguments) throws ReflectiveOperationException {
    PrintStream out = System.out;
    out.println("legacy before=" + source("org.tensorflow.Session"));
    Engine engine = EngineLoader.get();
    out.println("version=" + engine.version());
    out.println("implementation from=" + engine.getClass().getClassLoader().getName());
    NetworkConfiguration tiny = tiny();
    out.println("by hand=" + alpha(engine, tiny, byHand(tiny), 1) + " " + alpha(engine, tiny, byHand(tiny), 2));
    out.println("initial=" + alpha(engine, tiny, NetworkLayers.initial(tiny, 1), 2));
    out.println("legacy after=" + source("org.tensorflow.Session"));
    out.println("protobuf=" + source("com.google.protobuf.GeneratedMessage"));
    out.println("same=" + (EngineLoader.get() == engine && EngineLoader.load(EngineFolder.find()) == engine));
    out.println("cache property=" + System.getProperty(NativeSettings.CACHE));
    try {
      EngineLoader.load(new EngineFolder(Path.of("another folder").toAbsolutePath(), List.of()));
    } catch (EngineUnavailableException e) {
      out.println("another=" + e.getMessage());
    }
  }

  private static String source(String name) throws ClassNotFoundException {
    return Path.of(Class.forName(name).getProtectionDomain().getCodeSource().getLocation().getPath())
        .getFileName()
        .toString();
  }

  private static NetworkConfiguration tiny() {
    NetworkConfiguration.Level four = new NetworkConfiguration.Level(1, 3, 4);
    return new NetworkConfiguration(
        "tiny", List.of(InputFeature.IMAGE, InputFeature.TRIMAP), List.of(0.5, 0.5, 0.5), 1, 1,
        List.of(four, four), four, List.of(four, four, four), 3, false, false, false, List.of(4), 8, Optional.empty());
  }

  /** All zero but two biases: the first stage's alpha is sigmoid(log 3) = 0.75, the refinement adds 0.125. */
  private static Weights byHand(NetworkConfiguration configuration) {
    Map<String, Weights.Array> arrays = new LinkedHashMap<>();
    Weights initial = NetworkLayers.initial(configuration, 0);
    for (String name : initial.names()) {
      long[] shape = initial.get(name).shape();
      arrays.put(name, new Weights.Array(shape, new float[initial.get(name).values().length]));
    }
    arrays.get("alpha_prediction/bias").values()[0] = (float) Math.log(3);
    arrays.get("refinement2/bias").values()[0] = 0.125f;
    return new Weights(arrays);
  }

  /** "minimum maximum" of a predicted tile. */
  private static String alpha(Engine engine, NetworkConfiguration configuration, Weights weights, int stage) {
    List<Float> values = new ArrayList<>();
    try (AlphaNetwork network = engine.load(configuration, weights, Engine.DeviceChoice.CPU, 1)) {
      network.predict(
          new TensorShape(1, 8, 12),
          stage,
          input -> {
            for (int i = 0; input.hasRemaining(); i++) input.put((i % 7) / 7f);
          },
          output -> {
            while (output.hasRemaining()) values.add(output.get());
          });
    }
    float smallest = (float) values.stream().mapToDouble(Float::doubleValue).min().orElseThrow();
    float largest = (float) values.stream().mapToDouble(Float::doubleValue).max().orElseThrow();
    return values.size() + ":" + smallest + ":" + largest;
  }
}
