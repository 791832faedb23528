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

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.deepmatting.network.InputFeature;
import io.github.deepmatting.progress.Progress;
import io.github.deepmatting.trimap.Trimap;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Random;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * How long each feature takes on a drawn image; run with {@code -Dtest=InputFeaturesBenchmark
 * -DargLine=-Ddeepmatting.benchmark=true}. Median of warm repetitions in milliseconds, published as report entries.
 */
@EnabledIfSystemProperty(named = "deepmatting.benchmark", matches = "true")
class InputFeaturesBenchmark {

  private static final int REPETITIONS = 41;

  private static double median(Runnable work) {
    double[] times = new double[REPETITIONS];
    for (int i = -REPETITIONS; i < REPETITIONS; i++) {
      long start = System.nanoTime();
      work.run();
      if (i >= 0) times[i] = (System.nanoTime() - start) / 1e6;
    }
    java.util.Arrays.sort(times);
    return times[REPETITIONS / 2];
  }

  @Test
  void cropOfTraining(TestReporter reporter) {
    measure(192, 192, 45, 75, reporter);
  }

  @Test
  void photograph(TestReporter reporter) {
    measure(800, 600, 180, 230, reporter);
  }

  /** A disc with an unknown ring, soft and noisy. */
  private static void measure(int width, int height, double inner, double outer, TestReporter reporter) {
    Random random = new Random(1);
    float[] colours = new float[width * height * 3];
    byte[] values = new byte[width * height];
    for (int i = 0; i < values.length; i++) {
      double radius = Math.hypot(i % width - width / 2, i / width - height / 2);
      values[i] = (byte) (radius < inner ? 255 : radius > outer ? 0 : 128);
      double alpha = 1 / (1 + Math.exp((radius - (inner + outer) / 2 + 6 * random.nextGaussian()) / 4));
      for (int c = 0; c < 3; c++)
        colours[c * values.length + i] =
            (float) (alpha * (0.8 - 0.2 * c) + (1 - alpha) * (0.2 + 0.2 * c) + 0.02 * random.nextGaussian());
    }
    Img<FloatType> image = ArrayImgs.floats(colours, width, height, 3);
    Trimap trimap = new Trimap(width, height, values);
    String size = width + "x" + height + ", " + 100 * trimap.count(Trimap.UNKNOWN) / values.length + " % unknown: ";
    for (InputFeature feature : InputFeature.values()) {
      double time = median(() -> InputFeatures.of(image, trimap, List.of(feature), Progress.NONE));
      reporter.publishEntry(size + feature.key(), String.format("%.2f ms", time));
    }
    InputFeatures all = InputFeatures.of(image, trimap, List.of(InputFeature.values()), Progress.NONE);
    FloatBuffer out = ByteBuffer.allocateDirect(4 * values.length * all.channels()).order(ByteOrder.nativeOrder())
        .asFloatBuffer();
    double time = median(() -> all.write(0, 0, width, height, out.rewind()));
    assertEquals(0, out.remaining());
    reporter.publishEntry(size + "writing all", String.format("%.1f ns a pixel", time * 1e6 / values.length));
  }
}
