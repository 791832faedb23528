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

import io.github.deepmatting.image.BilinearRows;
import io.github.deepmatting.image.PixelRows;
import io.github.deepmatting.trimap.Trimap;
import io.github.deepmatting.trimap.TrimapCheck;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;

/**
 * An alpha matte known at a reduced resolution, brought to full resolution with the colours there, by the linear
 * functions of the colours that fit it locally ({@link LocalColourModel}). Immutable, provided that the image is not
 * changed; safe for several threads.
 */
public final class ReducedAlpha {

  private final MattingGrid grid;
  private final LocalColourModel model;
  private final RandomAccessibleInterval<FloatType> rgb;
  private final Trimap trimap;
  private final int steps;

  private ReducedAlpha(
      MattingGrid grid, LocalColourModel model, RandomAccessibleInterval<FloatType> rgb, Trimap trimap, int steps) {
    this.grid = grid;
    this.model = model;
    this.rgb = rgb;
    this.trimap = trimap;
    this.steps = steps;
  }

  /** Of a grid whose alpha is known; one of factor 1 is at full resolution and stays as it is. */
  static ReducedAlpha of(
      MattingGrid grid, float[][] colours, RandomAccessibleInterval<FloatType> rgb, Trimap trimap, int steps) {
    LocalColourModel model = grid.factor == 1 ? null : new LocalColourModel(grid, colours);
    return new ReducedAlpha(grid, model, rgb, trimap, steps);
  }

  /**
   * An alpha of half the resolution.
   *
   * @param rgb colours, axes x, y, channel (red, green, blue), in [0,1]
   * @param trimap as large as the image
   * @param half alpha of {@link Trimap#half()}, row by row, in [0,1]; what it says of known cells is not read
   * @throws IllegalArgumentException if the sizes do not fit each other
   */
  public static ReducedAlpha ofHalf(RandomAccessibleInterval<FloatType> rgb, Trimap trimap, float[] half) {
    TrimapCheck.requireFit(rgb, trimap);
    MattingGrid grid = MattingGrid.of(trimap, 2);
    if (half.length != grid.cells.length)
      throw new IllegalArgumentException("The alpha at half the resolution has " + half.length
          + " values where an image of " + trimap.width() + "x" + trimap.height() + " pixels needs "
          + grid.cells.length);
    for (int i = 0; i < half.length; i++) {
      int number = grid.cells[i];
      if (number >= 0 && grid.unknown[number]) grid.alpha[number] = half[i];
    }
    return of(grid, colours(grid, rgb), rgb, trimap, 0);
  }

  /** Mean colours of the numbered cells. */
  static float[][] colours(MattingGrid grid, RandomAccessibleInterval<FloatType> rgb) {
    PixelRows pixels = new PixelRows(rgb);
    float[][] colours = new float[3][grid.size];
    float[] row = new float[pixels.width()];
    for (int s = 0; s < grid.spans.length; s += 4) {
      int x = grid.spans[s] * grid.factor;
      int y = grid.spans[s + 1] * grid.factor;
      int start = grid.spans[s + 2];
      int width = Math.min(grid.spans[s + 3] * grid.factor, pixels.width() - x);
      int height = Math.min(grid.factor, pixels.height() - y);
      for (int channel = 0; channel < 3; channel++) {
        float[] plane = colours[channel];
        for (int j = 0; j < height; j++) {
          pixels.read(channel, x, y + j, width, row, 0);
          for (int i = 0; i < width; i++) plane[start + i / grid.factor] += row[i];
        }
        for (int i = 0; i < grid.spans[s + 3]; i++)
          plane[start + i] /= height * Math.min(grid.factor, width - i * grid.factor);
      }
    }
    return colours;
  }

  /** Steps that the solver took at the finest level, where the alpha was solved for. */
  int steps() {
    return steps;
  }

  /** Alpha at full resolution, axes x, y, in [0,1], exactly 0 and 1 in the known regions. */
  public Img<FloatType> image() {
    int width = trimap.width();
    int height = trimap.height();
    float[] alpha = new float[Math.multiplyExact(width, height)];
    float[] row = new float[width];
    float[][] colours = new float[3][width];
    PixelRows pixels = new PixelRows(rgb);
    Rows rows = rows(0, width);
    for (int y = 0; y < height; y++) {
      for (int channel = 0; channel < 3; channel++) pixels.read(channel, 0, y, width, colours[channel], 0);
      rows.read(y, colours, row);
      System.arraycopy(row, 0, alpha, y * width, width);
    }
    return ArrayImgs.floats(alpha, width, height);
  }

  /** A reader of {@code count} columns from {@code x} on, for one thread. */
  public Rows rows(int x, int count) {
    return new Rows(x, count);
  }

  /** Reads rows of the alpha at full resolution. */
  public final class Rows {
    private final int x;
    private final int count;
    private final BilinearRows bilinear;
    private final float[] coefficient;
    private final float[] sum;

    private Rows(int x, int count) {
      this.x = x;
      this.count = count;
      bilinear = model == null ? null : new BilinearRows(model, LocalColourModel.COEFFICIENTS, x, count);
      coefficient = new float[count];
      sum = new float[count];
    }

    /** Writes row {@code y}, whose colours are given as three planes of the range of columns, to the start of out. */
    public void read(int y, float[][] colours, float[] out) {
      boolean anyUnknown = false;
      for (int i = 0; i < count; i++) {
        int value = trimap.get(x + i, y);
        anyUnknown |= value == Trimap.UNKNOWN;
        out[i] = value == Trimap.FOREGROUND ? 1 : 0;
      }
      if (!anyUnknown) return;
      if (model == null) {
        for (int i = 0; i < count; i++)
          if (trimap.isUnknown(x + i, y)) out[i] = (float) grid.alpha[grid.cells[y * grid.columns + x + i]];
        return;
      }
      bilinear.read(3, y, sum);
      for (int c = 0; c < 3; c++) {
        bilinear.read(c, y, coefficient);
        float[] plane = colours[c];
        for (int i = 0; i < count; i++) sum[i] += coefficient[i] * plane[i];
      }
      for (int i = 0; i < count; i++)
        if (trimap.isUnknown(x + i, y)) out[i] = Math.min(Math.max(sum[i], 0), 1);
    }
  }
}
