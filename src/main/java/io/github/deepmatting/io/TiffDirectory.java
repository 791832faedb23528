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

import com.twelvemonkeys.imageio.metadata.CompoundDirectory;
import com.twelvemonkeys.imageio.metadata.Directory;
import com.twelvemonkeys.imageio.metadata.Entry;
import com.twelvemonkeys.imageio.metadata.tiff.TIFF;
import com.twelvemonkeys.imageio.metadata.tiff.TIFFReader;
import io.github.deepmatting.files.FileException;
import java.io.IOException;
import java.lang.reflect.Array;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import javax.imageio.stream.ImageInputStream;

/**
 * One page of a TIFF or BigTIFF file as its directory describes it (TIFF 6.0, section 2), checked against the length of
 * the file before anything is decoded.
 */
record TiffDirectory(Directory entries) {

  private static final int SUBFILE_TYPE = 254;
  private static final int SAMPLE_FORMAT_SIGNED = 2;
  static final int UNCOMPRESSED = 1;

  /** Bytes that one byte of compressed data can become, generously. */
  private static final long LARGEST_RATIO = 4000;

  /** Pages up to this many bytes need no justification by the length of the file. */
  private static final long HARMLESS = 64 << 20;

  private static final int LARGEST_TILE = 1 << 16;

  /**
   * Reads all directories of a file in their order, thumbnails and masks left out.
   *
   * @throws FileException if the file is truncated or damaged, or describes more pixels than it can hold
   */
  static List<TiffDirectory> read(Path file) throws IOException {
    TiffStructure.check(file);
    List<TiffDirectory> pages = new ArrayList<>();
    try (ImageInputStream in = PageReader.open(file)) {
      CompoundDirectory all = (CompoundDirectory) new TIFFReader().read(in);
      for (int page = 0; page < all.directoryCount(); page++) {
        TiffDirectory directory = new TiffDirectory(all.getDirectory(page));
        directory.check(file);
        pages.add(directory);
      }
    } catch (RuntimeException e) {
      throw new FileException(file, "is a damaged TIFF file (" + e + "); copy it again", e);
    }
    if (pages.stream().allMatch(TiffDirectory::isSecondary))
      throw new FileException(file, "is a truncated or damaged TIFF file: it holds no image");
    return pages;
  }

  /** A smaller version or a mask of another page. */
  boolean isSecondary() {
    return (number(SUBFILE_TYPE, 0) & 5) != 0;
  }

  int width() {
    return (int) number(TIFF.TAG_IMAGE_WIDTH, 0);
  }

  int height() {
    return (int) number(TIFF.TAG_IMAGE_HEIGHT, 0);
  }

  /** Samples a pixel. */
  int samples() {
    return (int) number(TIFF.TAG_SAMPLES_PER_PIXEL, 1);
  }

  /** Bits a sample. */
  int bits() {
    return (int) number(TIFF.TAG_BITS_PER_SAMPLE, 1);
  }

  boolean isSigned() {
    return number(TIFF.TAG_SAMPLE_FORMAT, 1) == SAMPLE_FORMAT_SIGNED;
  }

  boolean isFloat() {
    return number(TIFF.TAG_SAMPLE_FORMAT, 1) == 3;
  }

  int compression() {
    return (int) number(TIFF.TAG_COMPRESSION, UNCOMPRESSED);
  }

  int photometric() {
    return (int) number(TIFF.TAG_PHOTOMETRIC_INTERPRETATION, -1);
  }

  /** The text of the tag ImageDescription; empty if there is none. */
  String description() {
    Entry entry = entries.getEntryById(TIFF.TAG_IMAGE_DESCRIPTION);
    if (entry == null) return "";
    return entry.getValue() instanceof String[] texts ? String.join("\n", texts) : entry.getValueAsString();
  }

  /** Where the pixels begin. */
  long offset() {
    return numbers(TIFF.TAG_STRIP_OFFSETS).length > 0 ? numbers(TIFF.TAG_STRIP_OFFSETS)[0] : 0;
  }

  /** The first number of a tag. */
  double real(int tag, double otherwise) {
    Entry entry = entries.getEntryById(tag);
    return entry != null && entry.getValue() instanceof Number number ? number.doubleValue() : otherwise;
  }

  /** The sum of the numbers of a tag. */
  long sum(int tag) {
    long sum = 0;
    for (long number : numbers(tag)) sum += Math.min(number, Long.MAX_VALUE / 4 - sum);
    return sum;
  }

  private long number(int tag, long otherwise) {
    long[] numbers = numbers(tag);
    return numbers.length == 0 ? otherwise : numbers[0];
  }

  private long[] numbers(int tag) {
    Entry entry = entries.getEntryById(tag);
    if (entry == null) return new long[0];
    Object value = entry.getValue();
    if (value instanceof Number number) return new long[] {number.longValue()};
    if (!value.getClass().isArray()) return new long[0];
    return IntStream.range(0, Array.getLength(value)).mapToLong(i -> Array.getLong(value, i)).toArray();
  }

