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
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ImprovementTest {

  /** By hand: of 0 and 1 a quarter of the resamples have the mean 0 and a quarter 1, so that both tails end there. */
  @Test
  void theIntervalOfTwoValuesReachesFromOneToTheOther() {
    assertArrayEquals(new double[] {0, 1}, Improvement.interval(new double[] {0, 1}), 0);
    assertArrayEquals(new double[] {3, 3}, Improvement.interval(new double[] {3}), 0);
  }

  /** Of many values it is nearly that of the central limit theorem: mean and 1.96 standard errors. */
  @Test
  void theIntervalOfManyValuesIsThatOfTheNormalDistribution() {
    double[] values = new Random(5).doubles(400).map(value -> 3 * value - 1).toArray();
    double mean = Arrays.stream(values).average().orElseThrow();
    double variance = Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum() / values.length;
    double error = 1.96 * Math.sqrt(variance / values.length);
    assertArrayEquals(new double[] {mean - error, mean + error}, Improvement.interval(values), 0.06 * error);
  }

  @Test
  void imagesAreComparedOneByOne() {
    Improvement same = Improvement.of("old", Map.of("sad", 2.0, "sad a", 1.0, "sad b", 3.0),
        Map.of("sad", 1.5, "sad a", 0.5, "sad b", 2.5));
    assertEquals(new Improvement("old", 2, 1.5, 0.5, 0.5, 2), same);
    assertEquals("SAD 1.500, 2 validation images: better than its start old (2.000) by 0.500, 25.0 % (95 % confidence"
        + " interval 0.500 to 0.500)", same.toString());
    Improvement chance = Improvement.of("old", Map.of("sad", 2.0, "sad a", 1.0, "sad b", 3.0),
        Map.of("sad", 1.5, "sad a", 1.5, "sad b", 1.5));
    assertTrue(chance.toString().endsWith("-0.500 to 1.500, so it may be chance)"), chance.toString());
  }
}
