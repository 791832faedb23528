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
import io.github.deepmatting.files.FileException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Writes PNG files: grey of 8 or 16 bits, RGB and RGBA of 8. */
public final class PngImages {

  private PngImages() {}

  /** @throws FileException if the format cannot hold the image */
  static void check(ImagePlus image, Path file) throws FileException {
    if (image.getStackSize() > 1)
      throw new FileException(file, "cannot be saved: the image \"" + image.getTitle() + "\" has "
          + image.getStackSize() + " planes but a PNG holds one; save it as .tif");
    if (image.getBitDepth() == 32)
      throw new FileException(file, "cannot be saved: the image \"" + image.getTitle()
          + "\" has 32 bits but a PNG holds 8, 16 or RGB; save it as .tif");
  }

  /** Pixels as they are stored, without a look-up table or display range. */
  public static BufferedImage of(ImagePlus image) {
    Object pixels = image.getProcessor().getPixels();
    return of(pixels, image.getWidth(), image.getHeight(), pixels instanceof byte[] ? BufferedImage.TYPE_BYTE_GRAY
        : pixels instanceof short[] ? BufferedImage.TYPE_USHORT_GRAY : BufferedImage.TYPE_INT_RGB);
  }

  static BufferedImage ofArgb(int[] argb, int width, int height) {
    return of(argb, width, height, BufferedImage.TYPE_INT_ARGB);
  }

  private static BufferedImage of(Object pixels, int width, int height, int type) {
    BufferedImage image = new BufferedImage(width, height, type);
    image.getRaster().setDataElements(0, 0, width, height, pixels);
    return image;
  }

  /** Writes an image as PNG; does not close the stream. */
  public static void write(BufferedImage image, OutputStream out) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
    // In memory: the default would put a file into a folder for temporary files, which may be full.
    try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
      writer.setOutput(stream);
      writer.write(new IIOImage(image, null, null));
      stream.flush();
    } finally {
      writer.dispose();
    }
  }
}
