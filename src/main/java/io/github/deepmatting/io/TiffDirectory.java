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
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Array;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.zip.InflaterInputStream;
import javax.imageio.stream.ImageInputStream;

/**
 * One page of a TIFF or BigTIFF file as its directory describes it (TIFF 6.0, section 2), checked against the length of
 * the file before anything is decoded.
 *
 * @param width columns
 * @param height rows
 * @param samples samples a pixel
 * @param bits bits a sample
 * @param format 1 for unsigned, 2 for signed integers, 3 for floating point
 * @param compression 1 for none
 * @param photometric what the samples mean: 0 white is zero, 1 black is zero, 2 RGB, 3 palette and so on; -1 if unknown
 * @param secondary true for a smaller version or a mask of another page
 * @param tile the longest edge of tiles; 0 for strips
 * @param offsets where strips or tiles begin
 * @param counts their bytes; none, or as many as there are offsets
 * @param entries all that the directory holds
 * @param place where it lies
 */
record TiffDirectory(
    long width, long height, int samples, int bits, int format, int compression, int photometric, boolean secondary,
    long tile, long[] offsets, long[] counts, Directory entries, OnePage place) {

  static final int WHITE_IS_ZERO = 0;
  static final int YCBCR = 6;
  static final int CIE_LAB = 8;
  static final int UNCOMPRESSED = 1;
  static final int JPEG = 7;
  private static final int ADOBE_DEFLATE = 8;
  private static final int DEFLATE = 32946;

  /** Bytes that one byte of compressed data can become, generously. */
  private static final long LARGEST_RATIO = 4000;

  /** Pages up to this many bytes need no justification by the length of the file. */
  private static final long HARMLESS = 64 << 20;

  private static final int LARGEST_TILE = 1 << 16;

  /**
   * Reads all directories of a file in their order.
   *
   * @throws FileException if the file is truncated or damaged, or describes more pixels than it can hold
   */
  static List<TiffDirectory> read(Path file) throws IOException {
    List<OnePage> places = TiffStructure.pages(file);
    List<TiffDirectory> pages = new ArrayList<>();
    try (ImageInputStream in = PageReader.open(file)) {
      CompoundDirectory all = (CompoundDirectory) new TIFFReader().read(in);
      for (int page = 0; page < all.directoryCount(); page++) {
        pages.add(of(all.getDirectory(page), places.get(page)));
        pages.get(page).check(file);
      }
    } catch (RuntimeException e) {
      throw PageReader.damaged(file, ImageFormat.TIFF, e.toString(), e);
    }
    if (pages.stream().allMatch(TiffDirectory::secondary))
      throw new FileException(file, "is a truncated or damaged TIFF file: it holds no image");
    return pages;
  }

  private static TiffDirectory of(Directory entries, OnePage place) {
    boolean tiled = numbers(entries, TIFF.TAG_TILE_OFFSETS).length > 0;
    return new TiffDirectory(
        number(entries, TIFF.TAG_IMAGE_WIDTH, 0), number(entries, TIFF.TAG_IMAGE_HEIGHT, 0),
        (int) number(entries, TIFF.TAG_SAMPLES_PER_PIXEL, 1), (int) number(entries, TIFF.TAG_BITS_PER_SAMPLE, 1),
        (int) number(entries, TIFF.TAG_SAMPLE_FORMAT, 1), (int) number(entries, TIFF.TAG_COMPRESSION, UNCOMPRESSED),
        (int) number(entries, TIFF.TAG_PHOTOMETRIC_INTERPRETATION, -1),
        (number(entries, TIFF.TAG_SUBFILE_TYPE, 0) & 5) != 0,
        Math.max(number(entries, TIFF.TAG_TILE_WIDTH, 0), number(entries, TIFF.TAG_TILE_HEIGTH, 0)),
        numbers(entries, tiled ? TIFF.TAG_TILE_OFFSETS : TIFF.TAG_STRIP_OFFSETS),
        numbers(entries, tiled ? TIFF.TAG_TILE_BYTE_COUNTS : TIFF.TAG_STRIP_BYTE_COUNTS), entries, place);
  }

  private static long number(Directory entries, int tag, long otherwise) {
    long[] numbers = numbers(entries, tag);
    return numbers.length == 0 ? otherwise : numbers[0];
  }

  private static long[] numbers(Directory entries, int tag) {
    Entry entry = entries.getEntryById(tag);
    Object value = entry == null ? null : entry.getValue();
    if (value instanceof Number number) return new long[] {number.longValue()};
    if (value == null || !value.getClass().isArray()) return new long[0];
    return IntStream.range(0, Array.getLength(value)).mapToLong(i -> Array.getLong(value, i)).toArray();
  }

  /** The text of the tag ImageDescription; empty if there is none. */
  String description() {
    Entry entry = entries.getEntryById(TIFF.TAG_IMAGE_DESCRIPTION);
    if (entry == null) return "";
    return entry.getValue() instanceof String[] texts ? String.join("\n", texts) : entry.getValueAsString();
  }

  /** The number of a tag. */
  double real(int tag, double otherwise) {
    Entry entry = entries.getEntryById(tag);
    return entry != null && entry.getValue() instanceof Number number ? number.doubleValue() : otherwise;
  }

  /** The sum of the numbers of a tag. */
  double sum(int tag) {
    return LongStream.of(numbers(entries, tag)).asDoubleStream().sum();
  }

  boolean isFloat() {
    return format == 3;
  }

  boolean isSigned() {
    return format == 2;
  }

  /** Bytes of the page when it is not compressed. */
  long bytes() {
    return height * ((width * samples * bits + 7) / 8);
  }

  /** True for greys of 8, 16 or 32 bits (floating point) and RGB of 8 in one piece without compression. */
  boolean isPlain() {
    boolean grey = samples == 1 && (bits == 8 || bits == 16 || bits == 32 && isFloat());
    return compression == UNCOMPRESSED && tile == 0 && (grey || samples == 3 && bits == 8);
  }

  /** Size and kind, for messages; equal for pages that can be slices of one image. */
  String describe() {
    return width + "x" + height + " pixels of " + samples + " x " + bits + " bits"
        + (isFloat() ? " (floating point)" : isSigned() ? " (signed)" : "");
  }

  private void check(Path file) throws IOException {
    long length = Files.size(file);
    if (width < 1 || height < 1 || samples < 1 || samples > 1 << 16 || bits < 1 || bits > 64
        || width > Integer.MAX_VALUE || height > Integer.MAX_VALUE || width * height > Integer.MAX_VALUE - 8)
      throw new FileException(file, "has a page of " + describe() + "; allowed are 1 to " + (Integer.MAX_VALUE - 8)
          + " pixels");
    if (offsets.length == 0) throw new FileException(file, "is a damaged TIFF file: a page has no pixels");
    if (tile > LARGEST_TILE) throw new FileException(file, "has tiles of more than " + LARGEST_TILE + " columns or rows");
    boolean counted = counts.length == offsets.length && LongStream.of(counts).allMatch(count -> count > 0);
    // Subsampled colours take fewer bytes.
    long needed = compression == UNCOMPRESSED && photometric != YCBCR ? bytes() : 1;
    for (int i = 0; i < offsets.length; i++) {
      long end = offsets[i] + (counted ? counts[i] : offsets.length == 1 ? needed : 1);
      if (offsets[i] < 0 || end < 0 || end > length) throw TiffStructure.truncated(file, length, end);
    }
    if (counted && LongStream.of(counts).sum() < needed)
      throw new FileException(file, "is a truncated or damaged TIFF file: its pixels need " + needed
          + " bytes but it has only " + LongStream.of(counts).sum() + " of them; save it again");
    checkSize(file, bytes());
  }

  /** @throws FileException if so many bytes of pixels cannot come from a file of this length */
  static void checkSize(Path file, long bytes) throws IOException {
    if (bytes > HARMLESS && bytes / LARGEST_RATIO > Files.size(file))
      throw new FileException(file, "describes pixels of " + bytes + " bytes but has itself only " + Files.size(file)
          + "; it is damaged, or made to use up memory");
  }

  /** Checks what the decoder does not: that the data of each strip end properly and have the right check sum. */
  void checkDeflate(ImageInputStream in) throws IOException {
    if (compression != ADOBE_DEFLATE && compression != DEFLATE) return;
    for (int i = 0; i < offsets.length && i < counts.length; i++) {
      byte[] stored = new byte[Math.toIntExact(counts[i])];
      in.seek(offsets[i]);
      in.readFully(stored);
      try (InputStream inflated = new InflaterInputStream(new ByteArrayInputStream(stored))) {
        inflated.transferTo(OutputStream.nullOutputStream());
      }
    }
  }
}
