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
package io.github.deepmatting.testimages;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The committed test images are what their README says. */
class TestImagesTest {

  private static final Path FOLDER = Path.of("test-images");

  private static ImagePlus open(String name) {
    ImagePlus image = IJ.openImage(FOLDER.resolve(name).toString());
    assertNotNull(image, name);
    return image;
  }

  @ParameterizedTest
  @ValueSource(strings = {"cat.png", "bee.png", "cell.png", "ciliate.tif", "fly.png", "jellyfish.png", "thistle.png"})
  void trimapsHoldAllThreeValuesAndNoOther(String name) {
    ImagePlus trimap = open("trimaps/" + name);
    ImagePlus image = open(name.replaceAll("(cell|jellyfish).png", "$1.tif"));
    assertArrayEquals(image.getDimensions(), trimap.getDimensions());
    assertEquals(8, trimap.getBitDepth());
    for (int slice = 1; slice <= trimap.getStackSize(); slice++) {
      int[] histogram = trimap.getStack().getProcessor(slice).getHistogram();
      int[] values = IntStream.range(0, 256).filter(value -> histogram[value] > 0).toArray();
      assertArrayEquals(new int[] {0, 128, 255}, values);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"bee.png", "cell.png", "ciliate.tif", "fly.png", "jellyfish.png", "thistle.png"})
  void knownPixelsHaveTheirTrueAlpha(String name) {
    ImagePlus trimap = open("trimaps/" + name);
    ImagePlus alpha = open("alphas/" + name);
    assertArrayEquals(trimap.getDimensions(), alpha.getDimensions());
    for (int slice = 1; slice <= trimap.getStackSize(); slice++) {
      byte[] regions = (byte[]) trimap.getStack().getPixels(slice);
      byte[] truth = (byte[]) alpha.getStack().getPixels(slice);
      int partial = 0;
      for (int i = 0; i < regions.length; i++) {
        if ((regions[i] & 255) != 128) assertEquals(regions[i], truth[i]);
        if (truth[i] != 0 && truth[i] != -1) partial++;
      }
      assertTrue(partial > regions.length / 200, name + " has only " + partial + " partly covered pixels");
    }
  }

  @Test
  void typesAndUnits() {
    assertEquals(24, open("cat.png").getBitDepth());
    assertEquals(24, open("bee.png").getBitDepth());
    assertEquals(24, open("fly.png").getBitDepth());
    assertEquals(24, open("thistle.png").getBitDepth());
    for (String name : List.of("cell.tif", "jellyfish.tif")) {
      ImagePlus image = open(name);
      assertEquals(16, image.getBitDepth(), name);
      // The offset of the camera, and its twelve bits.
      assertTrue(image.getStatistics().min >= 100 && image.getStatistics().max < 4096, name);
    }
    assertEquals(0.2, open("cell.tif").getCalibration().pixelWidth, 1e-9);
    assertEquals("mm", open("jellyfish.tif").getCalibration().getUnit());
    assertEquals(0.02, open("jellyfish.tif").getCalibration().pixelWidth, 1e-9);
    ImagePlus ciliate = open("ciliate.tif");
    assertEquals(5, ciliate.getNFrames());
    assertEquals(8, ciliate.getBitDepth());
    assertEquals("t=80 ms", ciliate.getStack().getSliceLabel(3));
  }
}
