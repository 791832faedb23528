package io.github.deepmatting.foreground;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class LevelSizeTest {

  /** 100 and 40 to the powers 0/7 to 7/7, worked out with a calculator. */
  @Test
  void powersOfTheSidesRounded() {
    assertEquals(
        List.of(
            new LevelSize(1, 1), new LevelSize(2, 2), new LevelSize(4, 3), new LevelSize(7, 5), new LevelSize(14, 8),
            new LevelSize(27, 14), new LevelSize(52, 24), new LevelSize(100, 40)),
        LevelSize.pyramid(100, 40));
  }

  @Test
  void smallestSizes() {
    assertEquals(List.of(new LevelSize(1, 1)), LevelSize.pyramid(1, 1));
    assertEquals(List.of(new LevelSize(1, 1), new LevelSize(2, 1)), LevelSize.pyramid(2, 1));
    assertEquals(List.of(new LevelSize(1, 1), new LevelSize(1, 2), new LevelSize(1, 4)), LevelSize.pyramid(1, 4));
  }

  @Test
  void nearestSampling() {
    LevelSize fine = new LevelSize(5, 3);
    LevelSize coarse = new LevelSize(2, 2);
    assertEquals(List.of(0, 0, 0, 1, 1), List.of(fine.columnIn(coarse, 0), fine.columnIn(coarse, 1),
        fine.columnIn(coarse, 2), fine.columnIn(coarse, 3), fine.columnIn(coarse, 4)));
    assertEquals(List.of(0, 2), List.of(coarse.columnIn(fine, 0), coarse.columnIn(fine, 1)));
    assertEquals(List.of(0, 1), List.of(coarse.rowIn(fine, 0), coarse.rowIn(fine, 1)));
  }
}
