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
package io.github.deepmatting.foreground;

import io.github.deepmatting.image.IntensityRange;
import io.github.deepmatting.image.Rectangle;
import java.util.Arrays;
import net.imglib2.RandomAccess;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;

/**
 * Solves for the colours of one window of one level; scratch memory of one thread.
 *
 * <p>Equation 5 of the paper gives, for a pixel whose neighbours keep their colours, a system of two unknowns a
 * channel, F and B. With w_j = epsilon_r + omega |alpha - alpha_j|, S = sum of w_j, and f and b the means of the
 * neighbours' F and B under the weights w_j, its solution is
 *
 * <pre>r = I - alpha f - (1 - alpha) b,  k = 1 / (S + alpha^2 + (1 - alpha)^2),
 * F = f + alpha k r,  B = b + (1 - alpha) k r</pre>
 *
 * which needs no determinant and stays exact in single precision. Pixels are visited in the order of a chess board, all
 * of one colour before all of the other: half a sweep then reads nothing that it writes, so that the result depends
 * neither on threads nor on tiles, and it settles faster than a simultaneous update. Each half sweep carries values one
 * pixel further; with a margin of two pixels a sweep the inner tile is what solving the whole level would give.
 *
 * <p>Neighbours beyond the image's border do not count.
 */
final class TileSolver<T extends RealType<T>> {

  private final ImageSamples<T> samples;
  private final ForegroundOptions options;
  private final IntensityRange[] ranges;
  private final int channels;
  private final RandomAccess<T> imageAccess;
  private final RandomAccess<FloatType> alphaAccess;

  private Rectangle window;
  /** Arrays have a border of one pixel, whose weights are 0. */
  private int stride;

  /** For each column of the window the column of the coarser level, and of the image, that it is sampled from. */
  private int[] columnsBelow = new int[0];

  private int[] columnsOfImage = new int[0];
  private float[] alpha = new float[0];
  private float[] weightRight = new float[0];
  private float[] weightDown = new float[0];
  private float[] weightInverse = new float[0];
  private float[] gain = new float[0];
  private final float[][] image;
  private final float[][] foreground;
  private final float[][] background;

  /** @param ranges for each channel, what values are held within */
  TileSolver(ImageSamples<T> samples, ForegroundOptions options, IntensityRange[] ranges) {
    this.samples = samples;
    this.options = options;
    this.ranges = ranges;
    this.channels = samples.channels();
    this.imageAccess = samples.image().randomAccess();
    this.alphaAccess = samples.alpha().randomAccess();
    this.image = new float[channels][0];
    this.foreground = new float[channels][0];
    this.background = new float[channels][0];
  }

  /** Solves one window of a level, starting from the colours of the level before. */
  void solve(LevelSize level, Rectangle newWindow, LevelColours coarser) {
    window = newWindow;
    stride = window.width() + 2;
    reserve(stride * (window.height() + 2));
    for (int x = 0; x < window.width(); x++) {
      columnsBelow[x] = level.columnIn(coarser.size(), window.x() + x);
      columnsOfImage[x] = level.columnIn(samples.size(), window.x() + x);
    }
    loadAlpha(level);
    computeWeights();
    for (int channel = 0; channel < channels; channel++) {
      loadColours(level, coarser, channel);
      for (int i = options.iterations(level.width(), level.height()); i > 0; i--) {
        halfSweep(channel, 0);
        halfSweep(channel, 1);
      }
    }
  }

  /** Index of a pixel, in the level's coordinates, in the arrays of this solver. */
  int indexOf(int x, int y) {
    return (y - window.y() + 1) * stride + x - window.x() + 1;
  }

  boolean isUnknown(int index) {
    return alpha[index] > 0 && alpha[index] < 1;
  }

  boolean isBackground(int index) {
    return alpha[index] == 0;
  }

  float foregroundAt(int channel, int index) {
    return foreground[channel][index];
  }

  /** Copies the colours of the inner tile. */
  void store(Rectangle tile, float[] target) {
    for (int channel = 0; channel < channels; channel++)
      for (int y = 0; y < tile.height(); y++) {
        int from = indexOf(tile.x(), tile.y() + y);
        int to = 2 * channel * LevelColours.PLANE + y * TileGrid.SIDE;
        System.arraycopy(foreground[channel], from, target, to, tile.width());
        System.arraycopy(background[channel], from, target, to + LevelColours.PLANE, tile.width());
      }
  }

