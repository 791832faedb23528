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
package io.github.deepmatting.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.VirtualStack;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.LUT;
import ij.process.ShortProcessor;
import io.github.deepmatting.image.IntensityRange;
import io.github.deepmatting.image.Normalization;
import io.github.deepmatting.progress.Progress;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

public class ImagePlusPlanesTest {

  /** A hyperstack whose pixels tell where they are: 1000 t + 100 z + 10 c + x, all from 0. */
  public static ImagePlus hyperstack(int bits, int channels, int slices, int frames) {
    ImageStack stack = ImageStack.create(4, 3, channels * slices * frames, bits);
    ImagePlus image = new ImagePlus("cells.tif", stack);
    image.setDimensions(channels, slices, frames);
    for (int t = 0; t < frames; t++)
      for (int z = 0; z < slices; z++)
        for (int c = 0; c < channels; c++) {
          int index = image.getStackIndex(c + 1, z + 1, t + 1);
          ImageProcessor slice = stack.getProcessor(index);
          for (int y = 0; y < 3; y++) for (int x = 0; x < 4; x++) slice.setf(x, y, 1000 * t + 100 * z + 10 * c + x);
          stack.setSliceLabel("c" + c + " z" + z + " t" + t, index);
        }
    image.setOpenAsHyperStack(true);
    return channels > 1 ? new CompositeImage(image, CompositeImage.COMPOSITE) : image;
  }

  private static double value(RandomAccessibleInterval<? extends RealType<?>> pixels, long... position) {
    return pixels.getAt(position).getRealDouble();
  }

  @ParameterizedTest
  @CsvSource({"16,1,1,1", "16,2,3,4", "32,7,1,2", "32,1,5,1", "8,2,2,1"})
  void everyPixelIsFoundWhereItIs(int bits, int channels, int slices, int frames) {
    ImagePlusPlanes planes = new ImagePlusPlanes(hyperstack(bits, channels, slices, frames));
    assertEquals(slices * frames, planes.positions());
    assertEquals(channels, planes.channels());
    RandomAccessibleInterval<? extends RealType<?>> all = planes.all().pixels();
    assertArrayEquals(new long[] {4, 3, channels, slices * frames}, all.dimensionsAsLongArray());
    for (int position = 0; position < planes.positions(); position++) {
      RandomAccessibleInterval<? extends RealType<?>> pixels = planes.at(position).pixels();
      assertArrayEquals(new long[] {4, 3, channels}, pixels.dimensionsAsLongArray());
      for (int c = 0; c < channels; c++) {
        double expected = 1000.0 * (position / slices) + 100 * (position % slices) + 10 * c + 3;
        assertEquals(expected, value(pixels, 3, 2, c));
        assertEquals(expected, value(all, 3, 2, c, position));
      }
    }
  }

  @Test
  void writingChangesTheImage() {
    ImagePlus image = hyperstack(16, 2, 3, 1);
    new ImagePlusPlanes(image).at(2).pixels().getAt(1, 2, 1).setReal(54321);
    assertEquals(54321, image.getStack().getVoxel(1, 2, image.getStackIndex(2, 3, 1) - 1));
    FloatProcessor single = new FloatProcessor(2, 2);
    new ImagePlusPlanes(new ImagePlus("one", single)).at(0).pixels().getAt(1, 1, 0).setReal(0.5);
    assertEquals(0.5f, single.getf(1, 1));
  }

  @Test
  void unsignedValuesStayPositive() {
    assertEquals(200, value(new ImagePlusPlanes(
        new ImagePlus("", new ByteProcessor(1, 1, new byte[] {(byte) 200}))).at(0).pixels(), 0, 0, 0));
    assertEquals(60000, value(new ImagePlusPlanes(
        new ImagePlus("", new ShortProcessor(1, 1, new short[] {(short) 60000}, null))).at(0).pixels(), 0, 0, 0));
  }

  @Test
  void rgbHasThreeChannels() {
    ColorProcessor colours = new ColorProcessor(1, 1, new int[] {0xff0a141e});
    ImagePlusPlanes planes = new ImagePlusPlanes(new ImagePlus("colour", colours));
    assertEquals(3, planes.channels());
    assertEquals(8, planes.bitDepth());
    RandomAccessibleInterval<? extends RealType<?>> pixels = planes.at(0).pixels();
    assertEquals(List.of(10.0, 20.0, 30.0), List.of(value(pixels, 0, 0, 0), value(pixels, 0, 0, 1), value(pixels, 0, 0, 2)));
    pixels.getAt(0, 0, 1).setReal(255);
    assertEquals(0xff0aff1e, colours.get(0));
    assertEquals(new IntensityRange(0, 255), planes.displayRanges().get(2));
    assertEquals(List.of(), planes.colours());
  }

