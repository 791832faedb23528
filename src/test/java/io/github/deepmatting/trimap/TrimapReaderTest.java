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
package io.github.deepmatting.trimap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.deepmatting.progress.Progress;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Test;

/** Worked out by hand. */
class TrimapReaderTest {

  private static void assertReads(
      TrimapEncoding encoding, String expected, RandomAccessibleInterval<? extends RealType<?>> image) {
    TrimapReading reading = TrimapReader.read(image, Progress.NONE);
    assertEquals(expected, Trimaps.toString(reading.trimap()));
    assertEquals(new TrimapReading(reading.trimap(), encoding, 0, 0, 0), reading);
    assertEquals(0, reading.greys());
    assertEquals(0, reading.warnings().size());
  }

  private static RandomAccessibleInterval<? extends RealType<?>> bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < bytes.length; i++) bytes[i] = (byte) values[i];
    return ArrayImgs.unsignedBytes(bytes, values.length, 1);
  }

  @Test
  void eightBitValues() {
    assertReads(TrimapEncoding.EIGHT_BIT, "B??F", bytes(0, 127, 128, 255));
    assertReads(TrimapEncoding.EIGHT_BIT, "B?", bytes(0, 128));
  }

  @Test
  void sixteenBitValues() {
    short[] values = {0, (short) 32767, (short) 32768, (short) (128 * 257), (short) 65535};
    assertReads(TrimapEncoding.SIXTEEN_BIT, "B???F", ArrayImgs.unsignedShorts(values, 5, 1));
  }

  @Test
  void eightBitValuesInAWiderType() {
    assertReads(TrimapEncoding.EIGHT_BIT, "B?F", ArrayImgs.unsignedShorts(new short[] {0, 128, 255}, 3, 1));
    assertReads(TrimapEncoding.EIGHT_BIT, "B?F", ArrayImgs.floats(new float[] {0, 128, 255}, 3, 1));
  }

  @Test
  void fractions() {
    assertReads(TrimapEncoding.UNIT, "B?F", ArrayImgs.floats(new float[] {0, 0.5f, 1}, 3, 1));
  }

  @Test
  void labels() {
    assertReads(TrimapEncoding.LABELS, "B?F", bytes(0, 1, 2));
    assertReads(TrimapEncoding.LABELS, "B?F", ArrayImgs.floats(new float[] {0, 1, 2}, 3, 1));
  }

  @Test
  void aMaskOfZeroAndOneHasNoUnknown() {
    assertReads(TrimapEncoding.UNIT, "BF", bytes(0, 1));
  }

  @Test
  void greysAreReadCarefullyAndCounted() {
    // Up to 12.75 background, from 242.25 on foreground, between unknown.
    TrimapReading reading =
        TrimapReader.read(bytes(0, 3, 12, 13, 64, 126, 127, 128, 129, 130, 242, 243, 254, 255), Progress.NONE);
    assertEquals("BBB????????FFF", Trimaps.toString(reading.trimap()));
    assertEquals(new TrimapReading(reading.trimap(), TrimapEncoding.EIGHT_BIT, 2, 6, 2), reading);
    String warning = reading.warnings().get(0);
    assertTrue(warning.contains("10 pixels") && warning.contains("2 up to 12.75") && warning.contains("2 from 242.3")
        && warning.contains("other 6 as unknown"), warning);
  }

  @Test
  void greyStoredAsColoursIsRead() {
    float[] values = {0, 127, 255, 1, 128, 252, 0, 130, 254};
    assertEquals("B?F", Trimaps.toString(
        TrimapReader.read(ArrayImgs.floats(values, 3, 1, 3), Progress.NONE).trimap()));
  }

  @Test
  void anImageMayBeginAnywhere() {
    assertReads(TrimapEncoding.EIGHT_BIT, "B?F", Views.translate(ArrayImgs.floats(new float[] {0, 128, 255}, 3, 1), 7, -2));
  }

  @Test
  void coloursAreRefused() {
    assertMessage("x=1, y=0", ArrayImgs.floats(new float[] {0, 255, 0, 128}, 2, 1, 2));
  }

  @Test
  void otherValuesAreRefused() {
    assertMessage("-1.0 to 255.0", ArrayImgs.floats(new float[] {-1, 255}, 2, 1));
    assertMessage("70000", ArrayImgs.ints(new int[] {0, 70000}, 2, 1));
    assertMessage("1 NaN", ArrayImgs.floats(new float[] {0, Float.NaN}, 2, 1));
    assertMessage("4 axes", ArrayImgs.floats(1, 1, 1, 1));
  }

  private static void assertMessage(String part, RandomAccessibleInterval<? extends RealType<?>> image) {
    Exception error =
        assertThrows(IllegalArgumentException.class, () -> TrimapReader.read(image, Progress.NONE));
    assertTrue(error.getMessage().contains(part), error.getMessage());
  }
}
