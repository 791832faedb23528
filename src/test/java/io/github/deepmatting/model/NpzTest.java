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
package io.github.deepmatting.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.deepmatting.network.Weights;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads and writes {@code .npz} against files made by NumPy (src/test/python/make_npz_fixtures.py). */
class NpzTest {

  @TempDir Path folder;

  private static Path fixture(String name) throws Exception {
    return Path.of(NpzTest.class.getResource(name).toURI());
  }

  private static Map<String, byte[]> entries(Path file) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : java.util.Collections.list(zip.entries()))
        try (InputStream stream = zip.getInputStream(entry)) {
          entries.put(entry.getName(), stream.readAllBytes());
        }
    }
    return entries;
  }

  private static void assertSame(Map<String, byte[]> expected, Map<String, byte[]> actual) {
    assertEquals(List.copyOf(expected.keySet()), List.copyOf(actual.keySet()));
    expected.forEach((name, bytes) -> assertArrayEquals(bytes, actual.get(name), name));
  }

  @Test
  void readsWhatNumPyWrote() throws Exception {
    Weights weights = Npz.read(fixture("single.npz"));
    assertEquals(List.of("conv1_1/kernel", "conv1_1/bias", "steps", "edges"), List.copyOf(weights.names()));
    assertArrayEquals(new long[] {2, 3, 4, 5}, weights.get("conv1_1/kernel").shape());
    float[] kernel = weights.get("conv1_1/kernel").values();
    for (int i = 0; i < 120; i++) assertEquals((float) (i / 7.0 - 6), kernel[i]);
    assertArrayEquals(new float[] {0.5f, -1.25f}, weights.get("conv1_1/bias").values());
    assertArrayEquals(new long[0], weights.get("steps").shape());
    assertArrayEquals(new float[] {12345}, weights.get("steps").values());
  }

  @Test
  void readsDoublesAndLongs() throws Exception {
    Weights weights = Npz.read(fixture("double-and-long.npz"));
    assertArrayEquals(
        new float[] {0.1f, Float.POSITIVE_INFINITY, -2, 3}, weights.get("double").values());
    assertArrayEquals(new float[] {1, -2, 1 << 24}, weights.get("long").values());
  }

  @Test
  void writesTheBytesThatNumPyWrites() throws Exception {
    Path file = folder.resolve("weights.npz");
    Npz.write(file, Npz.read(fixture("single.npz")), false);
    assertSame(entries(fixture("single.npz")), entries(file));
  }

  @Test
  void roundsToHalfPrecisionAsNumPyDoes() throws Exception {
    Weights single = Npz.read(fixture("single.npz"));
    Map<String, Weights.Array> arrays = new LinkedHashMap<>();
    for (String name : List.of("conv1_1/kernel", "conv1_1/bias", "edges")) arrays.put(name, single.get(name));
    Path file = folder.resolve("half.npz");
    Npz.write(file, new Weights(arrays), true);
    assertSame(entries(fixture("half.npz")), entries(file));
  }

  @Test
  void everyHalfPrecisionNumberSurvives() {
    for (int bits = 0; bits < 1 << 16; bits++) {
      short half = (short) bits;
      float value = HalfFloat.toFloat(half);
      if (Float.isNaN(value)) assertTrue((bits & 0x7c00) == 0x7c00 && (bits & 0x3ff) != 0);
      else assertEquals(half, HalfFloat.ofFloat(value), () -> "bits " + Integer.toHexString(half));
    }
    assertTrue(Float.isNaN(HalfFloat.toFloat(HalfFloat.ofFloat(Float.NaN))));
  }

  @Test
  void manyElementsGoThroughSeveralChunks() throws Exception {
    float[] values = new float[100_003];
    for (int i = 0; i < values.length; i++) values[i] = i - 50_000;
    Path file = folder.resolve("large.npz");
    Npz.write(file, new Weights(Map.of("a", new Weights.Array(new long[] {values.length}, values))), false);
    assertArrayEquals(values, Npz.read(file).get("a").values());
    for (int i = 0; i < values.length; i++) values[i] = i % 2000;
    Npz.write(file, new Weights(Map.of("a", new Weights.Array(new long[] {values.length}, values))), true);
    assertArrayEquals(values, Npz.read(file).get("a").values());
  }

  @Test
  void sameArraysGiveTheSameFile() throws Exception {
    Weights weights = Npz.read(fixture("single.npz"));
    Npz.write(folder.resolve("a.npz"), weights, false);
    Npz.write(folder.resolve("b.npz"), weights, false);
    assertArrayEquals(Files.readAllBytes(folder.resolve("a.npz")), Files.readAllBytes(folder.resolve("b.npz")));
  }

  @Test
  void aFailedWriteLeavesTheOldFileAlone() throws Exception {
    Path file = folder.resolve("weights.npz");
    Files.writeString(file, "old");
    Weights tooLarge = new Weights(Map.of("huge", new Weights.Array(new long[] {1}, new float[] {65520})));
    Exception e = assertThrows(IllegalArgumentException.class, () -> Npz.write(file, tooLarge, true));
    assertTrue(e.getMessage().contains("'huge'") && e.getMessage().contains("65520"), e.getMessage());
    assertEquals("old", Files.readString(file));
    try (var files = Files.list(folder)) {
      assertEquals(1, files.count());
    }
  }

  @Test
  void everyTruncationIsFound() throws Exception {
    byte[] whole = Files.readAllBytes(fixture("single.npz"));
    Path file = folder.resolve("truncated.npz");
    for (int length = 0; length < whole.length; length += 7) {
      Files.write(file, Arrays.copyOf(whole, length));
      Exception e = assertThrows(IOException.class, () -> Npz.read(file), "length " + length);
      assertTrue(e.getMessage().contains("truncated.npz"), e.getMessage());
    }
  }

  @Test
  void aFlippedBitIsFound() throws Exception {
    byte[] bytes = Files.readAllBytes(fixture("single.npz"));
    bytes[400] ^= 1; // within the first array's elements: only the checksum can tell
    Path file = folder.resolve("flipped.npz");
    Files.write(file, bytes);
    Exception e = assertThrows(IOException.class, () -> Npz.read(file));
    assertTrue(e.getMessage().contains("flipped.npz") && e.getMessage().contains("conv1_1/kernel"), e.getMessage());
  }

  @Test
  void otherTypesAndOrdersAreRefused() throws Exception {
    Path bigEndian = fixture("big-endian.npz");
    Exception e = assertThrows(IOException.class, () -> Npz.read(bigEndian));
    assertTrue(e.getMessage().contains("'a' has elements of type '>f4'"), e.getMessage());
    Path fortran = fixture("fortran.npz");
    e = assertThrows(IOException.class, () -> Npz.read(fortran));
    assertTrue(e.getMessage().contains("'a' is in Fortran order"), e.getMessage());
  }

  @Test
  void otherFilesAreRefused() throws Exception {
    Path missing = folder.resolve("missing.npz");
    assertTrue(assertThrows(NoSuchFileException.class, () -> Npz.read(missing)).getMessage().contains("missing.npz"));
    Path text = folder.resolve("text.npz");
    Files.writeString(text, "no zip file at all");
    assertTrue(assertThrows(IOException.class, () -> Npz.read(text)).getMessage().contains("text.npz"));
    Path wrongShape = folder.resolve("shape.npz");
    try (OutputStream stream = Files.newOutputStream(wrongShape); ZipOutputStream zip = new ZipOutputStream(stream)) {
      zip.putNextEntry(new ZipEntry("a.npy"));
      zip.write(new NpyHeader(NpyHeader.ElementType.FLOAT32, new long[] {3}).bytes());
      zip.write(new byte[8]);
    }
    Exception e = assertThrows(IOException.class, () -> Npz.read(wrongShape));
    assertTrue(e.getMessage().contains("'a' ends before its 3 elements do"), e.getMessage());
  }

  private String refusal(String entry, NpyHeader header) throws IOException {
    Path file = folder.resolve("evil.npz");
    try (OutputStream stream = Files.newOutputStream(file); ZipOutputStream zip = new ZipOutputStream(stream)) {
      zip.putNextEntry(new ZipEntry(entry));
      zip.write(header.bytes());
    }
    return assertThrows(IOException.class, () -> Npz.read(file)).getMessage();
  }

  @Test
  void whatAStrangerWroteNeitherMovesTheCursorNorTakesTheMemory() throws Exception {
    NpyHeader three = new NpyHeader(NpyHeader.ElementType.FLOAT32, new long[] {3});
    String name = refusal("\u001b[2Jfine\nlicense: MIT.npy", three);
    assertTrue(name.contains("the array '\\u001B[2Jfine\\u000Alicense: MIT' ends"), name);
    assertTrue(refusal("readme.txt", three).contains("evil.npz: the array 'readme.txt' is no .npy file"));
    // 8 GB of floats in a file of some 200 bytes; Deflate (RFC 1951) packs at most 1032 bytes into one.
    NpyHeader most = new NpyHeader(NpyHeader.ElementType.FLOAT16, new long[] {Integer.MAX_VALUE});
    String huge = refusal("a.npy", most);
    assertTrue(huge.contains("'a' has 2147483647 elements, where at most "), huge);
  }
}
