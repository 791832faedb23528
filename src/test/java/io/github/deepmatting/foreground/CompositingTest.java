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
package io.github.deepmatting.foreground;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.deepmatting.image.IntensityRange;
import io.github.deepmatting.progress.Progress;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;
import org.junit.jupiter.api.Test;

/** Numbers worked out by hand. */
class CompositingTest {

  @Test
  void shorts() {
    RandomAccessibleInterval<UnsignedShortType> result = Compositing.composite(
        ArrayImgs.unsignedShorts(new short[] {1000, 1000, 1001, (short) 65535}, 4, 1),
        ArrayImgs.unsignedShorts(new short[] {200, 200, 200, 0}, 4, 1),
        ArrayImgs.floats(new float[] {0, 1, 0.5f, 0.25f}, 4, 1), Progress.NONE);
    int[] found = new int[4];
    for (int x = 0; x < 4; x++) found[x] = result.getAt(x, 0).get();
    // 600.5 and 16383.75 are rounded.
    assertArrayEquals(new int[] {200, 1000, 601, 16384}, found);
  }

  @Test
  void anOpaquePixelHidesWhatIsNotANumber() {
    RandomAccessibleInterval<FloatType> result = Compositing.composite(
        ArrayImgs.floats(new float[] {2, Float.NaN}, 1, 2), ArrayImgs.floats(new float[] {Float.NaN, 3}, 1, 2),
        ArrayImgs.floats(new float[] {1, 0}, 1, 2), Progress.NONE);
    assertEquals(2, result.getAt(0, 0).get());
    assertEquals(3, result.getAt(0, 1).get());
  }

  @Test
  void channelsMustMatch() {
    String message = assertThrows(IllegalArgumentException.class, () -> Compositing.composite(
        ArrayImgs.floats(2, 2, 3), ArrayImgs.floats(2, 2), ArrayImgs.floats(2, 2), Progress.NONE)).getMessage();
    assertEquals("The background has 1 channels but the output has 3", message);
  }

  @Test
  void cutOutOfColours() {
    // Two pixels; red, green, blue planes in 0 to 1.
    int[] pixels = CutOut.of(
        ArrayImgs.floats(new float[] {1, 0.5f, 0, 0.25f, 2, -1}, 2, 1, 3),
        ArrayImgs.floats(new float[] {1, 0.5f}, 2, 1), IntensityRange.UNIT, Progress.NONE)
        .update(null).getCurrentStorageArray();
    assertArrayEquals(new int[] {ARGBType.rgba(255, 0, 255, 255), ARGBType.rgba(128, 64, 0, 128)}, pixels);
  }

  @Test
  void cutOutOfGreyKeepsColoursWhereTransparent() {
    int[] pixels = CutOut.of(
        ArrayImgs.unsignedBytes(new byte[] {100, (byte) 200, 50}, 3, 1),
        ArrayImgs.floats(new float[] {0, Float.NaN, 1}, 3, 1), new IntensityRange(50, 305), Progress.NONE)
        .update(null).getCurrentStorageArray();
    assertArrayEquals(
        new int[] {ARGBType.rgba(50, 50, 50, 0), ARGBType.rgba(150, 150, 150, 0), ARGBType.rgba(0, 0, 0, 255)}, pixels);
  }

  @Test
  void cutOutNeedsOneOrThreeChannels() {
    RandomAccessibleInterval<UnsignedByteType> five = ArrayImgs.unsignedBytes(2, 2, 5);
    String message = assertThrows(IllegalArgumentException.class,
        () -> CutOut.of(five, ArrayImgs.floats(2, 2), new IntensityRange(0, 255), Progress.NONE)).getMessage();
    assertTrue(message.contains("has 5 channels"), message);
  }
}
