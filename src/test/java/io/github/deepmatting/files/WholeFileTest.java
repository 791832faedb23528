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
package io.github.deepmatting.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.process.ShortProcessor;
import io.github.deepmatting.io.ImageFiles;
import io.github.deepmatting.io.PngImages;
import java.io.File;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WholeFileTest {

  @TempDir Path folder;

  /** A disk that is full after some bytes. */
  static UnaryOperator<OutputStream> fullAfter(int bytes) {
    return out -> new FilterOutputStream(out) {
      private int left = bytes;

      @Override
      public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
      }

      @Override
      public void write(byte[] data, int offset, int length) throws IOException {
        int possible = Math.min(left, length);
        out.write(data, offset, possible);
        left -= possible;
        if (possible < length) throw new IOException("No space left on device");
      }
    };
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static ImagePlus noise() {
    short[] pixels = new short[300 * 200];
    Random random = new Random(1);
    for (int i = 0; i < pixels.length; i++) pixels[i] = (short) random.nextInt();
    return new ImagePlus("noise", new ShortProcessor(300, 200, pixels, null));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 300, 70000, 119999})
  void aFullDiskLeavesNothing(int bytes) throws IOException {
    Path tiff = folder.resolve("a.tif");
    Path png = folder.resolve("a.png");
    ImagePlus image = noise();
    FileException e = assertThrows(FileException.class,
        () -> WholeFile.write(tiff, false, out -> ImageFiles.writeTiff(image, out), fullAfter(bytes)));
    assertTrue(e.getMessage().startsWith(tiff.toString()), e.getMessage());
    assertTrue(e.getMessage().contains("No space left on device"), e.getMessage());
    assertThrows(FileException.class,
        () -> WholeFile.write(png, false, out -> PngImages.write(PngImages.of(image), out), fullAfter(bytes)));
    assertEquals(List.of(), names());
  }

  @Test
  void afterAFailureTheOlderFileIsAsItWas() throws IOException {
    Path file = folder.resolve("a.tif");
    Files.writeString(file, "older");
    assertThrows(FileException.class,
        () -> WholeFile.write(file, true, out -> ImageFiles.writeTiff(noise(), out), fullAfter(1000)));
    assertEquals("older", Files.readString(file));
    assertEquals(List.of("a.tif"), names());
  }

  @Test
  void notEvenAnErrorLeavesAFile() throws IOException {
    assertThrows(OutOfMemoryError.class, () -> WholeFile.write(folder.resolve("a"), false, out -> {
      out.write(1);
      throw new OutOfMemoryError("made by the test");
    }));
    assertEquals(List.of(), names());
  }

  @Test
  void existingFilesAreReplacedOnlyByForce() throws IOException {
    Path file = folder.resolve("a.bin");
    WholeFile.write(file, false, out -> out.write(1));
    FileException e =
        assertThrows(FileException.class, () -> WholeFile.write(file, false, out -> out.write(2)));
    assertTrue(e.getMessage().contains("exists already"), e.getMessage());
    assertArrayEquals(new byte[] {1}, Files.readAllBytes(file));
    WholeFile.write(file, true, out -> out.write(3));
    assertArrayEquals(new byte[] {3}, Files.readAllBytes(file));
    assertEquals(List.of("a.bin"), names());
  }

  @Test
  void aFileThatAppearsMeanwhileIsNotReplaced() throws IOException {
    Path file = folder.resolve("a.bin");
    assertThrows(FileException.class, () -> WholeFile.write(file, false, out -> {
      out.write(1);
      Files.writeString(file, "another's");
    }));
    assertEquals("another's", Files.readString(file));
    assertEquals(List.of("a.bin"), names());
  }

  @Test
  void nothingIsSeenBeforeAllIsWritten() throws IOException {
    Path file = folder.resolve("a.bin");
    WholeFile.write(file, false, out -> {
      out.write(new byte[200000]);
      assertFalse(Files.exists(file));
    });
    assertEquals(200000, Files.size(file));
  }

  @Test
  void foldersAreNamed() {
    String message = assertThrows(FileException.class,
        () -> WholeFile.write(folder.resolve("none/a.bin"), false, out -> {})).getMessage();
    assertTrue(message.contains("there is no folder " + folder.resolve("none")), message);
    message = assertThrows(FileException.class, () -> WholeFile.write(folder, true, out -> {})).getMessage();
    assertTrue(message.contains("is a folder"), message);
  }

  @Test
  void aFolderThatMayNotBeWrittenToIsTold() {
    Path file = folder.resolve("a.tif");
    String message = assertThrows(FileException.class, () -> WholeFile.write(file, false, out -> {
      throw new AccessDeniedException("hidden.part");
    })).getMessage();
    assertTrue(message.contains("access denied") && !message.contains("hidden.part"), message);
  }

  /** Ends its process while it writes, as Ctrl+C does. */
  static final class EndsWhileWriting {
    public static void main(String[] arguments) throws IOException {
      WholeFile.write(Path.of(arguments[0]), false, out -> {
        out.write(1);
        out.flush();
        System.exit(7);
      });
    }
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "a file that is open cannot be deleted there")
  void aProcessThatEndsInTheMiddleLeavesNothing() throws Exception {
    Process process = new ProcessBuilder(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", classPath(),
        EndsWhileWriting.class.getName(), folder.resolve("a.tif").toString()).inheritIO().start();
    assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    assertEquals(7, process.exitValue());
    assertEquals(List.of(), names());
  }

  private static String classPath() throws Exception {
    return Path.of(WholeFile.class.getProtectionDomain().getCodeSource().getLocation().toURI())
        + File.pathSeparator
        + Path.of(WholeFileTest.class.getProtectionDomain().getCodeSource().getLocation().toURI());
  }
}
