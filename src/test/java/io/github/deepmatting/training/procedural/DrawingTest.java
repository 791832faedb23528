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
package io.github.deepmatting.training.procedural;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.deepmatting.training.pixels.Layer;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DrawingTest {

  private static final int SIZE = 96;

  static List<ProceduralMatte> mattes() {
    return List.of(new Fur(), new Solids(), new Bristles(), new Net(), new Branches(), new Foliage(), new Glass(),
        new Smoke());
  }

  private static float[] texture() {
    SplittableRandom random = new SplittableRandom(9);
    float[] texture = new float[3 * SIZE * SIZE];
    for (int i = 0; i < texture.length; i++) texture[i] = (float) random.nextDouble();
    return texture;
  }

  @ParameterizedTest
  @MethodSource("mattes")
  void drawsSomethingInRangeAndRepeatably(ProceduralMatte matte) {
    boolean soft = false;
    double covered = 0;
    for (int seed = 0; seed < 10; seed++) {
      Layer layer = matte.draw(SIZE, texture(), new SplittableRandom(seed));
      Layer again = matte.draw(SIZE, texture(), new SplittableRandom(seed));
      assertArrayEquals(layer.alpha(), again.alpha());
      assertArrayEquals(layer.colour(), again.colour());
      for (int i = 0; i < SIZE * SIZE; i++) {
        float alpha = layer.alpha()[i];
        assertTrue(alpha >= 0 && alpha <= 1.00001f, "alpha " + alpha);
        soft |= alpha > 0.1 && alpha < 0.9;
        covered += alpha;
        for (int c = 0; c < 3; c++) {
          float colour = layer.colour()[c * SIZE * SIZE + i];
          assertTrue(colour >= 0 && colour <= alpha + 1e-5f, "premultiplied colour " + colour + " of alpha " + alpha);
        }
      }
    }
    assertTrue(soft, "no soft pixel in ten drawings");
    assertTrue(covered > 0.02 * 10 * SIZE * SIZE, "ten drawings cover only " + covered + " pixels");
  }

  /** A thin line covers as much of each column as it is wide, wherever it lies between the pixels. */
  @Test
  void aLineCoversItsWidth() {
    for (double width : new double[] {0.3, 0.8, 2.4})
      for (double y : new double[] {10, 10.3, 10.5}) {
        Layer layer = new Layer(24);
        // Two pieces that join in the middle of a pixel.
        Pen pen = new Pen(layer);
        float[] white = {1, 1, 1};
        pen.segment(-2, y, 11.3, y, width, width, 1, white);
        pen.segment(11.3, y, 26, y, width, width, 1, white);
        for (int x = 0; x < 24; x++) {
          double sum = 0;
          for (int row = 0; row < 24; row++) sum += layer.alpha()[row * 24 + x];
          assertEquals(width, sum, 1e-4, "column " + x + ", width " + width + ", at " + y);
        }
      }
  }

  /** From the centre to the outline it is the radius, which harmonics change by less than 0.8 of it. */
  @Test
  void aBlobIsInsideAroundItsCentreOnly() {
    for (int seed = 0; seed < 20; seed++) {
      Shape blob = Shape.blob(new SplittableRandom(seed), SIZE, 20, 48, 48);
      assertTrue(blob.at(48, 48) > 0.25 * 20 - 1.5, "centre of seed " + seed);
      assertTrue(blob.at(2, 2) < 0, "corner of seed " + seed);
      assertTrue(blob.union(blob.without(blob)).at(48, 48) > 0);
      assertTrue(blob.without(blob).at(48, 48) < 0);
    }
  }
}
