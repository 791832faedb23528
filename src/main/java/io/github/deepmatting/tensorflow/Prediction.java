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
package io.github.deepmatting.tensorflow;

import io.github.deepmatting.network.NetworkConfiguration;
import io.github.deepmatting.network.TensorShape;
import java.nio.FloatBuffer;
import java.util.function.Consumer;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.exceptions.TFResourceExhaustedException;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/** The part of a graph that predicts alpha with the weights of some variables. */
final class Prediction {

  private final NetworkConfiguration configuration;
  private final Placeholder<TFloat32> input;
  private final Operand<TFloat32> firstStage;
  private final Operand<TFloat32> secondStage;

  Prediction(Ops tf, NetworkConfiguration configuration, VariableSet variables, Placeholder<TFloat32> input) {
    this.configuration = configuration;
    this.input = input;
    NetworkGraph network = NetworkGraph.build(tf, configuration, variables::value, input);
    this.firstStage = network.encoderDecoderAlpha();
    this.secondStage = tf.clipByValue(network.refinedAlpha(), tf.constant(0f), tf.constant(1f));
  }

  static Placeholder<TFloat32> placeholder(Ops tf, int channels) {
    return tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, -1, -1, channels)));
  }

  NetworkConfiguration configuration() {
    return configuration;
  }

  Placeholder<TFloat32> input() {
    return input;
  }

  Operand<TFloat32> alpha(int stage) {
    return stage == 1 ? firstStage : secondStage;
  }

  void run(
      Session session, TensorShape shape, int stage, Consumer<FloatBuffer> writeInput,
      Consumer<FloatBuffer> readAlpha) {
    configuration.requirePredictable(shape, stage);
    try (TFloat32 tensor = NativeFloats.tensor(shape, configuration.inputChannels())) {
      writeInput.accept(NativeFloats.of(tensor));
      try (Result result = session.runner().feed(input, tensor).fetch(alpha(stage)).run()) {
        readAlpha.accept(NativeFloats.of(result.get(0)));
      }
    } catch (TFResourceExhaustedException e) {
      OutOfMemoryError error = new OutOfMemoryError("TensorFlow has not enough memory for " + shape);
      error.initCause(e);
      throw error;
    }
  }
}
