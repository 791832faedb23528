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
package io.github.deepmatting.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.deepmatting.network.NetworkConfiguration.Level;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkLayersTest {

  private static final NetworkConfiguration NETWORK = new NetworkConfiguration("small",
      List.of(InputFeature.IMAGE, InputFeature.TRIMAP), List.of(0.0, 0.0, 0.0), 1, 1, List.of(new Level(1, 3, 2)),
      new Level(1, 3, 2), List.of(new Level(1, 3, 2), new Level(1, 3, 2)), 3, false, false, false, List.of(2), 4,
      Optional.empty());

  private static Weights with(String array, float value) {
    Weights weights = NetworkLayers.initial(NETWORK, 1);
    weights.get(array).values()[1] = value;
    return weights;
  }

  /** Such weights gave a plausible matte. */
  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, 1e38f, -1e38f, 1.1e6f})
  void valuesThatNoNetworkHasAreRefused(float value) {
    String message = assertThrows(IllegalArgumentException.class,
        () -> NetworkLayers.check(NETWORK, with("deconv1/kernel", value))).getMessage();
    assertEquals("The weights do not fit the network 'small':\n  deconv1/kernel holds " + value
        + "; allowed are values from -1000000.0 to 1000000.0", message);
  }

  @Test
  void allWrongArraysAreNamed() {
    Weights weights = with("conv1_1/kernel", Float.NaN);
    weights.get("refinement2/bias").values()[0] = Float.NaN;
    String message =
        assertThrows(IllegalArgumentException.class, () -> NetworkLayers.check(NETWORK, weights)).getMessage();
    assertTrue(message.contains("conv1_1/kernel holds NaN") && message.contains("refinement2/bias holds NaN"), message);
    NetworkLayers.check(NETWORK, with("conv1_1/kernel", -1e6f));
  }
}
