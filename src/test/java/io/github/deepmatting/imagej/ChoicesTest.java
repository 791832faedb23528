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

  @Test
  void threads() {
    assertEquals(3, MatteRequest.workers(3));
    assertEquals(Runtime.getRuntime().availableProcessors(), MatteRequest.workers(0));
    assertThrows(IllegalArgumentException.class, () -> MatteRequest.workers(-1));
  }
}
