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
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** The directories of a TIFF file: what each image's pixels are and where they lie (TIFF 6.0, section 2). */
final class TiffDirectories {

  private static final int ENTRY_BYTES = 12;

  private TiffDirectories() {}

  /**
   * Checks that all directories are there as a whole. Of one that is cut off ImageJ takes what is left, and may read
   * numbers of 32 bits as of another kind.
   *
   * @param file a TIFF file, not a BigTIFF
   * @throws FileException if a directory reaches beyond the end of the file
   */
  static void check(Path file) throws IOException {
    long length = Files.size(file);
    Set<Long> seen = new HashSet<>();
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      boolean little = in.readUnsignedByte() == 'I';
      in.seek(4);
      for (long offset = unsigned(in, little); offset != 0 && seen.add(offset);) {
        in.seek(offset);
        long end = offset + 2 + (long) ENTRY_BYTES * unsignedShort(in, little);
        if (end > length) throw truncated(file, length, end, null);
        in.seek(end);
        // Some programs leave the last directory's end out.
        if (end + 4 > length) return;
        offset = unsigned(in, little);
      }
    } catch (EOFException e) {
      throw truncated(file, length, length + 1, e);
    }
  }

  private static int unsignedShort(RandomAccessFile in, boolean little) throws IOException {
    int value = in.readUnsignedShort();
    return little ? Short.toUnsignedInt(Short.reverseBytes((short) value)) : value;
  }

  private static long unsigned(RandomAccessFile in, boolean little) throws IOException {
    int value = in.readInt();
    return Integer.toUnsignedLong(little ? Integer.reverseBytes(value) : value);
  }

  private static FileException truncated(Path file, long length, long needed, Exception cause) {
    return new FileException(file, "is a truncated TIFF file: it has " + length + " bytes but the description of"
        + " its pixels needs at least " + needed + "; get it anew", cause);
  }
}
