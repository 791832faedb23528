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
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.deepmatting.progress.Progress;
import java.util.ArrayList;
import java.util.List;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import org.junit.jupiter.api.Test;

class AlphaChannelTest {

  private final List<String> warnings = new ArrayList<>();

  private final Progress progress = new Progress() {
    @Override
    public void warn(String message) {
      warnings.add(message);
    }
  };

  @Test
  void anOpaqueAlphaIsLeftOutSilently() {
    byte[] values = {1, 2, 3, -1};
    RandomAccessibleInterval<UnsignedByteType> colours =
        AlphaChannel.leaveOut(ArrayImgs.unsignedBytes(values, 1, 1, 4), "a.png", progress);
    assertArrayEquals(new long[] {1, 1, 3}, colours.dimensionsAsLongArray());
    assertEquals(3, colours.getAt(0, 0, 2).get());
    assertEquals(List.of(), warnings);
  }

  @Test
  void aTransparentPixelIsTold() {
    AlphaChannel.leaveOut(ArrayImgs.floats(new float[] {.3f, .4f, 1, .5f}, 2, 1, 2), "b.tif", progress);
    assertEquals(1, warnings.size());
    assertTrue(warnings.get(0).startsWith("b.tif has an alpha channel with 1 pixel"), warnings.get(0));
  }

  @Test
  void colourImagesHaveNone() {
    assertThrows(IllegalArgumentException.class,
        () -> AlphaChannel.leaveOut(ArrayImgs.floats(1, 1, 3), "c.tif", progress));
  }
}
