package io.github.deepmatting.tensorflow;

import io.github.deepmatting.engine.NetworkConfiguration;
import io.github.deepmatting.engine.Weights;
import io.github.deepmatting.model.NetworkConfigurations;
import io.github.deepmatting.model.Npz;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/** Small networks that several tests use: the ones whose outputs PyTorch computed. */
record Networks(NetworkConfiguration configuration, Weights weights) {

  static Networks read(String name) throws IOException {
    try (InputStream yaml = Networks.class.getResourceAsStream(name + ".yaml");
        InputStream arrays = Networks.class.getResourceAsStream(name + ".npz")) {
      return new Networks(
          NetworkConfigurations.read(yaml, name + ".yaml"), Npz.read(arrays, name + ".npz"));
    }
  }

  /** Uniform random values in [0,1). */
  static float[] random(int count, long seed) {
    Random random = new Random(seed);
    float[] values = new float[count];
    for (int i = 0; i < count; i++) values[i] = random.nextFloat();
    return values;
  }

  static Map<String, Weights.Array> mutable(Weights weights) {
    Map<String, Weights.Array> arrays = new LinkedHashMap<>();
    for (String name : weights.names()) arrays.put(name, weights.get(name));
    return arrays;
  }
}
