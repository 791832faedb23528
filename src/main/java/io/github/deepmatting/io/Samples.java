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

import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;
import io.github.deepmatting.files.FileException;
import java.awt.color.ColorSpace;
import java.awt.image.ColorModel;
import java.awt.image.ComponentSampleModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The samples of one page as they are stored, one array of bytes, shorts or floats for each channel, row by row. Signed
 * integers are shifted to begin at 0, as ImageJ does; integers of more than 16 bits become floats; samples of fewer than
 * 8 bits are spread over 0 to 255; a palette becomes RGB, or grey if all its colours are.
 *
 * @param channels unsigned bytes, unsigned shorts or floats
 * @param alpha of the same type; null if there is none. The channels are not multiplied by it
 * @param rgb whether the channels are red, green and blue
 */
record Samples(int width, int height, List<Object> channels, Object alpha, boolean rgb) {

  /**
   * The samples of a decoded image.
   *
   * @param signed whether integers of 8 or 16 bits are signed
   * @throws FileException if the colour space is neither grey nor RGB
   */
  static Samples of(Raster raster, ColorModel model, boolean signed, Path file) throws FileException {
    if (model instanceof IndexColorModel palette) return ofPalette(raster, palette);
    int bands = raster.getNumBands();
    int colours = model.getNumColorComponents();
    int type = model.getColorSpace().getType();
    if (!(type == ColorSpace.TYPE_GRAY && colours == 1 || type == ColorSpace.TYPE_RGB && colours == 3))
      throw new FileException(file, "has " + bands + " samples a pixel in a colour space that cannot be read here;"
          + " allowed are grey and RGB: convert it in Fiji");
    List<Object> channels = new ArrayList<>();
    for (int band = 0; band < bands; band++) channels.add(band(raster, band, bits(raster, model, band), signed));
    Object alpha = model.hasAlpha() && bands > colours ? channels.remove(colours) : null;
    if (alpha != null && model.isAlphaPremultiplied()) channels.forEach(channel -> divide(channel, alpha));
    return new Samples(raster.getWidth(), raster.getHeight(), channels, alpha, colours == 3);
  }

  /** Greys, which are not copied, or red, green and blue interleaved, as they are stored. */
  static Samples ofPlain(Object samples, int width, int height, boolean signed) {
    if (samples instanceof byte[] bytes && bytes.length > width * height) {
      byte[][] channels = new byte[3][width * height];
      for (int i = 0; i < bytes.length; i++) channels[i % 3][i / 3] = bytes[i];
      return new Samples(width, height, List.of((Object[]) channels), null, true);
    }
    if (signed && samples instanceof byte[] bytes) for (int i = 0; i < bytes.length; i++) bytes[i] ^= (byte) 0x80;
    if (signed && samples instanceof short[] shorts) for (int i = 0; i < shorts.length; i++) shorts[i] ^= (short) 0x8000;
    return new Samples(width, height, List.of(samples), null, false);
  }

  private static int bits(Raster raster, ColorModel model, int band) {
    int stored = raster.getSampleModel().getSampleSize(band);
    return band < model.getNumComponents() ? Math.min(stored, model.getComponentSize(band)) : stored;
  }

  private static Object band(Raster raster, int band, int bits, boolean signed) {
    if (bits == 8 && !signed && raster.getSampleModel() instanceof ComponentSampleModel model
        && raster.getDataBuffer() instanceof DataBufferByte data) return bytes(raster, band, model, data);
    int width = raster.getWidth();
    int height = raster.getHeight();
    int type = raster.getTransferType();
    boolean real = type == DataBuffer.TYPE_FLOAT || type == DataBuffer.TYPE_DOUBLE;
    Object samples = empty(real ? 32 : bits, width * height);
    double[] reals = real ? new double[width] : null;
    int[] row = new int[width];
    for (int y = 0, i = 0; y < height; y++) {
      if (real) raster.getSamples(raster.getMinX(), raster.getMinY() + y, width, 1, band, reals);
      else raster.getSamples(raster.getMinX(), raster.getMinY() + y, width, 1, band, row);
      for (int x = 0; x < width; x++, i++)
        if (real) ((float[]) samples)[i] = (float) reals[x];
        else set(samples, i, row[x], bits, signed);
    }
    return samples;
  }

  /** The usual case, three times as fast as asking the raster for rows. */
  private static byte[] bytes(Raster raster, int band, ComponentSampleModel model, DataBufferByte data) {
    int bank = model.getBankIndices()[band];
    byte[] stored = data.getData(bank);
    byte[] bytes = new byte[raster.getWidth() * raster.getHeight()];
    int left = raster.getMinX() - raster.getSampleModelTranslateX();
    int top = raster.getMinY() - raster.getSampleModelTranslateY();
    for (int y = 0, i = 0; y < raster.getHeight(); y++) {
      int at = data.getOffsets()[bank] + model.getOffset(left, top + y, band);
      for (int x = 0; x < raster.getWidth(); x++, at += model.getPixelStride()) bytes[i++] = stored[at];
    }
    return bytes;
  }

