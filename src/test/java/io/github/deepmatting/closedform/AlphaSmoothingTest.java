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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.deepmatting.network.NetworkConfiguration.Smoothing;
import io.github.deepmatting.progress.Progress;
import io.github.deepmatting.trimap.Trimap;
import java.io.IOException;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ForkJoinPool;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;
import org.junit.jupiter.api.Test;

/** The smoothed alpha against a dense solver, and what blocks, threads and cancelling must leave as it is. */
class AlphaSmoothingTest {

  private static final Smoothing SMOOTHING = new Smoothing(1e-5, 0.003, 0.3, 8);

  @Test
  void weightFollowsTheFormula() {
    Smoothing smoothing = new Smoothing(1e-5, 0.25, 2, 3);
    assertEquals(0.25, smoothing.weight(0.5));
    assertEquals(2.25, smoothing.weight(0));
    assertEquals(2.25, smoothing.weight(1));
    assertEquals(0.25 + 2 * 0.125, smoothing.weight(0.75), 1e-12);
    assertEquals(0.25 + 2 * 0.125, smoothing.weight(0.25), 1e-12);
  }

  @Test
  void solvesTheDenseSystem() throws IOException {
    DenseReference reference = DenseReference.read();
    Trimap trimap = reference.trimap();
    int pixels = reference.width() * reference.height();
    float[] predicted = prediction(trimap, new Random(7));
    Smoothing smoothing = new Smoothing(reference.epsilon(), 0.05, 0.5, 4);
    double[][] matrix = new double[pixels][pixels];
    double[] right = new double[pixels];
    for (int i = 0; i < pixels; i++) {
      boolean unknown = trimap.isUnknown(i % reference.width(), i / reference.width());
      matrix[i][i] = 1;
      right[i] = predicted[i];
      if (!unknown) continue;
      for (int j = 0; j < pixels; j++) matrix[i][j] = reference.laplacian()[i * pixels + j];
      matrix[i][i] += smoothing.weight(predicted[i]);
      right[i] = smoothing.weight(predicted[i]) * predicted[i];
    }
    double[] expected = eliminate(matrix, right);
    float[] alpha = predicted.clone();
    AlphaSmoothing.smooth(reference.image(), trimap, alpha, smoothing, Progress.NONE);
    for (int i = 0; i < pixels; i++) assertEquals(Math.min(1, Math.max(0, expected[i])), alpha[i], 2e-3);
  }

  @Test
  void alphaThatIsALinearFunctionOfTheColoursStays() {
    int size = 40;
    float[] red = new float[3 * size * size];
    Random random = new Random(3);
    for (int i = 0; i < size * size; i++) red[i] = random.nextFloat();
    Trimap trimap = noise(size, size, 0.8, 5);
    // Known pixels fit as well.
    for (int i = 0; i < size * size; i++) {
      int value = trimap.get(i % size, i / size);
      if (value != Trimap.UNKNOWN) red[i] = value == Trimap.FOREGROUND ? 1 : 0;
    }
    float[] alpha = java.util.Arrays.copyOf(red, size * size);
    AlphaSmoothing.smooth(ArrayImgs.floats(red, size, size, 3), trimap, alpha, SMOOTHING, Progress.NONE);
    for (int i = 0; i < alpha.length; i++) assertEquals(red[i], alpha[i], 0.01);
  }

  @Test
  void whereTheColoursAreOneAlphaBecomesEvenBetweenWhatIsCertain() {
    // Left half certain of background, right half of foreground, one doubtful pixel in each.
    int size = 16;
    float[] rgb = new float[3 * size * size];
    float[] alpha = new float[size * size];
    for (int i = 0; i < size * size; i++) {
      alpha[i] = i % size < size / 2 ? 0 : 1;
      rgb[i] = alpha[i];
    }
    alpha[5 * size + 3] = 0.6f;
    alpha[9 * size + 12] = 0.4f;
    byte[] unknown = new byte[size * size];
    java.util.Arrays.fill(unknown, (byte) Trimap.UNKNOWN);
    AlphaSmoothing.smooth(ArrayImgs.floats(rgb, size, size, 3), new Trimap(size, size, unknown), alpha, SMOOTHING,
        Progress.NONE);
    for (int i = 0; i < alpha.length; i++) assertEquals(i % size < size / 2 ? 0 : 1, alpha[i], 0.01, "pixel " + i);
  }

  @Test
  void largeWeightsKeepThePrediction() {
    Trimap trimap = noise(50, 30, 0.7, 1);
    float[] predicted = prediction(trimap, new Random(2));
    float[] alpha = predicted.clone();
    AlphaSmoothing.smooth(image(50, 30, 4), trimap, alpha, new Smoothing(1e-5, 1e6, 0, 1), Progress.NONE);
    assertArrayEquals(predicted, alpha, 1e-3f);
  }

  @Test
  void knownPixelsStay() {
    Trimap trimap = noise(60, 60, 0.5, 9);
    float[] predicted = prediction(trimap, new Random(5));
    float[] alpha = predicted.clone();
    AlphaSmoothing.smooth(image(60, 60, 6), trimap, alpha, SMOOTHING, Progress.NONE);
    int changed = 0;
    for (int i = 0; i < alpha.length; i++) {
      if (trimap.isUnknown(i % 60, i / 60)) changed += alpha[i] != predicted[i] ? 1 : 0;
      else assertEquals(predicted[i], alpha[i]);
      assertTrue(alpha[i] >= 0 && alpha[i] <= 1);
    }
    assertTrue(changed > 1000, changed + " pixels changed");
  }

