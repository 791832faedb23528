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

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * TIFF and BigTIFF files assembled byte by byte after TIFF 6.0, for tests: strips or tiles, samples interleaved or in
 * planes, without compression, PackBits or Deflate.
 */
final class TiffBytes {

  enum Compression {
    NONE(1), LZW(5), DEFLATE(8), PACK_BITS(32773);

    final int number;

    Compression(int number) {
      this.number = number;
    }
  }

  private final ByteOrder order;
  private final boolean big;
  private final Compression compression;
  private final int tile;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final List<TreeMap<Integer, Object>> pages = new ArrayList<>();

  /** @param tile edge of tiles; 0 for strips of two rows */
  TiffBytes(ByteOrder order, boolean big, Compression compression, int tile) throws IOException {
    this.order = order;
    this.big = big;
    this.compression = compression;
    this.tile = tile;
    out.write(new byte[big ? 16 : 8]);
  }

  static TiffBytes plain() throws IOException {
    return new TiffBytes(ByteOrder.LITTLE_ENDIAN, false, Compression.NONE, 0);
  }

  /**
   * Adds a page of interleaved samples.
   *
   * @param values channel, y, x
   * @param format 1 unsigned, 2 signed, 3 floating point
   * @param photometric 0 white is zero, 1 black is zero, 2 RGB, 3 palette, 5 CMYK
   */
  TiffBytes page(double[][][] values, int bits, int format, int photometric) throws IOException {
    int channels = values.length;
    int height = values[0].length;
    int width = values[0][0].length;
    TreeMap<Integer, Object> tags = new TreeMap<>();
    tags.put(256, width);
    tags.put(257, height);
    int[] depths = new int[channels];
    int[] formats = new int[channels];
    for (int c = 0; c < channels; c++) {
      depths[c] = bits;
      formats[c] = format;
    }
    tags.put(258, depths);
    tags.put(259, compression.number);
    tags.put(262, photometric);
    tags.put(277, channels);
    tags.put(339, formats);
    int extra = channels - (photometric == 2 ? 3 : photometric == 5 ? 4 : 1);
    if (extra > 0) tags.put(338, new int[extra]);
    int blockWidth = tile == 0 ? width : tile;
    int blockHeight = tile == 0 ? Math.min(2, height) : tile;
    List<Long> offsets = new ArrayList<>();
    List<Long> counts = new ArrayList<>();
    for (int y = 0; y < height; y += blockHeight)
      for (int x = 0; x < width; x += blockWidth) {
        int rows = tile == 0 ? Math.min(blockHeight, height - y) : blockHeight;
        byte[] block = compressed(block(values, x, y, blockWidth, rows, bits, format));
        offsets.add((long) out.size());
        counts.add((long) block.length);
        out.write(block);
        if (out.size() % 2 == 1) out.write(0);
      }
    long[] at = offsets.stream().mapToLong(Long::longValue).toArray();
    long[] lengths = counts.stream().mapToLong(Long::longValue).toArray();
    if (tile == 0) tags.put(278, blockHeight);
    else {
      tags.put(322, tile);
      tags.put(323, tile);
    }
    tags.put(tile == 0 ? 273 : 324, at);
    tags.put(tile == 0 ? 279 : 325, lengths);
    pages.add(tags);
    return this;
  }

  /** Adds a tag to the last page: an int, int[] (SHORT), long[] (LONG, in BigTIFF LONG8), byte[] or text. */
  TiffBytes tag(int number, Object value) {
    pages.get(pages.size() - 1).put(number, value);
    return this;
  }

  private byte[] block(double[][][] values, int left, int top, int width, int rows, int bits, int format) {
    int rowBits = width * values.length * bits;
    ByteBuffer bytes = ByteBuffer.allocate(rows * ((rowBits + 7) / 8) + 8).order(order);
    for (int y = top; y < top + rows; y++) {
      long held = 0;
      int free = 8;
      for (int x = left; x < left + width; x++)
        for (double[][] channel : values) {
          boolean inside = y < channel.length && x < channel[0].length;
          double value = inside ? channel[y][x] : 0;
          if (format == 3) {
            if (bits == 32) bytes.putFloat((float) value);
            else bytes.putDouble(value);
          } else if (bits == 8) bytes.put((byte) (int) value);
          else if (bits == 16) bytes.putShort((short) (int) value);
          else if (bits == 32) bytes.putInt((int) (long) value);
          else for (int bit = bits - 1; bit >= 0; bit--) {
            held = held << 1 | (long) value >> bit & 1;
            if (--free == 0) {
              bytes.put((byte) held);
              held = 0;
              free = 8;
            }
          }
        }
      if (free < 8) bytes.put((byte) (held << free));
    }
    byte[] block = new byte[bytes.position()];
    bytes.flip().get(block);
    return block;
  }

