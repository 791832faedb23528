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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.deepmatting.network.InputFeature;
import io.github.deepmatting.progress.Progress;
import io.github.deepmatting.trimap.Trimap;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InputFeaturesTest {

  private static final List<InputFeature> ALL =
      Arrays.stream(InputFeature.values()).filter(feature -> feature != InputFeature.COARSE_ALPHA).toList();
  private static final int CHANNELS = 22;
  private static final int TRIMAP = 3;
  private static final int ALPHA = 4;
  private static final int FOREGROUND = 5;
  private static final int BACKGROUND = 8;
  private static final int IMPLIED = 11;
  private static final int DISTANCES = 14;
  private static final int KNOWN = 16;

  private static float[] colours(int width, int height) {
    Random random = new Random(width);
    float[] values = new float[width * height * 3];
    for (int i = 0; i < values.length; i++) values[i] = 0.5f + 0.4f * (float) Math.sin(i * 0.01) + 0.1f * random.nextFloat();
    return values;
  }

  /** A disc of foreground, a ring of unknown, background around. */
  private static Trimap disc(int width, int height, double inner, double outer) {
    byte[] values = new byte[width * height];
    for (int i = 0; i < values.length; i++) {
      double radius = Math.hypot(i % width - width / 2, i / width - height / 2);
      values[i] = (byte) (radius < inner ? 255 : radius > outer ? 0 : 128);
    }
    return new Trimap(width, height, values);
  }

  private static float[] whole(InputFeatures features) {
    return tile(features, 0, 0, features.width(), features.height());
  }

  private static float[] tile(InputFeatures features, long x, long y, int width, int height) {
    FloatBuffer out = FloatBuffer.allocate(width * height * features.channels() + 3);
    out.position(2);
    features.write(x, y, width, height, out);
    assertEquals(1, out.remaining());
    return Arrays.copyOfRange(out.array(), 2, out.capacity() - 1);
  }

  @Test
  void tilesAreCutsOfTheWholeAndRepeatTheBorder() {
    int width = 53;
    int height = 38;
    InputFeatures features = InputFeatures.of(
        ArrayImgs.floats(colours(width, height), width, height, 3), disc(width, height, 8, 15), ALL, Progress.NONE);
    assertEquals(CHANNELS, features.channels());
    assertEquals(width, features.width());
    assertEquals(height, features.height());
    float[] whole = whole(features);
    int[][] tiles = {{0, 0, 53, 38}, {5, 7, 16, 8}, {-6, -3, 20, 11}, {40, 30, 32, 32}, {-9, -9, 80, 70}, {17, 0, 1, 38},
      {100, 60, 4, 3}, {-50, 5, 7, 2}, {3, -20, 6, 5}};
    for (int[] t : tiles) {
      float[] tile = tile(features, t[0], t[1], t[2], t[3]);
      for (int y = 0; y < t[3]; y++)
        for (int x = 0; x < t[2]; x++) {
          int sourceX = Math.min(Math.max(t[0] + x, 0), width - 1);
          int sourceY = Math.min(Math.max(t[1] + y, 0), height - 1);
          for (int c = 0; c < CHANNELS; c++)
            assertEquals(whole[(sourceY * width + sourceX) * CHANNELS + c], tile[(y * t[2] + x) * CHANNELS + c],
                Arrays.toString(t) + " x=" + x + " y=" + y + " channel " + c);
        }
    }
  }

  @Test
  void viewsWithAnOriginElsewhereAreReadLikeArrays() {
    int width = 41;
    int height = 30;
    RandomAccessibleInterval<FloatType> array = ArrayImgs.floats(colours(width, height), width, height, 3);
    Trimap trimap = disc(width, height, 6, 12);
    float[] expected = whole(InputFeatures.of(array, trimap, ALL, Progress.NONE));
    RandomAccessibleInterval<FloatType> view = Views.translate(array, -7, 100, 5);
    assertArrayEquals(expected, whole(InputFeatures.of(view, trimap, ALL, Progress.NONE)));
  }

  /** Grey alpha follows the image linearly, so that functions of the colours bring it up exactly. */
  @Test
  void anAlphaOfHalfTheResolutionIsBroughtUp() {
    int width = 40;
    int height = 30;
    float[] ramp = new float[3 * width * height];
    for (int i = 0; i < ramp.length; i++) ramp[i] = (i % width + 0.5f) / width;
    RandomAccessibleInterval<FloatType> image = ArrayImgs.floats(ramp, width, height, 3);
    Trimap trimap = disc(width, height, 4, 11);
    float[] half = new float[width / 2 * height / 2];
    for (int i = 0; i < half.length; i++) half[i] = 0.9f * (i % (width / 2) + 0.5f) / (width / 2);
    List<InputFeature> wanted = List.of(InputFeature.COARSE_ALPHA);
    float[] raised = whole(InputFeatures.above(image, trimap, half, wanted, Progress.NONE));
    float[] without = whole(InputFeatures.withoutCoarse(image, trimap, wanted, Progress.NONE));
    Trimap halved = trimap.half();
    for (int y = 0, i = 0; y < height; y++)
      for (int x = 0; x < width; x++, i++) {
        float known = trimap.get(x, y) == Trimap.FOREGROUND ? 1 : 0;
        if (!trimap.isUnknown(x, y)) assertEquals(known, raised[i]);
        else if (inner(halved, x / 2, y / 2)) assertEquals(0.9f * ramp[i], raised[i], 1e-2, x + ", " + y);
        assertEquals(InputFeatures.MISSING, without[i]);
      }
    // The coarsest level has nothing below it.
    assertArrayEquals(whole(InputFeatures.of(image, trimap, List.of(InputFeature.CLOSED_FORM_ALPHA), Progress.NONE)),
        whole(InputFeatures.of(image, trimap, wanted, Progress.NONE)));
    String message = assertThrows(IllegalArgumentException.class,
        () -> InputFeatures.above(image, trimap, new float[7], wanted, Progress.NONE)).getMessage();
    assertTrue(message.contains("7 values") && message.contains("300"), message);
  }

  /** Whether all cells that have a say in a pixel of this cell are unknown. */
  private static boolean inner(Trimap halved, int column, int row) {
    for (int y = row - 3; y <= row + 3; y++)
      for (int x = column - 3; x <= column + 3; x++)
        if (x < 0 || y < 0 || x >= halved.width() || y >= halved.height() || !halved.isUnknown(x, y)) return false;
    return true;
  }

  @Test
  void onlyWhatIsWantedInTheOrderWanted() {
    int width = 40;
    int height = 30;
    RandomAccessibleInterval<FloatType> image = ArrayImgs.floats(colours(width, height), width, height, 3);
    Trimap trimap = disc(width, height, 6, 12);
    float[] all = whole(InputFeatures.of(image, trimap, ALL, Progress.NONE));
    InputFeatures features = InputFeatures.of(image, trimap,
        List.of(InputFeature.IMAGE, InputFeature.TRIMAP, InputFeature.DISTANCES, InputFeature.IMPLIED_ALPHA),
        Progress.NONE);
    assertEquals(9, features.channels());
    float[] some = whole(features);
    int[] source = {0, 1, 2, TRIMAP, DISTANCES, DISTANCES + 1, IMPLIED, IMPLIED + 1, IMPLIED + 2};
    for (int i = 0; i < width * height; i++)
      for (int c = 0; c < 9; c++) assertEquals(all[i * CHANNELS + source[c]], some[i * 9 + c]);
  }

  @Test
  void knownRegionsHaveTheirOwnValues() {
    int width = 47;
    int height = 35;
    float[] colours = colours(width, height);
    Trimap trimap = disc(width, height, 7, 13);
    float[] all = whole(InputFeatures.of(ArrayImgs.floats(colours, width, height, 3), trimap, ALL, Progress.NONE));
    for (int i = 0; i < width * height; i++) {
      int o = i * CHANNELS;
      int value = trimap.get(i % width, i / width);
      for (int c = 0; c < 3; c++) assertEquals(colours[c * width * height + i], all[o + c]);
      assertEquals(value == 128 ? 0.5f : value / 255f, all[o + TRIMAP]);
      if (value == Trimap.UNKNOWN) {
        assertTrue(all[o + DISTANCES] >= 1 / 33f && all[o + DISTANCES + 1] >= 1 / 33f);
        continue;
      }
      assertEquals(value / 255f, all[o + ALPHA]);
      int own = value == Trimap.FOREGROUND ? FOREGROUND : BACKGROUND;
      for (int c = 0; c < 3; c++) assertEquals(all[o + c], all[o + own + c]);
      assertEquals(0, all[o + IMPLIED + 1], 1e-3);
      assertEquals(0, all[o + (value == Trimap.FOREGROUND ? DISTANCES : DISTANCES + 1)]);
      for (int c = 0; c < 6; c++) assertEquals((value == Trimap.FOREGROUND) == (c % 2 == 0) ? 1 : 0, all[o + KNOWN + c]);
    }
  }

  @Test
  void flatColoursImplyTheExactAlpha() {
    int width = 60;
    int height = 50;
    float[] foreground = {0.8f, 0.7f, 0.2f};
    float[] background = {0.2f, 0.1f, 0.6f};
    Trimap trimap = disc(width, height, 8, 20);
    float[] colours = new float[width * height * 3];
    float[] truth = new float[width * height];
    for (int i = 0; i < truth.length; i++) {
      double radius = Math.hypot(i % width - width / 2, i / width - height / 2);
      truth[i] = (float) Math.min(Math.max((18 - radius) / 8, 0), 1);
      for (int c = 0; c < 3; c++)
        colours[c * truth.length + i] = truth[i] * foreground[c] + (1 - truth[i]) * background[c];
    }
    float[] all = whole(InputFeatures.of(ArrayImgs.floats(colours, width, height, 3), trimap, ALL, Progress.NONE));
    for (int i = 0; i < truth.length; i++) {
      int o = i * CHANNELS;
      for (int c = 0; c < 3; c++) {
        assertEquals(foreground[c], all[o + FOREGROUND + c], 1e-5);
        assertEquals(background[c], all[o + BACKGROUND + c], 1e-5);
      }
      assertEquals(truth[i], all[o + IMPLIED], 1e-4);
      assertEquals(0, all[o + IMPLIED + 1], 1e-4);
      assertEquals(Math.sqrt(0.36 + 0.36 + 0.16), all[o + IMPLIED + 2], 1e-4);
    }
  }

  @Test
  void colourOffTheLineHasItsDistanceFromTheSegment() {
    // Foreground white, background black, the unknown pixels (1, 0, 0): projected to alpha = 1/3, off by sqrt(2/3).
    int width = 24;
    byte[] values = new byte[width * width];
    float[] colours = new float[width * width * 3];
    for (int i = 0; i < values.length; i++) {
      int x = i % width;
      values[i] = (byte) (x < 8 ? 255 : x < 16 ? 128 : 0);
      for (int c = 0; c < 3; c++) colours[c * values.length + i] = x < 8 || (x < 16 && c == 0) ? 1 : 0;
    }
    float[] all = whole(InputFeatures.of(ArrayImgs.floats(colours, width, width, 3), new Trimap(width, width, values),
        ALL, Progress.NONE));
    int o = (12 * width + 12) * CHANNELS + IMPLIED;
    assertEquals(1 / 3.0, all[o], 1e-5);
    assertEquals(Math.sqrt(2 / 3.0), all[o + 1], 1e-5);
    assertEquals(Math.sqrt(3), all[o + 2], 1e-5);
  }

  @Test
  void distancesAreWithinTwoPixelsOfTheExactOnes() {
    int width = 90;
    int height = 70;
    Trimap trimap = disc(width, height, 10, 30);
    InputFeatures features = InputFeatures.of(ArrayImgs.floats(colours(width, height), width, height, 3), trimap,
        List.of(InputFeature.DISTANCES), Progress.NONE);
    float[] all = whole(features);
    for (int y = 0; y < height; y += 3)
      for (int x = 0; x < width; x += 3)
        for (int channel = 0; channel < 2; channel++) {
          double exact = Double.POSITIVE_INFINITY;
          for (int j = 0; j < height; j++)
            for (int i = 0; i < width; i++)
              if (trimap.get(i, j) == (channel == 0 ? 255 : 0)) exact = Math.min(exact, Math.hypot(x - i, y - j));
          double value = all[(y * width + x) * 2 + channel];
          assertEquals(exact, 32 * value / (1 - value), 2, x + ", " + y);
        }
  }

  @ParameterizedTest
  @CsvSource({"1,1,0", "1,1,128", "1,1,255", "13,1,128", "1,13,128", "2,3,128", "35,21,128", "35,21,255", "35,21,0"})
  void trimapsOfOneValueAndTinyImagesGiveFiniteValues(int width, int height, int value) {
    byte[] values = new byte[width * height];
    Arrays.fill(values, (byte) value);
    float[] colours = colours(width, height);
    float[] all = whole(InputFeatures.of(ArrayImgs.floats(colours, width, height, 3), new Trimap(width, height, values),
        ALL, Progress.NONE));
    double mean = 0;
    for (int i = 0; i < width * height; i++) mean += colours[i] / (width * height);
    for (int i = 0; i < width * height; i++) {
      int o = i * CHANNELS;
      for (int c = 0; c < CHANNELS; c++) assertTrue(all[o + c] >= 0 && all[o + c] <= 1.7321f, "channel " + c);
      assertEquals(value == 128 ? 0.5 : value / 255.0, all[o + ALPHA], 1e-4);
      if (value != Trimap.FOREGROUND) {
        assertEquals(1, all[o + DISTANCES]);
        assertEquals(mean, all[o + FOREGROUND], 1e-4);
      }
      if (value != Trimap.BACKGROUND) assertEquals(1, all[o + DISTANCES + 1]);
    }
  }

  @Test
  void pixelsFarFromTheUnknownRegionAreNotRead() {
    // Not even colours that would spoil everything do harm, 400 pixels from the only unknown ones.
    int width = 900;
    int height = 100;
    byte[] values = new byte[width * height];
    for (int i = 0; i < values.length; i++) values[i] = (byte) (i % width < 50 ? 255 : i % width < 60 ? 128 : 0);
    RandomAccessibleInterval<FloatType> image = ArrayImgs.floats(colours(width, height), width, height, 3);
    float[] poisoned = colours(width, height);
    for (int i = 0; i < poisoned.length; i++) if (i % width >= 460) poisoned[i] = Float.NaN;
    Trimap trimap = new Trimap(width, height, values);
    float[] expected = tile(InputFeatures.of(image, trimap, ALL, Progress.NONE), 0, 0, 128, height);
    float[] found = tile(InputFeatures.of(ArrayImgs.floats(poisoned, width, height, 3), trimap, ALL, Progress.NONE),
        0, 0, 128, height);
    assertArrayEquals(expected, found);
  }

  @Test
  void refusesWhatDoesNotFit() {
    Trimap trimap = disc(20, 10, 2, 4);
    String message = assertThrows(IllegalArgumentException.class,
        () -> InputFeatures.of(ArrayImgs.floats(20, 11, 3), trimap, ALL, Progress.NONE)).getMessage();
    assertTrue(message.contains("20x10") && message.contains("20x11"), message);
    assertThrows(IllegalArgumentException.class,
        () -> InputFeatures.of(ArrayImgs.floats(20, 10), trimap, ALL, Progress.NONE));
    InputFeatures features =
        InputFeatures.of(ArrayImgs.floats(20, 10, 3), trimap, List.of(InputFeature.IMAGE), Progress.NONE);
    message = assertThrows(IllegalArgumentException.class,
        () -> features.write(0, 0, 4, 4, FloatBuffer.allocate(47))).getMessage();
    assertTrue(message.contains("48") && message.contains("47"), message);
  }
}
