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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.deepmatting.progress.Progress;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** TIFF and BigTIFF assembled byte by byte. */
class TiffReaderTest extends ReaderContract {

  private static final int GREY = 1;
  private static final int RGB = 2;

  @Override
  List<Case> cases() throws IOException {
    List<Case> cases = new ArrayList<>();
    for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN))
      for (boolean big : new boolean[] {false, true})
        for (TiffBytes.Compression compression : TiffBytes.Compression.values())
          for (int tile : new int[] {0, 16}) {
            String name = (big ? "Big" : "") + order.toString().charAt(0) + compression + tile;
            cases.add(one(name, order, big, compression, tile, 1, 8, GREY, 1));
            cases.add(one(name, order, big, compression, tile, 1, 16, GREY, 3));
            cases.add(one(name, order, big, compression, tile, 1, 32, GREY, 2));
            cases.add(one(name, order, big, compression, tile, 3, 8, RGB, 2));
            cases.add(one(name, order, big, compression, tile, 3, 16, RGB, 1));
          }
    for (int bits : new int[] {12, 64}) cases.add(
        one("", ByteOrder.BIG_ENDIAN, false, TiffBytes.Compression.NONE, 0, 1, bits, GREY, 1));
    // Channels that are no colours.
    cases.add(one("", ByteOrder.LITTLE_ENDIAN, false, TiffBytes.Compression.DEFLATE, 16, 5, 16, GREY, 2));
    return cases;
  }

  private static Case one(String name, ByteOrder order, boolean big, TiffBytes.Compression compression, int tile,
      int channels, int bits, int photometric, int pages) throws IOException {
    Written written = Written.of(19, 33, channels, pages, 1, bits, channels == 3 && bits == 8);
    TiffBytes file = new TiffBytes(order, big, compression, tile);
    for (double[][][] page : written.values()[0]) file.page(page, bits, bits > 16 ? 3 : 1, photometric);
    return Case.of(name + "-" + channels + "x" + bits + ".tif", file.bytes(), written);
  }

  private ImagePlusPlanes read(TiffBytes bytes) throws IOException {
    Path file = Files.write(folder.resolve("one.tif"), bytes.bytes());
    return new ImagePlusPlanes(ImageFiles.open(file, Progress.NONE));
  }

  private static double at(ImagePlusPlanes planes, int x, int channel) {
    return planes.at(0).pixels().getAt(x, 0, channel).getRealDouble();
  }

  @Test
  void signedIntegersBeginAtZero() throws IOException {
    ImagePlusPlanes bytes = read(TiffBytes.plain().page(new double[][][] {{{-128, -1, 127}}}, 8, 2, GREY));
    assertEquals(List.of(0.0, 127.0, 255.0), List.of(at(bytes, 0, 0), at(bytes, 1, 0), at(bytes, 2, 0)));
    ImagePlusPlanes words = read(TiffBytes.plain().page(new double[][][] {{{-32768, 0, 32767}}}, 16, 2, GREY));
    assertEquals(List.of(0.0, 32768.0, 65535.0), List.of(at(words, 0, 0), at(words, 1, 0), at(words, 2, 0)));
    Path file = folder.resolve("one.tif");
    assertEquals(-32768, ImageFiles.open(file, Progress.NONE).getCalibration().getCValue(0));
  }

  @Test
  void integersOf32BitsBecomeFloats() throws IOException {
    ImagePlusPlanes unsigned = read(TiffBytes.plain().page(new double[][][] {{{0, 4294967040.0}}}, 32, 1, GREY));
    assertEquals(4294967040.0, at(unsigned, 1, 0));
    assertEquals(-7, at(read(TiffBytes.plain().page(new double[][][] {{{-7}}}, 32, 2, GREY)), 0, 0));
  }

  @ParameterizedTest
  @CsvSource({"1, 0, 255", "0, 255, 0"})
  void singleBitsAreBlackAndWhite(int photometric, int clear, int set) throws IOException {
    ImagePlusPlanes planes = read(TiffBytes.plain().page(new double[][][] {{{0, 1, 1}, {1, 0, 0}}}, 1, 1, photometric));
    assertEquals(8, planes.bitDepth());
    assertEquals(List.of((double) clear, (double) set, (double) set),
        List.of(at(planes, 0, 0), at(planes, 1, 0), at(planes, 2, 0)));
  }

  @Test
  void whiteIsZeroIsTurnedRound() throws IOException {
    assertEquals(245, at(read(TiffBytes.plain().page(new double[][][] {{{10}}}, 8, 1, 0)), 0, 0));
  }

  @Test
  void aPaletteBecomesItsColours() throws IOException {
    int[] map = new int[768];
    map[7] = 0xff00;
    map[512 + 7] = 0x8000;
    ImagePlusPlanes planes = read(TiffBytes.plain().page(new double[][][] {{{7}}}, 8, 1, 3).tag(320, map));
    assertEquals(List.of(255.0, 0.0, 128.0), List.of(at(planes, 0, 0), at(planes, 0, 1), at(planes, 0, 2)));
  }

  @Test
  void aResolutionIsThePixelSize() throws IOException {
    read(TiffBytes.plain().page(new double[][][] {{{7}}}, 8, 1, GREY)
        .tag(282, new double[] {4}).tag(283, new double[] {2}).tag(296, new int[] {3}));
    var calibration = ImageFiles.open(folder.resolve("one.tif"), Progress.NONE).getCalibration();
    assertEquals(List.of(0.25, 0.5, "cm"),
        List.of(calibration.pixelWidth, calibration.pixelHeight, calibration.getUnit()));
  }

  @Test
  void thumbnailsAreNoSlices() throws IOException {
    ImagePlusPlanes planes = read(TiffBytes.plain().page(new double[][][] {{{7, 8}}}, 8, 1, GREY)
        .page(new double[][][] {{{9}}}, 8, 1, GREY).tag(254, 1));
    assertEquals(1, planes.positions());
    assertEquals(8, at(planes, 1, 0));
  }

  @Test
  void alphaIsKeptApartFromColours() throws IOException {
    double[][][] rgba = {{{10, 20}}, {{30, 40}}, {{50, 60}}, {{255, 51}}};
    Path file = Files.write(
        folder.resolve("a.tif"), TiffBytes.plain().page(rgba, 8, 1, RGB).tag(338, new int[] {2}).bytes());
    ImageFile opened = ImageFile.read(file, Progress.NONE);
    assertTrue(opened.hasAlpha());
    assertEquals(0.2f, opened.alpha(0)[1]);
    assertEquals(60, at(opened.planes(), 1, 2));
    // Multiplied by alpha: 20 of 51 are 100 of 255.
    Files.write(file, TiffBytes.plain().page(rgba, 8, 1, RGB).tag(338, new int[] {1}).bytes());
    assertEquals(100, at(ImageFile.read(file, Progress.NONE).planes(), 1, 0));
  }
}
