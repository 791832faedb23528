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
import io.github.deepmatting.training.samples.TrainingSample;
import io.github.deepmatting.trimap.Trimap;
import java.nio.FloatBuffer;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A sample as the network's trainer takes it.
 *
 * @param size columns and rows
 * @param input row, column, input channel
 * @param half the same of the sample at half the resolution, where the network is trained there as well
 * @param truth row, column, {@link NetworkTrainer#TRUTH_CHANNELS}
 */
record EncodedSample(int size, float[] input, Optional<float[]> half, float[] truth) {

  /** @throws IllegalStateException if the encoder wrote less than it has channels */
  static EncodedSample of(TrainingSample sample, SampleEncoder encoder) {
    int size = sample.size();
    float[] input = written(size * size * encoder.channels(), buffer -> encoder.write(sample, buffer));
    Optional<float[]> half = encoder.cascades()
        ? Optional.of(written(size / 2 * (size / 2) * encoder.channels(), buffer -> encoder.writeHalf(sample, buffer)))
        : Optional.empty();
    return new EncodedSample(size, input, half, truth(sample));
  }

  private static float[] written(int values, Consumer<FloatBuffer> writer) {
    FloatBuffer input = FloatBuffer.allocate(values);
    writer.accept(input);
    if (input.hasRemaining())
      throw new IllegalStateException("The encoder wrote " + input.position() + " of " + input.limit() + " values");
    return input.array();
  }

  private static float[] truth(TrainingSample sample) {
    int plane = sample.size() * sample.size();
    float[] truth = new float[plane * NetworkTrainer.TRUTH_CHANNELS];
    for (int i = 0, o = 0; i < plane; i++, o += NetworkTrainer.TRUTH_CHANNELS) {
      truth[o] = sample.alpha()[i];
      for (int c = 0; c < 3; c++) {
        truth[o + 1 + c] = sample.foreground()[c * plane + i];
        truth[o + 4 + c] = sample.background()[c * plane + i];
      }
      truth[o + 7] = sample.trimap().get(i % sample.size(), i / sample.size()) == Trimap.UNKNOWN ? 1 : 0;
    }
    return truth;
  }
}
