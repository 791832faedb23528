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
package io.github.deepmatting.engine;

import io.github.deepmatting.network.AlphaNetwork;
import io.github.deepmatting.network.NetworkConfiguration;
import io.github.deepmatting.network.NetworkTrainer;
import io.github.deepmatting.network.TrainerOptions;
import io.github.deepmatting.network.Weights;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A network runtime. There is one per process, for as long as the process lives, since its native library can't be
 * loaded twice. {@link EngineLoader} gives it.
 */
public interface Engine {

  /** The devices that networks may run on. */
  enum DeviceChoice {
    /** A GPU if the runtime can use one, else the CPU. */
    AUTO,
    CPU,
    /** A GPU, or an error. */
    GPU
  }

  /** The name and version of the native runtime, e.g. "TensorFlow 2.18.0". */
  String version();

  /** The devices that a session of this engine sees. */
  List<Device> devices();

  /** The build of the runtime. */
  default EngineBuild build() {
    return EngineBuild.CPU;
  }

  /**
   * The reason why no GPU is used although the engine's build could use one, and what is needed. Empty if one is used,
   * and for a build for CPUs only.
   */
  default Optional<String> gpuProblem() {
    return Optional.empty();
  }

  /**
   * Builds a network for prediction.
   *
   * @param threads threads of the runtime; 0 lets it choose
   * @throws IllegalArgumentException if the weights do not fit, naming every array
   * @throws IllegalStateException if a GPU was asked for and none is usable; the message says why
   */
  AlphaNetwork load(NetworkConfiguration configuration, Weights weights, DeviceChoice device, int threads);

  /**
   * Builds a network for training, starting from the given weights.
   *
   * @throws IllegalArgumentException if the weights do not fit, naming every array
   */
  NetworkTrainer train(
      NetworkConfiguration configuration, Weights weights, TrainerOptions options, DeviceChoice device);

  /**
   * Writes a network as a TensorFlow SavedModel (tag {@code serve}), for other programs: only the inference graph, with
   * each array of the weights as a variable of its name. Signatures, all tensors 32-bit floats in the order batch, row,
   * column, channel:
   *
   * <ul>
   *   <li>{@code serving_default}: {@code input}, the channels of {@link NetworkConfiguration#inputs()}, height and
   *       width multiples of {@link NetworkConfiguration#sizeMultiple()}, to {@code alpha} in [0,1], of the last stage.
   *       If the inputs are just image and trimap, this is the one four-channel tensor that other tools expect;
   *   <li>{@code stages}: the same input to {@code alpha} and {@code encoder_decoder_alpha}, that of the first stage.
   * </ul>
   *
   * In both, the alpha of the trimap's known regions is the network's own.
   *
   * @param folder the folder to make, which appears whole or not at all; its parent is made if it is missing
   * @throws IllegalArgumentException if the weights do not fit, naming every array
   * @throws FileAlreadyExistsException if the folder exists
   * @throws IOException if it can't be written
   */
  void export(NetworkConfiguration configuration, Weights weights, Path folder) throws IOException;
}
