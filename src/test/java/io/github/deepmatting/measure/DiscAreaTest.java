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
package io.github.deepmatting.measure;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.deepmatting.engine.Engine.DeviceChoice;
import io.github.deepmatting.engine.EngineLoader;
import io.github.deepmatting.imagej.Engines;
import io.github.deepmatting.matting.AlphaPredictor;
import io.github.deepmatting.matting.MatteOptions;
import io.github.deepmatting.model.Models;
import io.github.deepmatting.progress.Progress;
import io.github.deepmatting.trimap.TrimapFromMask;
import io.github.deepmatting.trimap.UnknownBand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How well the area of a disc is known from a noisy image of it: by the soft area of its true alpha, by that of the
 * shipped model's matte, and by thresholding. The discs cover pixels exactly by area, lie at random positions between the
 * pixels, have one colour, as the background has, and every pixel and channel has Gaussian noise of its own. The table of
 * all is written to {@code target/disc-areas.md}.
 */
class DiscAreaTest {

  private static final int SIZE = 128;
  private static final int DISCS = 8;
  private static final double[] RADII = {10, 20, 40};
  private static final double[] FOREGROUND = {0.78, 0.47, 0.24};
  private static final double[] BACKGROUND = {0.16, 0.35, 0.59};

  /** Standard deviation of the noise as part of the distance of the two colours, for which the claim is made. */
  private static final double NOISE = 0.3;

  /**
   * Mean absolute errors of the area, in pixels.
   *
   * @param matte NaN if it was not asked for
   */
  private record Errors(double area, double threshold, double truth, double matte) {

    static Errors mean(List<Errors> errors) {
      return new Errors(errors.stream().mapToDouble(Errors::area).average().orElseThrow(),
          errors.stream().mapToDouble(Errors::threshold).average().orElseThrow(),
          errors.stream().mapToDouble(Errors::truth).average().orElseThrow(),
          errors.stream().mapToDouble(Errors::matte).average().orElseThrow());
    }
  }

  private static double contrast() {
    double sum = 0;
    for (int c = 0; c < 3; c++) sum += Math.pow(FOREGROUND[c] - BACKGROUND[c], 2);
    return Math.sqrt(sum);
  }

  /** Channel by channel, in [0,1]. */
  private static float[] render(float[] alpha, double noise, Random random) {
    float[] image = new float[3 * alpha.length];
    for (int c = 0; c < 3; c++)
      for (int i = 0; i < alpha.length; i++) {
        double value = alpha[i] * FOREGROUND[c] + (1 - alpha[i]) * BACKGROUND[c];
        value += noise * contrast() * random.nextGaussian();
        image[c * alpha.length + i] = (float) Math.max(0, Math.min(1, value));
      }
    return image;
  }

  /** The best threshold that there is: half way between the two true colours, along the line that joins them. */
  private static int thresholded(float[] image) {
    int pixels = image.length / 3;
    int inside = 0;
    for (int i = 0; i < pixels; i++) {
      double along = 0;
      for (int c = 0; c < 3; c++)
        along += (image[c * pixels + i] - (FOREGROUND[c] + BACKGROUND[c]) / 2) * (FOREGROUND[c] - BACKGROUND[c]);
      if (along > 0) inside++;
    }
    return inside;
  }

  private static double softArea(RandomAccessibleInterval<FloatType> alpha) {
    return Measurer.measure(alpha, Optional.<RandomAccessibleInterval<FloatType>>empty(), PixelSize.ONE,
        Progress.NONE).softArea();
  }

  /** @param predictor null for no matte */
  private static Errors errors(double radius, double noise, AlphaPredictor predictor) {
    Random random = new Random(Math.round(radius));
    List<Errors> errors = new ArrayList<>();
    for (int i = 0; i < DISCS; i++) {
      CoveredDisc disc = new CoveredDisc(
          SIZE, SIZE / 2.0 + random.nextDouble(), SIZE / 2.0 + random.nextDouble(), radius + random.nextDouble());
      float[] image = render(disc.alpha(), noise, random);
      double matte = predictor == null ? Double.NaN : softArea(predictor.predict(ArrayImgs.floats(image, SIZE, SIZE, 3),
          TrimapFromMask.make(disc.image(), UnknownBand.ofPixels(6, 6), Progress.NONE), MatteOptions.DEFAULT,
          Progress.NONE).alpha());
      errors.add(new Errors(disc.area(), Math.abs(thresholded(image) - disc.area()),
          Math.abs(softArea(disc.image()) - disc.area()), Math.abs(matte - disc.area())));
    }
    return Errors.mean(errors);
  }

  /** By radius. */
  private static List<Errors> errors(double noise, AlphaPredictor predictor) {
    List<Errors> errors = new ArrayList<>();
    for (double radius : RADII) errors.add(errors(radius, noise, predictor));
    return errors;
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.05, 0.1, 0.2, NOISE})
  void theTrueAlphaIsTwentyTimesBetterThanAThreshold(double noise) {
    Errors mean = Errors.mean(errors(noise, null));
    assertTrue(20 * mean.truth() < mean.threshold(), mean.toString());
  }

  @Test
  void theMatteIsTwentyTimesBetterThanAThreshold() throws IOException {
    Engines.assumeThere();
    StringBuilder table = new StringBuilder("| noise | radius | area | threshold | matte | ratio | true alpha |\n"
        + "| --- | --- | --- | --- | --- | --- | --- |\n");
    Errors claimed = null;
    try (AlphaPredictor predictor =
        AlphaPredictor.load(EngineLoader.get(), new Models(List.of()).load(Models.DEFAULT), DeviceChoice.CPU, 0)) {
      for (double noise : new double[] {0.05, 0.1, 0.2, NOISE}) {
        List<Errors> errors = errors(noise, predictor);
        for (int i = 0; i < RADII.length; i++) line(table, noise, String.valueOf((int) RADII[i]), errors.get(i));
        claimed = Errors.mean(errors);
        line(table, noise, "all", claimed);
      }
    }
    Files.writeString(Path.of("target", "disc-areas.md"), table);
    assertTrue(20 * claimed.matte() < claimed.threshold(), claimed.toString());
  }

  private static void line(StringBuilder table, double noise, String radius, Errors errors) {
    table.append(String.format(Locale.ROOT, "| %.2f | %s | %.0f | %.2f | %.2f | %.1f | %.1e |\n", noise, radius,
        errors.area(), errors.threshold(), errors.matte(), errors.threshold() / errors.matte(), errors.truth()));
  }
}