  @Test
  void aVirtualStackIsReadSliceBySlice() {
    List<Integer> asked = new ArrayList<>();
    VirtualStack stack = new VirtualStack(2, 2, null, null) {
      @Override
      public ImageProcessor getProcessor(int n) {
        asked.add(n);
        ByteProcessor slice = new ByteProcessor(2, 2);
        slice.set(1, 1, 10 * n);
        return slice;
      }

      @Override
      public int getSize() {
        return 5;
      }

      @Override
      public int size() {
        return 5;
      }

      @Override
      public String getSliceLabel(int n) {
        return "slice " + n;
      }
    };
    ImagePlusPlanes planes = new ImagePlusPlanes(new ImagePlus("virtual", stack));
    asked.clear();
    assertEquals(40, value(planes.at(3).pixels(), 1, 1, 0));
    assertEquals(List.of(4), asked);
    RandomAccessibleInterval<? extends RealType<?>> all = planes.all().pixels();
    asked.clear();
    double sum = 0;
    for (var cursor = all.cursor(); cursor.hasNext(); ) sum += cursor.next().getRealDouble();
    assertEquals(10 + 20 + 30 + 40 + 50, sum);
    assertEquals(List.of(1, 2, 3, 4, 5), asked, "each slice is read once in one pass");
  }

  @Test
  void rangesOfTheWholeStackAreCommon() {
    ImagePlusPlanes planes = new ImagePlusPlanes(hyperstack(32, 2, 3, 2));
    List<IntensityRange> ranges = planes.normalizationOptions(Normalization.TYPE_RANGE)
        .ranges(planes.all().pixels(), Progress.NONE);
    assertEquals(List.of(new IntensityRange(0, 1213), new IntensityRange(0, 1213)), ranges);
  }

  @Test
  void displayRangesAndColoursOfAComposite() {
    CompositeImage image = (CompositeImage) hyperstack(16, 3, 2, 1);
    LUT[] luts = {LUT.createLutFromColor(Color.MAGENTA), LUT.createLutFromColor(Color.GREEN),
      LUT.createLutFromColor(new Color(0, 128, 255))};
    for (int c = 0; c < 3; c++) {
      luts[c].min = 5 * c;
      luts[c].max = 100 + c;
    }
    image.setLuts(luts);
    image.setPosition(2, 1, 1);
    image.setDisplayRange(7, 77);
    ImagePlusPlanes planes = new ImagePlusPlanes(image);
    assertEquals(List.of(new IntensityRange(0, 100), new IntensityRange(7, 77), new IntensityRange(10, 102)),
        planes.displayRanges());
    assertEquals(List.of(0xff00ff, 0x00ff00, 0x0080ff), planes.colours());
    assertEquals(planes.displayRanges(), planes.normalizationOptions(Normalization.DISPLAY_RANGE).displayRanges());
    assertEquals(List.of(), planes.normalizationOptions(Normalization.PERCENTILE).displayRanges());
  }

  @Test
  void greyChannelsHaveNoColours() {
    CompositeImage image = (CompositeImage) hyperstack(16, 2, 1, 1);
    image.setLuts(new LUT[] {LUT.createLutFromColor(Color.WHITE), LUT.createLutFromColor(Color.WHITE)});
    assertEquals(List.of(), new ImagePlusPlanes(image).colours());
  }

  @Test
  void displayRangeOfASingleChannel() {
    ImagePlus image = hyperstack(16, 1, 1, 1);
    image.setDisplayRange(100, 4000);
    assertEquals(List.of(new IntensityRange(100, 4000)), new ImagePlusPlanes(image).displayRanges());
  }

  @Test
  void aLookUpTableIsNoColour() {
    ByteProcessor indices = new ByteProcessor(2, 1, new byte[] {3, 4});
    indices.setLut(LUT.createLutFromColor(Color.RED));
    ImagePlusPlanes planes = new ImagePlusPlanes(new ImagePlus("red", indices));
    assertEquals(1, planes.channels());
    assertEquals(4, value(planes.at(0).pixels(), 1, 0, 0));
    assertEquals(List.of(), planes.colours());
  }

  @Test
  void greyMayBeStoredAsRgb() {
    ColorProcessor grey = new ColorProcessor(2, 1, new int[] {0xff808080, 0xffffffff});
    RandomAccessibleInterval<? extends RealType<?>> pixels =
        new ImagePlusPlanes(new ImagePlus("trimap", grey)).grey(0).pixels();
    assertArrayEquals(new long[] {2, 1}, pixels.dimensionsAsLongArray());
    assertEquals(128, value(pixels, 0, 0));
    grey.set(1, 0, 0xffffff00);
    assertMessage("has colours, the first at x=1, y=0", () -> new ImagePlusPlanes(new ImagePlus("trimap", grey)).grey(0));
    assertMessage("\"cells.tif\" has 2 channels but must be grey",
        () -> new ImagePlusPlanes(hyperstack(16, 2, 1, 1)).grey(0));
  }

  @Test
  void wrongInputIsNamed() {
    assertMessage("holds no pixels", () -> new ImagePlusPlanes(null));
    assertMessage("holds no pixels", () -> new ImagePlusPlanes(new ImagePlus()));
    assertMessage("no position 6; it has 6", () -> new ImagePlusPlanes(hyperstack(8, 1, 3, 2)).at(6));
  }

  private static void assertMessage(String expected, Runnable action) {
    String message = assertThrows(IllegalArgumentException.class, action::run).getMessage();
    assertTrue(message.contains(expected), message);
  }
}
