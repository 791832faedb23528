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
package io.github.deepmatting.training.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.deepmatting.training.pixels.Layer;
import io.github.deepmatting.trimap.Trimap;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PaintedPartTest {

  private static final int SIZE = 40;

  /** Half axes of 12 down and 5 across, around (20, 15). */
  private static final PaintedPart PART = new PaintedPart(SIZE, 20, 15, Math.PI / 2, 12, 5);

  private static Layer layer() {
    float[] alpha = new float[SIZE * SIZE];
    float[] colour = new float[3 * SIZE * SIZE];
    for (int i = 0; i < alpha.length; i++) {
      alpha[i] = i % SIZE < 20 ? 1 : 0.5f;
      for (int c = 0; c < 3; c++) colour[c * alpha.length + i] = 0.25f * alpha[i];
    }
    return new Layer(SIZE, alpha, colour);
  }

  @Test
  void paintsInsideTheEllipseInPremultipliedColours() {
    Layer layer = layer();
    float[] texture = new float[3 * SIZE * SIZE];
    Arrays.fill(texture, 0.75f);
    PART.paint(layer, texture);
    assertEquals(0.75f, colour(layer, 17, 15));
    assertEquals(0.75f, colour(layer, 19, 24));
    assertEquals(0.75f * 0.5f, colour(layer, 22, 15));
    assertEquals(0.25f, colour(layer, 13, 15));
    assertEquals(0.25f, colour(layer, 19, 29));
    assertEquals(0.25f * 0.5f, colour(layer, 27, 15));
    for (int i = 0; i < SIZE * SIZE; i++) assertEquals(i % SIZE < 20 ? 1 : 0.5f, layer.alpha()[i]);
  }

  private static float colour(Layer layer, int x, int y) {
    float red = layer.colour()[y * SIZE + x];
    for (int c = 1; c < 3; c++) assertEquals(red, layer.colour()[(c * SIZE + y) * SIZE + x]);
    return red;
  }

  @Test
  void leavesThePartAndALittleMoreUnknown() {
    byte[] known = new byte[SIZE * SIZE];
    for (int i = 0; i < known.length; i++) known[i] = (byte) (i % SIZE < 20 ? Trimap.FOREGROUND : Trimap.BACKGROUND);
    Trimap trimap = PART.leftUnknown(new Trimap(SIZE, SIZE, known));
    assertEquals(Trimap.UNKNOWN, trimap.get(20, 15));
    assertEquals(Trimap.UNKNOWN, trimap.get(20, 28)); // 13 / 12 < 1.1
    assertEquals(Trimap.BACKGROUND, trimap.get(20, 29)); // 14 / 12 > 1.1
    assertEquals(Trimap.UNKNOWN, trimap.get(15, 15));
    assertEquals(Trimap.FOREGROUND, trimap.get(14, 15)); // 6 / 5 > 1.1
    assertEquals(Trimap.BACKGROUND, trimap.get(26, 15));
    assertEquals(Math.PI * 12 * 5 * 1.1 * 1.1, trimap.count(Trimap.UNKNOWN), 15);
  }

  @Test
  void liesOnTheObject() {
    float[] alpha = new float[SIZE * SIZE];
    for (int i = 0; i < alpha.length; i++) alpha[i] = i % SIZE < 10 ? 1 : 0;
    for (int seed = 0; seed < 50; seed++) {
      PaintedPart part = PaintedPart.random(alpha, SIZE, new SplittableRandom(seed));
      assertTrue(part.x() < 10, "seed " + seed + ": " + part);
      assertTrue(part.breadth() <= part.length() && part.length() <= 0.6 * SIZE, "seed " + seed + ": " + part);
    }
  }
}
