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
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ij.ImagePlus;
import io.github.deepmatting.files.FileException;
import io.github.deepmatting.progress.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that end too early, lie about their size, or never end: each is refused by name, at once. */
class DamagedFilesTest {

  @TempDir Path folder;

  private String failure(byte[] bytes) throws IOException {
    return failure(Files.write(folder.resolve("a.tif"), bytes));
  }

  private static String failure(Path file) {
    FileException error = assertTimeoutPreemptively(Duration.ofSeconds(20),
        () -> assertThrows(FileException.class, () -> ImageFiles.open(file, Progress.NONE)));
    assertTrue(error.getMessage().startsWith(file.toString()), error.getMessage());
    return error.getMessage();
  }

  private static double[][][] noise(int width, int height) {
    double[][][] values = new double[1][height][width];
    Random random = new Random(1);
    for (double[] row : values[0]) for (int x = 0; x < width; x++) row[x] = random.nextInt(256);
    return values;
  }

  private static TiffBytes tiff(TiffBytes.Compression compression) throws IOException {
    return new TiffBytes(ByteOrder.LITTLE_ENDIAN, false, compression, 64).page(noise(64, 64), 8, 1, 1);
  }

  /** The only tile begins at byte 8. */
  @ParameterizedTest
  @EnumSource(TiffBytes.Compression.class)
  void halfOfTheCompressedDataIsTold(TiffBytes.Compression compression) throws IOException {
    byte[] whole = tiff(compression).bytes();
    assertEquals(64, ImageFiles.open(Files.write(folder.resolve("b.tif"), whole), Progress.NONE).getWidth());
    int length = tiff(compression).length(0);
    String message = failure(tiff(compression).tag(325, new long[] {length / 2}).bytes());
    assertTrue(message.contains("damaged"), message);
  }

  @ParameterizedTest
  @EnumSource(value = TiffBytes.Compression.class, names = {"DEFLATE", "LZW"})
  void randomBytesAreTold(TiffBytes.Compression compression) throws IOException {
    byte[] bytes = tiff(compression).bytes();
    Random random = new Random(2);
    for (int i = 200; i < 1200; i++) bytes[i] = (byte) random.nextInt(256);
    assertTrue(failure(bytes).contains("damaged"));
  }

  @Test
  void aWrongCheckSumOfDeflateIsTold() throws IOException {
    byte[] bytes = tiff(TiffBytes.Compression.DEFLATE).bytes();
    bytes[8 + tiff(TiffBytes.Compression.DEFLATE).length(0) - 1] ^= 1;
    assertTrue(failure(bytes).contains("damaged"));
  }

  @Test
  void aCutDeflateStripEnds() throws IOException {
    byte[] bytes = TiffBytes.plain().page(noise(64, 64), 8, 1, 1).tag(259, 8).bytes();
    assertTrue(failure(bytes).contains("damaged"));
  }

  @Test
  void pagesOfDifferingSizesAreTold() throws IOException {
    String message = failure(TiffBytes.plain().page(noise(8, 8), 8, 1, 1).page(noise(9, 8), 8, 1, 1).bytes());
    assertTrue(message.contains("page 2 has 9x8 pixels of 1 x 8 bits but the first 8x8 pixels"), message);
    message = failure(TiffBytes.plain().page(noise(8, 8), 8, 1, 1).page(noise(8, 8), 16, 1, 1).bytes());
    assertTrue(message.contains("1 x 16 bits"), message);
  }

  @Test
  void moreSizeThanTheFileCanHoldIsTold() throws IOException {
    for (int[] size : new int[][] {{40000, 40000}, {2000000000, 1}, {-1, 5}, {0, 5}})
      for (TiffBytes.Compression compression : TiffBytes.Compression.values())
        failure(tiff(compression).tag(256, size[0]).tag(257, size[1]).bytes());
    failure(tiff(TiffBytes.Compression.NONE).tag(322, 1 << 30).bytes());
    failure(tiff(TiffBytes.Compression.NONE).tag(277, 65535).bytes());
    failure(tiff(TiffBytes.Compression.NONE).tag(324, new long[] {0xfffffff0L}).bytes());
  }

  @Test
  void cmykIsRefused() throws IOException {
    String message = failure(TiffBytes.plain().page(new double[4][3][3], 8, 1, 5).bytes());
    assertTrue(message.contains("allowed are grey and RGB"), message);
  }

  @Test
  void aPipeIsRefused() throws Exception {
    Path pipe = folder.resolve("pipe.tif");
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/mkfifo")), "there are no pipes with names here");
    assertEquals(0, new ProcessBuilder("/usr/bin/mkfifo", pipe.toString()).start().waitFor());
    assertTrue(failure(pipe).contains("is no regular file"));
  }

