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

import java.util.Arrays;
import java.util.List;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrimapCheckTest {

  @Test
  void aTrimapWithAllThreeIsFine() {
    assertEquals(List.of(), TrimapCheck.warnings(Trimaps.parse("B?F"), "a.png"));
  }

  @ParameterizedTest
  @CsvSource({"BF,no unknown", "FF,no background", "BB,no foreground", "FF,no unknown", "B?,no foreground", "?F,no background"})
  void whatIsMissingIsTold(String trimap, String expected) {
    List<String> warnings = TrimapCheck.warnings(Trimaps.parse(trimap), "a.png");
    assertEquals(1, warnings.size());
    assertTrue(warnings.get(0).contains(expected) && warnings.get(0).contains("a.png"), warnings.get(0));
  }

  @Test
  void allUnknownMissesTwo() {
    assertEquals(2, TrimapCheck.warnings(Trimaps.parse("??"), "a.png").size());
  }

  /** A row of foreground, then unknown, then background. */
  private static Trimap row(int foreground, int unknown, int background) {
    byte[] values = new byte[foreground + unknown + background];
    Arrays.fill(values, 0, foreground, (byte) Trimap.FOREGROUND);
    Arrays.fill(values, foreground, foreground + unknown, (byte) Trimap.UNKNOWN);
    return new Trimap(values.length, 1, values);
  }

  @Test
  void moreThanSixtyPercentUnknownIsMuch() {
    assertEquals(List.of(), TrimapCheck.warnings(row(20, 60, 20), "a.png"));
    List<String> warnings = TrimapCheck.warnings(row(20, 61, 19), "a.png");
    assertEquals(1, warnings.size());
    assertTrue(warnings.get(0).contains("a.png 61 % of the pixels are unknown"), warnings.get(0));
  }

  @Test
  void unknownPixelsFarFromTheKnownAreTold() {
    // The last of 200 unknown pixels is 200 from foreground, the first 200 from background; with 300, a third is beyond.
    assertEquals(List.of(), TrimapCheck.warnings(row(200, 200, 200), "a.png"));
    List<String> warnings = TrimapCheck.warnings(row(200, 300, 200), "a.png");
    assertEquals(2, warnings.size(), warnings.toString());
    assertTrue(warnings.get(0).contains("33 % of the unknown pixels have no foreground within 200"), warnings.get(0));
    assertTrue(warnings.get(1).contains("33 % of the unknown pixels have no background within 200"), warnings.get(1));
  }

  @Test
  void largeTrimapsAreCheckedInCells() {
    // 2000x2000: unknown columns 500 to 1499 lie within 200 of foreground (left) up to column 699.
    byte[] values = new byte[2000 * 2000];
    for (int i = 0; i < values.length; i++)
      values[i] = (byte) (i % 2000 < 500 ? Trimap.FOREGROUND : i % 2000 < 1500 ? Trimap.UNKNOWN : Trimap.BACKGROUND);
    List<String> warnings = TrimapCheck.warnings(new Trimap(2000, 2000, values), "a.png");
    assertEquals(2, warnings.size(), warnings.toString());
    assertTrue(warnings.get(0).contains(" 80 % of the unknown pixels have no foreground"), warnings.get(0));
  }

  @Test
  void anImageOfThreeChannelsAndTheSameSizeFits() {
    Trimap trimap = Trimaps.parse("B?F BBF");
    TrimapCheck.requireFit(ArrayImgs.floats(3, 2, 3), trimap);
    assertMessage("The trimap has 3x2 pixels but the image has 2x3", ArrayImgs.floats(2, 3, 3), trimap);
    assertMessage("its size is [3, 2, 4]", ArrayImgs.floats(3, 2, 4), trimap);
    assertMessage("its size is [3, 2]", ArrayImgs.floats(3, 2), trimap);
  }

  private static void assertMessage(String part, RandomAccessibleInterval<FloatType> rgb, Trimap trimap) {
    String message =
        assertThrows(IllegalArgumentException.class, () -> TrimapCheck.requireFit(rgb, trimap)).getMessage();
    assertTrue(message.contains(part), message);
  }
}
