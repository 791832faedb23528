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
package io.github.deepmatting.training.loop;

import static io.github.deepmatting.training.loop.SampleQueueTest.input;
import static io.github.deepmatting.training.loop.SampleQueueTest.truth;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.deepmatting.model.NetworkConfigurations;
import io.github.deepmatting.network.InputFeature;
import io.github.deepmatting.network.NetworkConfiguration;
import io.github.deepmatting.network.NetworkConfiguration.Level;
import io.github.deepmatting.network.NetworkTrainer;
import io.github.deepmatting.network.TensorShape;
import io.github.deepmatting.progress.Progress;
import io.github.deepmatting.training.data.Photographs;
import io.github.deepmatting.training.recipe.TrainingPhase.Crops;
import io.github.deepmatting.training.recipe.TrainingRecipes;
import io.github.deepmatting.training.samples.SampleComposer;
import io.github.deepmatting.training.samples.SampleSource;
import io.github.deepmatting.training.samples.TestImages;
import io.github.deepmatting.training.samples.TrainingSample;
import io.github.deepmatting.trimap.Trimap;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleStoreTest {

  @TempDir private Path folder;

  /** Of two uses each, the second 3 samples later: 0, -3, 1, -2, 2, -1, 3, 0, 4, 1 ... */
  @Test
  void everySampleIsUsedAsOftenAsAsked() {
    List<Long> numbers = new ArrayList<>();
    for (long use = 0; use < 10; use++) numbers.add(SampleStore.numberOf(use, 2, 3));
    assertEquals(List.of(0L, -3L, 1L, -2L, 2L, -1L, 3L, 0L, 4L, 1L), numbers);

    Map<Long, Integer> uses = new HashMap<>();
    for (long use = -400; use < 4000; use++) uses.merge(SampleStore.numberOf(use, 4, 25), 1, Integer::sum);
    for (long number = 0; number < 900; number++) assertEquals(4, uses.get(number), "sample " + number);
  }

  /** Until the first sample comes back, all are new; from then on one of two is. */
  @Test
  void composesOnlyWhatIsNotKept() {
    List<Long> seeds = new ArrayList<>();
    SampleStore store = store(counted(seeds), 1, 2, 4, 64);
    int before = 0;
    for (long number = 0; number < 40; number++) {
      store.batch(number);
      int composed = seeds.size() - before;
      before = seeds.size();
      // The second use comes 32 samples, which is 16 batches, later.
      assertEquals(number < 16 ? 4 : 2, composed, "batch " + number);
    }
    assertEquals(seeds.size(), new HashSet<>(seeds).size(), "a sample was composed twice");
  }

  @Test
  void usedOnceEverySampleIsNewAndAsItIs() {
    List<Long> seeds = new ArrayList<>();
    SampleStore store = store(counted(seeds), 1, 1, 3, 64);
    for (long number = 0; number < 5; number++) store.batch(number);
    assertEquals(15, new HashSet<>(seeds).size());
  }

  /** A resumed training begins in the midst, with nothing kept. */
  @Test
  void aBatchFollowsFromItsNumberAlone() throws IOException {
    SampleSource source = drawn();
    SampleStore one = store(source, 7, 3, 2, 32);
    for (long number = 0; number < 60; number++) one.batch(number);
    for (long number : new long[] {60, 61, 75}) {
      Batch expected = one.batch(number);
      Batch found = store(source, 7, 3, 2, 32).batch(number);
      assertArrayEquals(input(expected), input(found));
      assertArrayEquals(truth(expected), truth(found));
    }
    assertFalse(Arrays.equals(input(one.batch(60)), input(store(source, 8, 3, 2, 32).batch(60))), "another seed");
  }

  /** Sample 0 of two uses is the first of batch 0 and, turned twice, the second of batch 32. */
  @Test
  void aSampleComesBackTurned() {
    SampleStore store = store((seed, size) -> ramp(size, seed), 1, 2, 2, 32);
    Batch first = store.batch(0);
    Batch second = store.batch(32);
    float[] input = input(first);
    float[] truth = truth(first);
    float[] laterInput = input(second);
    float[] laterTruth = truth(second);
    int size = 32;
    for (int y = 0; y < size; y++)
      for (int x = 0; x < size; x++) {
        int there = (y * size + x) * 4;
        int here = (size * size + (size - 1 - y) * size + size - 1 - x) * 4;
        for (int c = 0; c < 4; c++) assertEquals(input[there + c], laterInput[here + c]);
        for (int c = 0; c < 8; c++) assertEquals(truth[2 * there + c], laterTruth[2 * here + c]);
      }
  }

  /** Of a square of two pixels' edge: which pixel comes to the top left, and which to its right. */
  @Test
  void theEightOrientationsAreAllThereAre() {
    // Two channels, a pixel's number and its hundredfold.
    float[] square = {0, 0, 1, 100, 2, 200, 3, 300};
    Map<Orientation, List<Integer>> byHand = Map.of(
        Orientation.AS_IS, List.of(0, 1, 2, 3), Orientation.TRANSPOSED, List.of(0, 2, 1, 3),
        Orientation.TURNED_TWICE, List.of(3, 2, 1, 0), Orientation.MIRRORED, List.of(1, 0, 3, 2),
        Orientation.UPSIDE_DOWN, List.of(2, 3, 0, 1), Orientation.TURNED_LEFT, List.of(1, 3, 0, 2),
        Orientation.TURNED_RIGHT, List.of(2, 0, 3, 1), Orientation.TRANSVERSED, List.of(3, 1, 2, 0));
    for (Orientation orientation : Orientation.values()) {
      float[] out = new float[10];
      orientation.write(square, 2, 2, FloatBuffer.wrap(out).position(2));
      for (int i = 0; i < 4; i++) {
        assertEquals(byHand.get(orientation).get(i), (int) out[2 + 2 * i], orientation + " at " + i);
        assertEquals(100 * out[2 + 2 * i], out[3 + 2 * i]);
      }
    }
  }

  /**
   * What is computed of a turned sample is what was computed, turned: image and trimap to the last bit, colours and
   * distances to rounding (a power of two has no odd levels in the pyramid), the solver's alpha within its tolerance,
   * known colours as far as other samples of the same pixels tell the same.
   */
  @Test
  void featuresTurnWithTheSample() throws IOException {
    int size = 128;
    List<InputFeature> features = NetworkConfigurations.named("compact").inputs();
    SampleEncoder encoder = new FeatureEncoder(NetworkConfigurations.named("compact"));
    int channels = encoder.channels();
    double[] sums = new double[channels];
    int samples = 4;
    for (long seed = 1; seed <= samples; seed++) {
      TrainingSample sample = drawn().sample(seed, size);
      EncodedSample encoded = EncodedSample.of(sample, encoder);
      for (Orientation orientation : Orientation.values()) {
        float[] turned = new float[encoded.input().length];
        float[] truth = new float[encoded.truth().length];
        orientation.write(encoded.input(), size, channels, FloatBuffer.wrap(turned));
        orientation.write(encoded.truth(), size, NetworkTrainer.TRUTH_CHANNELS, FloatBuffer.wrap(truth));
        EncodedSample expected = EncodedSample.of(turned(sample, orientation), encoder);
        assertArrayEquals(expected.truth(), truth, orientation.toString());
        for (int i = 0; i < turned.length; i++) sums[i % channels] += Math.abs(turned[i] - expected.input()[i]);
      }
    }
    int channel = 0;
    for (InputFeature feature : features)
      for (int c = 0; c < feature.channels(); c++, channel++) {
        double mean = sums[channel] / (samples * 8 * size * size);
        switch (feature) {
          case IMAGE, TRIMAP -> assertEquals(0, mean, feature.toString());
          // Every fourth pixel is a sample, which are not the same ones when turned.
          case KNOWN_COLOURS -> assertEquals(0, mean, 0.02, feature.toString());
          case CLOSED_FORM_ALPHA, COARSE_ALPHA -> assertEquals(0, mean, 0.01, feature.toString());
          default -> assertEquals(0, mean, 1e-5, feature.toString());
        }
      }
  }

  /** The half is that of half the image and half the trimap, turned as the sample is. */
  @Test
  void aCascadeIsGivenTheHalfOfASampleToo() throws IOException {
    int size = 64;
    Level level = new Level(1, 3, 2);
    NetworkConfiguration cascade = new NetworkConfiguration("cascade",
        List.of(InputFeature.IMAGE, InputFeature.TRIMAP, InputFeature.COARSE_ALPHA), List.of(0.0, 0.0, 0.0), 1, 2,
        List.of(level), level, List.of(level, level), 3, false, true, false, List.of(), 4, 32, Optional.empty());
    TrainingSample sample = drawn().sample(7, size);
    EncodedSample encoded = EncodedSample.of(sample, new FeatureEncoder(cascade));
    float[] half = encoded.half().orElseThrow();
    Trimap halved = sample.trimap().half();
    for (int i = 0; i < size * size / 4; i++) {
      int x = 2 * (i % (size / 2));
      int y = 2 * (i / (size / 2));
      for (int c = 0; c < 3; c++) {
        int at = (c * size + y) * size + x;
        float[] rgb = sample.rgb();
        float mean = (rgb[at] + rgb[at + 1] + rgb[at + size] + rgb[at + size + 1]) / 4;
        assertEquals(mean, half[5 * i + c], 1e-6);
      }
      assertEquals(halved.get(x / 2, y / 2) / 255f, half[5 * i + 3], 0.01);
    }
    Batch.Use use = new Batch.Use(encoded, Orientation.values()[3]);
    Batch batch = new Batch(0, new TensorShape(1, size, size), List.of(use));
    float[] turned = new float[half.length];
    batch.inputWriters().get(1).accept(FloatBuffer.wrap(turned));
    float[] expected = new float[half.length];
    Orientation.values()[3].write(half, size / 2, 5, FloatBuffer.wrap(expected));
    assertArrayEquals(expected, turned);
    assertTrue(EncodedSample.of(sample, new FeatureEncoder(NetworkConfigurations.named("paper"))).half().isEmpty());
  }

  private static TrainingSample turned(TrainingSample sample, Orientation orientation) {
    int size = sample.size();
    float[] trimap = new float[size * size];
    for (int i = 0; i < trimap.length; i++) trimap[i] = sample.trimap().get(i % size, i / size);
    float[] turned = turned(trimap, size, orientation);
    byte[] bytes = new byte[turned.length];
    for (int i = 0; i < bytes.length; i++) bytes[i] = (byte) (int) turned[i];
    return new TrainingSample(size, turned(sample.rgb(), size, orientation), new Trimap(size, size, bytes),
        turned(sample.alpha(), size, orientation), turned(sample.foreground(), size, orientation),
        turned(sample.background(), size, orientation));
  }

  /** Planes one after the other. */
  private static float[] turned(float[] planes, int size, Orientation orientation) {
    float[] result = new float[planes.length];
    int plane = size * size;
    for (int start = 0; start < planes.length; start += plane)
      orientation.write(
          Arrays.copyOfRange(planes, start, start + plane), size, 1, FloatBuffer.wrap(result).position(start));
    return result;
  }

  @Test
  void refusesToUseSamplesNever() {
    assertThrows(IllegalArgumentException.class, () -> store((seed, size) -> ramp(size, seed), 1, 0, 2, 32));
  }

  @Test
  void anEncoderThatWritesTooLittleIsNotTrusted() {
    SampleEncoder lazy = new SampleEncoder() {
      @Override
      public int channels() {
        return 4;
      }

      @Override
      public void write(TrainingSample sample, FloatBuffer input) {
        input.put(1);
      }
    };
    String message = assertThrows(IllegalStateException.class, () -> EncodedSample.of(ramp(32, 1), lazy)).getMessage();
    assertTrue(message.contains("1 of 4096"), message);
  }

  @Test
  void samplesOfABatchDiffer() throws IOException {
    SampleSource source = drawn();
    Batch batch = store(source, 7, 1, 2, 32).batch(3);
    float[] input = input(batch);
    int half = input.length / 2;
    assertFalse(Arrays.equals(input, 0, half, input, half, 2 * half));
  }

  @Test
  void truthHoldsAlphaColoursAndWeight() {
    int size = 32;
    int plane = size * size;
    float[] alpha = new float[plane];
    float[] foreground = new float[3 * plane];
    float[] background = new float[3 * plane];
    byte[] trimap = new byte[plane];
    int pixel = 5 * size + 9;
    alpha[pixel] = 0.25f;
    trimap[pixel] = (byte) Trimap.UNKNOWN;
    for (int c = 0; c < 3; c++) {
      foreground[c * plane + pixel] = 0.5f + 0.1f * c;
      background[c * plane + pixel] = 0.1f * c;
    }
    TrainingSample sample = new TrainingSample(
        size, new float[3 * plane], new Trimap(size, size, trimap), alpha, foreground, background);
    Batch batch = store((seed, wanted) -> sample, 0, 1, 2, size).batch(0);
    assertEquals(new TensorShape(2, size, size), batch.shape());
    int offset = (plane + pixel) * NetworkTrainer.TRUTH_CHANNELS;
    assertArrayEquals(new float[] {0.25f, 0.5f, 0.6f, 0.7f, 0, 0.1f, 0.2f, 1},
        Arrays.copyOfRange(truth(batch), offset, offset + 8), 1e-6f);
    assertEquals(0, truth(batch)[7]);
  }

  private static SampleStore store(SampleSource source, long seed, int reuse, int batch, int size) {
    return new SampleStore(source, SampleQueueTest.PLAIN, seed, new Crops(0, size, batch), reuse);
  }

  private SampleSource drawn() throws IOException {
    Path backgrounds = folder.resolve("backgrounds");
    return new SampleComposer(null, Photographs.read(
        Files.exists(backgrounds) ? backgrounds : TestImages.backgrounds(folder), Progress.NONE),
        TrainingRecipes.named("compact").samples());
  }

  private static SampleSource counted(List<Long> seeds) {
    return (seed, size) -> {
      seeds.add(seed);
      return ramp(size, seed);
    };
  }

  /** Every value tells its place. */
  private static TrainingSample ramp(int size, long seed) {
    int plane = size * size;
    float[] values = new float[3 * plane];
    for (int i = 0; i < values.length; i++) values[i] = (i + (seed & 0xff)) / 4096f;
    byte[] trimap = new byte[plane];
    for (int i = 0; i < plane; i++) trimap[i] = (byte) (i % 3 == 0 ? Trimap.UNKNOWN : i % 3 == 1 ? 255 : 0);
    return new TrainingSample(
        size, values, new Trimap(size, size, trimap), Arrays.copyOf(values, plane), values, values.clone());
  }
}