  @Test
  void blocksLeaveNoSeams() {
    // Wholly unknown within its border: nothing shields one block from the next.
    int width = 330;
    int height = 250;
    byte[] values = new byte[width * height];
    for (int i = 0; i < values.length; i++)
      values[i] = (byte) (i % width < 2 ? 0 : i % width >= width - 2 ? 255 : Trimap.UNKNOWN);
    Trimap trimap = new Trimap(width, height, values);
    Img<FloatType> image = image(width, height, 8);
    float[] whole = prediction(trimap, new Random(9));
    float[] blocks = whole.clone();
    AlphaSmoothing.smooth(image, trimap, whole, SMOOTHING, 1000, Progress.NONE);
    AlphaSmoothing.smooth(image, trimap, blocks, SMOOTHING, 70, Progress.NONE);
    double sum = 0;
    for (int i = 0; i < whole.length; i++) {
      assertEquals(whole[i], blocks[i], 0.01, "pixel " + i % width + ", " + i / width);
      sum += Math.abs(whole[i] - blocks[i]);
    }
    assertTrue(sum / whole.length < 0.001, "mean " + sum / whole.length);
  }

  @Test
  void theNumberOfThreadsChangesNothing() throws Exception {
    Trimap trimap = noise(500, 420, 0.6, 2);
    Img<FloatType> image = image(500, 420, 3);
    float[] one = prediction(trimap, new Random(4));
    float[] four = one.clone();
    in(1, () -> AlphaSmoothing.smooth(image, trimap, one, SMOOTHING, Progress.NONE));
    in(4, () -> AlphaSmoothing.smooth(image, trimap, four, SMOOTHING, Progress.NONE));
    assertArrayEquals(one, four);
  }

  private static void in(int threads, Runnable work) throws Exception {
    ForkJoinPool pool = new ForkJoinPool(threads);
    try {
      pool.submit(work).get();
    } finally {
      pool.shutdown();
    }
  }

  @Test
  void cancellingLeavesAlphaAsItWas() {
    Trimap trimap = noise(400, 40, 0.6, 2);
    float[] predicted = prediction(trimap, new Random(4));
    float[] alpha = predicted.clone();
    Progress cancelled = new Progress() {
      private int asked;

      @Override
      public synchronized boolean isCancelled() {
        return ++asked > 30;
      }
    };
    assertThrows(CancellationException.class,
        () -> AlphaSmoothing.smooth(image(400, 40, 1), trimap, alpha, SMOOTHING, 64, cancelled));
    assertArrayEquals(predicted, alpha);
  }

  @Test
  void sizesMustFit() {
    Trimap trimap = noise(20, 10, 0.5, 1);
    assertThrows(IllegalArgumentException.class,
        () -> AlphaSmoothing.smooth(image(20, 10, 1), trimap, new float[199], SMOOTHING, Progress.NONE));
    assertThrows(IllegalArgumentException.class,
        () -> AlphaSmoothing.smooth(image(10, 20, 1), trimap, new float[200], SMOOTHING, Progress.NONE));
  }

  /** Smooth colours with texture. */
  private static Img<FloatType> image(int width, int height, long seed) {
    Random random = new Random(seed);
    float[] values = new float[3 * width * height];
    for (int i = 0; i < values.length; i++) {
      int x = i % width;
      int y = i / width % height;
      double wave = Math.sin(x / (9.0 + 4 * (i / (width * height)))) * Math.cos(y / 13.0);
      values[i] = (float) Math.min(1, Math.max(0, 0.5 + 0.3 * wave + 0.05 * random.nextGaussian()));
    }
    return ArrayImgs.floats(values, width, height, 3);
  }

  private static Trimap noise(int width, int height, double unknown, long seed) {
    Random random = new Random(seed);
    byte[] values = new byte[width * height];
    for (int i = 0; i < values.length; i++)
      values[i] = (byte) (random.nextDouble() < unknown ? Trimap.UNKNOWN : random.nextBoolean() ? 255 : 0);
    return new Trimap(width, height, values);
  }

  /** Anything where unknown, 0 or 1 elsewhere. */
  private static float[] prediction(Trimap trimap, Random random) {
    float[] alpha = new float[trimap.width() * trimap.height()];
    for (int i = 0; i < alpha.length; i++) {
      int value = trimap.get(i % trimap.width(), i / trimap.width());
      alpha[i] = value == Trimap.UNKNOWN ? random.nextFloat() : value == Trimap.FOREGROUND ? 1 : 0;
    }
    return alpha;
  }

  /** Gaussian elimination with partial pivoting. */
  private static double[] eliminate(double[][] a, double[] b) {
    int n = b.length;
    for (int k = 0; k < n; k++) {
      int pivot = k;
      for (int i = k + 1; i < n; i++) if (Math.abs(a[i][k]) > Math.abs(a[pivot][k])) pivot = i;
      double[] row = a[k];
      a[k] = a[pivot];
      a[pivot] = row;
      double value = b[k];
      b[k] = b[pivot];
      b[pivot] = value;
      for (int i = k + 1; i < n; i++) {
        double factor = a[i][k] / a[k][k];
        if (factor == 0) continue;
        for (int j = k; j < n; j++) a[i][j] -= factor * a[k][j];
        b[i] -= factor * b[k];
      }
    }
    for (int k = n - 1; k >= 0; k--) {
      for (int j = k + 1; j < n; j++) b[k] -= a[k][j] * b[j];
      b[k] /= a[k][k];
    }
    return b;
  }
}
