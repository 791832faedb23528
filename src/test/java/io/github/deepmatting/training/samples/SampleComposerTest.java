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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.deepmatting.progress.Progress;
import io.github.deepmatting.training.data.Foregrounds;
import io.github.deepmatting.training.data.Photographs;
import io.github.deepmatting.training.recipe.TrainingRecipes;
import io.github.deepmatting.trimap.Trimap;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleComposerTest {

  private static final int SIZE = 64;

  @TempDir private static Path folder;

  private static Foregrounds foregrounds;
  private static Photographs photographs;

  @BeforeAll
  static void read() throws IOException {
    foregrounds = Foregrounds.read(TestImages.foregrounds(folder), Progress.NONE);
    photographs = Photographs.read(TestImages.backgrounds(folder), Progress.NONE);
  }

  private static SampleComposer composer(double camera, double grey) {
    return new SampleComposer(foregrounds, photographs,
        new SampleOptions(0.5, 0.2, 0.5, 0.3, 0.3, 0.2, 0.1, grey, camera));
  }

  @Test
  void theSeedDecidesEverything() {
    TrainingSample first = composer(1, 0.1).sample(17, SIZE);
    TrainingSample again = composer(1, 0.1).sample(17, SIZE);
    assertArrayEquals(first.rgb(), again.rgb());
    assertArrayEquals(first.alpha(), again.alpha());
    assertArrayEquals(first.foreground(), again.foreground());
    assertArrayEquals(first.background(), again.background());
    for (int i = 0; i < SIZE * SIZE; i++)
      assertEquals(first.trimap().get(i % SIZE, i / SIZE), again.trimap().get(i % SIZE, i / SIZE));
    assertFalse(Arrays.equals(first.rgb(), composer(1, 0.1).sample(18, SIZE).rgb()));
  }

  /** I = alpha F + (1 - alpha) B, equation 1 of Xu et al. 2017, when no camera spoils it. */
  @Test
  void theImageIsTheComposite() {
    for (int seed = 0; seed < 40; seed++) {
      TrainingSample sample = composer(0, 0.2).sample(seed, SIZE);
      for (int i = 0; i < sample.rgb().length; i++) {
        double alpha = sample.alpha()[i % (SIZE * SIZE)];
        double expected = alpha * sample.foreground()[i] + (1 - alpha) * sample.background()[i];
        assertEquals(expected, sample.rgb()[i], 1e-6, "seed " + seed + ", value " + i);
      }
    }
  }

  @Test
  void knownPixelsAreWhatTheTrimapSays() {
    int[] known = new int[256];
    for (int seed = 0; seed < 60; seed++) {
      TrainingSample sample = composer(0.5, 0.1).sample(seed, SIZE);
      for (int i = 0; i < SIZE * SIZE; i++) {
        int value = sample.trimap().get(i % SIZE, i / SIZE);
        known[value]++;
        float alpha = sample.alpha()[i];
        assertTrue(value != Trimap.FOREGROUND || alpha >= 252f / 255, "seed " + seed + ": foreground with " + alpha);
        assertTrue(value != Trimap.BACKGROUND || alpha < 3f / 255, "seed " + seed + ": background with " + alpha);
      }
    }
    // Trimaps that are unknown all over would be right as well.
    for (int value : new int[] {Trimap.FOREGROUND, Trimap.BACKGROUND})
      assertTrue(known[value] > 60 * SIZE * SIZE / 50, "only " + known[value] + " pixels of " + value);
  }

  @Test
  void valuesStayInRangeAndMostSamplesHaveBothSides() {
    int both = 0;
    for (int seed = 0; seed < 100; seed++) {
      TrainingSample sample = composer(1, 0.1).sample(seed, SIZE);
      for (float[] values : new float[][] {sample.rgb(), sample.alpha(), sample.foreground(), sample.background()})
        for (float value : values) assertTrue(value >= 0 && value <= 1, "seed " + seed + " has the value " + value);
      assertTrue(sample.trimap().count(Trimap.UNKNOWN) > 0, "seed " + seed + " has nothing unknown");
      if (sample.trimap().count(Trimap.FOREGROUND) > 0 && sample.trimap().count(Trimap.BACKGROUND) > 0) both++;
    }
    assertTrue(both >= 85, "only " + both + " of 100 samples have known foreground and background");
  }

  /**
   * With photographs of 16 bits about four in ten samples have a sensor's noise and no other: the image is the composite
   * of its colours but for noise whose mean is 0. With 8 bits there is none.
   */
  @Test
  void dataOfSixteenBitsMeetSensors(@TempDir Path deepFolder) throws IOException {
    BufferedImage deep = new BufferedImage(200, 200, BufferedImage.TYPE_USHORT_GRAY);
    for (int i = 0; i < 40000; i++) deep.getRaster().setSample(i % 200, i / 200, 0, 20000 + i % 200 * 50 + i / 200 * 90);
    ImageIO.write(deep, "png", deepFolder.resolve("deep.png").toFile());
    SampleComposer composer = new SampleComposer(foregrounds, Photographs.read(deepFolder, Progress.NONE),
        new SampleOptions(0, 0, 0, 0, 0, 0, 0, 0, 0));
    int noisy = 0;
    for (int seed = 0; seed < 100; seed++) {
      TrainingSample sample = composer.sample(seed, SIZE);
      double sum = 0;
      double squares = 0;
      for (int i = 0; i < sample.rgb().length; i++) {
        double alpha = sample.alpha()[i % (SIZE * SIZE)];
        double rest = sample.rgb()[i] - alpha * sample.foreground()[i] - (1 - alpha) * sample.background()[i];
        sum += rest;
        squares += rest * rest;
      }
      int count = sample.rgb().length;
      // Some samples are black, where noise is cut off at 0.
      if (squares > 1e-12 * count) noisy++;
      assertEquals(0, sum / count, 5 * Math.sqrt(squares) / count + 2e-3, "seed " + seed);
    }
    // Four standard deviations of 100 draws.
    assertEquals(40, noisy, 20);
  }

  @Test
  void greySamplesStayGreyThroughTheCamera() {
    for (int seed = 0; seed < 20; seed++) {
      float[] rgb = composer(1, 1).sample(seed, SIZE).rgb();
      int plane = SIZE * SIZE;
      for (int i = 0; i < plane; i++) {
        assertEquals(rgb[i], rgb[i + plane]);
        assertEquals(rgb[i], rgb[i + 2 * plane]);
      }
    }
  }

  @Test
  void drawnObjectsNeedNoForegrounds() {
    SampleComposer drawn = new SampleComposer(null, photographs, TrainingRecipes.named("compact").samples());
    assertTrue(drawn.sample(3, SIZE).trimap().count(Trimap.UNKNOWN) > 0);
  }

  @Test
  void aTinySizeIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> composer(0, 0).sample(1, 16));
  }
}
