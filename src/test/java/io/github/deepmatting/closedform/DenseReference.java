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
package io.github.deepmatting.closedform;

import io.github.deepmatting.trimap.Trimap;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;

/** Closed-form matting of a tiny image by dense matrices, from src/test/python/closed_form_fixture.py. */
record DenseReference(
    int width, int height, double epsilon, float[][] colours, Trimap trimap, double[] laplacian, double[] alpha) {

  static DenseReference read() throws IOException {
    try (InputStream resource = DenseReference.class.getResourceAsStream("closed-form.bin");
        DataInputStream in = new DataInputStream(resource)) {
      int width = in.readInt();
      int height = in.readInt();
      int pixels = width * height;
      double epsilon = in.readDouble();
      float[][] colours = new float[3][pixels];
      for (float[] plane : colours) for (int i = 0; i < pixels; i++) plane[i] = (float) in.readDouble();
      byte[] trimap = new byte[pixels];
      for (int i = 0; i < pixels; i++) trimap[i] = (byte) (int) in.readDouble();
      return new DenseReference(width, height, epsilon, colours, new Trimap(width, height, trimap),
          doubles(in, pixels * pixels), doubles(in, pixels));
    }
  }

  private static double[] doubles(DataInputStream in, int count) throws IOException {
    double[] values = new double[count];
    for (int i = 0; i < count; i++) values[i] = in.readDouble();
    return values;
  }

  Img<FloatType> image() {
    return enlarged(1);
  }

  /** The image with every pixel repeated to a square. */
  Img<FloatType> enlarged(int edge) {
    float[] values = new float[3 * width * height * edge * edge];
    int w = width * edge;
    int h = height * edge;
    for (int c = 0; c < 3; c++)
      for (int y = 0; y < h; y++)
        for (int x = 0; x < w; x++) values[(c * h + y) * w + x] = colours[c][y / edge * width + x / edge];
    return ArrayImgs.floats(values, w, h, 3);
  }

  /** The trimap with every pixel repeated to a square. */
  Trimap enlargedTrimap(int edge) {
    byte[] values = new byte[width * height * edge * edge];
    for (int i = 0; i < values.length; i++)
      values[i] = (byte) trimap.get(i % (width * edge) / edge, i / (width * edge) / edge);
    return new Trimap(width * edge, height * edge, values);
  }
}
