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

import io.github.deepmatting.network.NetworkTrainer;
import io.github.deepmatting.network.TensorShape;
import io.github.deepmatting.training.recipe.TrainingPhase;
import io.github.deepmatting.training.samples.SampleSource;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes batches of composed samples, each of which is used several times, with other samples and in the next {@link
 * Orientation}: composing one and computing its input features costs more than a step on it. The channels that are
 * computed from image and trimap are turned with them, and are then those of the turned image (but for the
 * solver's tolerance and the odd levels of pyramids).
 *
 * <p>Which samples a batch holds follows from its number alone; what is kept only saves composing them again. So
 * batches are the same whatever the number of threads, and a training resumed in the midst goes on with the same ones.
 * Safe for several threads.
 */
public final class SampleStore {

  /** The samples kept have at most as many values, 256 MB, if a few are not more than that already. */
  private static final long KEPT_VALUES = 1L << 26;

  private static final int LARGEST_SPACING = 32;

  /** Room for the samples of batches that are composed ahead by several threads. */
  private static final int AHEAD = 16;

  private record Kept(long number, EncodedSample sample) {}

  private final SampleSource source;
  private final SampleEncoder encoder;
  private final long seed;
  private final TrainingPhase.Crops crops;
  private final int reuse;
  private final int spacing;
  // Guarded by itself. Sample number n has the place n modulo the length, until a later one takes it.
  private final Kept[] ring;

  /**
   * @param seed of the training; with the numbers of batches it decides the samples
   * @param crops size of the samples, and how many make a batch
   * @param reuse how often each sample is used, at least 1
   */
  public SampleStore(SampleSource source, SampleEncoder encoder, long seed, TrainingPhase.Crops crops, int reuse) {
    if (reuse < 1) throw new IllegalArgumentException("Samples must be used at least once but reuse is " + reuse);
    this.source = source;
    this.encoder = encoder;
    this.seed = seed;
    this.crops = crops;
    this.reuse = reuse;
    long values = (long) crops.size() * crops.size() * (encoder.channels() + NetworkTrainer.TRUTH_CHANNELS);
    spacing = reuse == 1 ? 0
        : (int) Math.max(1, Math.min(LARGEST_SPACING, KEPT_VALUES / values / (reuse - 1)));
    ring = new Kept[reuse == 1 ? 0 : (reuse - 1) * spacing + AHEAD];
  }

  /** Makes the batch of this number. */
  public Batch batch(long number) {
    List<Batch.Use> uses = new ArrayList<>();
    for (long use = number * crops.batch(); use < (number + 1) * crops.batch(); use++) {
      int before = (int) Math.floorMod(use, (long) reuse);
      uses.add(new Batch.Use(sample(numberOf(use, reuse, spacing)),
          Orientation.values()[before % Orientation.values().length]));
    }
    return new Batch(number, new TensorShape(crops.batch(), crops.size(), crops.size()), uses);
  }

  /**
   * The number of the sample that is used. Of {@code reuse} uses in a row the first takes a new sample, the next the
   * one of {@code spacing} samples ago, which is taken the second time, and so on: each number comes up {@code reuse}
   * times. At the very beginning those of ago have negative numbers, and are composed like the others.
   */
  static long numberOf(long use, int reuse, int spacing) {
    return Math.floorDiv(use, (long) reuse) - Math.floorMod(use, (long) reuse) * spacing;
  }

  private EncodedSample sample(long number) {
    if (reuse == 1) return compose(number);
    int place = (int) Math.floorMod(number, (long) ring.length);
    synchronized (ring) {
      if (ring[place] != null && ring[place].number() == number) return ring[place].sample();
    }
    EncodedSample sample = compose(number);
    synchronized (ring) {
      if (ring[place] == null || ring[place].number() < number) ring[place] = new Kept(number, sample);
    }
    return sample;
  }

  private EncodedSample compose(long number) {
    return EncodedSample.of(source.sample(sampleSeed(number), crops.size()), encoder);
  }

  // SplittableRandom mixes its seed well, but consecutive seeds of nested counters could meet: spread them apart.
  private long sampleSeed(long number) {
    long mixed = (seed * 0x9E3779B97F4A7C15L + number) * 0xD1B54A32D192ED03L + crops.size();
    mixed = (mixed ^ mixed >>> 31) * 0x94D049BB133111EBL;
    return mixed ^ mixed >>> 29;
  }
}
