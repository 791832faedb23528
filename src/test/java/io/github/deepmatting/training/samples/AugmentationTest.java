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
package io.github.deepmatting.training.samples;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What is done to colours after a sample was composed. */
class AugmentationTest {

  private static final int SIZE = 200;

  /** By hand: grey of (0.9, 0.6, 0.3) is 0.6; half the saturation gives 0.75, 0.6, 0.45; squared, times the gains. */
  @Test
  void coloursChangeByTheFormula() {
    float[] colours = {0.9f, 0.6f, 0.3f};
    new ColourChange(2, 0.5, new double[] {1, 0.5, 2}).apply(colours);
    assertArrayEquals(new float[] {0.5625f, 0.18f, 0.405f}, colours, 1e-4f);
    // 4 * 0.5625 is clipped.
    float[] bright = {0.75f, 0.75f, 0.75f};
    new ColourChange(2, 1, new double[] {4, 1, 1}).apply(bright);
    assertArrayEquals(new float[] {1, 0.5625f, 0.5625f}, bright, 1e-4f);
  }

  /**
   * The photon transfer model: with v = 0.4, mean (o + (1 - o) e v) g and variance ((1 - o) g / N)^2 (e v N + r^2) plus
   * that of rounding, step^2 / 12; few electrons, so that Poisson's law is drawn by counting, and many.
   */
  @Test
  void aSensorsNoiseHasTheMeanAndVarianceOfItsPhotons() {
    for (SensorEffects sensor : List.of(new SensorEffects(150, 2, 0.5, 0.1, 16, false),
        new SensorEffects(5000, 6, 0.8, 0.02, 12, true), new SensorEffects(60000, 1, 1, 0, 12, false))) {
      float[] colours = {0.4f};
      sensor.applyMean(colours);
      double gain = sensor.wordRange() ? 4095 / 65535.0 : 1;
      double mean = (sensor.offset() + (1 - sensor.offset()) * sensor.exposure() * 0.4) * gain;
      assertEquals(mean, colours[0], 1e-6);
      float[] rgb = new float[3 * SIZE * SIZE];
      Arrays.fill(rgb, 0.4f);
      sensor.apply(rgb, new SplittableRandom(5));
      double step = gain / ((1 << sensor.bits()) - 1);
      double variance = Math.pow((1 - sensor.offset()) * gain / sensor.electrons(), 2)
          * (sensor.exposure() * 0.4 * sensor.electrons() + sensor.readNoise() * sensor.readNoise()) + step * step / 12;
      double sum = 0;
      double squares = 0;
      for (float value : rgb) {
        sum += value - mean;
        squares += (value - mean) * (value - mean);
        assertEquals(Math.rint(value / step), value / step, 2e-3, "must be one of the converter's values");
      }
      // Four standard errors of 120,000 values.
      assertEquals(0, sum / rgb.length, 4 * Math.sqrt(variance / rgb.length), sensor.toString());
      assertEquals(1, squares / rgb.length / variance, 4 * Math.sqrt(2.2 / rgb.length), sensor.toString());
    }
  }

  /** Poisson's law itself: chance of 0, 1 and 2 at a mean of 1.5 is e^-1.5 times 1, 1.5, 1.125. */
  @Test
  void fewPhotonsAreCountedByPoissonsLaw() {
    SplittableRandom random = new SplittableRandom(3);
    int[] counts = new int[20];
    for (int i = 0; i < 100000; i++) counts[(int) SensorEffects.poisson(1.5, random)]++;
    double[] expected = {1, 1.5, 1.125};
    for (int k = 0; k < 3; k++) assertEquals(Math.exp(-1.5) * expected[k], counts[k] / 1e5, 0.006);
    assertEquals(0, SensorEffects.poisson(0, random));
  }

  /** Means 0.2 and 0.8: half of the way is 0.3. */
  @Test
  void anObjectComesNearToItsBackground() {
    float[] colours = {0.1f, 0.3f, 0.1f, 0.3f, 0.1f, 0.3f};
    float[] others = new float[6];
    Arrays.fill(others, 0.8f);
    ColourChange.approach(colours, new float[] {1, 1}, others, 0.5);
    for (int i = 0; i < 6; i++) assertEquals(i % 2 == 0 ? 0.4 : 0.6, colours[i], 1e-4);
  }