  static Object empty(int bits, int size) {
    return bits > 16 ? new float[size] : bits > 8 ? (Object) new short[size] : new byte[size];
  }

  private static void set(Object samples, int i, int value, int bits, boolean signed) {
    if (samples instanceof byte[] bytes)
      bytes[i] = (byte) (bits < 8 ? value * 255 / ((1 << bits) - 1) : signed ? value ^ 0x80 : value);
    else if (samples instanceof short[] shorts) shorts[i] = (short) (signed ? value ^ 0x8000 : value);
    else ((float[]) samples)[i] = signed ? value : value & 0xffffffffL;
  }

  private static Samples ofPalette(Raster raster, IndexColorModel palette) {
    int size = raster.getWidth() * raster.getHeight();
    int[] argb = raster.getSamples(raster.getMinX(), raster.getMinY(), raster.getWidth(), raster.getHeight(), 0, new int[size]);
    for (int i = 0; i < size; i++) argb[i] = palette.getRGB(argb[i]);
    boolean grey = IntStream.of(argb).allMatch(c -> (c & 0xff) == (c >> 8 & 0xff) && (c & 0xff) == (c >> 16 & 0xff));
    List<Object> channels = new ArrayList<>();
    for (int shift = grey ? 0 : 16; shift >= 0; shift -= 8) channels.add(component(argb, shift));
    return new Samples(raster.getWidth(), raster.getHeight(), channels,
        palette.hasAlpha() ? component(argb, 24) : null, !grey);
  }

  private static byte[] component(int[] argb, int shift) {
    byte[] bytes = new byte[argb.length];
    for (int i = 0; i < argb.length; i++) bytes[i] = (byte) (argb[i] >> shift);
    return bytes;
  }

  /** Takes back that colours were multiplied by alpha. */
  private static void divide(Object channel, Object alpha) {
    if (channel instanceof byte[] bytes)
      for (int i = 0; i < bytes.length; i++) bytes[i] = (byte) quotient(bytes[i] & 0xff, ((byte[]) alpha)[i] & 0xff, 255);
    else if (channel instanceof short[] shorts)
      for (int i = 0; i < shorts.length; i++)
        shorts[i] = (short) quotient(shorts[i] & 0xffff, ((short[]) alpha)[i] & 0xffff, 65535);
    else for (int i = 0; i < ((float[]) channel).length; i++)
        if (((float[]) alpha)[i] > 0) ((float[]) channel)[i] /= ((float[]) alpha)[i];
  }

  private static long quotient(int colour, int alpha, int opaque) {
    return alpha == 0 ? colour : Math.min(opaque, ((long) colour * opaque + alpha / 2) / alpha);
  }

  /** 255 for 0 and so on: what is white is 0 in the file. */
  Samples inverted() {
    for (Object channel : channels)
      if (channel instanceof byte[] bytes) for (int i = 0; i < bytes.length; i++) bytes[i] = (byte) ~bytes[i];
      else if (channel instanceof short[] shorts) for (int i = 0; i < shorts.length; i++) shorts[i] = (short) ~shorts[i];
    return this;
  }

  /** True if ImageJ holds these in one plane, as packed RGB. */
  boolean isPacked() {
    return rgb && channels.size() == 3 && channels.get(0) instanceof byte[];
  }

  /** The number of planes that ImageJ needs for these. */
  int planes() {
    return isPacked() ? 1 : channels.size();
  }

  /** Bits of a plane in ImageJ: 8, 16, 24 for packed RGB, or 32. */
  int planeBits() {
    Object first = channels.get(0);
    return isPacked() ? 24 : first instanceof byte[] ? 8 : first instanceof short[] ? 16 : 32;
  }

  /** Size and kind, for messages. */
  String describe() {
    return width + "x" + height + " pixels of " + channels.size() + " x " + (isPacked() ? 8 : planeBits()) + " bits";
  }

  /** A plane as ImageJ has it, over the same array. */
  ImageProcessor plane(int index, ColorModel table) {
    if (isPacked()) {
      ColorProcessor packed = new ColorProcessor(width, height);
      packed.setRGB((byte[]) channels.get(0), (byte[]) channels.get(1), (byte[]) channels.get(2));
      return packed;
    }
    Object pixels = channels.get(index);
    if (pixels instanceof byte[] bytes) return new ByteProcessor(width, height, bytes, table);
    if (pixels instanceof short[] shorts) return new ShortProcessor(width, height, shorts, table);
    return new FloatProcessor(width, height, (float[]) pixels, table);
  }
}
