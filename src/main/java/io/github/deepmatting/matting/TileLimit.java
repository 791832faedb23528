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
package io.github.deepmatting.matting;

import io.github.deepmatting.network.NetworkConfiguration;
import io.github.deepmatting.network.NetworkConfiguration.Level;

/** Limits the pixels that go through a network at once. */
final class TileLimit {

  private static final long MEMORY_BYTES = 2L << 30;

  private TileLimit() {}

  /** Pixels of a tensor for these options. */
  static long pixels(NetworkConfiguration network, MatteOptions options) {
    // A buffer of native memory has at most 2^31 - 1 bytes.
    long most = Integer.MAX_VALUE / Float.BYTES / network.inputChannels();
    if (options.tile() == 0) return Math.min(most, (long) (MEMORY_BYTES / bytesPerPixel(network)));
    // An outer rectangle ends at multiples, which may add almost one of them on each side.
    long side = options.tile() + 2L * (network.halo() + network.sizeMultiple());
    return Math.min(most, side * side);
  }

  /**
   * About how much memory a network needs for each pixel: its input twice (the second time rearranged or scaled), the
   * encoder's features before and after pooling, which wait for the decoder, and three of the largest maps.
   */
  static double bytesPerPixel(NetworkConfiguration network) {
    double waiting = 0;
    double widest = network.inputChannels();
    double area = 1.0 / (network.stem() * network.stem());
    for (Level level : network.encoder()) {
      double density = level.width() * area;
      waiting += 2 * density;
      widest = Math.max(widest, network.skips() ? 2 * density : density);
      area /= 4;
    }
    for (int width : network.refinement()) widest = Math.max(widest, width);
    return Float.BYTES * (2 * network.inputChannels() + waiting + 3 * widest);
  }
}
