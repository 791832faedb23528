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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.deepmatting.network.NetworkConfiguration;
import org.junit.jupiter.api.Test;

class TileLimitTest {

  private static final NetworkConfiguration NETWORK = new LocalNetwork().configuration();

  @Test
  void theTensorOfTheLargestTileFitsIntoABuffer() {
    long pixels = TileLimit.pixels(NETWORK, MatteOptions.DEFAULT.withTile(MatteOptions.MAX_TILE));
    assertTrue(Float.BYTES * NETWORK.inputChannels() * pixels <= Integer.MAX_VALUE, pixels + " pixels");
    assertTrue(Float.BYTES * NETWORK.inputChannels() * (pixels + 1) > Integer.MAX_VALUE, pixels + " pixels");
  }

  /** The core, and on each side the halo of 8 and almost one multiple of 4. */
  @Test
  void aTileHasItsHaloOnTop() {
    assertEquals((100 + 2 * 12) * (100 + 2 * 12), TileLimit.pixels(NETWORK, MatteOptions.DEFAULT.withTile(100)));
  }

  /**
   * Values of a pixel: 4 of the input, twice; before the poolings 2, and 2 at a quarter of the resolution, each twice;
   * three maps as wide as the widest, the input.
   */
  @Test
  void automaticTilesFollowTheMemoryOfAPixel() {
    double bytes = 4 * (2 * 4 + 2 * 2.5 + 3 * 4);
    assertEquals(bytes, TileLimit.bytesPerPixel(NETWORK));
    assertEquals((long) ((2L << 30) / bytes), TileLimit.pixels(NETWORK, MatteOptions.DEFAULT));
  }
}
