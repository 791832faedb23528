package io.github.deepmatting.trimap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.deepmatting.progress.Progress;
import net.imglib2.img.array.ArrayImgs;
import org.junit.jupiter.api.Test;

/** Worked out by hand. */
class TrimapFromProbabilityTest {

  private static final float[] MAP = {0, 0, 0, 0.1f, 0.11f, 0.5f, 0.89f, 0.9f, 1, 1, 1};

  private static String make(double dilation, float... map) {
    return Trimaps.toString(new TrimapFromProbability(0.1f, 0.9f, dilation)
        .make(ArrayImgs.floats(map, map.length, 1), Progress.NONE));
  }

  @Test
  void thresholdsBelongToTheKnownRegions() {
    assertEquals("BBBB???FFFF", make(0, MAP));
  }

  @Test
  void theUnknownRegionGrows() {
    assertEquals("BBB?????FFF", make(1, MAP));
    assertEquals("B?????????F", make(3.2, MAP));
  }

  @Test
  void itGrowsAlsoWhereTheKnownRegionsTouch() {
    assertEquals("BB??FF", make(1, 0, 0, 0, 1, 1, 1));
    assertEquals("BBBFFF", make(0.5, 0, 0, 0, 1, 1, 1));
  }

  @Test
  void integersGoUpToTheLargestOfTheirType() {
    Trimap trimap = new TrimapFromProbability(0.1, 0.9, 0)
        .make(ArrayImgs.unsignedBytes(new byte[] {25, 26, (byte) 229, (byte) 230}, 4, 1), Progress.NONE);
    assertEquals("B??F", Trimaps.toString(trimap));
  }

  @Test
  void whatIsNoProbabilityIsRefused() {
    Exception error = assertThrows(IllegalArgumentException.class, () -> make(0, 0, 1.5f));
    assertTrue(error.getMessage().contains("0.0 to 1.5"), error.getMessage());
    assertThrows(IllegalArgumentException.class, () -> make(0, -0.1f));
    assertThrows(IllegalArgumentException.class, () -> make(-1, 0));
    assertThrows(IllegalArgumentException.class, () -> new TrimapFromProbability(0.5, 0.5, 0));
    assertThrows(IllegalArgumentException.class, () -> new TrimapFromProbability(0.5, 1.1, 0));
  }
}
