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
package io.github.deepmatting.matting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.deepmatting.image.Rectangle;
import io.github.deepmatting.trimap.Trimap;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TilePlanTest {

  private static int padded(int size, int multiple) {
    return (size + multiple - 1) / multiple * multiple;
  }

  /** What must hold for any tiles, checked pixel by pixel. */
  private static void assertValid(Trimap trimap, List<Tile> tiles, int halo, int multiple, long maxPixels) {
    int[] covered = new int[trimap.width() * trimap.height()];
    for (Tile tile : tiles) {
      Rectangle core = tile.core();
      Rectangle outer = tile.outer();
      boolean anyUnknown = false;
      for (int y = core.y(); y < core.endY(); y++)
        for (int x = core.x(); x < core.endX(); x++) {
          covered[y * trimap.width() + x]++;
          anyUnknown |= trimap.isUnknown(x, y);
        }
      assertTrue(anyUnknown, () -> tile + " holds no unknown pixel");
      for (int position : new int[] {outer.x(), outer.y(), outer.endX(), outer.endY()})
        assertEquals(0, position % multiple, () -> tile + " does not begin and end at multiples");
      assertTrue(outer.x() == 0 || outer.x() <= core.x() - halo, () -> tile + " has no halo at its left");
      assertTrue(outer.y() == 0 || outer.y() <= core.y() - halo, () -> tile + " has no halo above");
      int endX = padded(trimap.width(), multiple);
      int endY = padded(trimap.height(), multiple);
      assertTrue(outer.endX() == endX || outer.endX() >= core.endX() + halo, () -> tile + " lacks halo at its right");
      assertTrue(outer.endY() == endY || outer.endY() >= core.endY() + halo, () -> tile + " lacks halo below");
      assertTrue(outer.x() >= 0 && outer.y() >= 0 && outer.endX() <= endX && outer.endY() <= endY,
          () -> tile + " reaches farther than the padded image");
      assertTrue(outer.size() <= maxPixels || core.width() <= 32 && core.height() <= 32,
          () -> tile + " is larger than " + maxPixels + " pixels");
    }
    for (int i = 0; i < covered.length; i++) {
      int x = i % trimap.width();
      int y = i / trimap.width();
      if (trimap.isUnknown(x, y)) assertEquals(1, covered[i], "cores at x=" + x + ", y=" + y);
      else assertTrue(covered[i] <= 1, "cores at x=" + x + ", y=" + y);
    }
  }

  @Test
  void anyTrimapIsCovered() {
    Random random = new Random(7);
    for (int i = 0; i < 200; i++) {
      int width = 1 + random.nextInt(300);
      int height = 1 + random.nextInt(300);
      Trimap trimap = TestImages.discs(width, height, random.nextInt(25), i);
      int halo = random.nextInt(50);
      int multiple = 1 << random.nextInt(6);
      long maxPixels = 1 + random.nextInt(30_000);
      TilePlan plan = TilePlan.of(trimap, halo, multiple, maxPixels);
      assertValid(trimap, plan.tiles(), halo, multiple, maxPixels);
      assertEquals(trimap.count(Trimap.UNKNOWN) == 0, plan.tiles().isEmpty());
      assertValid(trimap, plan.cut(plan.tiles(), maxPixels / 2), halo, multiple, maxPixels / 2);
    }
  }

  @ParameterizedTest
  @CsvSource({"1,1", "33,1", "1,200", "301,257", "512,512"})
  void whollyUnknownImagesAreCovered(int width, int height) {
    Trimap trimap = TestImages.filled(width, height, Trimap.UNKNOWN);
    for (long maxPixels : new long[] {1, 10_000, 60_000, Long.MAX_VALUE})
      assertValid(trimap, TilePlan.of(trimap, 16, 32, maxPixels).tiles(), 16, 32, maxPixels);
    assertEquals(1, TilePlan.of(trimap, 16, 32, 1 << 20).tiles().size());
  }

  @Test
  void whollyKnownImagesNeedNoTiles() {
    for (int value : new int[] {Trimap.FOREGROUND, Trimap.BACKGROUND})
      assertTrue(TilePlan.of(TestImages.filled(100, 70, value), 16, 32, 10_000).tiles().isEmpty());
  }

  /** By hand: halo 20 and multiple 16 around the pixel (100, 50): 80..121 and 30..71 become 80..128 and 16..80. */
  @Test
  void aSinglePixelGetsItsHaloAlone() {
    byte[] pixels = new byte[300 * 200];
    pixels[50 * 300 + 100] = (byte) Trimap.UNKNOWN;
    TilePlan plan = TilePlan.of(new Trimap(300, 200, pixels), 20, 16, 1 << 20);
    assertEquals(List.of(new Tile(new Rectangle(100, 50, 1, 1), new Rectangle(80, 16, 48, 64))), plan.tiles());
  }

  /** By hand: at the border of a 70x50 image padded to 80x64 the halo ends with the padding. */
  @Test
  void atTheBorderTheHaloEndsWithThePadding() {
    byte[] pixels = new byte[70 * 50];
    pixels[49 * 70 + 69] = (byte) Trimap.UNKNOWN;
    TilePlan plan = TilePlan.of(new Trimap(70, 50, pixels), 20, 16, 1 << 20);
    assertEquals(List.of(new Tile(new Rectangle(69, 49, 1, 1), new Rectangle(48, 16, 32, 48))), plan.tiles());
  }

  @Test
  void farSpotsAreNotJoinedAndNearOnesAre() {
    byte[] pixels = new byte[1000 * 1000];
    pixels[10 * 1000 + 10] = (byte) Trimap.UNKNOWN;
    pixels[990 * 1000 + 990] = (byte) Trimap.UNKNOWN;
    TilePlan far = TilePlan.of(new Trimap(1000, 1000, pixels), 32, 32, 1 << 20);
    assertEquals(2, far.tiles().size());
    pixels[990 * 1000 + 990] = 0;
    pixels[50 * 1000 + 50] = (byte) Trimap.UNKNOWN;
    assertEquals(1, TilePlan.of(new Trimap(1000, 1000, pixels), 32, 32, 1 << 20).tiles().size());
  }

  /** The ring has 6.3 % of the image; its tiles' cores must not fill the whole. */
  @Test
  void costFollowsTheUnknownRegion() {
    Trimap small = TestImages.ring(1000, 400, 12);
    TilePlan plan = TilePlan.of(small, 32, 32, 1 << 20);
    assertTrue(pixels(plan) < 600_000, () -> pixels(plan) + " pixels for a ring in 1000x1000");
    // The same ring in a four times larger image costs the same.
    byte[] pixels = new byte[2000 * 2000];
    for (int y = 0; y < 1000; y++)
      for (int x = 0; x < 1000; x++) pixels[(y + 500) * 2000 + x + 500] = (byte) small.get(x, y);
    TilePlan larger = TilePlan.of(new Trimap(2000, 2000, pixels), 32, 32, 1 << 20);
    assertEquals(1, (double) pixels(larger) / pixels(plan), 0.15);
  }

  @Test
  void equalSizesAreBatchedWithinTheBudget() {
    Tile a = new Tile(new Rectangle(0, 0, 10, 10), new Rectangle(0, 0, 32, 32));
    Tile b = new Tile(new Rectangle(64, 0, 10, 10), new Rectangle(64, 0, 32, 32));
    Tile c = new Tile(new Rectangle(128, 0, 10, 10), new Rectangle(128, 0, 32, 32));
    Tile tall = new Tile(new Rectangle(0, 64, 10, 10), new Rectangle(0, 64, 32, 64));
    List<Tile> tiles = List.of(a, tall, b, c);
    assertEquals(List.of(List.of(a, b), List.of(c), List.of(tall)), TilePlan.batches(tiles, 2 * 32 * 32 + 1));
    assertEquals(List.of(List.of(a), List.of(b), List.of(c), List.of(tall)), TilePlan.batches(tiles, 1));
    assertEquals(List.of(List.of(a, b, c), List.of(tall)), TilePlan.batches(tiles, Long.MAX_VALUE));
    assertFalse(TilePlan.batches(List.of(), 1).iterator().hasNext());
  }

  /** What the network has to compute. */
  private static long pixels(TilePlan plan) {
    return plan.tiles().stream().mapToLong(tile -> tile.outer().size()).sum();
  }
}
