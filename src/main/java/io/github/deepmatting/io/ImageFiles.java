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

import ij.ImagePlus;
import ij.VirtualStack;
import ij.io.FileInfo;
import ij.io.FileSaver;
import ij.io.TiffEncoder;
import io.github.deepmatting.files.FileException;
import io.github.deepmatting.files.WholeFile;
import io.github.deepmatting.progress.Progress;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Opens and saves image files, without a window or a dialog, headless too. What a file is, is told by its content. Files
 * are written whole or not at all ({@link WholeFile}).
 */
public final class ImageFiles {

  private ImageFiles() {}

  /**
   * Opens a TIFF or BigTIFF (8, 16, 32 bits, RGB, hyperstacks of ImageJ and OME), PNG, JPEG, GIF, BMP or PGM/PPM file.
   * Samples are those stored; a palette becomes RGB, or grey if all its colours are; colours of 16 bits become three
   * channels. The pages of a file that has several are read when they are asked for, and changes to them are lost. An
   * alpha channel is left out, with a warning if any pixel of the first page is not opaque.
   *
   * @param file to read
   * @param progress receives warnings
   * @throws FileException if there is no such file, it cannot be read, is truncated, contradicts itself, or is no image;
   *     the message names it, what was found and what is allowed
   */
  public static ImagePlus open(Path file, Progress progress) throws IOException {
    ImageFile opened = read(file, progress);
    int transparent = 0;
    if (opened.hasAlpha()) for (float alpha : opened.alpha(0)) if (alpha < 1) transparent++;
    if (transparent > 0)
      progress.warn(file + " has an alpha channel with " + transparent + " pixels that are not opaque; the channel is"
          + " ignored. Flatten the image first if the colours under them mean nothing");
    return opened.image();
  }

  static ImageFile read(Path file, Progress progress) throws IOException {
    if (!Files.exists(file)) throw new FileException(file, "there is no such file");
    if (Files.isDirectory(file)) throw new FileException(file, "is a folder; give an image file");
    // Reading a pipe or a device may never end.
    if (!Files.isRegularFile(file)) throw new FileException(file, "is no regular file; give an image file");
    if (!Files.isReadable(file)) throw new FileException(file, "may not be read; change its permissions");
    ImageFormat format;
    try {
      format = ImageFormat.of(file);
    } catch (IOException e) {
      throw new FileException(file, "cannot be read (" + e.getMessage() + ")", e);
    }
    return switch (format) {
      case TIFF -> TiffReader.read(file, progress);
      case PNG, JPEG, GIF, BMP -> pages(
          file, page -> PageReader.page(file, format, page), PageReader.count(file, format));
      case PGM -> pages(file, page -> PgmReader.read(file), 1);
      default -> throw new FileException(
          file, "is no image that can be opened: it is " + format.description() + "; " + ImageFormat.ALLOWED);
    };
  }

  private static ImageFile pages(Path file, PageStack.Pages pages, int count) throws IOException {
    if (count < 1) throw new FileException(file, "holds no image; it is truncated or damaged");
    PageStack stack = new PageStack(file, pages, IntStream.range(0, count).toArray());
    List<String> names = count == 1 && stack.first().rgb() ? List.of("Red", "Green", "Blue") : List.of();
    return ImageFile.of(file, stack.with(names, null), stack.first().planes(), count, 1, null);
  }

  /**
   * Saves an image: as TIFF, with everything that ImageJ keeps, if the name ends in .tif or .tiff; as PNG, a single plane
   * of 8 or 16 bits or RGB, if it ends in .png. A look-up table is not saved to PNG.
   *
   * @param image of any kind for TIFF
   * @param file to write; its folder must exist
   * @param force whether a file that exists is replaced
   * @throws FileException if the name ends otherwise, the format cannot hold the image, the file exists or cannot
   *     be written; nothing is left behind then
   */
  public static void save(ImagePlus image, Path file, boolean force) throws IOException {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".tif") || name.endsWith(".tiff")) WholeFile.write(file, force, out -> writeTiff(image, out));
    else if (name.endsWith(".png")) {
      PngImages.check(image, file);
      WholeFile.write(file, force, out -> PngImages.write(PngImages.of(image), out));
    } else throw new FileException(file, "cannot be saved: its name must end in .tif, .tiff or .png");
  }

  /**
   * Saves a cut-out as RGBA PNG of 8 bits, alpha not premultiplied.
   *
   * @param argb packed alpha, red, green, blue, row by row
   * @param width columns
   * @param height rows
   * @param file to write, its name ending in .png; its folder must exist
   * @param force whether a file that exists is replaced
   * @throws FileException as in {@link #save}
   */
  public static void saveCutOut(int[] argb, int width, int height, Path file, boolean force) throws IOException {
    requirePng(file);
    if ((long) width * height != argb.length)
      throw new IllegalArgumentException(
          "A cut-out of " + width + "x" + height + " pixels needs as many values but got " + argb.length);
    WholeFile.write(file, force, out -> PngImages.write(PngImages.ofArgb(argb, width, height), out));
  }

  /** @throws FileException if a cut-out can't be saved under this name */
  static void requirePng(Path file) throws FileException {
    if (!file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".png"))
      throw new FileException(file, "cannot be saved: a cut-out has an alpha channel, its name must end in .png");
  }

  /** Writes what ImageJ's own command for saving TIFF writes, to a stream that reports errors. */
  public static void writeTiff(ImagePlus image, OutputStream out) throws IOException {
    FileSaver saver = new FileSaver(image);
    FileInfo info = image.getFileInfo();
    info.description = saver.getDescriptionString();
    info.overlay = FileSaver.getOverlay(image);
    if (image.getStackSize() > 1) {
      if (image.getStack().isVirtual()) info.virtualStack = (VirtualStack) image.getStack();
      else info.sliceLabels = image.getStack().getSliceLabels();
    } else if (image.getProp("Slice_Label") != null) info.sliceLabels = new String[] {image.getProp("Slice_Label")};
    if (image.isComposite()) saver.saveDisplayRangesAndLuts(image, info);
    DataOutputStream data = new DataOutputStream(out);
    new TiffEncoder(info).write(data);
    data.flush();
  }
}
