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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.deepmatting.model.ModelSample;
import io.github.deepmatting.progress.Progress;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class DrawnSampleTest {

  @Test
  void imageTrimapAndAlphaFitTheNetwork() {
    LocalNetwork network = new LocalNetwork();
    ModelSample sample = DrawnSample.of(network, Progress.NONE);
    assertEquals(4, sample.channels());
    assertEquals(128, sample.shape().height());
    assertEquals(128, sample.shape().width());
    Set<Float> trimap = new TreeSet<>();
    for (int i = 0; i < sample.alpha().length; i++) {
      trimap.add(sample.input()[4 * i + 3]);
      for (int channel = 0; channel < 3; channel++) {
        float value = sample.input()[4 * i + channel];
        assertTrue(value >= 0 && value <= 1, "pixel " + i + ": " + value);
      }
    }
    assertEquals(Set.of(0f, 0.5f, 1f), trimap);
    assertArrayEquals(sample.alpha(), DrawnSample.of(network, Progress.NONE).alpha());
    float[] sorted = sample.alpha().clone();
    java.util.Arrays.sort(sorted);
    assertTrue(sorted[0] < sorted[sorted.length - 1], "a flat alpha tests nothing");
  }
}
