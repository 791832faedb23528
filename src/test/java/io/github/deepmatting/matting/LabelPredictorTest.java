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
package io.github.deepmatting.matting;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.deepmatting.image.DistanceTransform;
import io.github.deepmatting.image.LabelImage;
import io.github.deepmatting.network.TensorShape;
import io.github.deepmatting.progress.Progress;
import io.github.deepmatting.trimap.TrimapFromLabels;
import io.github.deepmatting.trimap.UnknownBand;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;
import org.junit.jupiter.api.Test;

/** With {@link LocalNetwork}, whose alphas are those of the whole image if tiles see enough of it. */
class LabelPredictorTest {

  /** Labels of random discs, the later over the earlier, so that many touch. */
  private static float[] discs(int width, int height, int count, int radius, long seed) {
    float[] values = new float[width * height];
    Random random = new Random(seed);
    for (int label = 1; label <= count; label++) {
      int x = random.nextInt(width);
      int y = random.nextInt(height);
      for (int i = 0; i < values.length; i++)
        if (Math.hypot(i % width - x, i / width - y) < radius) values[i] = 10 * label;
    }
    return values;
  }

  private static LabelImage labels(int width, float... values) {
    return LabelImage.of(ArrayImgs.floats(values, width, values.length / width), Progress.NONE);
  }

  private static List<LabelAlpha> matte(
      LocalNetwork network, RandomAccessibleInterval<FloatType> rgb, LabelImage labels, UnknownBand band) {
    return new LabelPredictor(new AlphaPredictor(network), MatteOptions.DEFAULT)
        .matte(rgb, labels, labels.labels(), band, Progress.NONE);
  }

  @Test
  void touchingLabelsSumToAtMostOne() {
    int width = 160;
    int height = 120;
    for (UnknownBand band :
        List.of(UnknownBand.ofPixels(3, 3), UnknownBand.ofPixels(2, 9), UnknownBand.ofPixels(9, 2))) {
      LabelImage labels = labels(width, discs(width, height, 14, 17, 5));
      List<LabelAlpha> alphas = matte(new LocalNetwork(), TestImages.noise(width, height, 1), labels, band);
      assertEquals(new ArrayList<>(labels.labels()), alphas.stream().map(LabelAlpha::label).toList());
      double[] sums = new double[width * height];
      int shared = 0;
      for (LabelAlpha one : alphas) {
        float[] alpha = one.whole(width, height);
        float[] outside = DistanceTransform.distances(width, height, i -> labels.at(i) != one.label(), Progress.NONE);
        float[] inside = DistanceTransform.distances(width, height, i -> labels.at(i) == one.label(), Progress.NONE);
        for (int i = 0; i < alpha.length; i++) {
          if (outside[i] > band.inner()) assertEquals(1, alpha[i], "deep inside");
          if (inside[i] > band.outer()) assertEquals(0, alpha[i], "out of reach");
          assertTrue(alpha[i] >= 0);
          if (sums[i] > 0 && alpha[i] > 0) shared++;
          sums[i] += alpha[i];
        }
      }
      for (double sum : sums) assertTrue(sum <= 1 + 1e-6, "sum " + sum);
      assertTrue(shared > 100, "labels share only " + shared + " pixels");
    }
  }

  @Test
  void whatIsAboveOneIsDividedByTheSum() {
    // Two halves of an image that is white: the network gives more than 1 to both, clamped to 1.
    float[] values = new float[40 * 20];
    for (int i = 0; i < values.length; i++) values[i] = i % 40 < 20 ? 1 : 2;
    float[] white = new float[40 * 20 * 3];
    java.util.Arrays.fill(white, 1);
    List<LabelAlpha> alphas = matte(new LocalNetwork(), ArrayImgs.floats(white, 40, 20, 3), labels(40, values),
        UnknownBand.ofPixels(2, 2));
    float[] first = alphas.get(0).whole(40, 20);
    float[] second = alphas.get(1).whole(40, 20);
    for (int x = 18; x < 22; x++) {
      assertTrue(first[x] > 0 && second[x] > 0, "both reach x=" + x);
      assertEquals(1, first[x] + second[x], 1e-6);
    }
    assertEquals(1, first[17]);
    assertEquals(0, second[17]);
    assertEquals(1, second[22]);
  }

