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
package io.github.deepmatting.features;

import io.github.deepmatting.closedform.ReducedAlpha;
import io.github.deepmatting.image.BilinearRows;
import io.github.deepmatting.image.PixelRows;
import io.github.deepmatting.image.ReducedMap;
import io.github.deepmatting.network.InputFeature;
import io.github.deepmatting.trimap.Trimap;
import java.util.Arrays;
import java.util.List;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;

/** Puts together the rows of one tile, channel last, for one thread. */
final class TileRows {

  /** Added to the squared distance of the two colours, so that the implied alpha of equal colours is one half. */
  private static final float EQUAL_COLOURS = 1e-6f;

  private final PixelRows pixels;
  private final Trimap trimap;
  private final List<InputFeature> wanted;
  private final int x;
  private final int count;
  private final int channels;
  private final ReducedAlpha.Rows priorRows;
  private final BilinearRows colourRows;
  private final BilinearRows distanceRows;
  private final BilinearRows knownRows;
  private final int[] region;
  private final float[][] image;
  private final float[][] extended;
  private final float[] values;

  /** Readers of the maps given (null where not wanted) for columns x to x + count - 1, all within the image. */
  TileRows(
      RandomAccessibleInterval<FloatType> rgb,
      Trimap trimap,
      List<InputFeature> wanted,
      ReducedAlpha prior,
      ReducedMap colours,
      ReducedMap distances,
      ReducedMap known,
      int x,
      int count) {
    pixels = new PixelRows(rgb);
    this.trimap = trimap;
    this.wanted = wanted;
    this.x = x;
    this.count = count;
    channels = wanted.stream().mapToInt(InputFeature::channels).sum();
    priorRows = prior == null ? null : prior.rows(x, count);
    colourRows = colours == null ? null : new BilinearRows(colours, 6, x, count);
    distanceRows = distances == null ? null : new BilinearRows(distances, 2, x, count);
    knownRows = known == null ? null : new BilinearRows(known, KnownColours.CHANNELS, x, count);
    region = new int[count];
    image = new float[3][count];
    extended = new float[6][colours == null ? 0 : count];
    values = new float[count];
  }

  /** Writes row {@code y} of the image, channel last, to line[offset...]. */
  void write(int y, float[] line, int offset) {
    for (int i = 0; i < count; i++) region[i] = trimap.get(x + i, y);
    for (int channel = 0; channel < 3; channel++) pixels.read(channel, x, y, count, image[channel], 0);
    if (colourRows != null) readColours(y);
    int channel = offset;
    for (InputFeature feature : wanted) {
      switch (feature) {
        case IMAGE -> {
          for (int c = 0; c < 3; c++) put(image[c], line, channel + c);
        }
        case TRIMAP -> putTrimap(line, channel);
        case CLOSED_FORM_ALPHA, COARSE_ALPHA -> putPrior(y, line, channel);
        case EXTENDED_COLOURS -> {
          for (int c = 0; c < 6; c++) put(extended[c], line, channel + c);
        }
        case IMPLIED_ALPHA -> putImplied(line, channel);
        case DISTANCES -> {
          putDistance(0, Trimap.FOREGROUND, y, line, channel);
          putDistance(1, Trimap.BACKGROUND, y, line, channel + 1);
        }
        case KNOWN_COLOURS -> {
          for (int c = 0; c < KnownColours.CHANNELS; c++) putKnown(c, y, line, channel + c);
        }
      }
      channel += feature.channels();
    }
  }

  private void put(float[] plane, float[] line, int channel) {
    for (int i = 0, o = channel; i < count; i++, o += channels) line[o] = plane[i];
  }

  private void putTrimap(float[] line, int channel) {
    for (int i = 0, o = channel; i < count; i++, o += channels)
      line[o] = region[i] == Trimap.UNKNOWN ? 0.5f : region[i] == Trimap.FOREGROUND ? 1 : 0;
  }

  private void putPrior(int y, float[] line, int channel) {
    if (priorRows == null) Arrays.fill(values, InputFeatures.MISSING);
    else priorRows.read(y, image, values);
    put(values, line, channel);
  }

  private void readColours(int y) {
    for (int c = 0; c < 6; c++) {
      colourRows.read(c, y, extended[c]);
      int own = c < 3 ? Trimap.FOREGROUND : Trimap.BACKGROUND;
      float[] plane = extended[c];
      float[] exact = image[c % 3];
      for (int i = 0; i < count; i++) if (region[i] == own) plane[i] = exact[i];
    }
  }

  private void putImplied(float[] line, int channel) {
    for (int i = 0, o = channel; i < count; i++, o += channels) {
      float red = extended[0][i] - extended[3][i];
      float green = extended[1][i] - extended[4][i];
      float blue = extended[2][i] - extended[5][i];
      float ownRed = image[0][i] - extended[3][i];
      float ownGreen = image[1][i] - extended[4][i];
      float ownBlue = image[2][i] - extended[5][i];
      float squared = red * red + green * green + blue * blue;
      float along = red * ownRed + green * ownGreen + blue * ownBlue;
      float alpha = (along + 0.5f * EQUAL_COLOURS) / (squared + EQUAL_COLOURS);
      alpha = Math.min(Math.max(alpha, 0), 1);
      float offRed = ownRed - alpha * red;
      float offGreen = ownGreen - alpha * green;
      float offBlue = ownBlue - alpha * blue;
      line[o] = alpha;
      line[o + 1] = (float) Math.sqrt(offRed * offRed + offGreen * offGreen + offBlue * offBlue);
      line[o + 2] = (float) Math.sqrt(squared);
    }
  }

  private void putKnown(int map, int y, float[] line, int channel) {
    int own = map % 2 == 0 ? Trimap.FOREGROUND : Trimap.BACKGROUND;
    knownRows.read(map, y, values);
    for (int i = 0, o = channel; i < count; i++, o += channels)
      line[o] = region[i] == Trimap.UNKNOWN ? values[i] : region[i] == own ? 1 : 0;
  }

  private void putDistance(int map, int own, int y, float[] line, int channel) {
    // The map's cells are two pixels wide: next to a region its distance may be below that of neighbouring pixels.
    float nearest = 1 / (1 + KnownDistances.HALF_DISTANCE);
    distanceRows.read(map, y, values);
    for (int i = 0, o = channel; i < count; i++, o += channels)
      line[o] = region[i] == own ? 0 : Math.max(values[i], nearest);
  }
}
