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
import ij.ImageStack;
import io.github.deepmatting.files.FileException;
import io.github.deepmatting.progress.Progress;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Reads files with the JDK's readers, which say what is wrong instead of showing a dialog. */
final class ImageIoReader {

  private ImageIoReader() {}

  /**
   * Reads all pages of a file.
   *
   * @param format what the file is, a name that ImageIO knows
   * @throws FileException if it is truncated, damaged, or has a kind of pixels that cannot be read
   */
  static ImagePlus read(Path file, String format, Progress progress) throws FileException {
    try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
      Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
      if (in == null || !readers.hasNext())
        throw new FileException(file, "cannot be read: this Java has no reader for " + format);
      ImageReader reader = readers.next();
      try {
        return read(reader, in, file, progress);
      } finally {
        reader.dispose();
      }
    } catch (FileException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      // Readers throw whatever comes to their minds at damaged files.
      throw damaged(file, format, e.getMessage() == null ? e.toString() : e.getMessage(), e);
    }
  }

  private static ImagePlus read(ImageReader reader, ImageInputStream in, Path file, Progress progress)
      throws IOException {
    List<String> warnings = new ArrayList<>();
    reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
    reader.setInput(in);
    int pages = reader.getNumImages(true);
    List<ImagePlus> images = new ArrayList<>();
    for (int page = 0; page < pages; page++) {
      progress.checkCancelled();
      BufferedImage image = reader.read(page);
      for (String warning : warnings)
        if (warning.matches("(?i).*(premature|truncated|unexpected end|eof|corrupt).*"))
          throw damaged(file, reader.getFormatName(), warning, null);
      images.add(RasterImages.toImagePlus(image, file, progress));
    }
    if (images.isEmpty()) throw damaged(file, reader.getFormatName(), "it holds no image", null);
    return images.size() == 1 ? images.get(0) : stack(images, file);
  }

  private static FileException damaged(Path file, String format, String message, Exception cause) {
    return new FileException(
        file, "is a truncated or damaged " + format + " file (" + message.strip() + "); get it anew", cause);
  }

  private static ImagePlus stack(List<ImagePlus> pages, Path file) throws FileException {
    ImagePlus first = pages.get(0);
    ImageStack stack = new ImageStack(first.getWidth(), first.getHeight());
    for (ImagePlus page : pages) {
      if (page.getWidth() != first.getWidth() || page.getHeight() != first.getHeight()
          || page.getType() != first.getType() || page.getStackSize() != 1 || first.getStackSize() != 1)
        throw new FileException(file, "holds " + pages.size() + " images of different sizes or kinds, or of 3x16"
            + " bits; save each in a file of its own");
      stack.addSlice(null, page.getProcessor());
    }
    return new ImagePlus(file.getFileName().toString(), stack);
  }
}
