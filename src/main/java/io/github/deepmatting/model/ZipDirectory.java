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

import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The directory at the end of a zip file (APPNOTE 6.3.3, sections 4.3.7 to 4.3.16), read with suspicion: what two
 * programs could read in two ways is refused, as are entries that lie over each other. The JDK's own reader tells neither
 * links nor such tricks.
 */
final class ZipDirectory {

  /** More files than any model has. */
  static final int MOST_ENTRIES = 256;

  private static final int END = 0x06054b50;
  private static final int CENTRAL = 0x02014b50;
  private static final int LOCAL = 0x04034b50;
  private static final int END_LENGTH = 22;
  private static final int CENTRAL_LENGTH = 46;
  private static final int LOCAL_LENGTH = 30;
  private static final int LONGEST_COMMENT = 0xffff;
  private static final int ENCRYPTED = 1;

  /**
   * A file in the archive.
   *
   * @param name its path
   * @param deflated whether it is compressed
   * @param position of its data in the archive
   * @param compressedSize bytes of its data in the archive
   * @param size bytes that it claims to have when unpacked
   * @param checksum CRC-32 that it claims to have
   */
  record Entry(String name, boolean deflated, long position, long compressedSize, long size, long checksum) {}

  private final RandomAccessFile file;
  private long start;

  private ZipDirectory(RandomAccessFile file) {
    this.file = file;
  }

  /**
   * Reads the directory.
   *
   * @throws IOException a sentence without subject ("is ...", "has ...") that says what is wrong
   */
  static List<Entry> read(RandomAccessFile file) throws IOException {
    try {
      List<Entry> entries = new ZipDirectory(file).entries();
      requireApart(entries);
      requireDifferentNames(entries);
      return entries;
    } catch (EOFException e) {
      throw new IOException("is no complete zip file", e);
    }
  }

  private List<Entry> entries() throws IOException {
    long end = findEnd();
    ByteBuffer tail = bytes(end, END_LENGTH);
    int count = Short.toUnsignedInt(tail.getShort(10));
    long length = Integer.toUnsignedLong(tail.getInt(12));
    start = Integer.toUnsignedLong(tail.getInt(16));
    if (tail.getShort(4) != 0 || tail.getShort(6) != 0 || tail.getShort(8) != tail.getShort(10))
      throw new IOException("is a part of a zip file in several parts");
    if (start + length != end) throw new IOException("is a damaged zip file, or of the zip64 kind, or has data before it");
    if (count > MOST_ENTRIES) throw new IOException("has " + count + " entries; at most " + MOST_ENTRIES + " are allowed");
    List<Entry> entries = new ArrayList<>();
    ByteBuffer directory = bytes(start, Math.toIntExact(length));
    for (int i = 0; i < count; i++) entries.add(entry(directory));
    if (directory.hasRemaining()) throw new IOException("has a damaged directory");
    return entries;
  }

  private long findEnd() throws IOException {
    long length = file.length();
    for (long end = length - END_LENGTH; end >= 0 && end >= length - END_LENGTH - LONGEST_COMMENT; end--) {
      file.seek(end);
      if (file.read() != (END & 0xff)) continue;
      ByteBuffer tail = bytes(end, END_LENGTH);
      if (tail.getInt(0) == END && end + END_LENGTH + Short.toUnsignedInt(tail.getShort(20)) == length) return end;
    }
    throw new IOException("is no complete zip file");
  }

  /** The entry at the buffer's position, which moves behind it. */
  private Entry entry(ByteBuffer directory) throws IOException {
    if (directory.remaining() < CENTRAL_LENGTH) throw new IOException("has a damaged directory");
    ByteBuffer header = directory.slice().order(ByteOrder.LITTLE_ENDIAN);
    int nameLength = Short.toUnsignedInt(header.getShort(28));
    int rest = Short.toUnsignedInt(header.getShort(30)) + Short.toUnsignedInt(header.getShort(32));
    if (header.getInt(0) != CENTRAL || header.remaining() < CENTRAL_LENGTH + nameLength + rest)
      throw new IOException("has a damaged directory");
    byte[] bytes = new byte[nameLength];
    header.get(CENTRAL_LENGTH, bytes);
    directory.position(directory.position() + CENTRAL_LENGTH + nameLength + rest);
    String name = EntryNames.decode(bytes);
    int method = Short.toUnsignedInt(header.getShort(10));
    if ((header.getShort(8) & ENCRYPTED) != 0) throw new IOException("has the encrypted entry '" + name + "'");
    if (method != 0 && method != 8)
      throw new IOException("has the entry '" + name + "' compressed by method " + method + "; only deflate is read");
    EntryNames.requireNoLink(name, header.getInt(38) >>> 16);
    long compressed = Integer.toUnsignedLong(header.getInt(20));
    long size = Integer.toUnsignedLong(header.getInt(24));
    if (method == 0 && size != compressed) throw new IOException("has the entry '" + name + "' with two sizes");
    long position = dataPosition(name, bytes, Integer.toUnsignedLong(header.getInt(42)), compressed);
    return new Entry(name, method == 8, position, compressed, size, Integer.toUnsignedLong(header.getInt(16)));
  }

  private long dataPosition(String name, byte[] nameBytes, long header, long compressed) throws IOException {
    ByteBuffer local = bytes(header, LOCAL_LENGTH);
    int nameLength = Short.toUnsignedInt(local.getShort(26));
    long data = header + LOCAL_LENGTH + nameLength + Short.toUnsignedInt(local.getShort(28));
    if (local.getInt(0) != LOCAL || data + compressed > start)
      throw new IOException("has the entry '" + name + "' outside of its data");
    if (!bytes(header + LOCAL_LENGTH, nameLength).equals(ByteBuffer.wrap(nameBytes)))
      throw new IOException("has two names for the entry '" + name + "'");
    return data;
  }

  private ByteBuffer bytes(long position, int length) throws IOException {
    if (position + length > file.length()) throw new EOFException();
    byte[] bytes = new byte[length];
    file.seek(position);
    file.readFully(bytes);
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Entries that share their data unpack to far more than the archive's size. */
  private static void requireApart(List<Entry> entries) throws IOException {
    List<Entry> sorted = new ArrayList<>(entries);
    sorted.sort(Comparator.comparingLong(Entry::position));
    for (int i = 1; i < sorted.size(); i++) {
      Entry before = sorted.get(i - 1);
      // Between the data of two entries there is at least the second's header with its name.
      long least = before.position() + before.compressedSize() + LOCAL_LENGTH + sorted.get(i).name().length();
      if (sorted.get(i).position() < least)
        throw new IOException("has the entries '" + before.name() + "' and '" + sorted.get(i).name()
            + "' over each other");
    }
  }

  /** On many disks names that differ in case alone are one file. */
  private static void requireDifferentNames(List<Entry> entries) throws IOException {
    Map<String, String> names = new HashMap<>();
    for (Entry entry : entries) {
      String before = names.put(entry.name().toLowerCase(Locale.ROOT), entry.name());
      if (before != null)
        throw new IOException(before.equals(entry.name())
            ? "has the entry '" + before + "' twice"
            : "has the entries '" + before + "' and '" + entry.name() + "', the same file on many disks");
    }
  }
}
