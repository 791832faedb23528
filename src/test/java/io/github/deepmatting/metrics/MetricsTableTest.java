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
