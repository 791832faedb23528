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

import io.github.deepmatting.engine.NetworkTrainer;
import io.github.deepmatting.engine.TensorShape;
import io.github.deepmatting.trimap.Trimap;
import java.nio.FloatBuffer;

/**
 * The tensors of one training step, ready to be copied to native memory.
 *
 * @param number the batch's number, which decided its samples
 * @param shape batch, height, width
 * @param input batch, row, column, input channel
 * @param truth batch, row, column, {@link NetworkTrainer#TRUTH_CHANNELS}
 */
public record Batch(long number, TensorShape shape, float[] input, float[] truth) {

  /**
   * Composes a batch.
   *
   * @param seed of the training; with the number it decides the samples
   */
  static Batch compose(
      SampleSource source, SampleEncoder encoder, long seed, long number, int count, int size) {
    float[] input = new float[count * size * size * encoder.channels()];
    float[] truth = new float[count * size * size * NetworkTrainer.TRUTH_CHANNELS];
    FloatBuffer buffer = FloatBuffer.wrap(input);
    for (int i = 0; i < count; i++) {
      TrainingSample sample = source.sample(sampleSeed(seed, number, i), size);
      encoder.write(sample, buffer);
      writeTruth(sample, truth, i * size * size * NetworkTrainer.TRUTH_CHANNELS);
    }
    if (buffer.hasRemaining())
      throw new IllegalStateException("The encoder wrote " + buffer.position() + " of " + input.length + " values");
    return new Batch(number, new TensorShape(count, size, size), input, truth);
  }

  // SplittableRandom mixes its seed well, but consecutive seeds of nested counters could meet: spread them apart.
  private static long sampleSeed(long seed, long number, int index) {
    long mixed = (seed * 0x9E3779B97F4A7C15L + number) * 0xD1B54A32D192ED03L + index;
    mixed = (mixed ^ mixed >>> 31) * 0x94D049BB133111EBL;
    return mixed ^ mixed >>> 29;
  }

  private static void writeTruth(TrainingSample sample, float[] truth, int offset) {
    int size = sample.size();
    int plane = size * size;
    for (int i = 0, o = offset; i < plane; i++, o += NetworkTrainer.TRUTH_CHANNELS) {
      truth[o] = sample.alpha()[i];
      for (int c = 0; c < 3; c++) {
        truth[o + 1 + c] = sample.foreground()[c * plane + i];
        truth[o + 4 + c] = sample.background()[c * plane + i];
      }
      truth[o + 7] = sample.trimap().get(i % size, i / size) == Trimap.UNKNOWN ? 1 : 0;
    }
  }
}
