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

import io.github.deepmatting.engine.Engine.DeviceChoice;
import org.tensorflow.Graph;
import org.tensorflow.Session;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.proto.GPUOptions;
import org.tensorflow.proto.GraphOptions;
import org.tensorflow.proto.RewriterConfig;

/** Opens sessions with this project's settings. */
final class Sessions {

  /** Smaller graphs, such as one that sets a variable, are run as they are: to rewrite them takes longer than they do. */
  private static final int LEAST_NODES = 200;

  private Sessions() {}

  /**
   * Opens a session.
   *
   * @param threads threads of one operation; 0 lets TensorFlow choose. With 1 operations do not run side by side
   *     either, and convolutions stay in 32 bits on every processor, which makes results repeatable
   */
  static Session open(Graph graph, DeviceChoice device, int threads) {
    return new Session(graph, configuration(device, threads));
  }

  static ConfigProto configuration(DeviceChoice device, int threads) {
    return configuration(device, threads, ProcessorFeatures.bfloat16());
  }

  /** @param bfloat16 whether the processor has instructions for it; variables stay in 32 bits in any case */
  static ConfigProto configuration(DeviceChoice device, int threads, boolean bfloat16) {
    // Memory growth, or TensorFlow takes a whole GPU at once.
    ConfigProto.Builder builder =
        ConfigProto.newBuilder()
            .setAllowSoftPlacement(true)
            .setGpuOptions(GPUOptions.newBuilder().setAllowGrowth(true));
    if (device == DeviceChoice.CPU) builder.putDeviceCount("GPU", 0);
    if (threads > 0) builder.setIntraOpParallelismThreads(threads).setInterOpParallelismThreads(1);
    if (bfloat16 && threads != 1) builder.setGraphOptions(GraphOptions.newBuilder().setRewriteOptions(
        RewriterConfig.newBuilder().setMinGraphNodes(LEAST_NODES).setAutoMixedPrecisionOnednnBfloat16(RewriterConfig.Toggle.ON)));
    return builder.build();
  }
}
