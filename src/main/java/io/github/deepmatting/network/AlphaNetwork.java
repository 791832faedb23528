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
package io.github.deepmatting.network;

import java.nio.FloatBuffer;
import java.util.function.Consumer;

/**
 * A network with weights, ready to predict. Holds native memory until closed. Safe to use from several threads; calls
 * run one after the other.
 */
public interface AlphaNetwork extends AutoCloseable {

  /** The network's description. */
  NetworkConfiguration configuration();

  /**
   * Predicts the alpha of a batch of tiles.
   *
   * @param shape batch, height and width; the latter two multiples of {@link NetworkConfiguration#sizeMultiple()}
   * @param stage 1 for the encoder&ndash;decoder's alpha, 2 for the refined one
   * @param writeInput called once, must fill the buffer (native memory of the input tensor) with the input features in
   *     the order batch, row, column, channel, and must not keep it
   * @param readAlpha called once with the predicted alpha in [0,1], in the order batch, row, column; this is native
   *     memory and must not be kept. In the trimap's known regions too the alpha is the network's own
   * @throws IllegalArgumentException if there is no such stage or the size is no such multiple
   * @throws IllegalStateException if the network is closed
   * @throws OutOfMemoryError if the runtime does not have enough memory for this shape; the network stays usable
   */
  void predict(TensorShape shape, int stage, Consumer<FloatBuffer> writeInput, Consumer<FloatBuffer> readAlpha);

  /** Frees the native memory; does nothing if the network is closed. */
  @Override
  void close();
}
