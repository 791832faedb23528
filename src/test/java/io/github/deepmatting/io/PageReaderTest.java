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

import com.twelvemonkeys.imageio.plugins.tiff.TIFFImageWriterSpi;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** PNG, JPEG, BMP and PGM by the JDK's writers or by hand; TIFF by those of TwelveMonkeys and the JDK. */
class PageReaderTest extends ReaderContract {

  @Override
  List<Case> cases() throws IOException {
    List<Case> cases = new ArrayList<>();
    for (int channels : new int[] {1, 3})
      for (int bits : new int[] {8, 16})
        for (boolean alpha : new boolean[] {false, true}) {
          Written written = Written.of(20, 12, channels, 1, 1, bits, channels == 3 && bits == 8);
          BufferedImage picture = picture(written, alpha);
          String name = channels + "x" + bits + (alpha ? "alpha" : "");
          cases.add(Case.of(name + ".png", write(picture, writer("png"), null), written));
          if (alpha) continue;
          if (bits == 8) cases.add(Case.of(name + ".bmp", write(picture, writer("bmp"), null), written));
          cases.add(Case.of(name + (channels == 1 ? ".pgm" : ".ppm"), pnm(written), written));
          for (String compression : bits == 8 ? List.of("None", "PackBits", "LZW", "ZLib", "Deflate") : List.<String>of())
            cases.add(Case.of(name + compression + "-twelvemonkeys.tif",
                write(picture, new TIFFImageWriterSpi().createWriterInstance(null), compression), written));
          for (String compression : List.of("PackBits", "LZW", "ZLib", "Deflate"))
            cases.add(Case.of(name + compression + "-jdk.tif", write(picture, writer("tiff"), compression), written));
        }
    // Smooth, for JPEG loses what is not.
    Written smooth = Written.of(64, 64, 3, 1, 1, 8, true);
    for (int c = 0; c < 3; c++)
      for (int i = 0; i < 64 * 64; i++) smooth.values()[0][0][c][i / 64][i % 64] = 40 * c + i / 64 + i % 64;
    byte[] jpeg = write(picture(smooth, false), writer("jpeg"), null);
    byte[] inTiff = write(picture(smooth, false), writer("tiff"), "JPEG");
    cases.add(new Case("a.jpg", jpeg, smooth, 8, null, List.of(), 6));
    cases.add(new Case("jpeg.tif", inTiff, smooth, 8, null, List.of(), 6));
    return cases;
  }

  private static BufferedImage picture(Written written, boolean alpha) {
    int channels = written.values()[0][0].length;
    ColorModel model = new ComponentColorModel(
        ColorSpace.getInstance(channels == 1 ? ColorSpace.CS_GRAY : ColorSpace.CS_sRGB), alpha, false,
        alpha ? ColorModel.TRANSLUCENT : ColorModel.OPAQUE,
        written.bits() > 8 ? DataBuffer.TYPE_USHORT : DataBuffer.TYPE_BYTE);
    WritableRaster raster = model.createCompatibleWritableRaster(written.width(), written.height());
    for (int y = 0; y < written.height(); y++)
      for (int x = 0; x < written.width(); x++) {
        for (int c = 0; c < channels; c++) raster.setSample(x, y, c, written.values()[0][0][c][y][x]);
        // Opaque: that is not worth a warning.
        if (alpha) raster.setSample(x, y, channels, (1 << written.bits()) - 1);
      }
    return new BufferedImage(model, raster, false, null);
  }

  private static ImageWriter writer(String format) {
    Iterable<ImageWriter> writers = () -> ImageIO.getImageWritersByFormatName(format);
    return StreamSupport.stream(writers.spliterator(), false)
        .filter(writer -> writer.getClass().getName().startsWith("com.sun.")).findFirst().orElseThrow();
  }

  private static byte[] write(BufferedImage picture, ImageWriter writer, String compression) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      ImageWriteParam parameters = writer.getDefaultWriteParam();
      if (compression != null) {
        parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        parameters.setCompressionType(compression);
      }
      writer.setOutput(out);
      writer.write(null, new IIOImage(picture, null, null), parameters);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  private static byte[] pnm(Written written) throws IOException {
    double[][][] channels = written.values()[0][0];
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(((channels.length == 1 ? "P5" : "P6") + "\n# by hand\n" + written.width() + " " + written.height() + "\n"
        + ((1 << written.bits()) - 1) + "\n").getBytes(StandardCharsets.US_ASCII));
    for (int y = 0; y < written.height(); y++)
      for (int x = 0; x < written.width(); x++)
        for (double[][] channel : channels) {
          if (written.bits() > 8) bytes.write((int) channel[y][x] >> 8);
          bytes.write((int) channel[y][x]);
        }
    return bytes.toByteArray();
  }
}
