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
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.deepmatting.files.InputFailures;
import io.github.deepmatting.progress.Progress;
import io.github.deepmatting.training.TrainingData;
import io.github.deepmatting.training.data.ForegroundImage;
import io.github.deepmatting.training.data.MattingCase;
import io.github.deepmatting.training.data.Photographs;
import io.github.deepmatting.training.loop.SampleQueue;
import io.github.deepmatting.training.loop.SampleQueueTest;
import io.github.deepmatting.training.loop.SampleStore;
import io.github.deepmatting.training.loop.SmallRecipe;
import io.github.deepmatting.training.pixels.StoredImage;
import io.github.deepmatting.training.recipe.TrainingPhase;
import io.github.deepmatting.training.recipe.TrainingRecipes;
import io.github.deepmatting.trimap.Trimap;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Photographed and mixed samples, foregrounds in memory. */
class SampleSourcesTest {

  @TempDir private Path folder;

  /** A ramp of alpha from left to right whose red is the alpha, known at both ends. */
  private static MattingCase ramp(int width, int height) {
    byte[] rgb = new byte[3 * width * height];
    byte[] trimap = new byte[width * height];
    float[] alpha = new float[width * height];
    for (int i = 0; i < alpha.length; i++) {
      int x = i % width;
      int value = Math.max(0, Math.min(255, 255 * (x - width / 4) / (width / 2)));
      alpha[i] = value / 255f;
      rgb[3 * i] = (byte) value;
      rgb[3 * i + 2] = 100;
      trimap[i] = (byte) (value == 0 ? Trimap.BACKGROUND : value == 255 ? Trimap.FOREGROUND : Trimap.UNKNOWN);
    }
    return new MattingCase("ramp", new StoredImage(width, height, 3, rgb), new Trimap(width, height, trimap), alpha);
  }

  @Test
  void aPhotographedSampleAsItIsKeepsColourAlphaAndTrimapTogether() {
    TrainingSample sample = PhotographedSamples.of(List.of(ramp(64, 64))).plain(0, 64);
    for (int i = 0; i < 64 * 64; i++) {
      assertEquals(sample.alpha()[i], sample.rgb()[i], 1e-6);
      assertEquals(100 / 255f, sample.rgb()[2 * 64 * 64 + i], 1e-6);
      int known = sample.trimap().get(i % 64, i / 64);
      if (known != Trimap.UNKNOWN) assertEquals(known / 255f, sample.alpha()[i]);
    }
    // Without known colours the image stands for both, so that only alpha teaches.
    assertSame(sample.rgb(), sample.foreground());
    assertSame(sample.rgb(), sample.background());
  }

  @Test
  void photographedSamplesFollowTheirSeedAndShowTheUnknown() {
    PhotographedSamples samples = PhotographedSamples.of(List.of(ramp(160, 120), ramp(90, 200)));
    for (long seed = 0; seed < 20; seed++) {
      TrainingSample sample = samples.sample(seed, 48);
      assertTrue(sample.trimap().count(Trimap.UNKNOWN) >= 0.05 * 48 * 48, "seed " + seed);
      assertArrayEquals(sample.rgb(), samples.sample(seed, 48).rgb());
      assertArrayEquals(sample.alpha(), samples.sample(seed, 48).alpha());
    }
    assertFalse(Arrays.equals(samples.sample(1, 48).rgb(), samples.sample(2, 48).rgb()));
  }

  /** With weights 3 and 1, a quarter of 4000 samples is the second's; a deviation of 150 is 5.5 sigma. */
  @Test
  void mixedSourcesFollowTheirWeightsAndTheSeed() {
    TrainingSample first = PhotographedSamples.of(List.of(ramp(64, 64))).plain(0, 32);
    TrainingSample second = PhotographedSamples.of(List.of(ramp(64, 64))).plain(0, 32);
    MixedSamples mixed = new MixedSamples(List.of(
        new MixedSamples.Part((seed, size) -> first, 3), new MixedSamples.Part((seed, size) -> second, 1)));
    int seconds = 0;
    for (long seed = 0; seed < 4000; seed++) {
      TrainingSample sample = mixed.sample(seed, 32);
      if (sample == second) seconds++;
      assertSame(sample, mixed.sample(seed, 32));
    }
    assertEquals(1000, seconds, 150);
    assertThrows(IllegalArgumentException.class, () -> new MixedSamples(List.of()));
  }

  @Test
  void aBatchOfMixedSourcesIsTheSameForAnyNumberOfWorkers() throws Exception {
    SampleSource mixed = new MixedSamples(List.of(
        new MixedSamples.Part(PhotographedSamples.of(List.of(ramp(64, 80))), 1),
        new MixedSamples.Part(new SampleComposer(null, Photographs.read(TestImages.backgrounds(folder), Progress.NONE),
            TrainingRecipes.named("compact").samples()), 1)));
    float[][] expected = new float[6][];
    for (int workers : new int[] {1, 3})
      try (SampleQueue queue = new SampleQueue(
          new SampleStore(mixed, SampleQueueTest.PLAIN, 11, new TrainingPhase.Crops(0, 32, 2), 1)::batch, 0, workers,
          4)) {
        for (int i = 0; i < expected.length; i++) {
          float[] input = SampleQueueTest.input(queue.take());
          if (workers == 1) expected[i] = input;
          else assertArrayEquals(expected[i], input);
        }
      }
  }

  @Test
  void foregroundsInMemoryAreEnough() throws IOException {
    byte[] rgba = new byte[4 * 50 * 50];
    for (int i = 0; i < 2500; i++) rgba[4 * i + 3] = (byte) (i % 50 > 20 ? 255 : 0);
    ForegroundImage image = new ForegroundImage("cell", new StoredImage(50, 50, 4, rgba));
    TrainingData data = new TrainingData(Optional.empty(), Optional.empty(), List.of(image),
        TestImages.backgrounds(folder), Optional.empty(), 0.3, 0);
    InputFailures problems = new InputFailures();
    TrainingData.Loaded loaded = data.load(SmallRecipe.of(1), problems, Progress.NONE);
    problems.throwIfAny();
    assertEquals(1, loaded.counts().get("open images"));
    assertEquals(32, loaded.samples().sample(1, 32).size());
    String message = assertThrows(IllegalArgumentException.class,
        () -> new ForegroundImage("empty", new StoredImage(50, 50, 4, new byte[10000]))).getMessage();
    assertTrue(message.contains("empty"), message);
  }
}
