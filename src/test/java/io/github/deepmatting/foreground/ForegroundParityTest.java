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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.deepmatting.image.IntensityRange;
import io.github.deepmatting.progress.Progress;
import java.io.DataInputStream;
import java.io.IOException;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Against an independent numpy program, src/test/python/foreground_fixture.py, which works on whole levels. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForegroundParityTest {

  private static final double TOLERANCE = 2e-5;
  private static final ForegroundOptions UNIT = ForegroundOptions.DEFAULT.withRange(IntensityRange.UNIT);

  private int width;
  private int height;
  private int channels;
  private float[] alpha;
  private float[] image;
  private float[] foreground;

  @BeforeAll
  void read() throws IOException {
    try (DataInputStream in = new DataInputStream(getClass().getResourceAsStream("parity.bin"))) {
      width = in.readInt();
      height = in.readInt();
      channels = in.readInt();
      alpha = floats(in, width * height);
      image = floats(in, width * height * channels);
      foreground = floats(in, width * height * channels);
      // The background follows, which this program does not give.
      assertEquals(4 * foreground.length, in.readAllBytes().length);
    }
  }

  private static float[] floats(DataInputStream in, int count) throws IOException {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) values[i] = in.readFloat();
    return values;
  }

  @Test
  void theForegroundIsTheOtherProgramsWhereAlphaIsBetween0And1() {
    RandomAccessibleInterval<FloatType> found = ForegroundEstimation.estimateForeground(
        ArrayImgs.floats(image, width, height, channels), ArrayImgs.floats(alpha, width, height), UNIT, Progress.NONE);
    int estimated = 0;
    for (int i = 0; i < foreground.length; i++) {
      float a = alpha[i % alpha.length];
      float value = found.getAt(i % width, i / width % height, i / alpha.length).get();
      String where = "pixel " + i + ", alpha " + a;
      if (a == 0 || a == 1) assertEquals(image[i], value, where);
      else {
        assertEquals(foreground[i], value, TOLERANCE, where);
        estimated++;
      }
    }
    assertTrue(estimated > 2000, "pixels compared: " + estimated);
  }
}
