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
package io.github.deepmatting.imagej.compose;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.VirtualStack;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.LUT;
import ij.process.ShortProcessor;
import io.github.deepmatting.files.FileException;
import io.github.deepmatting.io.CutOutFiles;
import io.github.deepmatting.io.ImagePlusPlanesTest;
import io.github.deepmatting.io.Pictures;
import io.github.deepmatting.progress.Progress;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The compositing equation by hand, at alphas of 0, 1/4 and 1. */
class ImageCompositionTest {

  private static final Backdrop WHITE = Backdrop.Colour.parse("white");

  @TempDir Path folder;

  private static ImagePlus alpha() {
    return new ImagePlus("alpha", new FloatProcessor(3, 1, new float[] {0, 0.25f, 1}));
  }

  private static ImageProcessor shorts(int... values) {
    ShortProcessor pixels = new ShortProcessor(values.length, 1);
    for (int i = 0; i < values.length; i++) pixels.set(i, values[i]);
    return pixels;
  }

  private static ImageProcessor rgb(int... values) {
    ColorProcessor pixels = new ColorProcessor(values.length, 1);
    for (int i = 0; i < values.length; i++) pixels.set(i, values[i]);
    return pixels;
  }

  private static ImagePlus over(ImagePlus image, Backdrop backdrop) {
    return new ImageComposition(image, alpha(), false).over(backdrop, Progress.NONE);
  }

  private static void assertRow(ImagePlus image, int index, double... expected) {
    ImageProcessor row = image.getStack().getProcessor(index);
    for (int x = 0; x < expected.length; x++) assertEquals(expected[x], row.getf(x, 0), 1e-4, "x=" + x);
  }

  @Test
  void sixteenBitsStaySo() {
    ImagePlus image = new ImagePlus("cell.tif", shorts(1000, 1000, 1000));
    image.setDisplayRange(200, 5000);
    ImagePlus white = over(image, WHITE);
    assertEquals(16, white.getBitDepth());
    assertEquals("cell composite", white.getTitle());
    assertEquals(5000, white.getDisplayRangeMax());
    assertRow(white, 1, 5000, 250 + 0.75 * 5000, 1000);
    // Black is no signal; what is shown as middle grey lies in the middle of the display range.
    assertRow(over(image, Backdrop.Colour.parse("black")), 1, 0, 250, 1000);
    assertRow(over(image, Backdrop.Colour.parse("#808080")), 1, Math.round(200 + 4800 * 128 / 255.0),
        Math.round(250 + 0.75 * (200 + 4800 * 128 / 255.0)), 1000);
    assertEquals(1000, image.getProcessor().get(0), "the image itself");
  }

  @Test
  void blackOfAFloatImageIsTheLowerEndOfItsDisplayRange() {
    ImagePlus image = new ImagePlus("f", new FloatProcessor(3, 1, new float[] {5, 5, 5}));
    image.setDisplayRange(-2, 8);
    assertRow(over(image, Backdrop.Colour.parse("black")), 1, -2, 0.25 * 5 - 1.5, 5);
    assertRow(over(image, new Backdrop.Checkerboard(2)), 1, 6, 0.25 * 5 + 0.75 * 6, 5);
  }

  @Test
  void colourOverGreyIsRgbAsDisplayed() {
    ImagePlus image = new ImagePlus("cell", shorts(0, 2500, 5000));
    image.setDisplayRange(0, 5000);
    ImagePlus result = over(image, Backdrop.Colour.parse("red"));
    assertEquals(ImagePlus.COLOR_RGB, result.getType());
    int quarter = Math.round(0.25f * 127.5f);
    assertEquals(0xff0000, result.getProcessor().get(0, 0) & 0xffffff);
    assertEquals(Math.round(0.25f * 127.5f + 0.75f * 255) << 16 | quarter << 8 | quarter,
        result.getProcessor().get(1, 0) & 0xffffff);
    assertEquals(0xffffff, result.getProcessor().get(2, 0) & 0xffffff);
  }

