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
package io.github.deepmatting.imagej;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.measure.Calibration;
import io.github.deepmatting.io.ImagePlusPlanes;
import io.github.deepmatting.io.Pictures;
import io.github.deepmatting.matting.AlphaType;
import io.github.deepmatting.progress.Progress;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AlphaTypeTest {

  /** By hand: 127.5/255 is a tie, which goes up. */
  @Test
  void roundsToTheNearest() {
    float[] alpha = {0, 1, 0.5f, 0.49f, 0.0019f, 0.0020f, 0.9981f};
    assertArrayEquals(
        new byte[] {0, (byte) 255, (byte) 128, 125, 0, 1, (byte) 255}, (byte[]) AlphaType.EIGHT_BIT.pixels(alpha));
    assertArrayEquals(new short[] {0, (short) 65535, (short) 32768, 32112, 125, 131, (short) 65410},
        (short[]) AlphaType.SIXTEEN_BIT.pixels(alpha));
    assertSame(alpha, AlphaType.FLOAT.pixels(alpha));
  }

  /** Every type is read back as the alpha that it was made of, within half of its step. */
  @ParameterizedTest
  @EnumSource(AlphaType.class)
  void comesBack(AlphaType type) {
    float[] values = new float[1001];
    for (int i = 0; i < values.length; i++) values[i] = i / 1000f;
    ImagePlus source = new ImagePlus("source", Pictures.filled(1001, 1, 0));
    source.getCalibration().setFunction(Calibration.STRAIGHT_LINE, new double[] {5, 2}, "OD");
    ImagePlus image = ResultImages.newAlpha(source, type);
    image.getStack().setPixels(type.pixels(values), 1);
    assertEquals(type.bitDepth(), image.getBitDepth());
    assertFalse(image.getCalibration().calibrated());
    assertEquals(0, image.getDisplayRangeMin());
    assertEquals(type.opaque(), image.getDisplayRangeMax());
    RandomAccessibleInterval<FloatType> read = AlphaImages.read(new ImagePlusPlanes(image), 0, Progress.NONE);
    for (int i = 0; i < values.length; i++)
      assertEquals(values[i], read.getAt(i, 0).get(), type == AlphaType.FLOAT ? 0 : 0.501 / type.opaque());
  }
}