  private void reserve(int size) {
    if (columnsBelow.length < window.width()) {
      columnsBelow = new int[window.width()];
      columnsOfImage = new int[window.width()];
    }
    if (alpha.length < size) {
      alpha = new float[size];
      weightRight = new float[size];
      weightDown = new float[size];
      weightInverse = new float[size];
      gain = new float[size];
      for (int channel = 0; channel < channels; channel++) {
        image[channel] = new float[size];
        foreground[channel] = new float[size];
        background[channel] = new float[size];
      }
    }
    Arrays.fill(weightRight, 0, size, 0);
    Arrays.fill(weightDown, 0, size, 0);
  }

  private void loadAlpha(LevelSize level) {
    LevelSize full = samples.size();
    for (int y = 0; y < window.height(); y++) {
      int index = (y + 1) * stride + 1;
      alphaAccess.setPosition(level.rowIn(full, window.y() + y), 1);
      for (int x = 0; x < window.width(); x++) {
        alphaAccess.setPosition(columnsOfImage[x], 0);
        alpha[index + x] = alphaAccess.get().get();
      }
    }
  }

  private void computeWeights() {
    float regularization = (float) options.regularization();
    float gradientWeight = (float) options.gradientWeight();
    for (int y = 0; y < window.height(); y++)
      for (int x = 0, i = (y + 1) * stride + 1; x < window.width(); x++, i++) {
        if (x + 1 < window.width())
          weightRight[i] = regularization + gradientWeight * Math.abs(alpha[i + 1] - alpha[i]);
        if (y + 1 < window.height())
          weightDown[i] = regularization + gradientWeight * Math.abs(alpha[i + stride] - alpha[i]);
      }
    for (int y = 0; y < window.height(); y++)
      for (int x = 0, i = (y + 1) * stride + 1; x < window.width(); x++, i++) {
        float sum = weightRight[i - 1] + weightRight[i] + weightDown[i - stride] + weightDown[i];
        float a = alpha[i];
        float b = 1 - a;
        weightInverse[i] = sum > 0 ? 1 / sum : 0;
        gain[i] = 1 / (sum + a * a + b * b);
      }
  }

  private void loadColours(LevelSize level, LevelColours coarser, int channel) {
    LevelSize full = samples.size();
    LevelSize below = coarser.size();
    imageAccess.setPosition(channel, 2);
    float[] values = image[channel];
    float[] front = foreground[channel];
    float[] back = background[channel];
    for (int y = 0; y < window.height(); y++) {
      int row = level.rowIn(below, window.y() + y);
      int offset = 2 * channel * LevelColours.PLANE + TileGrid.offsetIn(row) * TileGrid.SIDE;
      imageAccess.setPosition(level.rowIn(full, window.y() + y), 1);
      int index = (y + 1) * stride + 1;
      float[] tile = null;
      int tileColumn = -1;
      for (int x = 0; x < window.width(); x++, index++) {
        int column = columnsBelow[x];
        if (TileGrid.tileOf(column) != tileColumn) {
          tileColumn = TileGrid.tileOf(column);
          tile = coarser.tileAt(column, row);
        }
        int from = offset + TileGrid.offsetIn(column);
        float f = tile[from];
        float b = tile[from + LevelColours.PLANE];
        imageAccess.setPosition(columnsOfImage[x], 0);
        float value = imageAccess.get().getRealFloat();
        front[index] = f;
        back[index] = b;
        // A value that is not finite tells nothing: the pixel then takes what its neighbours say.
        values[index] = Float.isFinite(value) ? value : alpha[index] * f + (1 - alpha[index]) * b;
      }
    }
  }

  private void halfSweep(int channel, int colour) {
    float[] values = image[channel];
    float[] front = foreground[channel];
    float[] back = background[channel];
    float[] right = weightRight;
    float[] down = weightDown;
    float minimum = (float) ranges[channel].min();
    float maximum = (float) ranges[channel].max();
    boolean alone = window.width() == 1 && window.height() == 1;
    for (int y = 0; y < window.height(); y++) {
      int end = (y + 1) * stride + 1 + window.width();
      for (int i = (y + 1) * stride + 1 + (window.x() + window.y() + y + colour & 1); i < end; i += 2) {
        float w0 = right[i - 1];
        float w1 = right[i];
        float w2 = down[i - stride];
        float w3 = down[i];
        float inverse = weightInverse[i];
        float f = (w0 * front[i - 1] + w1 * front[i + 1] + w2 * front[i - stride] + w3 * front[i + stride]) * inverse;
        float b = (w0 * back[i - 1] + w1 * back[i + 1] + w2 * back[i - stride] + w3 * back[i + stride]) * inverse;
        if (alone) {
          f = front[i];
          b = back[i];
        }
        float a = alpha[i];
        float pull = (values[i] - b - a * (f - b)) * gain[i];
        front[i] = Math.max(minimum, Math.min(maximum, f + a * pull));
        back[i] = Math.max(minimum, Math.min(maximum, b + (1 - a) * pull));
      }
    }
  }
}
