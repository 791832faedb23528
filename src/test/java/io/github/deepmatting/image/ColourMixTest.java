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

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Worked out by hand from the weights that the documentation tells. */
class ColourMixTest {

  private static double[] row(ColourMix mix, int component) {
    double[] row = new double[mix.channels()];
    for (int channel = 0; channel < row.length; channel++) row[channel] = mix.weight(component, channel);
    return row;
  }

  private static void assertMix(ColourMix mix, double[] red, double[] green, double[] blue) {
    assertArrayEquals(red, row(mix, 0), 1e-12);
    assertArrayEquals(green, row(mix, 1), 1e-12);
    assertArrayEquals(blue, row(mix, 2), 1e-12);
  }

  @Test
  void oneChannelIsGrey() {
    assertMix(ColourMix.ofChannels(1), new double[] {1}, new double[] {1}, new double[] {1});
  }

  @Test
  void aLookUpTableDoesNotColourASingleChannel() {
    assertMix(ColourMix.ofColours(List.of(0x00ff00)), new double[] {1}, new double[] {1}, new double[] {1});
  }

  @Test
  void twoChannelsAreRedAndGreenAndTheirMean() {
    assertMix(ColourMix.ofChannels(2), new double[] {1, 0}, new double[] {0, 1}, new double[] {.5, .5});
  }

  @Test
  void threeChannelsAreRedGreenAndBlue() {
    assertMix(ColourMix.ofChannels(3), new double[] {1, 0, 0}, new double[] {0, 1, 0}, new double[] {0, 0, 1});
  }

  @Test
  void fiveChannelsAreMixedAsACompositeIs() {
    // Red, green, blue, grey, cyan: green is in three of them, so all weights are thirds.
    double third = 1 / 3.0;
    assertMix(ColourMix.ofChannels(5), new double[] {third, 0, 0, third, 0}, new double[] {0, third, 0, third, third},
        new double[] {0, 0, third, third, third});
  }

  @Test
  void givenColoursKeepTheirHue() {
    // Orange 255, 128, 0 and blue with an alpha byte that does not count: red reaches 255, the most.
    assertMix(ColourMix.ofColours(List.of(0xffff8000, 0xff0000ff)), new double[] {1, 0}, new double[] {128 / 255.0, 0},
        new double[] {0, 1});
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7})
  void theStrongestColourReachesOneAndNoneExceedsIt(int channels) {
    ColourMix mix = ColourMix.ofChannels(channels);
    double strongest = 0;
    for (int component = 0; component < 3; component++) {
      double sum = 0;
      for (double weight : row(mix, component)) sum += weight;
      strongest = Math.max(strongest, sum);
    }
    assertEquals(1, strongest, 1e-12);
  }

  @Test
  void tooManyChannelsAndBlackColoursAreRefused() {
    Exception error = assertThrows(IllegalArgumentException.class, () -> ColourMix.ofChannels(8));
    assertTrue(error.getMessage().contains("8 channels"), error.getMessage());
    assertThrows(IllegalArgumentException.class, () -> ColourMix.ofColours(List.of(0, 0)));
    assertThrows(IllegalArgumentException.class, () -> ColourMix.ofColours(List.of()));
  }
}
