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

import io.github.deepmatting.files.FileException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.imageio.stream.ImageInputStream;

/**
 * The chain of directories of a TIFF or BigTIFF file. Libraries take what is left of a chain that is cut off or damaged
 * and drop the rest without a word, so it is checked first.
 */
final class TiffStructure {

  /** Bytes of a value by its type (TIFF 6.0, page 15; BigTIFF). */
  private static final int[] TYPE_BYTES = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8};

  private static final int LAST_BASELINE_TAG = 532;
  private static final int IMAGEJ_COUNTS = 50838;
  private static final int IMAGEJ_DATA = 50839;

  private TiffStructure() {}

  /**
   * The places of a file's directories, in their order.
   *
   * @throws FileException if directories loop, or they or their values reach beyond the end of the file
   */
  static List<OnePage> pages(Path file) throws IOException {
    long length = Files.size(file);
    Set<Long> seen = new HashSet<>();
    List<OnePage> pages = new ArrayList<>();
    long values = 0;
    try (ImageInputStream in = PageReader.open(file)) {
      in.setByteOrder(in.readByte() == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
      in.seek(2);
      boolean big = in.readUnsignedShort() == 43;
      int offsetBytes = big ? 8 : 4;
      in.seek(offsetBytes);
      for (long at = offset(in, big); at != 0;) {
        if (!seen.add(at))
          throw new FileException(file, "is a damaged TIFF file: its directories loop, the one at byte " + at
              + " follows a later one; save it again");
        if (at < 0 || at >= length) throw truncated(file, length, at);
        in.seek(at);
        long entries = big ? in.readLong() : in.readUnsignedShort();
        long first = in.getStreamPosition();
        int entryBytes = big ? 20 : 12;
        if (entries < 0 || entries > length) throw truncated(file, length, entries);
        long end = first + entries * entryBytes;
        if (end > length) throw truncated(file, length, end);
        for (long entry = first; entry < end; entry += entryBytes) values += valueBytes(file, in, entry, big, length);
        if (values > 4 * length + 4096)
          throw new FileException(file, "is a damaged TIFF file: its directories claim the same bytes again and again");
        pages.add(new OnePage(at, end, in.getByteOrder(), offsetBytes));
        // Some programs leave the last directory's end out.
        if (end + offsetBytes > length) return pages;
        in.seek(end);
        at = offset(in, big);
      }
      return pages;
    } catch (EOFException e) {
      throw truncated(file, length, length + 1);
    }
  }

  /** The bytes of an entry's value that lie elsewhere in the file. */
  private static long valueBytes(Path file, ImageInputStream in, long entry, boolean big, long length)
      throws IOException {
    in.seek(entry);
    int tag = in.readUnsignedShort();
    int type = in.readUnsignedShort();
    long count = offset(in, big);
    long bytes = type < TYPE_BYTES.length && count >= 0 && count <= length ? count * TYPE_BYTES[type] : length + 1;
    if (bytes <= (big ? 8 : 4)) return 0;
    long end = offset(in, big) + bytes;
    if (end <= length && end >= 0) return bytes;
    // What nobody reads may be wrong.
    if (tag > LAST_BASELINE_TAG && tag != IMAGEJ_COUNTS && tag != IMAGEJ_DATA) return 0;
    throw truncated(file, length, end);
  }

  private static long offset(ImageInputStream in, boolean big) throws IOException {
    return big ? in.readLong() : in.readUnsignedInt();
  }

  static FileException truncated(Path file, long length, long needed) {
    return new FileException(file, "is a truncated or damaged TIFF file: it has " + length + " bytes but needs"
        + (needed < 0 || needed > Long.MAX_VALUE / 2 ? " far more" : " at least " + needed) + "; copy it again");
  }
}
