package io.github.deepmatting.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.deepmatting.trimap.Trimap;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RandomTrimapTest {

  private static final int SIZE = 64;

  /** Opaque from column 20 on, with one soft column before it. */
  private static float[] edge() {
    float[] alpha = new float[SIZE * SIZE];
    for (int i = 0; i < alpha.length; i++) alpha[i] = i % SIZE >= 20 ? 1 : i % SIZE == 19 ? 0.5f : 0;
    return alpha;
  }

  /** The soft pixel at 19: columns up to 4 away from it, and 6 beyond, are unknown. */
  @Test
  void bandsAreAsWideAsTold() {
    Trimap trimap = new RandomTrimap(4, 6, 0, 10, 0, 0, 0).of(edge(), SIZE, new SplittableRandom(1));
    for (int x = 0; x < SIZE; x++) {
      int expected = x < 13 ? Trimap.BACKGROUND : x <= 23 ? Trimap.UNKNOWN : Trimap.FOREGROUND;
      assertEquals(expected, trimap.get(x, 30), "column " + x);
    }
  }

  @Test
  void closingFillsGapsBetweenStrands() {
    float[] alpha = new float[SIZE * SIZE];
    for (int y = 0; y < SIZE; y++) alpha[y * SIZE + 24] = alpha[y * SIZE + 40] = 0.7f;
    int middle = 32;
    assertEquals(Trimap.BACKGROUND,
        new RandomTrimap(1, 1, 0, 10, 0, 0, 0).of(alpha, SIZE, new SplittableRandom(1)).get(middle, 32));
    assertEquals(Trimap.UNKNOWN,
        new RandomTrimap(1, 1, 0, 10, 9, 0, 0).of(alpha, SIZE, new SplittableRandom(1)).get(middle, 32));
  }

  @Test
  void aPatchHidesAPartOfTheObject() {
    Trimap whole = new RandomTrimap(1, 1, 0, 10, 0, 0, 0).of(edge(), SIZE, new SplittableRandom(2));
    Trimap hidden = new RandomTrimap(1, 1, 0, 10, 0, 0, 9).of(edge(), SIZE, new SplittableRandom(2));
    assertTrue(hidden.count(Trimap.FOREGROUND) < whole.count(Trimap.FOREGROUND) - 60);
  }

  @Test
  void randomOnesAreSometimesWide() {
    SplittableRandom random = new SplittableRandom(5);
    int wide = 0;
    for (int i = 0; i < 200; i++) if (RandomTrimap.random(random, 1).outer() > 30) wide++;
    assertTrue(wide > 20 && wide < 120, wide + " of 200 are wide");
  }
}
