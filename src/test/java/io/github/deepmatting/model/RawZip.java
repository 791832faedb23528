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
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes zip files byte by byte, so that they can lie where no zip program would. */
final class RawZip {

  /** What an archive says about one file; by default the truth. */
  static final class Entry {
    byte[] localName;
    byte[] centralName;
    byte[] stored;
    int method;
    long size;
    long checksum;
    int flags;
    int mode;
    long headerOffset = -1;

    Entry(String name, byte[] content, boolean deflate) {
      localName = centralName = name.getBytes(StandardCharsets.UTF_8);
      stored = deflate ? deflate(content) : content;
      method = deflate ? 8 : 0;
      size = content.length;
      CRC32 crc = new CRC32();
      crc.update(content);
      checksum = crc.getValue();
    }

    private byte[] localHeader() {
      ByteBuffer header = buffer(30 + localName.length);
      header.putInt(0x04034b50).putShort((short) 20).putShort((short) flags).putShort((short) method).putInt(0x5c210000);
      header.putInt((int) checksum).putInt(stored.length).putInt((int) size).putShort((short) localName.length);
      return header.putShort((short) 0).put(localName).array();
    }

    private byte[] centralHeader(long offset) {
      ByteBuffer header = buffer(46 + centralName.length);
      header.putInt(0x02014b50).putShort((short) 0x0314).putShort((short) 20).putShort((short) flags);
      header.putShort((short) method).putInt(0x5c210000).putInt((int) checksum).putInt(stored.length).putInt((int) size);
      header.putShort((short) centralName.length).putShort((short) 0).putShort((short) 0).putShort((short) 0);
      header.putShort((short) 0).putInt(mode << 16).putInt((int) (headerOffset >= 0 ? headerOffset : offset));
      return header.put(centralName).array();
    }
  }

  private final List<Entry> entries = new ArrayList<>();

  static RawZip of(Map<String, byte[]> files) {
    RawZip zip = new RawZip();
    files.forEach((name, content) -> zip.add(name, content, entry -> {}));
    return zip;
  }

  /** Adds a deflated file and lets the change lie about it. */
  RawZip add(String name, byte[] content, Consumer<Entry> change) {
    Entry entry = new Entry(name, content, true);
    change.accept(entry);
    entries.add(entry);
    return this;
  }

  RawZip add(Entry entry) {
    entries.add(entry);
    return this;
  }

  byte[] bytes() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream directory = new ByteArrayOutputStream();
    for (Entry entry : entries) {
      directory.write(entry.centralHeader(out.size()));
      if (entry.headerOffset >= 0) continue;
      out.write(entry.localHeader());
      out.write(entry.stored);
    }
    ByteBuffer end = buffer(22);
    end.putInt(0x06054b50).putInt(0).putShort((short) entries.size()).putShort((short) entries.size());
    end.putInt(directory.size()).putInt(out.size()).putShort((short) 0);
    directory.writeTo(out);
    out.write(end.array());
    return out.toByteArray();
  }

  private static ByteBuffer buffer(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  static byte[] deflate(byte[] content) {
    Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    deflater.setInput(content);
    deflater.finish();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] chunk = new byte[1 << 12];
    while (!deflater.finished()) out.write(chunk, 0, deflater.deflate(chunk));
    deflater.end();
    return out.toByteArray();
  }
}
