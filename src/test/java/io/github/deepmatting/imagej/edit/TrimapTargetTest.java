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
package io.github.deepmatting.imagej.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ij.ImagePlus;
import ij.VirtualStack;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which image a trimap is of; see {@link TrimapEditorTest} for the other way. */
class TrimapTargetTest {

  private final ImagePlus trimap = trimap("trimap", 6, 4);
  private final ImagePlus photograph = new ImagePlus("cat", new ColorProcessor(6, 4));

  private static ImagePlus trimap(String title, int width, int height) {
    ByteProcessor pixels = new ByteProcessor(width, height);
    pixels.set(1, 128);
    pixels.set(2, 255);
    return new ImagePlus(title, pixels);
  }

  @Test
  void theOnlyPictureOfItsSize() {
    ImagePlus small = new ImagePlus("small", new ColorProcessor(5, 4));
    ImagePlus other = trimap("other trimap", 6, 4);
    assertEquals(Optional.of(photograph),
        TrimapTarget.imageOf(trimap, List.of(small, trimap, other, photograph)));
  }

  @Test
  void noneWhereSeveralCouldBeMeantOrNone() {
    ImagePlus second = new ImagePlus("dog", new ColorProcessor(6, 4));
    assertEquals(Optional.empty(), TrimapTarget.imageOf(trimap, List.of(trimap, photograph, second)));
    assertEquals(Optional.empty(), TrimapTarget.imageOf(trimap, List.of(trimap)));
    assertEquals(Optional.empty(), TrimapTarget.imageOf(trimap, List.of(trimap, trimap("other", 6, 4))));
  }

  /** Another slice than the one that is shown would fail. */
  @Test
  void largeStacksAreNotRead() {
    VirtualStack slices = new VirtualStack(6, 4, null, null) {
      @Override
      public ImageProcessor getProcessor(int slice) {
        if (slice != 1) throw new AssertionError("slice " + slice + " was read");
        ByteProcessor pixels = new ByteProcessor(6, 4);
        for (int i = 0; i < 24; i++) pixels.set(i, 9 * i);
        return pixels;
      }

      @Override
      public int getSize() {
        return 3;
      }

      @Override
      public int getBitDepth() {
        return 8;
      }
    };
    ImagePlus large = new ImagePlus("large", slices);
    assertEquals(Optional.of(large), TrimapTarget.imageOf(trimap, List.of(trimap, large)));
  }

  @Test
  void noneOfAPicture() {
    assertEquals(Optional.empty(),
        TrimapTarget.imageOf(photograph, List.of(photograph, new ImagePlus("dog", new ColorProcessor(6, 4)))));
  }
}
