package io.github.deepmatting.trimap;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TrimapTest {

  private final Trimap trimap = Trimaps.parse("B?F BBF");

  @Test
  void holdsItsValuesRowByRow() {
    assertEquals(3, trimap.width());
    assertEquals(2, trimap.height());
    assertEquals(Trimap.UNKNOWN, trimap.get(1, 0));
    assertEquals(Trimap.FOREGROUND, trimap.get(2, 1));
    assertTrue(trimap.isUnknown(1, 0));
    assertFalse(trimap.isUnknown(1, 1));
  }

  @Test
  void countsItsValues() {
    assertEquals(3, trimap.count(Trimap.BACKGROUND));
    assertEquals(1, trimap.count(Trimap.UNKNOWN));
    assertEquals(2, trimap.count(Trimap.FOREGROUND));
  }

  @Test
  void isAnImage() {
    assertArrayEquals(new long[] {3, 2}, trimap.image().dimensionsAsLongArray());
    assertEquals(255, trimap.image().getAt(2, 0).get());
  }

  @Test
  void refusesOtherValuesAndSizes() {
    Exception error = assertThrows(
        IllegalArgumentException.class, () -> new Trimap(2, 2, new byte[] {0, (byte) 128, 0, 7}));
    assertTrue(error.getMessage().contains("value 7 at x=1, y=1"), error.getMessage());
    assertThrows(IllegalArgumentException.class, () -> new Trimap(2, 2, new byte[3]));
    assertThrows(IllegalArgumentException.class, () -> new Trimap(0, 2, new byte[0]));
  }
}
