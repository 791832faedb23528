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

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.deepmatting.files.FileException;
import io.github.deepmatting.progress.Progress;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** TIFF files whose directory lies behind the pixels, written byte by byte after TIFF 6.0. */
class TiffStructureTest {

  private static final int ENTRIES = 9;

  @TempDir Path folder;

  /** 2x1 pixels of 32-bit floating point, 0.25 and 0.5; the sample format is the last entry. */
  private static byte[] floats(ByteOrder order, int next) {
    ByteBuffer file = ByteBuffer.allocate(8 + 8 + 2 + 12 * ENTRIES + 4).order(order);
    file.put((order == ByteOrder.LITTLE_ENDIAN ? "II" : "MM").getBytes()).putShort((short) 42).putInt(16);
    file.putFloat(0.25f).putFloat(0.5f).putShort((short) ENTRIES);
    int[][] entries = {
      {256, 2}, {257, 1}, {258, 32}, {259, 1}, {262, 1}, {273, 8}, {278, 1}, {279, 8}, {339, 3}};
    for (int[] entry : entries) file.putShort((short) entry[0]).putShort((short) 4).putInt(1).putInt(entry[1]);
    return file.putInt(next).array();
  }

  private Path write(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("a.tif"), bytes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"LITTLE", "BIG"})
  void wholeFilesAreRead(String order) throws IOException {
    Path file = write(floats(order.equals("BIG") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN, 0));
    assertEquals(0.5f, ImageFiles.open(file, Progress.NONE).getProcessor().getf(1, 0));
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 12, 30, 100, 110, 115, 120})
  void aDirectoryThatIsCutOffIsTold(int missing) throws IOException {
    byte[] whole = floats(ByteOrder.LITTLE_ENDIAN, 0);
    Path file = write(Arrays.copyOf(whole, whole.length - missing));
    Exception error = assertThrows(FileException.class, () -> ImageFiles.open(file, Progress.NONE));
    assertTrue(error.getMessage().contains("truncated") && error.getMessage().contains("a.tif"), error.getMessage());
  }

  @Test
  void theEndOfTheLastDirectoryMayBeLeftOut() throws IOException {
    byte[] whole = floats(ByteOrder.LITTLE_ENDIAN, 0);
    Path file = write(Arrays.copyOf(whole, whole.length - 4));
    assertDoesNotThrow(() -> TiffStructure.pages(file));
  }

  @Test
  void directoriesThatLoopAreTold() throws IOException {
    Path file = write(floats(ByteOrder.BIG_ENDIAN, 16));
    Exception error = assertThrows(FileException.class, () -> ImageFiles.open(file, Progress.NONE));
    assertTrue(error.getMessage().contains("directories loop"), error.getMessage());
  }

  @Test
  void aDirectoryBeyondTheEndIsTold() throws IOException {
    Path file = write(floats(ByteOrder.LITTLE_ENDIAN, 0x7fffffff));
    assertThrows(FileException.class, () -> TiffStructure.pages(file));
  }
}
