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
import ij.ImageStack;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;
import io.github.deepmatting.progress.Progress;
import java.io.IOException;
import java.nio.file.Path;

/** Small pictures for tests of the faces: a quarter background, a half unknown, a quarter foreground from left to right. */
public final class Pictures {

  public static final int WIDTH = 24;
  public static final int HEIGHT = 16;

  private Pictures() {}

  public static boolean isBackground(int x) {
    return x < WIDTH / 4;
  }

  public static boolean isForeground(int x) {
    return x >= WIDTH - WIDTH / 4;
  }

  /** Red rises to the right, other colours tell where a pixel is. */
  public static int red(int x) {
    return x * 255 / (WIDTH - 1);
  }

  public static ColorProcessor rgb() {
    ColorProcessor image = new ColorProcessor(WIDTH, HEIGHT);
    for (int y = 0; y < HEIGHT; y++)
      for (int x = 0; x < WIDTH; x++) image.putPixel(x, y, new int[] {red(x), 10 * y, 5 * x});
    return image;
  }

  /** Values that rise to the right by a step for each column. */
  public static ShortProcessor grey16(int step) {
    ShortProcessor image = new ShortProcessor(WIDTH, HEIGHT);
    for (int y = 0; y < HEIGHT; y++) for (int x = 0; x < WIDTH; x++) image.set(x, y, step * x);
    return image;
  }

  public static FloatProcessor grey32() {
    FloatProcessor image = new FloatProcessor(WIDTH, HEIGHT);
    for (int y = 0; y < HEIGHT; y++)
      for (int x = 0; x < WIDTH; x++) image.setf(x, y, x / (float) (WIDTH - 1));
    return image;
  }

  public static ByteProcessor trimap() {
    ByteProcessor trimap = new ByteProcessor(WIDTH, HEIGHT);
    for (int y = 0; y < HEIGHT; y++)
      for (int x = 0; x < WIDTH; x++) trimap.set(x, y, isBackground(x) ? 0 : isForeground(x) ? 255 : 128);
    return trimap;
  }

  public static ByteProcessor filled(int width, int height, int value) {
    ByteProcessor image = new ByteProcessor(width, height);
    image.setValue(value);
    image.fill();
    return image;
  }

  public static ImagePlus stack(ImageProcessor... slices) {
    ImageStack stack = new ImageStack(slices[0].getWidth(), slices[0].getHeight());
    for (ImageProcessor slice : slices) stack.addSlice("label " + (stack.size() + 1), slice);
    return new ImagePlus("stack", stack);
  }

  public static Path save(ImageProcessor pixels, Path file) throws IOException {
    return save(new ImagePlus("", pixels), file);
  }

  public static Path save(ImagePlus image, Path file) throws IOException {
    ImageFiles.save(image, file, false);
    return file;
  }

  public static ImagePlus open(Path file) throws IOException {
    return ImageFiles.open(file, Progress.NONE);
  }
}
