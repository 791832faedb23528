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

import io.github.deepmatting.closedform.ClosedFormAlpha;
import io.github.deepmatting.closedform.ReducedAlpha;
import io.github.deepmatting.network.AlphaNetwork;
import io.github.deepmatting.network.InputFeature;
import io.github.deepmatting.network.NetworkConfiguration;
import io.github.deepmatting.network.NetworkConfiguration.Level;
import io.github.deepmatting.network.TensorShape;
import io.github.deepmatting.image.HalfImage;
import io.github.deepmatting.progress.Progress;
import io.github.deepmatting.trimap.Trimap;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;
import org.junit.jupiter.api.Test;

/** A network whose alpha is a function of the coarse alpha alone: what the levels must give is then known. */
class CascadeTest {

  private static final int WIDTH = 90;
  private static final int HEIGHT = 50;

  /** Half of the coarse alpha and a quarter. */
  private static final class Halving implements AlphaNetwork {

    final List<TensorShape> shapes = new ArrayList<>();

    @Override
    public NetworkConfiguration configuration() {
      Level level = new Level(1, 3, 2);
      return new NetworkConfiguration("halving",
          List.of(InputFeature.IMAGE, InputFeature.TRIMAP, InputFeature.COARSE_ALPHA), List.of(0.0, 0.0, 0.0), 1, 2,
          List.of(level), level, List.of(level, level), 3, false, true, false, List.of(), 4, 32, Optional.empty());
    }

    @Override
    public void predict(
        TensorShape shape, int stage, Consumer<FloatBuffer> writeInput, Consumer<FloatBuffer> readAlpha) {
      shapes.add(shape);
      FloatBuffer input = FloatBuffer.allocate((int) shape.pixels() * 5);
      writeInput.accept(input);
      FloatBuffer alpha = FloatBuffer.allocate((int) shape.pixels());
      for (int i = 0; i < shape.pixels(); i++) alpha.put(i, 0.25f + 0.5f * input.get(5 * i + 4));
      readAlpha.accept(alpha);
    }

    @Override
    public void close() {}
  }

  private static float[] values(Iterable<FloatType> image, int size) {
    float[] values = new float[size];
    int i = 0;
    for (FloatType value : image) values[i++] = value.get();
    return values;
  }

  private static float[] halved(Img<FloatType> prior, Trimap trimap) {
    float[] alpha = values(prior, trimap.width() * trimap.height());
    for (int i = 0; i < alpha.length; i++)
      if (trimap.isUnknown(i % trimap.width(), i / trimap.width())) alpha[i] = 0.25f + 0.5f * alpha[i];
    return alpha;
  }

  @Test
  void everyLevelIsGivenTheOneBelowBroughtUp() {
    Random random = new Random(4);
    float[] colours = new float[3 * WIDTH * HEIGHT];
    for (int i = 0; i < colours.length; i++)
      colours[i] = (float) (0.5 + 0.3 * Math.sin(0.1 * (i % WIDTH)) + 0.1 * random.nextDouble());
    byte[] regions = new byte[WIDTH * HEIGHT];
    for (int i = 0; i < regions.length; i++)
      regions[i] = (byte) (i % WIDTH < 30 ? Trimap.FOREGROUND : i % WIDTH > 60 ? Trimap.BACKGROUND : Trimap.UNKNOWN);
    Img<FloatType> image = ArrayImgs.floats(colours, WIDTH, HEIGHT, 3);
    Trimap trimap = new Trimap(WIDTH, HEIGHT, regions);
    // 90 columns, 45, 23: the last has at most 32, and nothing below it.
    Img<FloatType> half = HalfImage.of(image);
    Img<FloatType> quarter = HalfImage.of(half);
    Trimap halfTrimap = trimap.half();
    Trimap quarterTrimap = halfTrimap.half();
    float[] coarsest = halved(ClosedFormAlpha.of(quarter, quarterTrimap, Progress.NONE).image(), quarterTrimap);
    float[] middle = halved(ReducedAlpha.ofHalf(half, halfTrimap, coarsest).image(), halfTrimap);
    float[] expected = halved(ReducedAlpha.ofHalf(image, trimap, middle).image(), trimap);

    Halving network = new Halving();
    PredictedAlpha matte;
    try (AlphaPredictor predictor = new AlphaPredictor(network)) {
      matte = predictor.predict(image, trimap, MatteOptions.DEFAULT, Progress.NONE);
    }
    assertArrayEquals(expected, matte.alpha().update(null).getCurrentStorageArray(), 1e-5f);
    assertEquals(3, matte.tiles());
    assertEquals(network.shapes.stream().mapToLong(TensorShape::pixels).sum(), matte.networkPixels());
    assertEquals(trimap.count(Trimap.UNKNOWN), matte.unknownPixels());
  }

  @Test
  void aSmallImageHasOneLevel() {
    Halving network = new Halving();
    try (AlphaPredictor predictor = new AlphaPredictor(network)) {
      predictor.predict(ArrayImgs.floats(32, 1, 3), new Trimap(32, 1, bytes(32)), MatteOptions.DEFAULT, Progress.NONE);
    }
    assertEquals(1, network.shapes.size());
  }

  /** One pixel wide and all unknown: halving ends. */
  @Test
  void anImageOnePixelWideHasItsLevels() {
    Halving network = new Halving();
    PredictedAlpha matte;
    try (AlphaPredictor predictor = new AlphaPredictor(network)) {
      matte = predictor.predict(
          ArrayImgs.floats(1, 65, 3), new Trimap(1, 65, bytes(65)), MatteOptions.DEFAULT, Progress.NONE);
    }
    // 65, 33, 17.
    assertEquals(3, network.shapes.size());
    // Nothing is known, so that closed-form alpha is one half, and a quarter and half of one half is the same.
    for (float value : matte.alpha().update(null).getCurrentStorageArray()) assertEquals(0.5, value, 1e-6);
  }

  private static byte[] bytes(int count) {
    byte[] unknown = new byte[count];
    java.util.Arrays.fill(unknown, (byte) Trimap.UNKNOWN);
    return unknown;
  }
}
