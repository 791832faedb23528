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
package io.github.deepmatting.training.pixels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class LayerTest {

  /** Left half opaque red; right half transparent with green hidden below. */
  private static StoredImage redWithHiddenGreen(int size) {
    byte[] samples = new byte[size * size * 4];
    for (int i = 0; i < size * size; i++) {
      boolean visible = i % size < size / 2;
      samples[4 * i] = (byte) (visible ? 255 : 0);
      samples[4 * i + 1] = (byte) (visible ? 0 : 255);
      samples[4 * i + 3] = (byte) (visible ? 255 : 0);
    }
    return new StoredImage(size, size, 4, samples);
  }

  @Test
  void resamplingLeavesNoFringe() {
    for (double scale : new double[] {0.6, 1.3, 2.7, 5})
      for (double angle : new double[] {0, 0.4}) {
        int size = 40;
        Layer layer = new Window(64, 64, scale, angle, false)
            .of(redWithHiddenGreen(128), size, Window.Beyond.TRANSPARENT);
        float[] colour = layer.straightColour();
        for (int i = 0; i < size * size; i++) {
          assertEquals(1, colour[i], 0.02, "red at " + i + ", scale " + scale);
          assertEquals(0, colour[size * size + i], 0.02, "green at " + i + ", scale " + scale);
        }
      }
  }

  /** At scale 2 with the edge on a pixel border, every pixel is wholly in or out; shifted by one, half. */
  @Test
  void resamplingAveragesOverTheArea() {
    Layer aligned = new Window(64, 64, 2, 0, false).of(redWithHiddenGreen(128), 32, Window.Beyond.TRANSPARENT);
    assertEquals(1, aligned.alpha()[15], 1e-6);
    assertEquals(0, aligned.alpha()[16], 1e-6);
    Layer shifted = new Window(65, 64, 2, 0, false).of(redWithHiddenGreen(128), 32, Window.Beyond.TRANSPARENT);
    assertEquals(0.5, shifted.alpha()[15], 1e-6);
  }

  @Test
  void windowsMirrorAndContinue() {
    Layer plain = new Window(64, 64, 1, 0, false).of(redWithHiddenGreen(128), 32, Window.Beyond.TRANSPARENT);
    Layer mirrored = new Window(64, 64, 1, 0, true).of(redWithHiddenGreen(128), 32, Window.Beyond.TRANSPARENT);
    for (int x = 0; x < 32; x++) assertEquals(plain.alpha()[x], mirrored.alpha()[31 - x], 1e-6);
    Window beyond = new Window(0, 64, 1, 0, false);
    assertEquals(0, beyond.of(redWithHiddenGreen(128), 32, Window.Beyond.TRANSPARENT).alpha()[2], 1e-6);
    assertEquals(1, beyond.of(redWithHiddenGreen(128), 32, Window.Beyond.MIRRORED).alpha()[2], 1e-6);
  }

  /** Porter and Duff's over: alpha 1 - (1 - 0.5)(1 - 0.4) = 0.7, red 0.4 * 1 + 0.6 * 0.5 * 0.2 = 0.46. */
  @Test
  void layersLieOverEachOther() {
    Layer below = new Layer(1, new float[] {0.5f}, new float[] {0.1f, 0, 0});
    below.over(new Layer(1, new float[] {0.4f}, new float[] {0.4f, 0, 0}));
    assertEquals(0.7, below.alpha()[0], 1e-6);
    assertEquals(0.46, below.colour()[0], 1e-6);
    Layer drawn = new Layer(1, new float[] {0.5f}, new float[] {0.1f, 0, 0});
    drawn.blend(0, 0.4f, 1, 0, 0);
    assertEquals(0.7, drawn.alpha()[0], 1e-6);
    assertEquals(0.46, drawn.colour()[0], 1e-6);
  }

  @Test
  void transparentPixelsTakeColoursFromAround() {
    int size = 37;
    Layer layer = new Layer(size);
    layer.blend(0, 1, 0.8f, 0.1f, 0.1f);
    layer.blend(size * size - 1, 0.3f, 0.2f, 0.6f, 0.1f);
    float[] colour = layer.straightColour();
    assertEquals(0.8, colour[0], 1e-6);
    assertEquals(0.2, colour[size * size - 1], 1e-6);
    assertEquals(0.8, colour[1], 0.15);
    for (int i = 0; i < size * size; i++) assertTrue(colour[i] >= 0.199 && colour[i] <= 0.801, i + ": " + colour[i]);
  }

  /** A point becomes the product of two one-dimensional Gaussians; the sum stays. */
  @Test
  void gaussianMatchesItsFormula() {
    int size = 41;
    double sigma = 2;
    float[] plane = new float[size * size];
    plane[20 * size + 20] = 1;
    Blur.gaussian(plane, size, sigma);
    double norm = 0;
    for (int k = -6; k <= 6; k++) norm += Math.exp(-k * k / (2 * sigma * sigma));
    double sum = 0;
    for (float value : plane) sum += value;
    assertEquals(1, sum, 1e-5);
    assertEquals(Math.exp(-(3 * 3 + 1) / (2 * sigma * sigma)) / (norm * norm), plane[21 * size + 23], 1e-6);
  }

  /** Three positions -1, 0, 1 along x, a third each. */
  @Test
  void motionSpreadsAlongItsPath() {
    int size = 9;
    float[] plane = new float[size * size];
    plane[4 * size + 4] = 3;
    Blur.motion(plane, size, 2, 0);
    for (int x = 0; x < size; x++) assertEquals(x >= 3 && x <= 5 ? 1 : 0, plane[4 * size + x], 1e-5, "column " + x);
  }
}
