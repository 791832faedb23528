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
package io.github.deepmatting.training.samples;

import io.github.deepmatting.training.pixels.Blur;
import io.github.deepmatting.training.pixels.Chance;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.random.RandomGenerator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * The traces that a camera and a file leave in a picture after it was composed: noise, sharpening, JPEG compression.
 *
 * @param readNoise standard deviation of the noise that does not depend on brightness, values in [0,1]
 * @param shotNoise variance of the noise that grows with brightness, per unit of brightness
 * @param grain whether neighbouring pixels share noise, as after demosaicing
 * @param sharpening strength of unsharp masking; 0 for none
 * @param quality JPEG quality in (0,1]; 0 for no compression
 */
record CameraEffects(double readNoise, double shotNoise, boolean grain, double sharpening, double quality) {

  static CameraEffects random(RandomGenerator random) {
    boolean noisy = Chance.of(random, 0.6);
    return new CameraEffects(
        noisy ? Chance.logUniform(random, 0.001, 0.03) : 0,
        noisy ? Chance.logUniform(random, 0.00002, 0.002) : 0,
        random.nextBoolean(),
        Chance.of(random, 0.25) ? Chance.uniform(random, 0.2, 0.9) : 0,
        Chance.of(random, 0.35) ? Chance.uniform(random, 0.45, 0.97) : 0);
  }

  /** Applies them to planar red, green and blue in [0,1], in place; results stay in [0,1]. */
  void apply(float[] rgb, int size, boolean grey, RandomGenerator random) {
    if (readNoise > 0) addNoise(rgb, size, grey, random);
    if (sharpening > 0) sharpen(rgb, size);
    for (int i = 0; i < rgb.length; i++) rgb[i] = Math.max(0, Math.min(1, rgb[i]));
    if (quality > 0) compress(rgb, size);
  }

  private void addNoise(float[] rgb, int size, boolean grey, RandomGenerator random) {
    int plane = size * size;
    float[] noise = new float[rgb.length];
    int drawn = grey ? plane : noise.length;
    for (int i = 0; i < drawn; i++) noise[i] = (float) random.nextGaussian();
    for (int i = drawn; i < noise.length; i++) noise[i] = noise[i - plane];
    if (grain) {
      Blur.gaussian(noise, size, 0.6);
      // The blur takes most of the variance: the sum of the squared kernel is about 0.21.
      for (int i = 0; i < noise.length; i++) noise[i] *= 2.2f;
    }
    for (int i = 0; i < rgb.length; i++)
      rgb[i] += noise[i] * (float) Math.sqrt(readNoise * readNoise + shotNoise * Math.max(0, rgb[i]));
  }

  private void sharpen(float[] rgb, int size) {
    float[] soft = rgb.clone();
    Blur.gaussian(soft, size, 1);
    for (int i = 0; i < rgb.length; i++) rgb[i] += (float) sharpening * (rgb[i] - soft[i]);
  }

  private void compress(float[] rgb, int size) {
    int plane = size * size;
    BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_3BYTE_BGR);
    byte[] bytes = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    for (int i = 0; i < plane; i++)
      for (int c = 0; c < 3; c++) bytes[3 * i + 2 - c] = (byte) Math.round(255 * rgb[c * plane + i]);
    try {
      BufferedImage read =
          ImageIO.read(new MemoryCacheImageInputStream(new ByteArrayInputStream(encode(image))));
      int[] row = new int[size];
      for (int y = 0; y < size; y++) {
        read.getRGB(0, y, size, 1, row, 0, size);
        for (int x = 0; x < size; x++)
          for (int c = 0; c < 3; c++) rgb[c * plane + y * size + x] = (row[x] >> 16 - 8 * c & 0xff) / 255f;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Compressing a sample in memory failed", e);
    }
  }

  private byte[] encode(BufferedImage image) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriteParam parameters = writer.getDefaultWriteParam();
      parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      parameters.setCompressionQuality((float) quality);
      writer.setOutput(stream);
      writer.write(null, new IIOImage(image, null, null), parameters);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
