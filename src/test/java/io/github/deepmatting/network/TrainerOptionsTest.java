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

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainerOptionsTest {

  private static TrainerOptions options(double[] v) {
    return new TrainerOptions(v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7], v[8], v[9], (int) v[10]);
  }

  private static double[] least() {
    return new double[] {0, 0, 0, 0, 0, 0, 1e-30, 0, 0, 0, 0};
  }

  @Test
  void theLeastValuesAreAllowed() {
    TrainerOptions options = options(least());
    assertEquals(0, options.alphaLoss());
    assertEquals(1e-30, options.epsilon());
    assertEquals(0, options.threads());
  }

  @ParameterizedTest
  @CsvSource({
    "0, -0.1, alphaLoss", "1, NaN, compositionalLoss", "2, Infinity, laplacianLoss", "3, -1, squaredLoss", "4, 1, beta1",
    "5, -0.1, beta2", "6, 0, epsilon", "7, -1, clipNorm", "8, NaN, weightDecay", "9, 1, averageDecay", "10, -1, threads"
  })
  void valuesThatCannotBeAreRefusedByName(int parameter, double value, String name) {
    double[] values = least();
    values[parameter] = value;
    String message = assertThrows(IllegalArgumentException.class, () -> options(values)).getMessage();
    assertTrue(message.startsWith(name + " is "), message);
  }
}
