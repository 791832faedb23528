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
package io.github.deepmatting.model;

import io.github.deepmatting.files.WholeFile;
import io.github.deepmatting.network.TensorShape;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/**
 * An input tensor and the alpha that a model makes of it. Another program tests with them that it runs the model
 * correctly.
 *
 * @param shape batch (1), height and width of both
 * @param input the network's input features: row, column, channel, of which the first four are red, green, blue in
 *     [0,1] and the trimap (0, 0.5 or 1)
 * @param alpha the network's alpha in [0,1]: row, column; the known regions are not set
 */
public record ModelSample(TensorShape shape, float[] input, float[] alpha) {

  public ModelSample {
    if (shape.batch() != 1 || alpha.length != shape.pixels() || input.length % shape.pixels() != 0
        || channels(shape, input) < 4)
      throw new IllegalArgumentException("A sample of " + shape + " needs a batch of one, an alpha for each pixel and"
          + " at least 4 input channels, but has " + alpha.length + " alphas and " + input.length + " inputs");
  }

  private static int channels(TensorShape shape, float[] input) {
    return Math.toIntExact(input.length / shape.pixels());
  }

  /** Channels of the input tensor. */
  public int channels() {
    return channels(shape, input);
  }

  void writeInput(Path file) throws IOException {
    writeArray(file, channels(), input);
  }

  void writeAlpha(Path file) throws IOException {
    writeArray(file, 1, alpha);
  }

  private void writeArray(Path file, int channels, float[] values) throws IOException {
    NpyHeader header = new NpyHeader(
        NpyHeader.ElementType.FLOAT32, new long[] {1, shape.height(), shape.width(), channels});
    ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(values.length, 4)).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    WholeFile.write(file, false, out -> {
      out.write(header.bytes());
      out.write(bytes.array());
    });
  }

  /** Writes a PNG with the image to the left and the matte, with the known regions put in, to the right. */
  void writeCover(Path file) throws IOException {
    int width = shape.width();
    int channels = channels();
    BufferedImage cover = new BufferedImage(2 * width, shape.height(), BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < alpha.length; i++) {
      int red = level(input[i * channels]);
      int green = level(input[i * channels + 1]);
      int blue = level(input[i * channels + 2]);
      float trimap = input[i * channels + 3];
      int grey = level(trimap == 0 || trimap == 1 ? trimap : alpha[i]);
      cover.setRGB(i % width, i / width, red << 16 | green << 8 | blue);
      cover.setRGB(width + i % width, i / width, grey << 16 | grey << 8 | grey);
    }
    if (!ImageIO.write(cover, "png", file.toFile())) throw new IOException("This Java runtime can't write PNG images");
  }

  private static int level(float value) {
    return Math.round(Math.min(Math.max(value, 0), 1) * 255);
  }
}
