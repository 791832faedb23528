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
package io.github.deepmatting.training.data;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Pixels of image files as they are stored: grey values are not bent by a colour space. */
public record Pixels(BufferedImage image) {

  /** @throws IOException without the file's name, which the caller knows */
  static Pixels read(Path file) throws IOException {
    BufferedImage image;
    try {
      image = ImageIO.read(file.toFile());
    } catch (RuntimeException e) {
      // Damaged files make decoders throw all kinds.
      throw new IOException("damaged, or of a kind that can't be read (" + e + ")", e);
    }
    if (image == null) throw new IOException("not a readable image; PNG, JPEG and TIFF are read");
    return new Pixels(image);
  }

  int width() {
    return image.getWidth();
  }

  int height() {
    return image.getHeight();
  }

  boolean hasAlpha() {
    return image.getColorModel().hasAlpha();
  }

  /** Whether values have more than 8 bits. */
  boolean isDeep() {
    // Packed colours of 16 bits a pixel have fewer a value; those of a palette, whatever its indices, 8.
    return image.getColorModel() instanceof ComponentColorModel model && model.getComponentSize(0) > 8
        && (isGrey() || model.getColorSpace().getType() == ColorSpace.TYPE_RGB);
  }

  private boolean isGrey() {
    return image.getColorModel().getColorSpace().getType() == ColorSpace.TYPE_GRAY;
  }

  /** A row as packed alpha, red, green, blue; alpha is not premultiplied. */
  void argb(int y, int[] row) {
    if (!isGrey()) {
      image.getRGB(0, y, row.length, 1, row, 0, row.length);
      return;
    }
    Raster raster = image.getRaster();
    for (int x = 0; x < row.length; x++) {
      int value = (int) Math.round(255 * value(raster, x, y, 0));
      int alpha = raster.getNumBands() > 1 ? (int) Math.round(255 * value(raster, x, y, 1)) : 255;
      row[x] = alpha << 24 | value << 16 | value << 8 | value;
    }
  }

  /**
   * A row of an image with more than 8 bits as red, green, blue and alpha in [0,1], interleaved; alpha is not
   * premultiplied.
   */
  void rgba(int y, float[] row) {
    Raster raster = image.getRaster();
    int colours = isGrey() ? 1 : 3;
    boolean premultiplied = hasAlpha() && image.isAlphaPremultiplied();
    for (int x = 0; x < width(); x++) {
      float alpha = hasAlpha() ? (float) value(raster, x, y, colours) : 1;
      for (int c = 0; c < 3; c++) {
        float value = (float) value(raster, x, y, Math.min(c, colours - 1));
        row[4 * x + c] = premultiplied && alpha > 0 ? Math.min(1, value / alpha) : value;
      }
      row[4 * x + 3] = alpha;
    }
  }

  /** All values of a grey image in [0,1], row by row; of one in colour the red ones. */
  float[] grey() {
    int width = width();
    float[] values = new float[width * height()];
    Raster raster = image.getRaster();
    boolean stored = isGrey() || isDeep();
    int[] row = new int[width];
    for (int y = 0, i = 0; y < height(); y++) {
      if (!stored) argb(y, row);
      for (int x = 0; x < width; x++, i++)
        values[i] = stored ? (float) value(raster, x, y, 0) : (row[x] >> 16 & 0xff) / 255f;
    }
    return values;
  }

  private static double value(Raster raster, int x, int y, int band) {
    int type = raster.getSampleModel().getDataType();
    if (type == DataBuffer.TYPE_FLOAT || type == DataBuffer.TYPE_DOUBLE)
      return Math.max(0, Math.min(1, raster.getSampleDouble(x, y, band)));
    return raster.getSample(x, y, band) / (Math.pow(2, raster.getSampleModel().getSampleSize(band)) - 1);
  }
}
