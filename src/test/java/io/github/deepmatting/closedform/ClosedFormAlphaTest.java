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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.deepmatting.progress.Progress;
import io.github.deepmatting.trimap.Trimap;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CancellationException;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClosedFormAlphaTest {

  private static float[] values(Img<FloatType> image) {
    float[] values = new float[(int) image.size()];
    int i = 0;
    for (FloatType value : Views.flatIterable(image)) values[i++] = value.get();
    return values;
  }

  private static float[] noise(int count, long seed) {
    Random random = new Random(seed);
    float[] values = new float[count];
    for (int i = 0; i < count; i++) values[i] = random.nextFloat();
    return values;
  }

  private static Trimap constant(int width, int height, int value) {
    byte[] values = new byte[width * height];
    Arrays.fill(values, (byte) value);
    return new Trimap(width, height, values);
  }

  @Test
  void atFullResolutionItIsTheDenseSolutionClamped() throws IOException {
    DenseReference reference = DenseReference.read();
    float[] alpha = values(ClosedFormAlpha.of(reference.image(), reference.trimap(), 1, reference.epsilon(), 1e-10, 500,
        Progress.NONE).image());
    for (int i = 0; i < alpha.length; i++)
      assertEquals(Math.min(Math.max(reference.alpha()[i], 0), 1), alpha[i], 1e-5);
  }

  @Test
  void enlargedPixelsAreReducedToTheDenseSystem() throws IOException {
    // Each pixel repeated to 2x2 gives the same system at half the resolution; what comes back is smoothed a little.
    DenseReference reference = DenseReference.read();
    float[] alpha = values(ClosedFormAlpha.of(reference.enlarged(2), reference.enlargedTrimap(2), 2,
        reference.epsilon(), 1e-10, 500, Progress.NONE).image());
    double sum = 0;
    for (int i = 0; i < alpha.length; i++) {
      int width = 2 * reference.width();
      double expected = reference.alpha()[i / width / 2 * reference.width() + i % width / 2];
      sum += Math.abs(Math.min(Math.max(expected, 0), 1) - alpha[i]);
    }
    assertEquals(0, sum / alpha.length, 0.03);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  void twoFlatColoursGiveTheExactAlpha(int reduction) {
    // alpha is a linear function of the colour everywhere, which the matting Laplacian does not punish.
    int width = 67;
    int height = 49;
    float[] colours = new float[width * height * 3];
    float[] truth = new float[width * height];
    byte[] trimap = new byte[width * height];
    float[] foreground = {0.9f, 0.6f, 0.1f};
    float[] background = {0.1f, 0.3f, 0.7f};
    for (int i = 0; i < truth.length; i++) {
      double radius = Math.hypot(i % width - 33, i / width - 24);
      truth[i] = (float) Math.min(Math.max((18 - radius) / 10 + 0.25 * Math.sin(i % width * 0.4), 0), 1);
      trimap[i] = (byte) (radius < 4 ? 255 : radius > 22 ? 0 : 128);
      if (radius < 4) truth[i] = 1;
      if (radius > 22) truth[i] = 0;
      for (int c = 0; c < 3; c++)
        colours[c * truth.length + i] = truth[i] * foreground[c] + (1 - truth[i]) * background[c];
    }
    float[] alpha = values(ClosedFormAlpha.of(ArrayImgs.floats(colours, width, height, 3),
        new Trimap(width, height, trimap), reduction, 1e-7, 1e-8, 500, Progress.NONE).image());
    // Where alpha hardly changes within a window, bringing it to full resolution flattens it a little.
    double tolerance = reduction == 1 ? 2e-3 : 3e-2;
    double sum = 0;
    for (int i = 0; i < truth.length; i++) {
      assertEquals(truth[i], alpha[i], tolerance, "at " + i);
      sum += Math.abs(truth[i] - alpha[i]);
    }
    assertEquals(0, sum / truth.length, 2e-3);
  }

  @ParameterizedTest
  @CsvSource({"1,1", "1,9", "2,2", "3,3", "5,4", "40,1", "33,31"})
  void withoutKnownPixelsItIsOneHalf(int width, int height) {
    Img<FloatType> image = ArrayImgs.floats(noise(width * height * 3, 7), width, height, 3);
    for (int reduction : new int[] {1, 2, 4}) {
      float[] alpha = values(ClosedFormAlpha.of(image, constant(width, height, Trimap.UNKNOWN), reduction, 1e-7, 1e-6,
          100, Progress.NONE).image());
      for (float value : alpha) assertEquals(0.5, value, 1e-4);
    }
  }

  @Test
  void withKnownForegroundAloneItIsOneAndWithBackgroundAloneZero() {
    int width = 30;
    Img<FloatType> image = ArrayImgs.floats(noise(width * width * 3, 8), width, width, 3);
    for (int known : new int[] {Trimap.BACKGROUND, Trimap.FOREGROUND}) {
      byte[] values = new byte[width * width];
      for (int i = 0; i < values.length; i++) values[i] = (byte) (i % width < 6 ? known : Trimap.UNKNOWN);
      float[] alpha = values(ClosedFormAlpha.of(image, new Trimap(width, width, values), 2, 1e-7, 1e-9, 500,
          Progress.NONE).image());
      for (float value : alpha) assertEquals(known / 255, value, 1e-3);
    }
  }

  @Test
  void knownPixelsAreExactAndAllKnownIsTheTrimap() {
    int width = 41;
    int height = 37;
    Img<FloatType> image = ArrayImgs.floats(noise(width * height * 3, 9), width, height, 3);
    for (int modulus : new int[] {2, 3}) {
      byte[] values = new byte[width * height];
      for (int i = 0; i < values.length; i++)
        values[i] = (byte) new int[] {0, 255, 128}[(i % width / 7 + i / width / 5) % modulus];
      Trimap trimap = new Trimap(width, height, values);
      float[] alpha = values(ClosedFormAlpha.of(image, trimap, Progress.NONE).image());
      for (int i = 0; i < alpha.length; i++) {
        int value = trimap.get(i % width, i / width);
        if (value == Trimap.UNKNOWN) assertTrue(alpha[i] >= 0 && alpha[i] <= 1, "alpha " + alpha[i]);
        else assertEquals(value / 255f, alpha[i]);
      }
    }
  }

  /** A pixel unlike all others of its windows has a row of almost zeros in the matrix, which rounding may spoil. */
  @Test
  void lonePixelsAreSolvedToo() {
    int size = 24;
    float[] colours = new float[3 * size * size];
    java.util.Arrays.fill(colours, 0.4f);
    byte[] values = new byte[size * size];
    java.util.Arrays.fill(values, (byte) 128);
    for (int i = 0; i < size; i++) values[i] = (byte) 255;
    for (int y = 3; y < size; y += 5)
      for (int x = 3; x < size; x += 5)
        for (int c = 0; c < 3; c++) colours[c * size * size + y * size + x] = 0.41f + 0.1f * c + 0.013f * x;
    Trimap trimap = new Trimap(size, size, values);
    float[] alpha = values(ClosedFormAlpha.matte(ArrayImgs.floats(colours, size, size, 3), trimap, Progress.NONE));
    for (float value : alpha) assertTrue(value >= 0 && value <= 1, "alpha " + value);
    // The flat rest is foreground throughout, as its known row is.
    assertEquals(1, alpha[5 * size + 6], 0.01);
  }

  @Test
  void stopsWhenCancelled() {
    Progress cancelled = new Progress() {
      @Override
      public boolean isCancelled() {
        return true;
      }
    };
    Img<FloatType> image = ArrayImgs.floats(noise(20 * 20 * 3, 9), 20, 20, 3);
    Trimap trimap = constant(20, 20, Trimap.UNKNOWN);
    assertThrows(CancellationException.class, () -> ClosedFormAlpha.of(image, trimap, cancelled));
  }

  @Test
  void refusesWhatItCannotWorkWith() {
    Img<FloatType> image = ArrayImgs.floats(8, 8, 3);
    Trimap other = constant(8, 7, 0);
    String message = assertThrows(IllegalArgumentException.class,
        () -> ClosedFormAlpha.of(image, other, Progress.NONE)).getMessage();
    assertTrue(message.contains("8x7") && message.contains("8x8"), message);
    Trimap fitting = constant(8, 8, 0);
    assertThrows(IllegalArgumentException.class,
        () -> ClosedFormAlpha.of(ArrayImgs.floats(8, 8, 4), fitting, Progress.NONE));
    assertThrows(IllegalArgumentException.class,
        () -> ClosedFormAlpha.of(image, fitting, 0, 1e-7, 1e-4, 10, Progress.NONE));
    assertThrows(IllegalArgumentException.class,
        () -> ClosedFormAlpha.of(image, fitting, 1, 0, 1e-4, 10, Progress.NONE));
  }
}
