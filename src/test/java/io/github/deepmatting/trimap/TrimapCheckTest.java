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
