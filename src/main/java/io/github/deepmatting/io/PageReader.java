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

import com.twelvemonkeys.imageio.plugins.tiff.TIFFImageReaderSpi;
import com.twelvemonkeys.imageio.stream.BufferedFileImageInputStreamSpi;
import io.github.deepmatting.files.FileException;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * Decodes pages of files with the readers of the JDK and, for TIFF, of TwelveMonkeys. A damaged file is refused where
 * they would only warn. Files are not kept open.
 */
final class PageReader {

  /** Work with a reader. */
  @FunctionalInterface
  private interface Work<T> {
    T with(ImageReader reader, ImageInputStream in) throws IOException;
  }

  private PageReader() {}

  /** Opens a file for random access, without a cache file. */
  static ImageInputStream open(Path file) throws IOException {
    return new BufferedFileImageInputStreamSpi().createInputStreamInstance(file.toFile(), false, null);
  }

  /** The number of pages in a file. */
  static int count(Path file, ImageFormat format) throws IOException {
    return read(file, format, (reader, in) -> reader.getNumImages(true));
  }

  /** A page of a file other than TIFF, counted from 0. */
  static Samples page(Path file, ImageFormat format, int page) throws IOException {
    return read(file, format, (reader, in) -> {
      long pixels = (long) reader.getWidth(page) * reader.getHeight(page);
      TiffDirectory.checkSize(file, 3 * pixels);
      BufferedImage image = reader.read(page);
      return Samples.of(image.getRaster(), image.getColorModel(), false, file);
    });
  }

  /**
   * A page of a TIFF file.
   *
   * @param directory of this page
   * @param check whether to check what the decoder does not, which is needed once
   * @param asStored gives a palette's indices, and white as 0 where the file has it so
   */
  static Samples page(Path file, TiffDirectory directory, boolean check, boolean asStored) throws IOException {
    return read(file, ImageFormat.TIFF, (reader, in) -> {
      reader.setInput(directory.place().of(in));
      int colours = directory.photometric();
      if (colours == TiffDirectory.CIE_LAB
          || colours == TiffDirectory.YCBCR && directory.compression() != TiffDirectory.JPEG) {
        BufferedImage image = reader.read(0);
        return Samples.of(image.getRaster(), image.getColorModel(), false, file);
      }
      // Not as an image: that would clamp floating point to [0,1].
      Raster raster = reader.readRaster(0, null);
      if (check) directory.checkDeflate(in);
      ColorModel model = reader.getRawImageType(0).getColorModel();
      if (raster.getNumBands() != directory.samples())
        throw new FileException(file, "has pages of " + directory.samples() + " samples a pixel without saying what they"
            + " are; save it again");
      boolean palette = model instanceof IndexColorModel;
      if (palette && asStored) model = new ComponentColorModel(
          ColorSpace.getInstance(ColorSpace.CS_GRAY), false, false, Transparency.OPAQUE, raster.getTransferType());
      Samples samples = Samples.of(raster, model, directory.isSigned(), file);
      return colours == TiffDirectory.WHITE_IS_ZERO && !palette && !asStored ? samples.inverted() : samples;
    });
  }

  /** A plane of a TIFF file that is {@linkplain TiffDirectory#isPlain plain} and has no directory of its own. */
  static Samples plane(Path file, long offset, TiffDirectory like) throws IOException {
    return read(file, ImageFormat.TIFF, (reader, in) -> {
      in.setByteOrder(like.place().order());
      in.seek(offset);
      int width = (int) like.width();
      int pixels = width * (int) like.height();
      Object samples = Samples.empty(like.bits(), pixels * like.samples());
      if (samples instanceof byte[] bytes) in.readFully(bytes);
      else if (samples instanceof short[] shorts) in.readFully(shorts, 0, pixels);
      else in.readFully((float[]) samples, 0, pixels);
      return Samples.ofPlain(samples, width, pixels / width, like.isSigned());
    });
  }

  private static <T> T read(Path file, ImageFormat format, Work<T> work) throws FileException {
    try (ImageInputStream in = open(file)) {
      ImageReader reader = reader(file, format);
      try {
        List<String> warnings = new ArrayList<>();
        reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
        reader.setInput(in);
        T result = work.with(reader, in);
        for (String warning : warnings)
          if (warning.matches("(?i).*(premature|truncated|unexpected end|eof|corrupt).*"))
            throw damaged(file, format, warning, null);
        return result;
      } finally {
        reader.dispose();
      }
    } catch (FileException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      // Readers throw anything at damaged files.
      throw damaged(file, format, e.getMessage() == null ? e.toString() : e.getMessage(), e);
    }
  }

  private static ImageReader reader(Path file, ImageFormat format) throws IOException {
    // By name, for in Fiji neither the class loader nor other readers can be relied on.
    if (format == ImageFormat.TIFF) return new TIFFImageReaderSpi().createReaderInstance(null);
    Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format.name());
    if (!readers.hasNext()) throw new FileException(file, "cannot be read: this Java has no reader for " + format);
    return readers.next();
  }

  static FileException damaged(Path file, ImageFormat format, String message, Exception cause) {
    return new FileException(file, "is a truncated or damaged " + format + " file, or of a kind that cannot be read ("
        + message.strip() + "); copy it again, or convert it in Fiji", cause);
  }
}
