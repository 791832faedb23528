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

import io.github.deepmatting.model.NetworkConfigurations;
import io.github.deepmatting.model.Npz;
import io.github.deepmatting.network.NetworkConfiguration;
import io.github.deepmatting.network.Weights;
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