  private byte[] compressed(byte[] block) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    switch (compression) {
      case NONE -> bytes.write(block);
      case DEFLATE -> {
        try (DeflaterOutputStream deflated = new DeflaterOutputStream(bytes, new Deflater())) {
          deflated.write(block);
        }
      }
      case PACK_BITS -> {
        // Literal runs of up to 128 bytes, and a run of repeats where there are any.
        for (int i = 0; i < block.length;) {
          int same = 1;
          while (i + same < block.length && same < 128 && block[i + same] == block[i]) same++;
          if (same > 2) {
            bytes.write(1 - same);
            bytes.write(block[i]);
            i += same;
          } else {
            int count = Math.min(16, block.length - i);
            bytes.write(count - 1);
            bytes.write(block, i, count);
            i += count;
          }
        }
      }
      case LZW -> lzw(block, bytes);
    }
    return bytes.toByteArray();
  }

  /** LZW that never grows its table beyond 9 bits: every 200 codes a clear code (TIFF 6.0, section 13). */
  private static void lzw(byte[] block, ByteArrayOutputStream bytes) {
    StringBuilder bits = new StringBuilder();
    for (int i = 0; i < block.length; i++) {
      if (i % 200 == 0) bits.append(nine(256));
      bits.append(nine(block[i] & 0xff));
    }
    bits.append(nine(257));
    while (bits.length() % 8 != 0) bits.append('0');
    for (int i = 0; i < bits.length(); i += 8) bytes.write(Integer.parseInt(bits.substring(i, i + 8), 2));
  }

  private static String nine(int code) {
    return Integer.toBinaryString(512 | code).substring(1);
  }

  /** Leaves the directory of one page alone; the pixels of all stay. */
  TiffBytes only(int page) {
    pages.retainAll(List.of(pages.get(page)));
    return this;
  }

  /** Bytes of the first strip or tile of a page. */
  int length(int page) {
    return (int) ((long[]) pages.get(page).get(tile == 0 ? 279 : 325))[0];
  }

  /** The whole file. */
  byte[] bytes() {
    ByteBuffer file = ByteBuffer.allocate(out.size() + pages.size() * 8192 + extraBytes()).order(order);
    file.put(out.toByteArray());
    byte mark = (byte) (order == ByteOrder.LITTLE_ENDIAN ? 'I' : 'M');
    file.put(0, mark).put(1, mark).putShort(2, (short) (big ? 43 : 42));
    if (big) file.putShort(4, (short) 8);
    int link = big ? 8 : 4;
    for (TreeMap<Integer, Object> tags : pages) {
      int at = file.position();
      if (big) file.putLong(link, at);
      else file.putInt(link, at);
      int entry = big ? 20 : 12;
      int values = at + (big ? 8 : 2) + entry * tags.size() + (big ? 8 : 4);
      link = values - (big ? 8 : 4);
      if (big) file.putLong(tags.size());
      else file.putShort((short) tags.size());
      for (var tag : tags.entrySet()) values = entry(file, tag.getKey(), tag.getValue(), values);
      file.position(values);
    }
    byte[] all = new byte[file.position()];
    file.flip().get(all);
    return all;
  }

  private int extraBytes() {
    return pages.stream().flatMap(tags -> tags.values().stream())
        .mapToInt(value -> value instanceof String s ? 4 * s.length() : value instanceof int[] i ? 2 * i.length : 0).sum();
  }

  private int entry(ByteBuffer file, int tag, Object value, int free) {
    byte[] text = value instanceof String s ? (s + '\0').getBytes(StandardCharsets.UTF_8) : null;
    byte[] raw = text != null ? text : value instanceof byte[] b ? b : null;
    int type = text != null ? 2 : raw != null ? 7 : value instanceof long[] ? big ? 16 : 4
        : value instanceof int[] ? 3 : value instanceof double[] ? 5 : 4;
    ByteBuffer bytes = ByteBuffer.allocate(raw != null ? raw.length : 8 * 65536).order(order);
    int count = 1;
    if (raw != null) {
      bytes.put(raw);
      count = raw.length;
    } else if (value instanceof long[] longs) {
      count = longs.length;
      for (long number : longs) if (big) bytes.putLong(number); else bytes.putInt((int) number);
    } else if (value instanceof int[] shorts) {
      count = shorts.length;
      for (int number : shorts) bytes.putShort((short) number);
    } else if (value instanceof double[] rational) bytes.putInt((int) (rational[0] * 1000)).putInt(1000);
    else bytes.putInt((int) value);
    bytes.flip();
    file.putShort((short) tag).putShort((short) type);
    if (big) file.putLong(count);
    else file.putInt(count);
    int inline = big ? 8 : 4;
    int start = file.position();
    if (bytes.limit() <= inline) {
      file.put(bytes);
      file.position(start + inline);
      return free;
    }
    if (big) file.putLong(free);
    else file.putInt(free);
    int next = file.position();
    int length = bytes.limit();
    file.position(free);
    file.put(bytes);
    file.position(next);
    return free + length + length % 2;
  }
}
