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
package io.github.deepmatting.imagej.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ByteProcessor;
import ij.process.ShortProcessor;
import io.github.deepmatting.progress.Progress;
import io.github.deepmatting.training.data.ForegroundImage;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenForegroundsTest {

  private static ImagePlus stack() {
    ImageStack stack = new ImageStack(2, 1);
    for (int slice = 0; slice < 2; slice++) {
      ShortProcessor pixels = new ShortProcessor(2, 1);
      pixels.set(0, 0, 1000);
      pixels.set(1, 0, 1000 + 100 * slice);
      stack.addSlice(pixels);
    }
    ImagePlus image = new ImagePlus("cells", stack);
    image.setDisplayRange(900, 1155);
    return image;
  }

  private static ByteProcessor alpha(int first, int second) {
    ByteProcessor alpha = new ByteProcessor(2, 1);
    alpha.set(0, 0, first);
    alpha.set(1, 0, second);
    return alpha;
  }

  /** The display range is 255 wide, so a displayed grey is the value less 900. */
  @Test
  void everySliceIsAForegroundAsDisplayed() {
    List<ForegroundImage> foregrounds =
        OpenForegrounds.of(stack(), new ImagePlus("alpha", alpha(255, 51)), Progress.NONE);
    assertEquals(2, foregrounds.size());
    for (int c = 0; c < 3; c++) {
      assertEquals(100, foregrounds.get(0).image().get(1, 0, c));
      assertEquals(200, foregrounds.get(1).image().get(1, 0, c));
    }
    assertEquals(51, foregrounds.get(1).image().get(1, 0, 3));
    assertEquals("cells, slice 2", foregrounds.get(1).name());
  }

  @Test
  void eachSliceMayHaveItsOwnAlpha() {
    ImageStack alphas = new ImageStack(2, 1);
    alphas.addSlice(alpha(255, 51));
    alphas.addSlice(alpha(10, 20));
    List<ForegroundImage> foregrounds = OpenForegrounds.of(stack(), new ImagePlus("alphas", alphas), Progress.NONE);
    assertEquals(51, foregrounds.get(0).image().get(1, 0, 3));
    assertEquals(20, foregrounds.get(1).image().get(1, 0, 3));
  }

  @Test
  void whatDoesNotFitIsRefused() {
    assertProblem("3x1", new ImagePlus("wide", new ByteProcessor(3, 1)));
    assertProblem("is 0 everywhere", new ImagePlus("nothing", alpha(0, 0)));
    ImageStack three = new ImageStack(2, 1);
    for (int i = 0; i < 3; i++) three.addSlice(alpha(1, 2));
    assertProblem("has 3 slices", new ImagePlus("three", three));
  }

  private static void assertProblem(String part, ImagePlus alpha) {
    String message = assertThrows(
        IllegalArgumentException.class, () -> OpenForegrounds.of(stack(), alpha, Progress.NONE)).getMessage();
    assertTrue(message.contains(part), message);
  }
}
