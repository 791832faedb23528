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

import ij.IJ;
import ij.ImagePlus;
import ij.io.FileInfo;
import ij.io.Opener;
import ij.io.TiffDecoder;
import ij.plugin.FileInfoVirtualStack;
import io.github.deepmatting.files.FileException;
import io.github.deepmatting.progress.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * Reads TIFF files with ImageJ, which knows its own hyperstacks, and those that it does not know with the JDK. ImageJ
 * fills what a truncated file lacks with black, so that is looked for first.
 */
final class TiffReader {

  private TiffReader() {}

  static ImagePlus read(Path file, boolean virtual, Progress progress) throws IOException {
    FileInfo[] pages = pages(file);
    TiffDirectories.check(file);
    if (pages == null) return ImageIoReader.read(file, "tiff", progress);
    checkLength(file, pages);
    if (pages[0].fileType == FileInfo.ARGB || pages[0].fileType == FileInfo.ABGR || pages[0].fileType == FileInfo.BARG)
      // ImageJ drops the alpha of such a file; the other reader tells of it.
      return ImageIoReader.read(file, "tiff", progress);
    String folder = file.toAbsolutePath().getParent() + java.io.File.separator;
    String name = file.getFileName().toString();
    Opener opener = new Opener();
    opener.setSilentMode(true);
    ImagePlus image = silently(
        () -> virtual ? FileInfoVirtualStack.openVirtual(folder + name) : opener.openTiff(folder, name));
    if (image == null || image.getProcessor() == null)
      throw new FileException(file, "is a TIFF that ImageJ cannot read; save it as uncompressed TIFF");
    return image;
  }

  /** What ImageJ makes of the file; null if it is a kind of TIFF that ImageJ does not read. */
  private static FileInfo[] pages(Path file) throws FileException {
    FileInfo[] pages;
    try {
      String folder = file.toAbsolutePath().getParent() + java.io.File.separator;
      pages = new TiffDecoder(folder, file.getFileName().toString()).getTiffInfo();
    } catch (IOException | RuntimeException e) {
      return null;
    }
    if (pages == null || pages.length == 0)
      throw new FileException(file, "is a truncated or damaged TIFF file: it holds no image");
    for (FileInfo page : pages)
      if (page.compression == FileInfo.COMPRESSION_UNKNOWN || page.compression == FileInfo.JPEG
          || page.width < 1 || page.height < 1 || page.stripOffsets == null && page.getOffset() <= 0
          || isSmallJpeg(page)) return null;
    return pages;
  }

  /** ImageJ takes a JPEG-compressed TIFF of less than 500 columns for an uncompressed one; its strips are too short. */
  private static boolean isSmallJpeg(FileInfo page) {
    boolean wholeBytes = page.fileType != FileInfo.BITMAP && page.fileType != FileInfo.GRAY10_UNSIGNED
        && page.fileType != FileInfo.GRAY12_UNSIGNED;
    if (page.compression != FileInfo.COMPRESSION_NONE || page.stripLengths == null || !wholeBytes) return false;
    long bytes = 0;
    for (int length : page.stripLengths) bytes += length & 0xffffffffL;
    return bytes < (long) page.width * page.height * page.getBytesPerPixel();
  }

  private static void checkLength(Path file, FileInfo[] pages) throws IOException {
    long length = Files.size(file);
    long needed = 0;
    for (FileInfo page : pages) needed = Math.max(needed, end(page));
    if (needed > length)
      throw new FileException(file, "is a truncated TIFF file: it has " + length + " bytes but needs at least "
          + needed + "; get it anew");
  }

  /** Where the last pixel that a page describes ends. */
  private static long end(FileInfo page) {
    long end = 0;
    if (page.stripOffsets != null && page.stripLengths != null)
      for (int i = 0; i < Math.min(page.stripOffsets.length, page.stripLengths.length); i++)
        end = Math.max(end, (page.stripOffsets[i] & 0xffffffffL) + (page.stripLengths[i] & 0xffffffffL));
    // Several images in one description are an ImageJ stack, laid out one after the other.
    if (page.compression == FileInfo.COMPRESSION_NONE && page.nImages > 1) {
      long size = (long) page.width * page.height * page.getBytesPerPixel();
      end = Math.max(end, page.getOffset() + page.nImages * size + (page.nImages - 1) * page.getGap());
    }
    return end;
  }

  /** Runs something of ImageJ that may show an error in a dialog; it goes to ImageJ's log instead. */
  static <T> T silently(Supplier<T> action) {
    boolean before = IJ.redirectingErrorMessages();
    IJ.redirectErrorMessages(true);
    try {
      return action.get();
    } finally {
      IJ.redirectErrorMessages(before);
    }
  }
}
