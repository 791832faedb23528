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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.deepmatting.progress.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.imglib2.img.array.ArrayImgs;
import org.junit.jupiter.api.Test;

class LabelImageTest {

  private static LabelImage labels(int width, float... values) {
    return LabelImage.of(ArrayImgs.floats(values, width, values.length / width), Progress.NONE);
  }

  @Test
  void knowsWhereEachLabelLies() {
    LabelImage labels = labels(5,
        0, 4, 4, 4, 0,
        9, 0, 4, 0, 0,
        9, 9, 0, 0, 4);
    assertEquals(List.of(4, 9), new ArrayList<>(labels.labels()));
    assertEquals(new Rectangle(1, 0, 4, 3), labels.bounds(4));
    assertEquals(new Rectangle(0, 1, 2, 2), labels.bounds(9));
    assertEquals(9, labels.at(10));

  }

  @Test
  void namesWhatIsWrong() {
    String none = assertThrows(IllegalArgumentException.class, () -> labels(2, 0, 3).bounds(5)).getMessage();
    assertEquals("There is no label 5 in the image; there are 3", none);
    for (float value : new float[] {0.5f, -1, Float.NaN, 1e10f}) {
      String wrong = assertThrows(IllegalArgumentException.class, () -> labels(2, 0, 0, 0, value)).getMessage();
      assertTrue(wrong.contains("x=1, y=1"), wrong);
    }
    assertThrows(IllegalArgumentException.class, () -> labels(1, 1).grown(Double.NaN, Progress.NONE));
  }

  /** Against the definition, pixel by pixel. */
  @Test
  void growsToTheNearestLabel() {
    Random random = new Random(3);
    int width = 23;
    int height = 17;
    float[] values = new float[width * height];
    for (int i = 0; i < values.length; i++) values[i] = random.nextInt(25) == 0 ? 1 + random.nextInt(5) : 0;
    for (double reach : new double[] {0, 0.9, 1, 2.3, 6}) {
      LabelImage grown = labels(width, values).grown(reach, Progress.NONE);
      for (int i = 0; i < values.length; i++) {
        int expected = 0;
        double nearest = reach * reach;
        for (int j = 0; j < values.length; j++) {
          double square = Math.pow(i % width - j % width, 2) + Math.pow(i / width - j / width, 2);
          boolean nearer = square < nearest || square == nearest && (expected == 0 || values[j] < expected);
          if (values[j] != 0 && nearer) {
            expected = (int) values[j];
            nearest = square;
          }
        }
        assertEquals(expected, grown.at(i), "reach " + reach + ", pixel " + i);
      }
    }
  }
}
