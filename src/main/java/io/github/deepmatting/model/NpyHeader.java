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

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The header of NumPy's {@code .npy} format: magic string, version, length, and a Python dictionary with the element
 * type, the order and the shape.
 *
 * @param type the type of the elements
 * @param shape size along each axis, in C order; empty for a single value
 */
record NpyHeader(ElementType type, long[] shape) {

  /** The element types that can be read, all little-endian. */
  enum ElementType {
    FLOAT16("<f2", 2),
    FLOAT32("<f4", 4),
    FLOAT64("<f8", 8),
    INT64("<i8", 8);

    final String description;
    final int bytes;

    ElementType(String description, int bytes) {
      this.description = description;
      this.bytes = bytes;
    }

    static ElementType of(String description) throws IOException {
      for (ElementType type : values()) if (type.description.equals(description)) return type;
      throw new IOException("has elements of type '" + Quoted.of(description) + "'; allowed are "
          + Arrays.stream(values()).map(type -> type.description).collect(Collectors.joining(", "))
          + ". Convert it in NumPy with .astype('<f4')");
    }
  }

  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
  private static final int ALIGNMENT = 64;
  private static final int LONGEST = 1 << 16;
  private static final Pattern DESCRIPTION = Pattern.compile("'descr'\\s*:\\s*('[^']*'|\\[[^]]*])");
  private static final Pattern ORDER = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
  private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([0-9, ]*)\\)");

  /** The number of elements. */
  int count() throws IOException {
    long count = 1;
    for (long size : shape) {
      count *= Math.min(size, 1L << 31);
      if (count > Integer.MAX_VALUE)
        throw new IOException("has the shape " + Arrays.toString(shape) + "; at most "
            + Integer.MAX_VALUE + " elements are allowed");
    }
    return (int) count;
  }

  /** The header in version 1.0, padded so that the elements begin at a multiple of 64 bytes. */
  byte[] bytes() {
    String axes = Arrays.stream(shape).mapToObj(Long::toString).collect(Collectors.joining(", "));
    if (shape.length == 1) axes += ",";
    String dictionary =
        "{'descr': '" + type.description + "', 'fortran_order': False, 'shape': (" + axes + "), }";
    int before = MAGIC.length + 4;
    int total = (before + dictionary.length() + 1 + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    int length = total - before;
    byte[] bytes = new byte[total];
    Arrays.fill(bytes, (byte) ' ');
    System.arraycopy(MAGIC, 0, bytes, 0, MAGIC.length);
    bytes[MAGIC.length] = 1;
    bytes[MAGIC.length + 1] = 0;
    bytes[MAGIC.length + 2] = (byte) length;
    bytes[MAGIC.length + 3] = (byte) (length >>> 8);
    byte[] text = dictionary.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(text, 0, bytes, before, text.length);
    bytes[total - 1] = '\n';
    return bytes;
  }

  /**
   * Reads a header of version 1.0, 2.0 or 3.0.
   *
   * @throws IOException with a sentence without a subject ("has ...", "is ...")
   */
  static NpyHeader read(DataInputStream stream) throws IOException {
    try {
      byte[] start = new byte[MAGIC.length + 2];
      stream.readFully(start);
      int version = start[MAGIC.length];
      if (!Arrays.equals(MAGIC, Arrays.copyOf(start, MAGIC.length)) || version < 1 || version > 3)
        throw new IOException("is no NumPy array of format version 1 to 3");
      int length = version == 1
          ? Short.toUnsignedInt(Short.reverseBytes(stream.readShort()))
          : Integer.reverseBytes(stream.readInt());
      if (length < 0 || length > LONGEST) throw new IOException("has a damaged header (" + length + " bytes long)");
      byte[] text = new byte[length];
      stream.readFully(text);
      return parse(new String(text, StandardCharsets.UTF_8));
    } catch (EOFException e) {
      throw new IOException("ends within its header", e);
    }
  }

  private static NpyHeader parse(String dictionary) throws IOException {
    String description = find(DESCRIPTION, dictionary);
    ElementType type = ElementType.of(
        description.startsWith("'") ? description.substring(1, description.length() - 1) : description);
    if (find(ORDER, dictionary).equals("True"))
      throw new IOException("is in Fortran order; only C order is read. Convert it with numpy.ascontiguousarray");
    String axes = find(SHAPE, dictionary);
    try {
      long[] shape = Arrays.stream(axes.split(",")).map(String::trim).filter(axis -> !axis.isEmpty())
          .mapToLong(Long::parseLong).toArray();
      return new NpyHeader(type, shape);
    } catch (NumberFormatException e) {
      throw new IOException("has a damaged shape (" + Quoted.of(axes) + ")", e);
    }
  }

  private static String find(Pattern pattern, String dictionary) throws IOException {
    Matcher matcher = pattern.matcher(dictionary);
    if (!matcher.find()) throw new IOException("has a damaged header: " + Quoted.of(dictionary.trim()));
    return matcher.group(1);
  }
}
