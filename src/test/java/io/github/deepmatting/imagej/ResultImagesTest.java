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
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.LUT;
import io.github.deepmatting.foreground.ForegroundEstimation;
import io.github.deepmatting.foreground.ForegroundOptions;
import io.github.deepmatting.io.ImagePlusPlanes;
import io.github.deepmatting.io.ImagePlusPlanesTest;
import io.github.deepmatting.io.PixelPlanes;
import io.github.deepmatting.matting.AlphaType;
import io.github.deepmatting.progress.Progress;
import java.awt.Color;
import java.util.List;
import java.util.stream.IntStream;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResultImagesTest {

  private static ImagePlus source() {
    CompositeImage image = (CompositeImage) ImagePlusPlanesTest.hyperstack(16, 2, 3, 4);
    image.getCalibration().pixelWidth = 0.25;
    image.getCalibration().pixelDepth = 2;
    image.getCalibration().setUnit("um");
    image.getCalibration().frameInterval = 30;
    LUT[] luts = {LUT.createLutFromColor(Color.MAGENTA), LUT.createLutFromColor(Color.ORANGE)};
    luts[0].min = 3;
    luts[0].max = 2000;
    luts[1].min = 4;
    luts[1].max = 3000;
    image.setLuts(luts);
    image.setPosition(2, 3, 4);
    image.setProperty("Info", "taken by X");
    return image;
  }

  @Test
  void alphaOfAHyperstack() {
    ImagePlus source = source();
    ImagePlus alpha = ResultImages.newAlpha(source, AlphaType.FLOAT);
    assertEquals("cells alpha", alpha.getTitle());
    assertEquals(32, alpha.getBitDepth());
    assertEquals(1, alpha.getNChannels());
    assertEquals(3, alpha.getNSlices());
    assertEquals(4, alpha.getNFrames());
    assertEquals(0, alpha.getDisplayRangeMin());
    assertEquals(1, alpha.getDisplayRangeMax());
    assertEquals("c0 z2 t1", alpha.getStack().getSliceLabel(alpha.getStackIndex(1, 3, 2)));
    assertEquals(0.25, alpha.getCalibration().pixelWidth);
    assertEquals(30, alpha.getCalibration().frameInterval);
    assertEquals("\u00b5m", alpha.getCalibration().getUnit());
    assertNotSame(source.getCalibration(), alpha.getCalibration());
    assertEquals(3, alpha.getZ());
    assertEquals(4, alpha.getT());
    assertNull(alpha.getProperty("Info"));
    new ImagePlusPlanes(alpha).at(4).pixels().getAt(0, 0, 0).setReal(0.5);
    assertEquals(0.5, alpha.getStack().getVoxel(0, 0, alpha.getStackIndex(1, 2, 2) - 1));
  }

  @Test
  void foregroundOfAHyperstack() {
    ImagePlus source = source();
    ImagePlus foreground = ResultImages.newLike(source, "foreground");
    assertEquals("cells foreground", foreground.getTitle());
    assertEquals(16, foreground.getBitDepth());
    assertTrue(foreground.isComposite());
    assertEquals(2, foreground.getNChannels());
    assertEquals(3, foreground.getNSlices());
    assertEquals(4, foreground.getNFrames());
    assertEquals(new ImagePlusPlanes(source).displayRanges(), new ImagePlusPlanes(foreground).displayRanges());
    assertEquals(new ImagePlusPlanes(source).colours(), new ImagePlusPlanes(foreground).colours());
    assertEquals("c1 z2 t1", foreground.getStack().getSliceLabel(foreground.getStackIndex(2, 3, 2)));
    assertEquals(2, foreground.getC());
    assertEquals(4, foreground.getT());
    assertEquals(2, foreground.getCalibration().pixelDepth);
  }

  @Test
  void valueCalibrationIsOfTheSourceAlone() {
    ImagePlus source = ImagePlusPlanesTest.hyperstack(16, 1, 1, 1);
    source.getCalibration().setFunction(ij.measure.Calibration.STRAIGHT_LINE, new double[] {5, 2}, "OD");
    assertEquals(1, ResultImages.newLike(source, "foreground").getCalibration().getCoefficients()[0] - 4);
    ImagePlus alpha = ResultImages.newAlpha(source, AlphaType.FLOAT);
    assertTrue(!alpha.getCalibration().calibrated());
    assertTrue(source.getCalibration().calibrated());
  }

  @Test
  void foregroundKeepsALookUpTable() {
    ByteProcessor indices = new ByteProcessor(2, 1, new byte[] {3, 4});
    indices.setLut(LUT.createLutFromColor(Color.RED));
    ImagePlus foreground = ResultImages.newLike(new ImagePlus("red.png", indices), "foreground");
    assertEquals(0xffff0000, foreground.getProcessor().getLut().getRGB(255));
    assertEquals("red foreground", foreground.getTitle());
  }

  @ParameterizedTest
  @CsvSource({"2,1", "12,3"})
  void labelAlphasAreDisplayedOverTheirWholeRange(int count, int mode) {
    List<Integer> labels = IntStream.rangeClosed(1, count).boxed().toList();
    ImagePlus alphas = ResultImages.newLabelAlphas(source(), labels, true, AlphaType.SIXTEEN_BIT);
    assertEquals(mode, ((CompositeImage) alphas).getMode());
    assertEquals(count, alphas.getNChannels());
    assertEquals(count * 12, alphas.getStackSize());
    for (LUT lut : alphas.getLuts()) {
      assertEquals(0, lut.min);
      assertEquals(65535, lut.max);
    }
    assertEquals("2\nc0 z2 t1", alphas.getStack().getSliceLabel(alphas.getStackIndex(2, 3, 2)));
  }

  @Test
  void rgbStaysRgb() {
    ImagePlus source = new ImagePlus("my image v1.2", new ColorProcessor(5, 4));
    ImagePlus foreground = ResultImages.newLike(source, "foreground");
    assertEquals(ImagePlus.COLOR_RGB, foreground.getType());
    assertEquals("my image v1.2 foreground", foreground.getTitle());
    assertEquals(ImagePlus.COLOR_RGB, ResultImages.newRgb(source, "cutout").getType());
  }

  @ParameterizedTest
  @CsvSource({"8,3", "16,1", "16,2", "24,3", "32,2"})
  void foregroundIsWrittenStraightIntoTheResult(int bits, int channels) {
    ImagePlus source = bits == 24
        ? new ImagePlus("rgb", new ColorProcessor(4, 3))
        : ImagePlusPlanesTest.hyperstack(bits, channels, 1, 1);
    ImagePlusPlanes planes = new ImagePlusPlanes(source);
    planes.at(0).pixels().getAt(2, 1, channels - 1).setReal(200);
    ImagePlus result = ResultImages.newLike(source, "foreground");
    writeForeground(planes.at(0), new ImagePlusPlanes(result));
    for (int c = 0; c < channels; c++)
      for (int x = 0; x < 4; x++)
        assertEquals(planes.at(0).pixels().getAt(x, 1, c).getRealDouble(),
            new ImagePlusPlanes(result).at(0).pixels().getAt(x, 1, c).getRealDouble());
  }

  /** With an alpha of 1 everywhere the foreground is the image. */
  private static <T extends RealType<T> & NativeType<T>> void writeForeground(
      PixelPlanes<T> source, ImagePlusPlanes result) {
    RandomAccessibleInterval<FloatType> alpha = ArrayImgs.floats(4, 3);
    for (var cursor = alpha.cursor(); cursor.hasNext(); ) cursor.next().set(1);
    @SuppressWarnings("unchecked")
    RandomAccessibleInterval<T> target = (RandomAccessibleInterval<T>) result.at(0).pixels();
    ForegroundEstimation.writeForeground(source.pixels(), alpha, target, ForegroundOptions.DEFAULT, Progress.NONE);
  }
}
