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
package io.github.deepmatting.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import org.junit.jupiter.api.Test;

class ArgbChannelsTest {

  @Test
  void readsRedGreenBlue() {
    RandomAccessibleInterval<UnsignedByteType> channels = ArgbChannels.of(new int[] {0x01020304, 0xfffefdfc}, 1, 2);
    assertArrayEquals(new long[] {1, 2, 3}, channels.dimensionsAsLongArray());
    int[] found = new int[6];
    for (int c = 0; c < 3; c++) for (int y = 0; y < 2; y++) found[2 * c + y] = channels.getAt(0, y, c).get();
    assertArrayEquals(new int[] {2, 0xfe, 3, 0xfd, 4, 0xfc}, found);
  }

  /** Values of 128 and more are negative as bytes, which must not reach the other channels. */
  @Test
  void writesOneChannelAlone() {
    int[] pixels = {0x01020304, 0x7f000000};
    RandomAccessibleInterval<UnsignedByteType> channels = ArgbChannels.of(pixels, 2, 1);
    channels.getAt(0, 0, 2).set(200);
    channels.getAt(1, 0, 1).set(255);
    channels.getAt(1, 0, 0).set(128);
    assertArrayEquals(new int[] {0x010203c8, 0x7f80ff00}, pixels);
  }

  @Test
  void sizeMustFit() {
    String message = assertThrows(IllegalArgumentException.class, () -> ArgbChannels.of(new int[5], 2, 3)).getMessage();
    assertEquals(true, message.contains("2x3") && message.contains("5 values"), message);
  }
}
