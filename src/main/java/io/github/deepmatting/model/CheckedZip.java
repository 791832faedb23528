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
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A zip file that nobody vouches for. Its names and sizes are checked when it is opened; an entry is unpacked to a
 * plain file, whatever the archive says it is, and never gives more bytes than it claims or the limits allow.
 */
final class CheckedZip implements AutoCloseable {

  /**
   * Limits on what an archive unpacks to.
   *
   * @param file bytes of one file
   * @param total bytes of all files together
   * @param ratio bytes for each packed byte, in files of more than {@link #SMALL} bytes
   */
  record Limits(long file, long total, int ratio) {}

  /** Files up to this many bytes may be compressed as well as they can be. */
  private static final long SMALL = 1 << 20;

  /** More files than any model has. */
  private static final int MOST_ENTRIES = 256;

  private final Path path;
  private final ZipFile file;
  private final Map<String, ZipEntry> entries = new LinkedHashMap<>();

  private CheckedZip(Path path, ZipFile file) {
    this.path = path;
    this.file = file;
  }

  /**
   * Opens a zip file and checks its directory.
   *
   * @throws NoSuchFileException if there is no such file
   * @throws IOException if it can't be read or must not be trusted; the message names the file and the entry
   */
  static CheckedZip open(Path path, Limits limits) throws IOException {
    if (!Files.isRegularFile(path)) throw new NoSuchFileException(path.toString(), null, "there is no such file");
    ZipFile file = null;
    try {
      file = new ZipFile(path.toFile());
      CheckedZip zip = new CheckedZip(path, file);
      zip.check(limits);
      return zip;
    } catch (IOException | RuntimeException e) {
      if (file != null) file.close();
      throw refusal(path, file == null ? "is no complete zip file (" + e.getMessage() + ")" : e.getMessage(), e);
    }
  }

  private void check(Limits limits) throws IOException {
    if (file.size() > MOST_ENTRIES)
      throw new IOException("has " + file.size() + " entries; at most " + MOST_ENTRIES + " are allowed");
    Map<String, String> names = new HashMap<>();
    long total = 0;
    for (ZipEntry entry : Collections.list(file.entries())) {
      String name = entry.getName();
      EntryNames.requireInside(name);
      // On many disks names that differ in case alone are one file.
      String before = names.put(name.toLowerCase(Locale.ROOT), name);
      if (before != null)
        throw new IOException("has the entries '" + before + "' and '" + name + "', which are one file");
      requireSmall(entry, limits);
      total += entry.getSize();
      entries.put(name, entry);
    }
    if (total > limits.total())
      throw new IOException("claims to unpack to " + total + " bytes; at most " + limits.total() + " are allowed");
  }

  private static void requireSmall(ZipEntry entry, Limits limits) throws IOException {
    long size = entry.getSize();
    long packed = entry.getCompressedSize();
    if (size < 0 || packed < 0 || size > limits.file())
      throw new IOException("has the entry '" + entry.getName() + "', which claims to unpack to " + size
          + " bytes; at most " + limits.file() + " are allowed");
    if (size > SMALL && size / limits.ratio() > packed)
      throw new IOException("has the entry '" + entry.getName() + "', which unpacks " + packed + " bytes to " + size
          + ", as no model's file does");
  }

  private static IOException refusal(Path path, String problem, Exception cause) {
    return new IOException(path + " " + problem + ". It is damaged or was made to do harm; nothing of it was used."
        + " Download it again, from a source you trust", cause);
  }

  /** Names of all entries; none leads out of the folder that the archive is unpacked to. */
  Set<String> names() {
    return entries.keySet();
  }

  /**
   * Unpacks one entry to a new file.
   *
   * @throws IOException if it can't be read or written, or its size or checksum is not what it claims
   */
  void unpack(String name, Path to) throws IOException {
    try (OutputStream out = Files.newOutputStream(to, StandardOpenOption.CREATE_NEW)) {
      copy(entries.get(name), out, to.toString());
    }
  }

  /**
   * Unpacks one small entry into memory.
   *
   * @param most bytes that it may have
   * @throws IOException as {@link #unpack}, or if it is larger
   */
  byte[] bytes(String name, long most) throws IOException {
    ZipEntry entry = entries.get(name);
    if (entry.getSize() > most)
      throw wrong(entry, "has " + entry.getSize() + " bytes; at most " + most + " are allowed", null);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    copy(entry, out, "memory");
    return out.toByteArray();
  }

  private void copy(ZipEntry entry, OutputStream out, String target) throws IOException {
    CRC32 checksum = new CRC32();
    long size = 0;
    byte[] chunk = new byte[1 << 16];
    try (InputStream data = open(entry)) {
      for (int read = read(data, chunk, entry); read >= 0; read = read(data, chunk, entry)) {
        size += read;
        if (size > entry.getSize())
          throw wrong(entry, "holds more than the " + entry.getSize() + " bytes that it claims", null);
        checksum.update(chunk, 0, read);
        try {
          out.write(chunk, 0, read);
        } catch (IOException e) {
          throw new IOException(target + " can't be written: " + e.getMessage(), e);
        }
      }
    }
    if (size != entry.getSize())
      throw wrong(entry, "holds " + size + " bytes, not the " + entry.getSize() + " that it claims", null);
    if (checksum.getValue() != entry.getCrc()) throw wrong(entry, "has another checksum than it claims", null);
  }

  private InputStream open(ZipEntry entry) throws IOException {
    try {
      return file.getInputStream(entry);
    } catch (IOException | RuntimeException e) {
      throw wrong(entry, "can't be unpacked (" + e.getMessage() + ")", e);
    }
  }

  /** Reads so that errors of the archive differ from those of the disk that is written to. */
  private int read(InputStream data, byte[] chunk, ZipEntry entry) throws IOException {
    try {
      return data.read(chunk);
    } catch (IOException | RuntimeException e) {
      throw wrong(entry, "can't be unpacked (" + e.getMessage() + ")", e);
    }
  }

  private IOException wrong(ZipEntry entry, String problem, Exception cause) {
    return refusal(path, "has the entry '" + entry.getName() + "', which " + problem, cause);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
