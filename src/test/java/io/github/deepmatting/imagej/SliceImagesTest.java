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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.process.ByteProcessor;
import ij.process.FloatProcessor;
import io.github.deepmatting.foreground.ForegroundOptions;
import io.github.deepmatting.io.ImagePlusPlanes;
import io.github.deepmatting.io.Pictures;
import io.github.deepmatting.matting.TrimapSource;
import io.github.deepmatting.progress.Progress;
import io.github.deepmatting.trimap.Trimap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;
import org.junit.jupiter.api.Test;

/** What is made of images slice by slice, beside mattes. */
class SliceImagesTest {

  @Test
  void alphaIsScaledByItsType() {
    for (ImagePlus image : List.of(new ImagePlus("", Pictures.filled(2, 1, 51)),
        new ImagePlus("", Pictures.filled(2, 1, 51).convertToShortProcessor()),
        new ImagePlus("", new FloatProcessor(2, 1, new float[] {0.2f, 0.2f})))) {
      if (image.getBitDepth() == 16) image.getProcessor().multiply(257);
      RandomAccessibleInterval<FloatType> alpha = AlphaImages.read(new ImagePlusPlanes(image), 0, Progress.NONE);
      assertEquals(0.2f, alpha.getAt(1, 0).get(), 1e-7f, "bits: " + image.getBitDepth());
    }
    ImagePlus percent = new ImagePlus("", new FloatProcessor(1, 1, new float[] {100}));
    assertThrows(
        IllegalArgumentException.class, () -> AlphaImages.read(new ImagePlusPlanes(percent), 0, Progress.NONE));
  }

  @Test
  void eachSliceHasItsOwnAlphaOrAllHaveOne() {
    ImagePlus image = Pictures.stack(Pictures.grey16(10), Pictures.grey16(20));
    ImagePlus one = new ImagePlus("", Pictures.filled(Pictures.WIDTH, Pictures.HEIGHT, 255));
    ImagePlus foreground = ForegroundImages.estimate(image, one, ForegroundOptions.DEFAULT, Progress.NONE);
    for (int slice = 1; slice <= 2; slice++)
      assertArrayEquals((short[]) image.getStack().getPixels(slice), (short[]) foreground.getStack().getPixels(slice));
    assertEquals("label 2", foreground.getStack().getSliceLabel(2));
    ImagePlus three = Pictures.stack(Pictures.trimap(), Pictures.trimap(), Pictures.trimap());
    assertThrows(IllegalArgumentException.class,
        () -> ForegroundImages.estimate(image, three, ForegroundOptions.DEFAULT, Progress.NONE));
  }

  /** A row of trimaps: the first has an edge at x=3, the second is all background. */
  private static TrimapSource edgeThenEmpty() {
    Trimap edge = new Trimap(5, 1, new byte[] {0, (byte) 128, (byte) 128, (byte) 128, (byte) 255});
    return new TrimapSource() {
      @Override
      public Trimap at(int position, Progress progress) {
        return position == 0 ? edge : new Trimap(5, 1, new byte[5]);
      }

      @Override
      public boolean isPerSlice() {
        return true;
      }
    };
  }

  @Test
  void aTrimapOfEachSlice() {
    List<String> warnings = new ArrayList<>();
    Progress progress = new Progress() {
      @Override
      public void warn(String message) {
        warnings.add(message);
      }
    };
    ImagePlus image = Pictures.stack(new ByteProcessor(5, 1), new ByteProcessor(5, 1));
    image.getCalibration().pixelWidth = 3;
    ImagePlus trimaps = TrimapImages.of(image, edgeThenEmpty(), progress);
    assertArrayEquals(new byte[] {0, (byte) 128, (byte) 128, (byte) 128, (byte) 255},
        (byte[]) trimaps.getStack().getPixels(1));
    assertArrayEquals((byte[]) trimaps.getStack().getPixels(1), (byte[]) trimaps.getProcessor().getPixels());
    assertArrayEquals(new byte[5], (byte[]) trimaps.getStack().getPixels(2));
    assertEquals("stack trimap", trimaps.getTitle());
    assertEquals(3, trimaps.getCalibration().pixelWidth);
    assertEquals("label 1", trimaps.getStack().getSliceLabel(1));
    assertTrue(warnings.stream().allMatch(warning -> warning.startsWith("slice 2 of 2: ")), warnings.toString());
    assertEquals(1, warnings.size());
    assertTrue(warnings.get(0).contains("no unknown pixel (128), and no foreground pixel"), warnings.get(0));
  }

  @Test
  void doubtsNameTheirSlices() {
    ByteProcessor[] slices = new ByteProcessor[40];
    Arrays.setAll(slices, i -> new ByteProcessor(5, 1));
    List<String> doubts = TrimapImages.doubts(Pictures.stack(slices), edgeThenEmpty(), 3, Progress.NONE);
    assertEquals(2, doubts.size());
    assertTrue(doubts.get(0).contains("of stack, slice 20 has no unknown"), doubts.get(0));
    assertTrue(doubts.get(1).contains("of stack, slice 40 has no unknown"), doubts.get(1));
    Trimap good = new Trimap(3, 1, new byte[] {0, (byte) 128, (byte) 255});
    assertEquals(List.of(), TrimapImages.doubts(Pictures.stack(slices), TrimapSource.common(good), 3, Progress.NONE));
  }

  @Test
  void aTrimapsGreysAreToldByName() {
    ByteProcessor pixels = new ByteProcessor(4, 1, new byte[] {0, 60, (byte) 128, (byte) 255});
    List<String> warnings = new ArrayList<>();
    Trimap trimap = TrimapImages.read(new ImagePlus("t.png", pixels), new Progress() {
      @Override
      public void warn(String message) {
        warnings.add(message);
      }
    });
    assertTrue(trimap.isUnknown(1, 0));
    assertTrue(warnings.get(0).contains("1 pixels") && warnings.get(0).contains("t.png"), warnings.toString());
  }
}
