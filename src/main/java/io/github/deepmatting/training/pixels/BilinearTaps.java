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
package io.github.deepmatting.training.pixels;

/** Adds bilinear samples of an image, in premultiplied colour, to the rows of a layer. For one thread. */
final class BilinearTaps {

  private final StoredImage image;
  // Those of an image of 8 bits; else null.
  private final byte[] samples;
  private final int width;
  private final int height;
  private final int channels;
  private final boolean mirror;
  private final Layer layer;
  private final float weight;
  private final double stepX;
  private final double stepY;

  /**
   * @param mirror whether the image goes on beyond its border, mirrored; else there is nothing
   * @param layer what is added to
   * @param weight of every sample
   * @param stepX image pixels from one pixel of the layer's row to the next
   * @param stepY the same for the image's rows
   */
  BilinearTaps(StoredImage image, boolean mirror, Layer layer, float weight, double stepX, double stepY) {
    this.image = image;
    samples = image.bytes();
    width = image.width();
    height = image.height();
    channels = image.channels();
    this.mirror = mirror;
    this.layer = layer;
    this.weight = weight;
    this.stepX = stepX;
    this.stepY = stepY;
  }

  Layer layer() {
    return layer;
  }

  /**
   * Adds to a row of the layer.
   *
   * @param startX where the row's first pixel samples the image; 0 is the centre of the first image pixel
   */
  void addRow(int row, double startX, double startY) {
    int size = layer.size();
    boolean inside = isInside(startX, startY) && isInside(startX + (size - 1) * stepX, startY + (size - 1) * stepY);
    if (inside && channels == 3 && samples != null) addOpaque(row, startX, startY);
    else if (inside) addInside(row, startX, startY);
    else addAnywhere(row, startX, startY);
  }

  /** True if all four neighbours of a place are in the image, with a margin for rounding. */
  private boolean isInside(double x, double y) {
    return x >= 0.001 && y >= 0.001 && x < width - 1.001 && y < height - 1.001;
  }

  private void addOpaque(int row, double startX, double startY) {
    int size = layer.size();
    float[] alpha = layer.alpha();
    float[] colour = layer.colour();
    int plane = alpha.length;
    float scale = weight / 255;
    int pitch = 3 * width;
    for (int x = 0, i = row * size; x < size; x++, i++) {
      double px = startX + x * stepX;
      double py = startY + x * stepY;
      int left = (int) px;
      int top = (int) py;
      float fx = (float) (px - left);
      float fy = (float) (py - top) * scale;
      float upper = scale - fy;
      int k = top * pitch + 3 * left;
      float a = (1 - fx) * upper;
      float b = fx * upper;
      float c = (1 - fx) * fy;
      float d = fx * fy;
      alpha[i] += weight;
      colour[i] += a * (samples[k] & 0xff) + b * (samples[k + 3] & 0xff)
          + c * (samples[k + pitch] & 0xff) + d * (samples[k + pitch + 3] & 0xff);
      colour[i + plane] += a * (samples[k + 1] & 0xff) + b * (samples[k + 4] & 0xff)
          + c * (samples[k + pitch + 1] & 0xff) + d * (samples[k + pitch + 4] & 0xff);
      colour[i + 2 * plane] += a * (samples[k + 2] & 0xff) + b * (samples[k + 5] & 0xff)
          + c * (samples[k + pitch + 2] & 0xff) + d * (samples[k + pitch + 5] & 0xff);
    }
  }

  private void addInside(int row, double startX, double startY) {
    int size = layer.size();
    int pitch = channels * width;
    for (int x = 0; x < size; x++) {
      double px = startX + x * stepX;
      double py = startY + x * stepY;
      int left = (int) px;
      int top = (int) py;
      float fx = (float) (px - left);
      float fy = (float) (py - top);
      int k = (top * width + left) * channels;
      int i = row * size + x;
      add(i, k, (1 - fx) * (1 - fy));
      add(i, k + channels, fx * (1 - fy));
      add(i, k + pitch, (1 - fx) * fy);
      add(i, k + pitch + channels, fx * fy);
    }
  }

  private void addAnywhere(int row, double startX, double startY) {
    int size = layer.size();
    for (int x = 0; x < size; x++) {
      double px = startX + x * stepX;
      double py = startY + x * stepY;
      int left = (int) Math.floor(px);
      int top = (int) Math.floor(py);
      float fx = (float) (px - left);
      float fy = (float) (py - top);
      int i = row * size + x;
      addPlace(i, left, top, (1 - fx) * (1 - fy));
      addPlace(i, left + 1, top, fx * (1 - fy));
      addPlace(i, left, top + 1, (1 - fx) * fy);
      addPlace(i, left + 1, top + 1, fx * fy);
    }
  }

  private void addPlace(int i, int x, int y, float share) {
    boolean outside = x < 0 || y < 0 || x >= width || y >= height;
    if (outside && !mirror) return;
    int column = outside ? mirrored(x, width) : x;
    int row = outside ? mirrored(y, height) : y;
    add(i, (row * width + column) * channels, share);
  }

  private void add(int i, int k, float share) {
    float[] alpha = layer.alpha();
    float[] colour = layer.colour();
    float a = channels == 3 ? weight * share : weight * share * image.get(k + 3) / 255;
    if (a == 0) return;
    float scale = a / 255;
    alpha[i] += a;
    colour[i] += scale * image.get(k);
    colour[i + alpha.length] += scale * image.get(k + 1);
    colour[i + 2 * alpha.length] += scale * image.get(k + 2);
  }

  private static int mirrored(int position, int length) {
    int p = Math.floorMod(position, 2 * length);
    return p < length ? p : 2 * length - 1 - p;
  }
}
