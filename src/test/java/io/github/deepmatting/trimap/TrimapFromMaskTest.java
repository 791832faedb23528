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

import io.github.deepmatting.progress.Progress;
import java.util.Random;
import net.imglib2.img.array.ArrayImgs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** By hand, and against the definition of the band (all distances computed). */
class TrimapFromMaskTest {

  private static Trimap make(UnknownBand band, int width, float... mask) {
    return TrimapFromMask.make(ArrayImgs.floats(mask, width, mask.length / width), band, Progress.NONE);
  }

  @Test
  void theBandLiesOnBothSidesOfTheRim() {
    float[] mask = {0, 0, 0, 0, 255, 255, 255, 255};
    assertEquals("BB????FF", Trimaps.toString(make(UnknownBand.ofPixels(2, 2), 8, mask)));
    assertEquals("B???FFFF", Trimaps.toString(make(UnknownBand.ofPixels(0, 3), 8, mask)));
    assertEquals("BBBB?FFF", Trimaps.toString(make(UnknownBand.ofPixels(1.9, 0.9), 8, mask)));
    assertEquals("BBBBFFFF", Trimaps.toString(make(UnknownBand.ofPixels(0, 0), 8, mask)));
  }

  @Test
  void cornersAreRound() {
    float[] mask = new float[25];
    mask[12] = 1;
    assertEquals("BBBBB BB?BB B?F?B BB?BB BBBBB", Trimaps.toString(make(UnknownBand.ofPixels(0, 1), 5, mask)));
    assertEquals("BBBBB B???B B?F?B B???B BBBBB", Trimaps.toString(make(UnknownBand.ofPixels(0, 1.5), 5, mask)));
    assertEquals("BB?BB B???B ??F?? B???B BB?BB", Trimaps.toString(make(UnknownBand.ofPixels(0, 2), 5, mask)));
  }

  @Test
  void theBorderOfTheImageIsNoRim() {
    assertEquals("FF FF", Trimaps.toString(make(UnknownBand.ofPixels(5, 5), 2, 1, 1, 1, 1)));
    assertEquals("BB BB", Trimaps.toString(make(UnknownBand.ofPixels(5, 5), 2, 0, 0, 0, 0)));
  }

  @Test
  void aSmoothMaskIsCutAtHalfItsLargestValue() {
    assertEquals("BBFF", Trimaps.toString(make(UnknownBand.ofPixels(0, 0), 4, 0, 100, 101, 200)));
  }

  @Test
  void widthsFollowThePixelSize() {
    // Columns lie 0.5 apart and rows 2: a width of 1 reaches two columns and no row.
    UnknownBand band = new UnknownBand(0, 1, 0.5, 2);
    assertEquals("BBBBBBB B??F??B BBBBBBB", Trimaps.toString(
        make(band, 7, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)));
    // 3 * 0.1 is a little more than 0.3 in floating point.
    assertEquals("F???B", Trimaps.toString(make(new UnknownBand(0, 0.3, 0.1, 0.1), 5, 1, 0, 0, 0, 0)));
  }

  @ParameterizedTest
  @CsvSource({"1,1,0,1", "13,9,1,1", "9,13,2.5,0", "20,20,3,5.3", "31,3,1.5,40", "3,31,0.4,2", "16,16,50,50"})
  void followsItsDefinition(int width, int height, double inner, double outer) {
    for (int seed = 0; seed < 15; seed++) {
      Random random = new Random(seed);
      float[] mask = new float[width * height];
      int radius = 1 + random.nextInt(8);
      int centreX = random.nextInt(width);
      int centreY = random.nextInt(height);
      for (int i = 0; i < mask.length; i++)
        mask[i] = Math.hypot(i % width - centreX, i / width - centreY) < radius || random.nextInt(40) == 0 ? 1 : 0;
      assertEquals(byDefinition(mask, width, inner, outer),
          Trimaps.toString(make(UnknownBand.ofPixels(inner, outer), width, mask)));
    }
  }

  private static String byDefinition(float[] mask, int width, double inner, double outer) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < mask.length; i++) {
      if (i > 0 && i % width == 0) text.append(' ');
      double nearest = Double.POSITIVE_INFINITY;
      for (int k = 0; k < mask.length; k++)
        if (mask[k] != mask[i]) nearest = Math.min(nearest, Math.hypot(k % width - i % width, k / width - i / width));
      text.append(nearest <= (mask[i] > 0 ? inner : outer) ? '?' : mask[i] > 0 ? 'F' : 'B');
    }
    return text.toString();
  }

  @Test
  void whatIsNoMaskOrBandIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> make(UnknownBand.ofPixels(1, 1), 2, -1, 0));
    assertThrows(IllegalArgumentException.class, () -> make(UnknownBand.ofPixels(1, 1), 2, Float.NaN, 0));
    assertThrows(IllegalArgumentException.class,
        () -> TrimapFromMask.make(ArrayImgs.floats(1, 1, 1), UnknownBand.ofPixels(1, 1), Progress.NONE));
    assertThrows(IllegalArgumentException.class, () -> UnknownBand.ofPixels(-1, 1));
    assertThrows(IllegalArgumentException.class, () -> UnknownBand.ofPixels(1, Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> new UnknownBand(1, 1, 0, 1));
  }
}