  @Test
  void coloursAndCheckerboardsOverRgb() {
    ImagePlus image = new ImagePlus("photo.jpg", rgb(0x102030, 0x408000, 0x050607));
    ImagePlus green = over(image, Backdrop.Colour.parse("00ff00"));
    assertEquals(0x00ff00, green.getProcessor().get(0, 0) & 0xffffff);
    assertEquals(0x10 << 16 | Math.round(0.25f * 128 + 0.75f * 255) << 8, green.getProcessor().get(1, 0) & 0xffffff);
    assertEquals(0x050607, green.getProcessor().get(2, 0) & 0xffffff);
    ImagePlus board = over(image, new Backdrop.Checkerboard(1));
    assertEquals(0xcccccc, board.getProcessor().get(0, 0) & 0xffffff);
    assertEquals(Math.round(0.25f * 64 + 0.75f * 153), board.getProcessor().get(1, 0) >> 16 & 0xff);
  }

  @Test
  void manyChannelsSlicesAndFramesOverAnotherImage() {
    ImagePlus image = ImagePlusPlanesTest.hyperstack(16, 7, 2, 3);
    LUT[] luts = image.getLuts();
    luts[4] = LUT.createLutFromColor(Color.ORANGE);
    luts[4].max = 777;
    ((CompositeImage) image).setLuts(luts);
    image.setOverlay(new Overlay(new Roi(0, 0, 1, 1)));
    image.setRoi(1, 1, 2, 1);
    image.getCalibration().pixelDepth = 2;
    ImageStack opacity = new ImageStack(4, 3);
    for (int i = 0; i < 6; i++) opacity.addSlice(new FloatProcessor(4, 3, filled(12, i / 5f)));
    ImagePlus alpha = new ImagePlus("alpha", opacity);
    ImagePlus background = ImagePlusPlanesTest.hyperstack(16, 1, 1, 1);
    ImagePlus result = new ImageComposition(image, alpha, false)
        .over(new Backdrop.Picture(background), Progress.NONE);
    assertTrue(result.isComposite());
    assertArrayEquals(new int[] {4, 3, 7, 2, 3}, result.getDimensions());
    assertEquals(777, result.getLuts()[4].max);
    assertEquals(0xffffc800, result.getLuts()[4].getRGB(255));
    assertEquals("c4 z1 t2", result.getStack().getSliceLabel(result.getStackIndex(5, 2, 3)));
    assertEquals(2, result.getCalibration().pixelDepth);
    assertEquals(1, image.getOverlay().size());
    assertTrue(image.getRoi() != null && result.getRoi() == null && result.getOverlay() == null);
    for (int c = 0; c < 7; c++)
      for (int position = 0; position < 6; position++) {
        int index = image.getStackIndex(c + 1, position % 2 + 1, position / 2 + 1);
        double front = 1000 * (position / 2) + 100 * (position % 2) + 10 * c + 3;
        double expected = position / 5.0 * front + (1 - position / 5.0) * 3;
        assertEquals(Math.round(expected), result.getStack().getProcessor(index).get(3, 2), 1);
      }
  }

  private static float[] filled(int size, float value) {
    float[] values = new float[size];
    java.util.Arrays.fill(values, value);
    return values;
  }

  /** Gives each slice anew and takes down which are in use at once. */
  private static final class Slices extends VirtualStack {
    private int reads;

    Slices() {
      super(3, 1, null, null);
      setBitDepth(16);
      for (int i = 0; i < 50; i++) addSlice("slice " + i);
    }

    @Override
    public ImageProcessor getProcessor(int n) {
      reads++;
      return shorts(10 * n, 20 * n, 30 * n);
    }

    @Override
    public Object getPixels(int n) {
      return getProcessor(n).getPixels();
    }
  }

  @Test
  void aVirtualStackIsReadSliceBySlice() {
    Slices slices = new Slices();
    ImagePlus image = new ImagePlus("virtual", slices);
    int before = slices.reads;
    ImagePlus result = over(image, Backdrop.Colour.parse("black"));
    assertTrue(slices.reads - before <= 2 * 50 + 5, slices.reads - before + " reads");
    assertEquals(50, result.getStackSize());
    assertRow(result, 50, 0, 250, 1500);
    assertRow(result, 7, 0, 35, 210);
  }

  @Test
  void theOldBackgroundIsRemoved() {
    int size = 40;
    FloatProcessor alpha = new FloatProcessor(size, size);
    ByteProcessor image = new ByteProcessor(size, size);
    for (int i = 0; i < size * size; i++) {
      float a = Math.max(0, Math.min(1, 1.5f - Math.abs(i % size - 20) / 6f));
      alpha.setf(i, a);
      image.set(i, Math.round(200 * a + 90 * (1 - a)));
    }
    ImagePlus opacity = new ImagePlus("alpha", alpha);
    ImagePlus result = new ImageComposition(new ImagePlus("i", image), opacity, true)
        .over(Backdrop.Colour.parse("black"), Progress.NONE);
    for (int i = 0; i < size * size; i++)
      assertEquals(200 * alpha.getf(i), result.getProcessor().get(i), 2, "alpha " + alpha.getf(i));
  }

