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
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.LUT;
import ij.process.ShortProcessor;
import io.github.deepmatting.files.FileException;
import io.github.deepmatting.progress.Progress;
import java.awt.Color;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageFilesTest {

  @TempDir Path folder;

  private static final class Warnings implements Progress {
    final List<String> messages = new ArrayList<>();

    @Override
    public void warn(String message) {
      messages.add(message);
    }
  }

  private ImagePlus open(String name) throws IOException {
    Warnings warnings = new Warnings();
    ImagePlus image = ImageFiles.open(folder.resolve(name), warnings);
    assertEquals(List.of(), warnings.messages);
    return image;
  }

  private ImagePlus saveAndOpen(ImagePlus image, String name) throws IOException {
    ImageFiles.save(image, folder.resolve(name), false);
    return open(name);
  }

  private static byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    new Random(3).nextBytes(bytes);
    return bytes;
  }

  private static ColorProcessor colours() {
    ColorProcessor colours = new ColorProcessor(31, 17);
    colours.setRGB(bytes(31 * 17), bytes(31 * 17), bytes(31 * 17));
    for (int i = 0; i < 31 * 17; i++) colours.set(i, colours.get(i) ^ i * 0x010307);
    return colours;
  }

  private String failure(String name) {
    String message =
        assertThrows(FileException.class, () -> ImageFiles.open(folder.resolve(name), Progress.NONE)).getMessage();
    assertTrue(message.startsWith(folder.resolve(name).toString()), message);
    return message;
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.tif", "a.TIFF", "a.png"})
  void grey(String name) throws IOException {
    byte[] eight = bytes(31 * 17);
    assertArrayEquals(eight, (byte[])
        saveAndOpen(new ImagePlus("", new ByteProcessor(31, 17, eight)), name).getProcessor().getPixels());
    short[] sixteen = new short[31 * 17];
    for (int i = 0; i < sixteen.length; i++) sixteen[i] = (short) (i * 4711);
    assertArrayEquals(sixteen, (short[])
        saveAndOpen(new ImagePlus("", new ShortProcessor(31, 17, sixteen, null)), "b" + name).getProcessor().getPixels());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.tif", "a.png"})
  void rgb(String name) throws IOException {
    ImagePlus image = saveAndOpen(new ImagePlus("", colours()), name);
    assertEquals(ImagePlus.COLOR_RGB, image.getType());
    for (int i = 0; i < 31 * 17; i++)
      assertEquals(colours().get(i) & 0xffffff, image.getProcessor().get(i) & 0xffffff, "pixel " + i);
  }

  @Test
  void floats() throws IOException {
    FloatProcessor values = new FloatProcessor(3, 2, new float[] {0, 0.1f, 1, -5, Float.NaN, 1e30f});
    ImagePlus image = new ImagePlus("", values);
    image.setDisplayRange(0, 1);
    image.getCalibration().pixelWidth = 0.5;
    image.getCalibration().setUnit("um");
    ImagePlus again = saveAndOpen(image, "a.tif");
    assertArrayEquals((float[]) values.getPixels(), (float[]) again.getProcessor().getPixels());
    assertEquals(1, again.getDisplayRangeMax());
    assertEquals(0.5, again.getCalibration().pixelWidth, 1e-9);
  }

  @Test
  void hyperstack() throws IOException {
    CompositeImage image = (CompositeImage) ImagePlusPlanesTest.hyperstack(16, 2, 3, 4);
    LUT[] luts = {LUT.createLutFromColor(Color.MAGENTA), LUT.createLutFromColor(Color.ORANGE)};
    luts[1].min = 4;
    luts[1].max = 3000;
    image.setLuts(luts);
    ImagePlusPlanes expected = new ImagePlusPlanes(image);
    ImagePlus again = saveAndOpen(image, "a.tif");
    ImagePlusPlanes found = new ImagePlusPlanes(again);
    assertEquals(3, again.getNSlices());
    assertEquals(4, again.getNFrames());
    assertEquals(expected.displayRanges().get(1), found.displayRanges().get(1));
    assertEquals(expected.colours(), found.colours());
    assertEquals("c1 z2 t1", again.getStack().getSliceLabel(again.getStackIndex(2, 3, 2)));
    for (int position = 0; position < 12; position++)
      assertEquals(expected.at(position).pixels().getAt(3, 2, 1).getRealDouble(),
          found.at(position).pixels().getAt(3, 2, 1).getRealDouble());
  }

  @Test
  void virtualStackIsReadAndWrittenSliceBySlice() throws IOException {
    ImageFiles.save(ImagePlusPlanesTest.hyperstack(16, 1, 5, 1), folder.resolve("a.tif"), false);
    ImagePlus image = ImageFiles.open(folder.resolve("a.tif"), Progress.NONE);
    assertTrue(image.getStack().isVirtual());
    assertEquals(303, new ImagePlusPlanes(image).at(3).pixels().getAt(3, 0, 0).getRealDouble());
    ImagePlus again = saveAndOpen(image, "b.tif");
    assertEquals(5, again.getStackSize());
    assertEquals(402, new ImagePlusPlanes(again).at(4).pixels().getAt(2, 1, 0).getRealDouble());
  }

  @Test
  void jpegAndOthersOfTheJdk() throws IOException {
    BufferedImage picture = new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 256; i++) picture.setRGB(i % 16, i / 16, 0x3264c8);
    for (String format : List.of("jpg", "bmp", "gif")) {
      assertTrue(ImageIO.write(picture, format, folder.resolve("a." + format).toFile()));
      ImagePlus image = open("a." + format);
      assertEquals(ImagePlus.COLOR_RGB, image.getType(), format);
      assertEquals(0x64, image.getProcessor().get(5, 5) >> 8 & 0xff, 3, format);
    }
    BufferedImage grey = new BufferedImage(16, 16, BufferedImage.TYPE_BYTE_GRAY);
    Arrays.fill(((java.awt.image.DataBufferByte) grey.getRaster().getDataBuffer()).getData(), (byte) 90);
    ImageIO.write(grey, "jpg", folder.resolve("grey.jpg").toFile());
    assertEquals(8, open("grey.jpg").getBitDepth());
    assertEquals(90, open("grey.jpg").getProcessor().get(3, 3), 1);
    Files.write(folder.resolve("a.pgm"), "P5\n2 1\n255\nAB".getBytes(StandardCharsets.US_ASCII));
    assertEquals('B', open("a.pgm").getProcessor().get(1, 0));
    Files.write(folder.resolve("b.pgm"), "P5 # by hand\n1 2 1000\nABCD".getBytes(StandardCharsets.US_ASCII));
    assertEquals('C' * 256 + 'D', open("b.pgm").getProcessor().get(0, 1));
    Files.write(folder.resolve("a.ppm"), "P6\n2 1\n255\nABCDEF".getBytes(StandardCharsets.US_ASCII));
    assertEquals(0x444546, open("a.ppm").getProcessor().get(1, 0) & 0xffffff);
  }

  @Test
  void bitsAndPalettes() throws IOException {
    BufferedImage bits = new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_BINARY);
    bits.setRGB(1, 0, 0xffffffff);
    ImageIO.write(bits, "png", folder.resolve("bits.png").toFile());
    ImagePlus image = open("bits.png");
    assertEquals(8, image.getBitDepth());
    assertEquals(List.of(0, 255), List.of(image.getProcessor().get(0), image.getProcessor().get(1)));
    BufferedImage palette = new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_INDEXED);
    palette.setRGB(1, 0, 0xffff0000);
    ImageIO.write(palette, "png", folder.resolve("palette.png").toFile());
    assertEquals(0xff0000, open("palette.png").getProcessor().get(1) & 0xffffff);
  }

  @Test
  void coloursOf16Bits() throws IOException {
    ComponentColorModel model = new ComponentColorModel(ColorSpace.getInstance(ColorSpace.CS_sRGB), false, false,
        Transparency.OPAQUE, DataBuffer.TYPE_USHORT);
    BufferedImage picture =
        new BufferedImage(model, model.createCompatibleWritableRaster(2, 1), false, null);
    picture.getRaster().setPixel(1, 0, new int[] {60000, 300, 7});
    ImageIO.write(picture, "png", folder.resolve("a.png").toFile());
    ImagePlusPlanes planes = new ImagePlusPlanes(open("a.png"));
    assertEquals(3, planes.channels());
    assertEquals(16, planes.bitDepth());
    assertEquals(60000, planes.at(0).pixels().getAt(1, 0, 0).getRealDouble());
    assertEquals(7, planes.at(0).pixels().getAt(1, 0, 2).getRealDouble());
    assertEquals(List.of(0xff0000, 0x00ff00, 0x0000ff), planes.colours());
  }

  @Test
  void cutOutKeepsItsColoursUnderAlpha() throws IOException {
    int[] argb = {0x00123456, 0x80ff8001, 0xff000000, 0xffffffff};
    Path file = folder.resolve("a.png");
    ImageFiles.saveCutOut(argb, 2, 2, file, false);
    BufferedImage image = ImageIO.read(file.toFile());
    assertTrue(image.getColorModel().hasAlpha());
    int[] found = new int[4];
    for (int i = 0; i < 4; i++) found[i] = image.getRGB(i % 2, i / 2);
    assertArrayEquals(argb, found);
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "tif"})
  void alphaOfAFileIsReportedAndLeftOut(String format) throws IOException {
    BufferedImage picture = new BufferedImage(2, 2, BufferedImage.TYPE_INT_ARGB);
    int[] argb = {0x00123456, 0x80ff8001, 0xff000000, 0xffffffff};
    picture.setRGB(0, 0, 2, 2, argb, 0, 2);
    Path file = folder.resolve("a." + format);
    assertTrue(ImageIO.write(picture, format, file.toFile()));
    Warnings warnings = new Warnings();
    ImagePlus image = ImageFiles.open(file, warnings);
    assertEquals(1, warnings.messages.size());
    assertTrue(warnings.messages.get(0).contains("a." + format), warnings.messages.get(0));
    assertTrue(warnings.messages.get(0).contains("2 pixels that are not opaque"), warnings.messages.get(0));
    assertEquals(ImagePlus.COLOR_RGB, image.getType());
    assertEquals(0xff8001, image.getProcessor().get(1) & 0xffffff);
  }

  /** Greys under transparent pixels stay as they are, neither mixed with a background nor multiplied by alpha. */
  @Test
  void greyWithAlphaIsGrey() throws IOException {
    ComponentColorModel model = new ComponentColorModel(ColorSpace.getInstance(ColorSpace.CS_GRAY), true, false,
        Transparency.TRANSLUCENT, DataBuffer.TYPE_BYTE);
    BufferedImage picture = new BufferedImage(model, model.createCompatibleWritableRaster(3, 1), false, null);
    int[][] pixels = {{200, 0}, {90, 51}, {17, 255}};
    for (int x = 0; x < 3; x++) picture.getRaster().setPixel(x, 0, pixels[x]);
    Path file = folder.resolve("grey.png");
    assertTrue(ImageIO.write(picture, "png", file.toFile()));
    ImageFile read = ImageFile.read(file, Progress.NONE);
    assertArrayEquals(new float[] {0, 0.2f, 1}, read.alpha(0));
    Warnings warnings = new Warnings();
    ImagePlus image = ImageFiles.open(file, warnings);
    assertEquals(ImagePlus.GRAY8, image.getType());
    assertArrayEquals(new byte[] {(byte) 200, 90, 17}, (byte[]) image.getProcessor().getPixels());
    assertTrue(warnings.messages.get(0).startsWith(file + " has an alpha channel with 2 pixels that are not opaque"),
        warnings.messages.toString());
  }

  /** A part of a larger image, in an array that begins elsewhere. */
  @Test
  void partsOfArraysAreReadFromTheirOwnCorner() throws IOException {
    BufferedImage whole = new BufferedImage(7, 5, BufferedImage.TYPE_4BYTE_ABGR);
    for (int i = 0; i < 35; i++) whole.setRGB(i % 7, i / 7, i << 24 | 2 * i << 16 | 3 * i << 8 | 4 * i);
    BufferedImage part = whole.getSubimage(2, 1, 3, 2);
    Samples samples = Samples.of(part.getRaster(), part.getColorModel(), false, folder);
    int[] places = {9, 10, 11, 16, 17, 18};
    for (int i = 0; i < 6; i++) {
      assertEquals((byte) places[i], ((byte[]) samples.alpha())[i]);
      for (int c = 0; c < 3; c++) assertEquals((byte) ((2 + c) * places[i]), ((byte[]) samples.channels().get(c))[i]);
    }
  }

  @ParameterizedTest
  @CsvSource({"jpeg-in.tif,JPEG", "deflated.tif,Deflate", "lzw.tif,LZW", "packed.tif,PackBits"})
  void compressedTiff(String name, String compression) throws IOException {
    BufferedImage picture = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 1200; i++) picture.setRGB(i % 40, i / 40, 0x0a64c8);
    javax.imageio.ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
    javax.imageio.ImageWriteParam parameters = writer.getDefaultWriteParam();
    parameters.setCompressionMode(javax.imageio.ImageWriteParam.MODE_EXPLICIT);
    parameters.setCompressionType(compression);
    try (var out = ImageIO.createImageOutputStream(folder.resolve(name).toFile())) {
      writer.setOutput(out);
      writer.write(null, new javax.imageio.IIOImage(picture, null, null), parameters);
    }
    assertEquals(0x64, open(name).getProcessor().get(20, 15) >> 8 & 0xff, 3);
  }

  @ParameterizedTest
  @CsvSource({"a.tif,0.99", "a.tif,0.5", "a.tif,0.01", "stack.tif,0.8", "a.png,0.95", "a.png,0.5", "a.png,0.05",
    "a.jpg,0.9", "a.jpg,0.3", "a.gif,0.6", "a.bmp,0.6"})
  void truncated(String name, double part) throws IOException {
    Path file = folder.resolve(name);
    ImagePlus image = name.startsWith("stack")
        ? new ImagePlus("", ImageStack.create(200, 100, 3, 16)) : new ImagePlus("", colours());
    if (name.endsWith("tif") || name.endsWith("png")) ImageFiles.save(image, file, false);
    else ImageIO.write(PngImages.of(image), name.substring(2), file.toFile());
    assertEquals(image.getStackSize(), open(name).getStackSize());
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, (int) (whole.length * part)));
    assertTrue(failure(name).contains("truncated"), failure(name));
  }

  @Test
  void whatIsNoImageIsNamed() throws IOException {
    assertTrue(failure("none.png").contains("there is no such file"));
    Files.createDirectory(folder.resolve("folder.png"));
    assertTrue(failure("folder.png").contains("is a folder"));
    Files.write(folder.resolve("empty.png"), new byte[0]);
    assertTrue(failure("empty.png").contains("it is empty; allowed are TIFF, PNG"), failure("empty.png"));
    Files.writeString(folder.resolve("text.tif"), "no image\n");
    assertTrue(failure("text.tif").contains("it is text; allowed are"), failure("text.tif"));
    Files.write(folder.resolve("bytes.jpg"), new byte[] {1, 2, 3, 4, 5});
    assertTrue(failure("bytes.jpg").contains("of an unknown kind"));
    Files.write(folder.resolve("big.tif"), new byte[] {'I', 'I', 43, 0, 8, 0, 0, 0});
    assertTrue(failure("big.tif").contains("truncated"), failure("big.tif"));
    Files.write(folder.resolve("damaged.pgm"), "P5\n200 100\n255\nAB".getBytes(StandardCharsets.US_ASCII));
    assertTrue(failure("damaged.pgm").contains("truncated"), failure("damaged.pgm"));
  }

  @Test
  void theContentDecidesNotTheName() throws IOException {
    ImageFiles.save(new ImagePlus("", colours()), folder.resolve("a.png"), false);
    Files.copy(folder.resolve("a.png"), folder.resolve("a.jpg"));
    assertEquals(31, open("a.jpg").getWidth());
  }

  @Test
  void whatAFormatCannotHoldIsNotSaved() {
    assertNotSaved(ImagePlusPlanesTest.hyperstack(16, 1, 2, 1), "a.png", "has 2 planes but a PNG holds one");
    assertNotSaved(new ImagePlus("x", new FloatProcessor(2, 2)), "a.png", "has 32 bits");
    assertNotSaved(new ImagePlus("x", new ByteProcessor(2, 2)), "a.jpg", "must end in .tif, .tiff or .png");
    FileException e = assertThrows(FileException.class,
        () -> ImageFiles.saveCutOut(new int[4], 2, 2, folder.resolve("a.tif"), false));
    assertTrue(e.getMessage().contains("must end in .png"), e.getMessage());
  }

  private void assertNotSaved(ImagePlus image, String name, String expected) {
    String message = assertThrows(FileException.class,
        () -> ImageFiles.save(image, folder.resolve(name), false)).getMessage();
    assertTrue(message.contains(expected), message);
    assertTrue(Files.notExists(folder.resolve(name)));
  }
}
