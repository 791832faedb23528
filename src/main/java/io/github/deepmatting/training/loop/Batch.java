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
import java.nio.FloatBuffer;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;

/** The samples of one training step, ready to be written to its tensors. Immutable. */
public final class Batch {

  /** A sample, and how it is laid. */
  record Use(EncodedSample sample, Orientation orientation) {}

  private final long number;
  private final TensorShape shape;
  private final List<Use> uses;

  /** @param uses as many as the shape says, of its size */
  public Batch(long number, TensorShape shape, List<Use> uses) {
    this.number = number;
    this.shape = shape;
    this.uses = List.copyOf(uses);
  }

  /** The batch's number, which decided its samples. */
  public long number() {
    return number;
  }

  /** Batch, height, width of the tensors. */
  public TensorShape shape() {
    return shape;
  }

  /** Writes the input tensor: batch, row, column, input channel. */
  public void writeInput(FloatBuffer input) {
    write(input, EncodedSample::input, 1);
  }

  /**
   * Writers of the input tensors, as {@link NetworkTrainer#step} takes them: one, or two of a network that cascades.
   */
  public List<Consumer<FloatBuffer>> inputWriters() {
    return uses.get(0).sample().half().isPresent()
        ? List.of(this::writeInput, this::writeHalf) : List.of(this::writeInput);
  }

  private void writeHalf(FloatBuffer input) {
    write(input, sample -> sample.half().orElseThrow(), 2);
  }

  /** Writes the truth tensor: batch, row, column, {@link NetworkTrainer#TRUTH_CHANNELS}. */
  public void writeTruth(FloatBuffer truth) {
    write(truth, EncodedSample::truth, 1);
  }

  /** The samples are written at the same time: the step must wait for them. */
  private void write(FloatBuffer out, Function<EncodedSample, float[]> values, int reduction) {
    int start = out.position();
    int length = values.apply(uses.get(0).sample()).length;
    int width = shape.width() / reduction;
    int channels = length / (shape.height() / reduction * width);
    IntStream.range(0, uses.size()).parallel().forEach(i -> uses.get(i).orientation().write(
        values.apply(uses.get(i).sample()), width, channels, out.slice(start + i * length, length)));
    out.position(start + uses.size() * length);
  }
}
