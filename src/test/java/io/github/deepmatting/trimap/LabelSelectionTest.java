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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LabelSelectionTest {

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"1,3-5|1 3 4 5", " 2 , 4 - 4 |2 4", "3-5,4-6|3 4 5 6", "7|7", "''|1 2 3 4 5 6 7 8"})
  void rangesAndSingleLabels(String text, String expected) {
    List<Integer> labels = IntStream.rangeClosed(0, 8).boxed().toList();
    List<String> chosen = LabelSelection.parse(text).of(labels).stream().map(String::valueOf).toList();
    assertEquals(expected, String.join(" ", chosen));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "1,", "1;2", "3-", "-3", "1-2-3", "1.5", "0", "5-3", "99999999999"})
  void whatIsNoneIsNamed(String text) {
    String message = assertThrows(IllegalArgumentException.class, () -> LabelSelection.parse(text)).getMessage();
    assertTrue(message.contains("whole numbers from 1 on"), message);
  }

  @Test
  void zeroIsNeverMeant() {
    assertFalse(LabelSelection.ALL.contains(0));
    assertTrue(LabelSelection.ALL.contains(Integer.MAX_VALUE));
  }

  @Test
  void rangesWithoutAnyLabelAreMissing() {
    LabelSelection selection = LabelSelection.parse("1,3-5,8-9");
    assertEquals(List.of(new LabelSelection.Range(1, 1), new LabelSelection.Range(8, 9)),
        selection.missing(List.of(2, 4)));
    assertEquals(List.of(), LabelSelection.ALL.missing(List.of()));
  }
}
