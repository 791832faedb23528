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

import io.github.deepmatting.image.Rectangle;
import io.github.deepmatting.progress.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.imglib2.img.array.ArrayImgs;
import org.junit.jupiter.api.Test;

/** By hand, and against the trimap of the mask of the same objects. */
class TrimapFromLabelsTest {

  private static final UnknownBand BAND = UnknownBand.ofPixels(1, 1);

  private static TrimapFromLabels labels(int width, float... values) {
    return new TrimapFromLabels(ArrayImgs.floats(values, width, values.length / width), Progress.NONE);
  }

  private final TrimapFromLabels row = labels(12, 0, 0, 7, 7, 7, 3, 3, 3, 0, 0, 0, 70000);

  @Test
  void knowsItsLabels() {
    assertEquals(List.of(3, 7, 70000), new ArrayList<>(row.labels()));
  }

  @Test
  void aNeighbourIsBackground() {
    assertEquals("B??F??BBBBBB", Trimaps.toString(row.of(7, BAND, Progress.NONE)));
    assertEquals("BBBB??F??BBB", Trimaps.toString(row.of(3, BAND, Progress.NONE)));
    assertEquals("BBBBBBBBBB??", Trimaps.toString(row.of(70000, BAND, Progress.NONE)));
  }

  @Test
  void aWindowIsACutOfTheWhole() {
    Trimap cut = row.of(3, new Rectangle(2, 0, 7, 1), BAND, Progress.NONE);
    assertEquals("BB??F??", Trimaps.toString(cut));
  }

  @Test
  void objectsTakenTogetherHaveNoRimBetweenThem() {
    assertEquals("B??FFFF??BBB", Trimaps.toString(row.of(List.of(7, 3), BAND, Progress.NONE)));
    assertEquals("B??FFFF??B??", Trimaps.toString(row.of(row.labels(), BAND, Progress.NONE)));
  }

  @Test
  void looksAtTheSurroundingsAloneWithTheSameResult() {
    Random random = new Random(11);
    int width = 30;
    float[] values = new float[width * 25];
    for (int label = 1; label <= 6; label++) {
      int left = random.nextInt(width);
      int top = random.nextInt(25);
      for (int i = 0; i < values.length; i++)
        if (Math.abs(i % width - left) < 4 && Math.abs(i / width - top) < 3) values[i] = label;
    }
    TrimapFromLabels labels = labels(width, values);
    for (UnknownBand band : List.of(UnknownBand.ofPixels(2.3, 4.5), new UnknownBand(3, 2, 0.5, 1.5)))
      for (int label : labels.labels()) {
        float[] mask = new float[values.length];
        for (int i = 0; i < mask.length; i++) mask[i] = values[i] == label ? 1 : 0;
        assertEquals(
            Trimaps.toString(TrimapFromMask.make(ArrayImgs.floats(mask, width, 25), band, Progress.NONE)),
            Trimaps.toString(labels.of(label, band, Progress.NONE)));
      }
  }

  @Test
  void whatIsNoLabelIsNamed() {
    assertMessage("no label 4 in the image; there are 3, 7, 70000", () -> row.of(4, BAND, Progress.NONE));
    assertMessage("No label was chosen", () -> row.of(List.of(), BAND, Progress.NONE));
    assertMessage("0.5 at x=1, y=0", () -> labels(2, 0, 0.5f));
    assertMessage("-1.0 at x=0, y=1", () -> labels(1, 0, -1));
    assertMessage("NaN", () -> labels(1, Float.NaN));
    assertMessage("there are none", () -> labels(1, 0).of(1, BAND, Progress.NONE));
  }

  private static void assertMessage(String part, org.junit.jupiter.api.function.Executable call) {
    Exception error = assertThrows(IllegalArgumentException.class, call);
    assertTrue(error.getMessage().contains(part), error.getMessage());
  }
}
