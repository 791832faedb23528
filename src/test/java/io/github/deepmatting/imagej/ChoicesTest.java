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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.deepmatting.image.Normalization;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Words that users choose by. */
class ChoicesTest {

  @Test
  void normalizations() {
    assertEquals(Optional.empty(), NormalizationChoice.parse("model"));
    assertEquals(Optional.of(Normalization.TYPE_RANGE), NormalizationChoice.parse("type-range"));
    assertEquals(Optional.of(Normalization.DISPLAY_RANGE), NormalizationChoice.parse(" Display "));
    assertEquals(Optional.of(Normalization.PERCENTILE), NormalizationChoice.parse("percentile"));
    // Every name that is offered is understood, each as something else.
    assertEquals(4, NormalizationChoice.NAMES.stream().map(NormalizationChoice::parse).distinct().count());
    assertThrows(IllegalArgumentException.class, () -> NormalizationChoice.parse(""));
  }

  @Test
  void outputs() {
    assertEquals(Set.of(MatteOutput.ALPHA, MatteOutput.CUTOUT), MatteOutput.parse("cutout, Alpha"));
    for (String wrong : new String[] {"", "alpha,", "alpha foreground"}) {
      Exception e = assertThrows(IllegalArgumentException.class, () -> MatteOutput.parse(wrong));
      assertTrue(e.getMessage().contains("alpha,foreground,cutout"), e.getMessage());
    }
  }
}
