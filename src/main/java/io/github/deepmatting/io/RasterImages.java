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

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.ShortProcessor;
import io.github.deepmatting.files.FileException;
import io.github.deepmatting.image.AlphaChannel;
import io.github.deepmatting.progress.Progress;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;

/** Java's {@code BufferedImage} as ImageJ images: the samples as they are stored, without a conversion of colours. */
final class RasterImages {

  private RasterImages() {}

  /**
   * Grey of 8 or 16 bits, RGB of 8, three channels of 16. An alpha channel is left out, with a warning if any pixel is
   * not opaque.
   */
  static ImagePlus toImagePlus(BufferedImage image, Path file, Progress progress) throws FileException {
    ColorModel model = image.getColorModel();
    Object[] samples;
    if (model instanceof IndexColorModel) samples = paletteColours(image, model.hasAlpha());
    else samples = bands(image.getRaster(), file, model);
    if (model.hasAlpha()) samples = withoutAlpha(samples, image.getWidth(), image.getHeight(), file, progress);
    return assemble(samples, image.getWidth(), image.getHeight(), file.getFileName().toString());
  }

  private static Object[] bands(Raster raster, Path file, ColorModel model) throws FileException {
    int bands = raster.getNumBands();
    int colours = model.getNumColorComponents();
    int type = model.getColorSpace().getType();
    boolean known = type == ColorSpace.TYPE_GRAY && colours == 1 || type == ColorSpace.TYPE_RGB && colours == 3;
    int bits = 0;
    for (int size : model.getComponentSize()) bits = Math.max(bits, size);
    boolean integer = raster.getTransferType() == DataBuffer.TYPE_BYTE
        || raster.getTransferType() == DataBuffer.TYPE_USHORT || raster.getTransferType() == DataBuffer.TYPE_INT;
    if (!known || bits > 16 || !integer)
      throw new FileException(file, "has " + bands + " samples of " + bits + " bits a pixel in a colour space that"
          + " cannot be read here; allowed are grey and RGB of up to 16 bits, and grey TIFF of 32: convert it in Fiji");
    Object[] samples = new Object[bands];
    for (int band = 0; band < bands; band++)
      samples[band] = bits > 8 ? shorts(raster, band) : bytes(raster, band, model.getComponentSize(band));
    return samples;
  }

  /** Samples of fewer than 8 bits are spread over 0 to 255. */
  private static byte[] bytes(Raster raster, int band, int bits) {
    int width = raster.getWidth();
    byte[] samples = new byte[width * raster.getHeight()];
    int[] row = new int[width];
    int largest = (1 << bits) - 1;
    for (int y = 0; y < raster.getHeight(); y++) {
      raster.getSamples(raster.getMinX(), raster.getMinY() + y, width, 1, band, row);
      for (int x = 0; x < width; x++)
        samples[y * width + x] = (byte) (bits == 8 ? row[x] : row[x] * 255 / largest);
    }
    return samples;
  }

  private static short[] shorts(Raster raster, int band) {
    int width = raster.getWidth();
    short[] samples = new short[width * raster.getHeight()];
    int[] row = new int[width];
    for (int y = 0; y < raster.getHeight(); y++) {
      raster.getSamples(raster.getMinX(), raster.getMinY() + y, width, 1, band, row);
      for (int x = 0; x < width; x++) samples[y * width + x] = (short) row[x];
    }
    return samples;
  }

  /** Colours of a palette; a single band if all are grey. */
  private static Object[] paletteColours(BufferedImage image, boolean alpha) {
    int pixels = image.getWidth() * image.getHeight();
    int[] argb = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    boolean grey = true;
    for (int i = 0; i < pixels && grey; i++)
      grey = (argb[i] & 0xff) == (argb[i] >> 8 & 0xff) && (argb[i] & 0xff) == (argb[i] >> 16 & 0xff);
    List<Object> samples = new ArrayList<>();
    for (int shift = 16; shift >= 0; shift -= 8) if (!grey || shift == 0) samples.add(component(argb, shift));
    if (alpha) samples.add(component(argb, 24));
    return samples.toArray();
  }

  private static byte[] component(int[] argb, int shift) {
    byte[] bytes = new byte[argb.length];
    for (int i = 0; i < argb.length; i++) bytes[i] = (byte) (argb[i] >> shift);
    return bytes;
  }

  private static Object[] withoutAlpha(Object[] samples, int width, int height, Path file, Progress progress) {
    if (samples[0] instanceof byte[]) warnOfAlpha(samples, array ->
        ArrayImgs.unsignedBytes((byte[]) array, width, height), file, progress);
    else warnOfAlpha(samples, array -> ArrayImgs.unsignedShorts((short[]) array, width, height), file, progress);
    Object[] colours = new Object[samples.length - 1];
    System.arraycopy(samples, 0, colours, 0, colours.length);
    return colours;
  }

  private static <T extends RealType<T>> void warnOfAlpha(
      Object[] samples, Function<Object, RandomAccessibleInterval<T>> wrap, Path file,
      Progress progress) {
    List<RandomAccessibleInterval<T>> channels = new ArrayList<>();
    for (Object array : samples) channels.add(wrap.apply(array));
    AlphaChannel.leaveOut(Views.stack(channels), file.toString(), progress);
  }

  /** An image of one band (grey) or three (red, green, blue) of bytes or shorts. */
  static ImagePlus assemble(Object[] samples, int width, int height, String title) {
    if (samples.length == 1)
      return samples[0] instanceof byte[] bytes
          ? new ImagePlus(title, new ByteProcessor(width, height, bytes))
          : new ImagePlus(title, new ShortProcessor(width, height, (short[]) samples[0], null));
    if (samples[0] instanceof byte[]) {
      ColorProcessor colours = new ColorProcessor(width, height);
      colours.setRGB((byte[]) samples[0], (byte[]) samples[1], (byte[]) samples[2]);
      return new ImagePlus(title, colours);
    }
    ImageStack stack = new ImageStack(width, height);
    String[] names = {"Red", "Green", "Blue"};
    for (int channel = 0; channel < 3; channel++) stack.addSlice(names[channel], samples[channel]);
    ImagePlus image = new ImagePlus(title, stack);
    image.setDimensions(3, 1, 1);
    return new CompositeImage(image, CompositeImage.COMPOSITE);
  }
}
