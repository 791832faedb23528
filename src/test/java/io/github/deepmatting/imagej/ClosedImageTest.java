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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import ij.CompositeImage;
import ij.ImagePlus;
import io.github.deepmatting.io.Pictures;
import io.github.deepmatting.matting.MatteOptions;
import io.github.deepmatting.matting.MatteOutput;
import io.github.deepmatting.matting.Matting;
import io.github.deepmatting.progress.Progress;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

/** Images that the user closes while they are being matted: ImageJ then takes their pixels away. */
class ClosedImageTest {

  private static float[] alpha(ImagePlus image, ImagePlus trimap, int slice, Runnable meanwhile)
      throws Exception {
    try (Matting matting = new StandInNetwork(meanwhile).matting()) {
      MatteResults images = ImagePlusPipeline.matte(
          matting, image, trimap, MatteOptions.DEFAULT.withOutputs(EnumSet.allOf(MatteOutput.class)), Progress.NONE);
      return (float[]) images.alpha().orElseThrow().getStack().getPixels(slice);
    }
  }

  private static void close(ImagePlus... images) {
    for (ImagePlus image : images) image.flush();
  }

  @Test
  void aStackAndItsTrimapMayBeClosed() throws Exception {
    ImagePlus image = Pictures.stack(Pictures.grey16(1000), Pictures.grey16(2000));
    ImagePlus trimap = Pictures.stack(Pictures.trimap(), Pictures.trimap());
    Object[] arrays = image.getStack().getImageArray();
    float[] alpha = alpha(image, trimap, 2, () -> close(image, trimap));
    assertNull(arrays[1]);
    assertEquals(2000 * 10 / 65535f, alpha[10], 1e-6);
  }

  @Test
  void aSingleImageMayBeClosed() throws Exception {
    ImagePlus image = new ImagePlus("one", Pictures.rgb());
    ImagePlus trimap = new ImagePlus("trimap", Pictures.trimap());
    float[] alpha = alpha(image, trimap, 1, () -> close(image, trimap));
    assertEquals(Pictures.red(10) / 255f, alpha[10], 1e-6);
  }

  @Test
  void whatIsHeldIsTheImageInAllButItsWindow() {
    ImagePlus stack = Pictures.stack(Pictures.grey16(1), Pictures.grey16(2), Pictures.grey16(3), Pictures.grey16(4));
    stack.setDimensions(2, 2, 1);
    CompositeImage image = new CompositeImage(stack, CompositeImage.COLOR);
    image.setTitle("cells.tif");
    image.getCalibration().pixelWidth = 0.25;
    image.setPosition(2, 2, 1);
    image.setDisplayRange(5, 40);
    ImagePlus held = ResultImages.holding(image);
    assertEquals("cells.tif", held.getTitle());
    assertEquals(2, held.getNChannels());
    assertEquals(2, held.getNSlices());
    assertEquals(0.25, held.getCalibration().pixelWidth);
    assertEquals(CompositeImage.COLOR, ((CompositeImage) held).getMode());
    assertEquals(4, held.getCurrentSlice());
    assertEquals(40, held.getLuts()[1].max);
    assertEquals(image.getLuts()[0], held.getLuts()[0]);
    assertEquals("label 3", held.getStack().getSliceLabel(3));
    for (int slice = 1; slice <= 4; slice++)
      assertEquals(System.identityHashCode(image.getStack().getPixels(slice)),
          System.identityHashCode(held.getStack().getPixels(slice)));
  }
}
