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

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/**
 * A zip file from anywhere. Its directory is checked as {@link ZipDirectory} says, and no entry gives more bytes than it
 * claims or than the limits allow.
 */
final class CheckedZip implements AutoCloseable {

  /**
   * How much an archive may unpack to.
   *
   * @param file bytes of one file
   * @param total bytes of all files together
   * @param ratio bytes for each packed byte, in files of more than {@link #SMALL} bytes
   */
  record Limits(long file, long total, int ratio) {}

  /** A file of so many bytes may be compressed as well as it can be. */
  static final long SMALL = 1 << 20;

  private final Path path;
  private final RandomAccessFile file;
  private final Map<String, ZipDirectory.Entry> entries;

  private CheckedZip(Path path, RandomAccessFile file, Map<String, ZipDirectory.Entry> entries) {
    this.path = path;
    this.file = file;
    this.entries = entries;
  }

  /**
   * Opens a zip file and checks its directory.
   *
   * @throws NoSuchFileException if there is no such file
   * @throws IOException if it can't be read or must not be trusted; the message names the file and the entry
   */
  static CheckedZip open(Path path, Limits limits) throws IOException {
    if (!Files.isRegularFile(path)) throw new NoSuchFileException(path.toString(), null, "there is no such file");
    RandomAccessFile file = new RandomAccessFile(path.toFile(), "r");
    try {
      Map<String, ZipDirectory.Entry> entries = new LinkedHashMap<>();
      long total = 0;
      for (ZipDirectory.Entry entry : ZipDirectory.read(file)) {
        requireSmall(entry, limits);
        total += entry.size();
        entries.put(entry.name(), entry);
      }
      if (total > limits.total())
        throw new IOException("claims to unpack to " + total + " bytes; at most " + limits.total() + " are allowed");
      return new CheckedZip(path, file, entries);
    } catch (IOException e) {
      file.close();
      throw refusal(path, e);
    } catch (RuntimeException | Error e) {
      file.close();
      throw e;
    }
  }

  private static void requireSmall(ZipDirectory.Entry entry, Limits limits) throws IOException {
    if (entry.size() > limits.file())
      throw new IOException("has the entry '" + entry.name() + "', which claims to unpack to " + entry.size()
          + " bytes; at most " + limits.file() + " are allowed");
    if (entry.size() > SMALL && entry.size() > entry.compressedSize() * limits.ratio())
      throw new IOException("has the entry '" + entry.name() + "', which unpacks " + entry.compressedSize()
          + " bytes to " + entry.size() + ", as no model's file does");
  }

  /** An error about this file. */
  private static IOException refusal(Path path, IOException cause) {
    return new IOException(path + " " + cause.getMessage()
        + ". It is damaged or was made to do harm; nothing of it was used. Get it anew, from a source you trust", cause);
  }

  /** Names of all entries; each leads into the archive's folder. */
  Set<String> names() {
    return entries.keySet();
  }

  /**
   * Unpacks one entry to a new file.
   *
   * @throws IOException if it can't be read or written, or has another size or checksum than it claims
   */
  void unpack(String name, Path to) throws IOException {
    try (OutputStream out = Files.newOutputStream(to, StandardOpenOption.CREATE_NEW)) {
      copy(entries.get(name), out);
    }
  }

  /**
   * Unpacks one small entry into memory.
   *
   * @param most bytes that it may have
   * @throws IOException as {@link #unpack}, or if it is larger
   */
  byte[] bytes(String name, long most) throws IOException {
    ZipDirectory.Entry entry = entries.get(name);
    if (entry.size() > most)
      throw refusal(path, new IOException(
          "has the entry '" + name + "' of " + entry.size() + " bytes; at most " + most + " are allowed"));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    copy(entry, out);
    return out.toByteArray();
  }

  private void copy(ZipDirectory.Entry entry, OutputStream out) throws IOException {
    file.seek(entry.position());
    Inflater inflater = new Inflater(true);
    try {
      InputStream packed = new Part(entry.compressedSize());
      CRC32 checksum = new CRC32();
      long size = 0;
      byte[] chunk = new byte[1 << 16];
      InputStream data = entry.deflated() ? new InflaterInputStream(packed, inflater, 1 << 16) : packed;
      for (int read = read(data, chunk, entry); read >= 0; read = read(data, chunk, entry)) {
        size += read;
        if (size > entry.size()) throw wrong(entry, "holds more than the " + entry.size() + " bytes that it claims");
        checksum.update(chunk, 0, read);
        out.write(chunk, 0, read);
      }
      if (size != entry.size())
        throw wrong(entry, "holds " + size + " bytes, not the " + entry.size() + " that it claims");
      if (checksum.getValue() != entry.checksum()) throw wrong(entry, "has another checksum than it claims");
    } finally {
      inflater.end();
    }
  }

  /** Tells errors of the archive from those of the disk that is written to. */
  private int read(InputStream data, byte[] chunk, ZipDirectory.Entry entry) throws IOException {
    try {
      return data.read(chunk);
    } catch (ZipException | EOFException e) {
      throw wrong(entry, "can't be unpacked");
    }
  }

  private IOException wrong(ZipDirectory.Entry entry, String what) {
    return refusal(path, new IOException("has the entry '" + entry.name() + "', which " + what));
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  /** So many bytes from the file's position on. */
  private final class Part extends InputStream {

    private long left;

    Part(long length) {
      left = length;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      if (left == 0) return -1;
      int read = file.read(bytes, offset, (int) Math.min(length, left));
      if (read > 0) left -= read;
      return read;
    }
  }
}