  @Test
  void aSingleObjectIsMattedAsInTheWholeImage() {
    int width = 420;
    int height = 380;
    RandomAccessibleInterval<FloatType> rgb = TestImages.noise(width, height, 8);
    float[] values = new float[width * height];
    for (int i = 0; i < values.length; i++) if (Math.hypot(i % width - 203, i / width - 171) < 30) values[i] = 4;
    LabelImage labels = labels(width, values);
    UnknownBand band = UnknownBand.ofPixels(6, 7);
    LocalNetwork network = new LocalNetwork();
    List<LabelAlpha> alphas = matte(network, rgb, labels, band);
    float[] whole = new AlphaPredictor(new LocalNetwork())
        .predict(rgb, new TrimapFromLabels(labels).of(4, band, Progress.NONE), MatteOptions.DEFAULT, Progress.NONE)
        .alpha().update(null).getCurrentStorageArray();
    assertArrayEquals(whole, alphas.get(0).whole(width, height));
    assertEquals(2 * (30 + 7 + 1), alphas.get(0).window().width(), 2);
  }

  @Test
  void theCostFollowsTheObjectsNotTheImage() {
    int size = 700;
    float[] values = new float[size * size];
    for (int label = 1; label <= 9; label++)
      for (int i = 0; i < values.length; i++)
        if (Math.hypot(i % size - 200.0 * (label % 3) - 100, i / size - 200.0 * ((label - 1) / 3) - 100) < 12)
          values[i] = label;
    LocalNetwork network = new LocalNetwork();
    matte(network, TestImages.noise(size, size, 1), labels(size, values), UnknownBand.ofPixels(4, 4));
    long pixels = network.shapes.stream().mapToLong(TensorShape::pixels).sum();
    assertTrue(pixels <= 9 * 60 * 60, pixels + " pixels");
  }

  @Test
  void warningsNameTheLabel() {
    List<String> warnings = new ArrayList<>();
    LabelImage labels = labels(30, discs(30, 30, 1, 3, 2));
    new LabelPredictor(new AlphaPredictor(new LocalNetwork()), MatteOptions.DEFAULT).matte(
        TestImages.noise(30, 30, 1), labels, List.of(10), UnknownBand.ofPixels(10, 10), new Progress() {
          @Override
          public void warn(String message) {
            warnings.add(message);
          }
        });
    assertEquals(1, warnings.size());
    assertTrue(warnings.get(0).startsWith("label 10: ") && warnings.get(0).contains("no foreground"), warnings.get(0));
  }

  @Test
  void whatDoesNotFitIsRefused() {
    LabelPredictor matting = new LabelPredictor(new AlphaPredictor(new LocalNetwork()), MatteOptions.DEFAULT);
    RandomAccessibleInterval<FloatType> rgb = TestImages.noise(4, 4, 1);
    UnknownBand band = UnknownBand.ofPixels(1, 1);
    LabelImage labels = labels(4, 0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3);
    assertMessage("No label was chosen; there are 1, 2, 3",
        () -> matting.matte(rgb, labels, List.of(), band, Progress.NONE));
    assertMessage("no label 7", () -> matting.matte(rgb, labels, List.of(1, 7), band, Progress.NONE));
    assertMessage("has 2x1 pixels but the image has 4x4",
        () -> matting.matte(rgb, labels(2, 1, 1), List.of(1), band, Progress.NONE));
  }

  private static void assertMessage(String part, Runnable work) {
    String message = assertThrows(IllegalArgumentException.class, work::run).getMessage();
    assertTrue(message.contains(part), message);
  }

  @Test
  void stopsBetweenLabels() {
    LocalNetwork network = new LocalNetwork();
    LabelImage labels = labels(300, discs(300, 100, 5, 10, 1));
    AtomicReference<Double> done = new AtomicReference<>(0.0);
    Progress progress = new Progress() {
      @Override
      public void whole(double share) {
        done.set(share);
      }

      @Override
      public boolean isCancelled() {
        return done.get() == 2 / 5.0;
      }
    };
    assertThrows(CancellationException.class,
        () -> new LabelPredictor(new AlphaPredictor(network), MatteOptions.DEFAULT).matte(
            TestImages.noise(300, 100, 1), labels, labels.labels(), UnknownBand.ofPixels(2, 2), progress));
    // Each of five labels is a fifth; the third one is stopped before it is predicted.
    assertEquals(2, network.shapes.size());
  }
}
