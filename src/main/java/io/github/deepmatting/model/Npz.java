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

import io.github.deepmatting.files.WholeFile;
import io.github.deepmatting.model.NpyHeader.ElementType;
import io.github.deepmatting.network.Weights;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Reads and writes named arrays in NumPy's {@code .npz}: a zip file with an entry {@code NAME.npy} for each array,
 * little-endian, in C order. {@code numpy.load} reads these files.
 */
public final class Npz {

  private static final String SUFFIX = ".npy";
  private static final int CHUNK_BYTES = 1 << 16;
  /** The most elements, of two bytes each, in a byte of the file: Deflate packs at most 1032 to 1. */
  private static final int MOST_PACKED = 1032 / 2;
  /** The same arrays give the same file, byte by byte, so it must not hold the time of writing. */
  private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private Npz() {}

  /**
   * Reads all arrays of a file, in the order they lie in it. Elements may be float16, float32, float64 or int64 and
   * become 32-bit floats (so integers are exact up to 2<sup>24</sup>).
   *
   * @throws NoSuchFileException if there is no such file
   * @throws IOException if it can't be read, is no {@code .npz}, is damaged or truncated, or an array has another type
   *     or Fortran order; the message names the file and the array
   */
  public static Weights read(Path file) throws IOException {
    if (!Files.exists(file)) throw new NoSuchFileException(file.toString(), null, "there is no such weights file");
    int entries;
    // Reads the directory at the file's end, which a truncated file lacks and streaming would not miss.
    try (ZipFile zip = new ZipFile(file.toFile())) {
      entries = zip.size();
    } catch (IOException e) {
      throw new IOException(file + " is no complete .npz file (" + e.getMessage() + "); download or make it again", e);
    }
    Weights weights;
    try (InputStream stream = Files.newInputStream(file)) {
      weights = read(stream, file.toString(), Files.size(file) * MOST_PACKED);
    }
    if (weights.names().size() != entries)
      throw new IOException(file + " is damaged: its directory lists " + entries + " arrays but "
          + weights.names().size() + " were found; download or make it again");
    return weights;
  }

  /**
   * Reads all arrays of a stream, as {@link #read(Path)} does. The stream is not closed.
   *
   * @param source the name of the stream in messages, e.g. its file or resource
   * @throws IOException as {@link #read(Path)}
   */
  public static Weights read(InputStream stream, String source) throws IOException {
    return read(stream, source, Long.MAX_VALUE);
  }

  /**
   * Reads all arrays of a stream that is not trusted.
   *
   * @param most the largest number of elements that all arrays together may have
   */
  static Weights read(InputStream stream, String source, long most) throws IOException {
    long left = most;
    Map<String, Weights.Array> arrays = new LinkedHashMap<>();
    String name = null;
    try {
      ZipInputStream zip = new ZipInputStream(new BufferedInputStream(stream, CHUNK_BYTES));
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        name = entry.getName();
        if (!name.endsWith(SUFFIX)) throw new IOException("is no .npy file");
        name = name.substring(0, name.length() - SUFFIX.length());
        Weights.Array array = readArray(zip, left);
        left -= array.values().length;
        if (arrays.put(name, array) != null) throw new IOException("is there twice");
      }
    } catch (IOException e) {
      String reason = e.getMessage() == null ? "ends too early" : e.getMessage();
      throw new IOException(source + (name == null ? ": " : ": the array '" + Quoted.of(name) + "' ") + reason, e);
    }
    if (arrays.isEmpty()) throw new IOException(source + " is no .npz file: there is no array in it");
    return new Weights(arrays);
  }

  private static Weights.Array readArray(ZipInputStream zip, long most) throws IOException {
    DataInputStream data = new DataInputStream(zip);
    NpyHeader header = NpyHeader.read(data);
    int count = header.count();
    if (count > most)
      throw new IOException("has " + count + " elements, where at most " + most + " are left for it");
    int bytes = header.type().bytes;
    float[] values = new float[count];
    byte[] chunk = new byte[CHUNK_BYTES];
    ByteBuffer buffer = ByteBuffer.wrap(chunk).order(ByteOrder.LITTLE_ENDIAN);
    for (int start = 0; start < count; start += CHUNK_BYTES / bytes) {
      int length = Math.min(CHUNK_BYTES / bytes, count - start);
      try {
        data.readFully(chunk, 0, length * bytes);
      } catch (EOFException e) {
        throw new IOException("ends before its " + count + " elements do", e);
      }
      decode(header.type(), buffer, values, start, length);
    }
    // Also makes the zip stream compare the checksum.
    if (data.read() != -1) throw new IOException("goes on after its " + count + " elements");
    return new Weights.Array(header.shape(), values);
  }

  private static void decode(ElementType type, ByteBuffer buffer, float[] values, int start, int length) {
    switch (type) {
      case FLOAT32 -> buffer.asFloatBuffer().get(values, start, length);
      case FLOAT16 -> {
        for (int i = 0; i < length; i++) values[start + i] = HalfFloat.toFloat(buffer.getShort(2 * i));
      }
      case FLOAT64 -> {
        for (int i = 0; i < length; i++) values[start + i] = (float) buffer.getDouble(8 * i);
      }
      case INT64 -> {
        for (int i = 0; i < length; i++) values[start + i] = buffer.getLong(8 * i);
      }
    }
  }

  /**
   * Writes arrays to a file, which appears whole or not at all and replaces one of the same name.
   *
   * @param halfPrecision if true, elements are rounded to float16, to the nearest, ties to even; else they are float32
   * @throws IllegalArgumentException if a finite element is too large for float16
   * @throws IOException if it can't be written; an older file of the same name stays as it was
   */
  public static void write(Path file, Weights weights, boolean halfPrecision) throws IOException {
    WholeFile.write(file, true, out -> {
      ZipOutputStream zip = new ZipOutputStream(out);
      for (String name : weights.names()) writeArray(zip, name, weights.get(name), halfPrecision);
      zip.finish();
    });
  }

  private static void writeArray(ZipOutputStream zip, String name, Weights.Array array, boolean halfPrecision)
      throws IOException {
    ZipEntry entry = new ZipEntry(name + SUFFIX);
    entry.setTimeLocal(TIME);
    zip.putNextEntry(entry);
    ElementType type = halfPrecision ? ElementType.FLOAT16 : ElementType.FLOAT32;
    zip.write(new NpyHeader(type, array.shape()).bytes());
    float[] values = array.values();
    byte[] chunk = new byte[CHUNK_BYTES];
    ByteBuffer buffer = ByteBuffer.wrap(chunk).order(ByteOrder.LITTLE_ENDIAN);
    for (int start = 0; start < values.length; start += CHUNK_BYTES / type.bytes) {
      int length = Math.min(CHUNK_BYTES / type.bytes, values.length - start);
      if (halfPrecision) encodeHalf(name, values, start, length, buffer);
      else buffer.asFloatBuffer().put(values, start, length);
      zip.write(chunk, 0, length * type.bytes);
    }
    zip.closeEntry();
  }

  private static void encodeHalf(String name, float[] values, int start, int length, ByteBuffer buffer) {
    for (int i = 0; i < length; i++) {
      float value = values[start + i];
      if (HalfFloat.overflows(value))
        throw new IllegalArgumentException("The array '" + name + "' holds " + value
            + ", beyond half precision's 65504; write it in single precision");
      buffer.putShort(2 * i, HalfFloat.ofFloat(value));
    }
  }
}
