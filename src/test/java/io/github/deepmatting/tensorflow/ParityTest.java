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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.deepmatting.engine.Engine.DeviceChoice;
import io.github.deepmatting.network.AlphaNetwork;
import io.github.deepmatting.network.TensorShape;
import io.github.deepmatting.network.Weights;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Both stages agree with PyTorch; weights, input and output were made by src/test/python/paper_network.py. */
class ParityTest {

  @ParameterizedTest
  @CsvSource({"paper-tiny, 1", "paper-tiny, 2", "compact-tiny, 1", "compact-tiny, 2"})
  void agreesWithPyTorch(String name, int stage) throws Exception {
    Networks networks = Networks.read(name);
    Weights.Array input = networks.weights().get("input");
    Weights.Array expected = networks.weights().get("alpha" + stage);
    TensorShape shape =
        new TensorShape((int) input.shape()[0], (int) input.shape()[1], (int) input.shape()[2]);
    float[] actual = new float[expected.values().length];
    try (AlphaNetwork network =
        new TensorFlowEngine().load(networks.configuration(), networks.weights(), DeviceChoice.CPU, 1)) {
      network.predict(shape, stage, buffer -> buffer.put(input.values()), buffer -> buffer.get(actual));
    }
    float least = 1;
    float largest = 0;
    for (int i = 0; i < actual.length; i++) {
      assertEquals(expected.values()[i], actual[i], 1e-5f, "value " + i);
      least = Math.min(least, actual[i]);
      largest = Math.max(largest, actual[i]);
    }
    assertTrue(largest - least > 0.5, "the fixture must not be flat but spans " + least + " to " + largest);
  }
}