  /** The bytes of all pixels when they are not compressed. */
  long bytes() {
    return height() * (((long) width() * samples() * bits() + 7) / 8);
  }

  /** True for greys of 8, 16 or 32 bits (floating point) and RGB of 8 in one piece without compression. */
  boolean isPlain() {
    return compression() == UNCOMPRESSED && !isTiled()
        && (samples() == 1 && (bits() == 16 || bits() == 32 && isFloat()) || (samples() == 1 || samples() == 3) && bits() == 8);
  }

  /** Size and kind, for messages; equal for pages that can be slices of one image. */
  String describe() {
    return width() + "x" + height() + " pixels of " + samples() + " x " + bits() + " bits"
        + (isFloat() ? " (floating point)" : isSigned() ? " (signed)" : "");
  }

  private long[] offsets() {
    return numbers(isTiled() ? TIFF.TAG_TILE_OFFSETS : TIFF.TAG_STRIP_OFFSETS);
  }

  private long[] counts() {
    return numbers(isTiled() ? TIFF.TAG_TILE_BYTE_COUNTS : TIFF.TAG_STRIP_BYTE_COUNTS);
  }

  private boolean isTiled() {
    return numbers(TIFF.TAG_TILE_OFFSETS).length > 0;
  }

  private void check(Path file) throws IOException {
    long length = Files.size(file);
    long width = number(TIFF.TAG_IMAGE_WIDTH, 0);
    long height = number(TIFF.TAG_IMAGE_HEIGHT, 0);
    if (width < 1 || height < 1 || samples() < 1 || samples() > 1 << 16 || bits() < 1 || bits() > 64
        || width > Integer.MAX_VALUE || height > Integer.MAX_VALUE || width * height > Integer.MAX_VALUE - 8)
      throw new FileException(file, "describes a page of " + width + "x" + height + " pixels with " + samples()
          + " samples of " + bits() + " bits; allowed are 1 to " + (Integer.MAX_VALUE - 8) + " pixels");
    long[] offsets = offsets();
    long[] counts = counts();
    if (offsets.length == 0) throw new FileException(file, "is a damaged TIFF file: a page has no pixels");
    if (isTiled() && (number(TIFF.TAG_TILE_WIDTH, 0) > LARGEST_TILE || number(TIFF.TAG_TILE_HEIGTH, 0) > LARGEST_TILE))
      throw new FileException(file, "has tiles of more than " + LARGEST_TILE + " columns or rows");
    long stored = 0;
    for (int i = 0; i < offsets.length; i++) {
      long count = counts.length == offsets.length ? counts[i] : 0;
      long end = Math.max(offsets[i], offsets[i] + count);
      if (end > length || end < 0) throw TiffStructure.truncated(file, length, end);
      stored += count;
    }
    boolean known = counts.length == offsets.length && stored > 0;
    if (compression() == UNCOMPRESSED && photometric() != TIFF_YCBCR) {
      if (!known && offsets[0] + bytes() > length) throw TiffStructure.truncated(file, length, offsets[0] + bytes());
      if (known && stored < bytes())
        throw new FileException(file, "is a damaged TIFF file: its pixels need " + bytes() + " bytes but it has only "
            + stored + " of them; save it again");
    }
    checkSize(file, bytes());
  }

  private static final int TIFF_YCBCR = 6;

  /** @throws FileException if so many bytes of pixels cannot come from a file of this length */
  static void checkSize(Path file, long bytes) throws IOException {
    if (bytes > HARMLESS && bytes / LARGEST_RATIO > Files.size(file))
      throw new FileException(file, "describes pixels of " + bytes + " bytes but has itself only " + Files.size(file)
          + "; it is damaged, or made to use up memory");
  }

  /** Checks what Deflate's decoder does not: that each strip ends properly and has the right check sum. */
  void checkDeflate(Path file, ImageInputStream in) throws IOException {
    if (compression() != 8 && compression() != 32946) return;
    byte[] out = new byte[1 << 16];
    for (int i = 0; i < offsets().length && i < counts().length; i++) {
      byte[] stored = new byte[(int) Math.min(counts()[i], Integer.MAX_VALUE - 8)];
      in.seek(offsets()[i]);
      in.readFully(stored);
      Inflater inflater = new Inflater();
      try {
        inflater.setInput(stored);
        while (!inflater.finished())
          if (inflater.inflate(out) == 0 && !inflater.finished()) throw new DataFormatException("it is cut short");
      } catch (DataFormatException e) {
        throw new FileException(file, "is a truncated or damaged TIFF file (Deflate data " + (i + 1) + " of "
            + offsets().length + ": " + e.getMessage() + "); copy it again", e);
      } finally {
        inflater.end();
      }
    }
  }
}
