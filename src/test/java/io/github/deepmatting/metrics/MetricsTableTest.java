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
package io.github.deepmatting.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MetricsTableTest {

  private static final MetricsTable TABLE = new MetricsTable(List.of(
      new MetricsTable.Row("a", new AlphaErrors(1, 0.01, 3, 4)),
      new MetricsTable.Row("longer", new AlphaErrors(12.00004, 0.020014, 5, 0))));

  private Locale before;

  @BeforeEach
  void useACommaAsDecimalSeparator() {
    before = Locale.getDefault();
    Locale.setDefault(Locale.GERMANY);
  }

  @AfterEach
  void restoreTheLocale() {
    Locale.setDefault(before);
  }

  @Test
  void separatesByTabs() {
    assertEquals("name\tsad\tmse\tgrad\tconn\n"
        + "a\t1.0000\t0.01000\t3.0000\t4.0000\n"
        + "longer\t12.0000\t0.02001\t5.0000\t0.0000\n"
        + "mean\t6.5000\t0.01501\t4.0000\t2.0000\n", TABLE.toTabSeparated());
  }

  @Test
  void alignsColumnsForPeople() {
    assertEquals("name        sad      mse    grad    conn\n"
        + "a        1.0000  0.01000  3.0000  4.0000\n"
        + "longer  12.0000  0.02001  5.0000  0.0000\n"
        + "mean     6.5000  0.01501  4.0000  2.0000\n", TABLE.toText());
  }

  @Test
  void needsAnImage() {
    assertThrows(IllegalArgumentException.class, () -> new MetricsTable(List.of()));
  }
}
