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
package io.github.deepmatting.imagej;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.VirtualStack;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.process.ByteProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import io.github.deepmatting.foreground.ForegroundOptions;
import io.github.deepmatting.io.ImagePlusPlanesTest;
import io.github.deepmatting.progress.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForegroundImagesTest {

  @Test
  void pixelsThatAreNoNumbersAreRefused() {
    FloatProcessor pixels = new FloatProcessor(8, 8);
    pixels.setf(3, 2, Float.NaN);
    FloatProcessor alpha = new FloatProcessor(8, 8);
    alpha.setf(3, 3, 0.5f);
    String message = assertThrows(IllegalArgumentException.class,
        () -> ForegroundImages.estimate(new ImagePlus("image", pixels), new ImagePlus("alpha", alpha),
            ForegroundOptions.DEFAULT, Progress.NONE)).getMessage();
    assertTrue(message.contains("x=3, y=2"), message);
  }

  @ParameterizedTest
  @CsvSource({"8,1,2,1", "16,7,2,3", "32,2,1,4"})
  void everyChannelOfEverySliceIsEstimatedInItsOwnType(int bits, int channels, int slices, int frames) {
    ImagePlus image = ImagePlusPlanesTest.hyperstack(bits, channels, slices, frames);
    image.setOverlay(new Overlay(new Roi(0, 0, 2, 2)));
    // Opaque but for one pixel: there the foreground is estimated, from neighbours that are all the same object.
    FloatProcessor alpha = new FloatProcessor(4, 3);
    for (int i = 0; i < 12; i++) alpha.setf(i, i == 5 ? 0.75f : 1);
    ImagePlus foreground = ForegroundImages.estimate(
        image, new ImagePlus("alpha", alpha), ForegroundOptions.DEFAULT, Progress.NONE);
    assertArrayEquals(image.getDimensions(), foreground.getDimensions());
    assertEquals(image.getBitDepth(), foreground.getBitDepth());
    assertNull(foreground.getOverlay());
    assertEquals(1, image.getOverlay().size());
    for (int index = 1; index <= image.getStackSize(); index++) {
      assertEquals(image.getStack().getSliceLabel(index), foreground.getStack().getSliceLabel(index));
      for (int i = 0; i < 12; i++)
        assertEquals(image.getStack().getProcessor(index).getf(i), foreground.getStack().getProcessor(index).getf(i),
            i == 5 ? 1.5 : 0, "slice " + index + ", pixel " + i);
    }
  }

  /** Counts how often slices are read, and gives each anew. */
  private static final class CountedSlices extends VirtualStack {
    private int reads;

    CountedSlices(int count) {
      super(4, 3, null, null);
      setBitDepth(8);
      for (int i = 0; i < count; i++) addSlice("slice " + i);
    }

    @Override
    public ImageProcessor getProcessor(int n) {
      reads++;
      ByteProcessor slice = new ByteProcessor(4, 3);
      slice.setValue(n);
      slice.fill();
      return slice;
    }

    @Override
    public Object getPixels(int n) {
      return getProcessor(n).getPixels();
    }
  }

  @Test
  void aVirtualStackIsReadSliceBySlice() {
    CountedSlices slices = new CountedSlices(40);
    ImagePlus image = new ImagePlus("virtual", slices);
    FloatProcessor alpha = new FloatProcessor(4, 3);
    alpha.setf(5, 0.5f);
    int before = slices.reads;
    ImagePlus foreground = ForegroundImages.estimate(
        image, new ImagePlus("alpha", alpha), ForegroundOptions.DEFAULT, Progress.NONE);
    assertTrue(slices.reads - before <= 2 * 40, slices.reads - before + " reads");
    assertEquals(33, foreground.getStack().getProcessor(33).get(0, 0));
  }
}