  @Test
  void aDamagedLaterPageIsToldWhenItIsRead() throws IOException {
    TiffBytes tiff = new TiffBytes(ByteOrder.LITTLE_ENDIAN, false, TiffBytes.Compression.DEFLATE, 64)
        .page(noise(64, 64), 8, 1, 1).page(noise(64, 64), 8, 1, 1);
    byte[] bytes = tiff.bytes();
    bytes[8 + tiff.length(0) + tiff.length(1) - 100] ^= 64;
    Path file = Files.write(folder.resolve("late.tif"), bytes);
    ImagePlus image = ImageFiles.open(file, Progress.NONE);
    Exception error = assertThrows(UncheckedIOException.class, () -> image.getStack().getPixels(2));
    assertTrue(error.getMessage().startsWith(file + ": is a truncated or damaged TIFF"), error.getMessage());
  }

  private static Object pixels(ImagePlus image, int slice) {
    return image.getStack().getPixels(slice);
  }

  /** Otherwise a stack would take a time that grows with the square of its pages. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aPageIsReadWithoutThoseBeforeIt(boolean big) throws IOException {
    TiffBytes tiff = new TiffBytes(ByteOrder.BIG_ENDIAN, big, TiffBytes.Compression.DEFLATE, 0);
    for (int page = 0; page < 4; page++) tiff.page(new double[][][] {{{page, 10 + page}, {20, 30}, {40, 50}}}, 8, 1, 1);
    byte[] bytes = tiff.bytes();
    Path file = Files.write(folder.resolve("chain.tif"), bytes);
    ImagePlus image = ImageFiles.open(file, Progress.NONE);
    OnePage second = TiffStructure.pages(file).get(1);
    Arrays.fill(bytes, (int) second.at(), (int) second.end(), (byte) 0xee);
    Files.write(file, bytes);
    for (int slice : new int[] {3, 4, 1})
      assertArrayEquals(new byte[] {(byte) (slice - 1), (byte) (9 + slice), 20, 30, 40, 50}, (byte[]) pixels(image, slice));
  }

  /** Strips of 4099 bytes, of which the decoder leaves the last ones, of the check sum, in a block that it does not read. */
  @Test
  void checkSumsOfPagesThatWereReadAreNotCheckedAgain() throws IOException {
    TiffBytes tiff = new TiffBytes(ByteOrder.LITTLE_ENDIAN, false, TiffBytes.Compression.DEFLATE, 0)
        .page(noise(2044, 2), 8, 1, 1).page(noise(2044, 2), 8, 1, 1).page(noise(2044, 2), 8, 1, 1);
    byte[] bytes = tiff.bytes();
    Path file = Files.write(folder.resolve("sums.tif"), bytes);
    ImagePlus image = ImageFiles.open(file, Progress.NONE);
    Object second = pixels(image, 2);
    for (int page = 1; page < 3; page++) bytes[8 + page * 4100 + 4098] ^= 1;
    Files.write(file, bytes);
    // Damage that is found is found again.
    for (int i = 0; i < 2; i++) assertThrows(UncheckedIOException.class, () -> pixels(image, 3));
    pixels(image, 1);
    assertEquals(4099, tiff.length(1));
    assertArrayEquals((byte[]) second, (byte[]) pixels(image, 2));
  }

  /** Any byte changed: an image or a named refusal, soon. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void changedBytesNeverHangNorEscape(int seed) throws IOException {
    Random random = new Random(seed);
    TiffBytes.Compression compression = TiffBytes.Compression.values()[seed % 4];
    byte[] whole = new TiffBytes(ByteOrder.LITTLE_ENDIAN, seed > 4, compression, 0)
        .page(noise(16, 16), 8, 1, 1).tag(270, "ImageJ=1.54p\nimages=2\nslices=2\n").page(noise(16, 16), 8, 1, 1).bytes();
    Path file = folder.resolve("changed.tif");
    for (int i = 0; i < 150; i++) {
      byte[] bytes = whole.clone();
      for (int j = 0; j < 3; j++) bytes[bytes.length - 1 - random.nextInt(400)] = (byte) random.nextInt(256);
      Files.write(file, bytes);
      assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
        try {
          ImagePlus image = ImageFiles.open(file, Progress.NONE);
          for (int slice = 1; slice <= image.getStackSize(); slice++) image.getStack().getPixels(slice);
        } catch (FileException | UncheckedIOException e) {
          assertTrue(e.getMessage().startsWith(file.toString()), e.getMessage());
        }
      });
    }
  }
}
