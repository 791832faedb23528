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

import java.util.List;
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

  @Test
  void sizesMustAgree() {
    Trimap trimap = Trimaps.parse("B?F BBF");
    TrimapCheck.requireSize(trimap, "a-trimap.png", 3, 2, "a.png");
    Exception error = assertThrows(
        IllegalArgumentException.class, () -> TrimapCheck.requireSize(trimap, "a-trimap.png", 2, 3, "a.png"));
    for (String part : List.of("a-trimap.png has 3x2", "a.png has 2x3"))
      assertTrue(error.getMessage().contains(part), error.getMessage());
    assertThrows(IllegalArgumentException.class, () -> TrimapCheck.requireSize(trimap, "t", 3, 1, "i"));
  }
}