  private static float[] flat(float value) {
    float[] rgb = new float[3 * SIZE * SIZE];
    Arrays.fill(rgb, value);
    return rgb;
  }

  private static double deviation(float[] values, float mean) {
    double sum = 0;
    for (float value : values) sum += (value - mean) * (value - mean);
    return Math.sqrt(sum / values.length);
  }

  /** Its variance is that of the reading plus one that grows with the light; grain spreads it but keeps about as much. */
  @Test
  void noiseHasTheVarianceTold() {
    for (float value : new float[] {0.2f, 0.6f}) {
      double expected = Math.sqrt(0.02 * 0.02 + 0.001 * value);
      float[] rgb = flat(value);
      new CameraEffects(0.02, 0.001, false, 0, 0).apply(rgb, SIZE, false, new SplittableRandom(1));
      assertEquals(expected, deviation(rgb, value), 0.02 * expected);
      float[] grainy = flat(value);
      new CameraEffects(0.02, 0.001, true, 0, 0).apply(grainy, SIZE, false, new SplittableRandom(1));
      assertEquals(expected, deviation(grainy, value), 0.1 * expected);
      assertTrue(covariance(grainy, value) > 0.3 && Math.abs(covariance(rgb, value)) < 0.02);
    }
  }

  /** Of neighbours in a row, relative to the variance. */
  private static double covariance(float[] values, float mean) {
    double sum = 0;
    double squares = 0;
    for (int i = 0; i + 1 < values.length; i++) {
      sum += (values[i] - mean) * (values[i + 1] - mean);
      squares += (values[i] - mean) * (values[i] - mean);
    }
    return sum / squares;
  }

  /** Of a step from 0.4 to 0.6, unsharp masking overshoots on both sides and leaves what is far away. */
  @Test
  void sharpeningOvershootsAtEdges() {
    float[] rgb = flat(0.4f);
    for (int i = 0; i < rgb.length; i++) if (i % SIZE >= SIZE / 2) rgb[i] = 0.6f;
    new CameraEffects(0, 0, false, 0.8, 0).apply(rgb, SIZE, false, new SplittableRandom(1));
    int row = 50 * SIZE;
    assertEquals(0.4, rgb[row + 20], 1e-5);
    assertEquals(0.6, rgb[row + SIZE - 20], 1e-5);
    // A Gaussian of deviation 1 leaves 0.1 (1 - 2 * 0.3) = 0.04 of the half step there, 0.8 * 0.06 are added.
    assertEquals(0.648, rgb[row + SIZE / 2], 0.005);
    assertEquals(0.352, rgb[row + SIZE / 2 - 1], 0.005);
  }

  /** Flat areas survive JPEG; fine detail does the less the lower the quality. */
  @Test
  void compressionSpoilsDetail() {
    float[] smooth = flat(0.5f);
    new CameraEffects(0, 0, false, 0, 0.7).apply(smooth, SIZE, false, new SplittableRandom(1));
    assertEquals(0, deviation(smooth, 0.5f), 2 / 255.0);
    // Grey, since half of the colour's resolution is lost at any quality.
    SplittableRandom random = new SplittableRandom(3);
    float[] detail = new float[3 * SIZE * SIZE];
    for (int i = 0; i < SIZE * SIZE; i++)
      detail[i] = detail[i + SIZE * SIZE] = detail[i + 2 * SIZE * SIZE] = (float) random.nextDouble();
    double[] errors = new double[2];
    for (int k = 0; k < 2; k++) {
      float[] copy = detail.clone();
      new CameraEffects(0, 0, false, 0, k == 0 ? 0.95 : 0.5).apply(copy, SIZE, false, new SplittableRandom(1));
      for (int i = 0; i < copy.length; i++) errors[k] += Math.abs(copy[i] - detail[i]) / copy.length;
    }
    assertTrue(errors[0] > 0.005 && errors[1] > 2 * errors[0], Arrays.toString(errors));
  }
}