  @Test
  void cutOutsWithTransparency() throws IOException {
    ImagePlus image = new ImagePlus("photo.jpg", rgb(0x102030, 0x408000, 0x050607));
    Path file = folder.resolve("photo.png");
    ImageComposition composition = new ImageComposition(image, alpha(), false);
    ImagePlus shown = composition.cutOut(
        Backdrop.Colour.parse("white"), Optional.of(new CutOutFiles(file, false)), Progress.NONE);
    assertEquals("photo cutout", shown.getTitle());
    assertEquals(0xffffff, shown.getProcessor().get(0, 0) & 0xffffff);
    // Straight, not premultiplied.
    assertEquals(0x00102030, ImageIO.read(file.toFile()).getRGB(0, 0));
    assertEquals(0x40408000, ImageIO.read(file.toFile()).getRGB(1, 0));
    assertEquals(0xff050607, ImageIO.read(file.toFile()).getRGB(2, 0));
    assertThrows(FileException.class, () -> composition.cutOut(
        Backdrop.Colour.parse("white"), Optional.of(new CutOutFiles(file, false)), Progress.NONE));
    composition.cutOut(Backdrop.Colour.parse("white"), Optional.of(new CutOutFiles(file, true)), Progress.NONE);
    assertThrows(FileException.class, () -> composition.cutOut(Backdrop.Colour.parse("white"),
        Optional.of(new CutOutFiles(folder.resolve("photo.tif"), false)), Progress.NONE));
  }

  @Test
  void aFileForEachSlice() throws IOException {
    ImagePlus image = Pictures.stack(shorts(0, 100, 200), shorts(200, 100, 0));
    image.setDisplayRange(0, 200);
    new ImageComposition(image, alpha(), false).cutOut(Backdrop.Colour.parse("black"),
        Optional.of(new CutOutFiles(folder.resolve("cell.v2.png"), false)), Progress.NONE);
    assertEquals(0x40808080, ImageIO.read(folder.resolve("cell.v2-0001.png").toFile()).getRGB(1, 0));
    assertEquals(0xff000000, ImageIO.read(folder.resolve("cell.v2-0002.png").toFile()).getRGB(2, 0));
    assertFalse(Files.exists(folder.resolve("cell.v2.png")));
  }

  @Test
  void whatDoesNotFitIsNamed() {
    ImagePlus image = new ImagePlus("i", rgb(1, 2, 3));
    assertMessage("background b has 2x1 pixels", () -> over(image, new Backdrop.Picture(new ImagePlus("b", rgb(1, 2)))));
    assertMessage("background b has 16 bits but the image i has 8",
        () -> over(image, new Backdrop.Picture(new ImagePlus("b", shorts(1, 2, 3)))));
    assertMessage("background b has 3 channels but the image g has 1", () -> over(
        new ImagePlus("g", new ByteProcessor(3, 1)), new Backdrop.Picture(new ImagePlus("b", rgb(1, 2, 3)))));
    assertMessage("background stack has 2 slices but the image i has 1", () -> over(
        image, new Backdrop.Picture(Pictures.stack(rgb(1, 2, 3), rgb(1, 2, 3)))));
    assertMessage("alpha alpha has 3x1 pixels but the image i has 2x1",
        () -> over(new ImagePlus("i", rgb(1, 2)), WHITE));
    assertMessage("no colour 'beige'; allowed are #rrggbb and the names black, blue",
        () -> Backdrop.Colour.parse("beige"));
    assertMessage("squares are 0 pixels", () -> new Backdrop.Checkerboard(0));
    FloatProcessor broken = new FloatProcessor(3, 1, new float[] {1, Float.NaN, 1});
    assertMessage("x=1, y=0", () -> new ImageComposition(new ImagePlus("n", broken), alpha(), true)
        .over(WHITE, Progress.NONE));
  }

  private static void assertMessage(String part, Runnable work) {
    String message = assertThrows(IllegalArgumentException.class, work::run).getMessage();
    assertTrue(message.contains(part), message);
  }
}
