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

import io.github.deepmatting.foreground.ForegroundOptions;
import io.github.deepmatting.image.Normalization;
import io.github.deepmatting.image.NormalizationOptions;
import io.github.deepmatting.progress.Progress;
import io.github.deepmatting.trimap.Trimap;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Test;

class MattePipelineTest {

  private static final int WIDTH = 50;
  private static final int HEIGHT = 40;
  private static final Trimap TRIMAP = TestImages.discs(WIDTH, HEIGHT, 12, 4);

  private final LocalNetwork network = new LocalNetwork();
  private final MattePipeline pipeline =
      new MattePipeline(new Matting(network), MattingOptions.defaults(), Optional.of(ForegroundOptions.DEFAULT));

  /** 16-bit slices of random values, the brightest of each 1000 times its number. */
  private static RandomAccessibleInterval<UnsignedShortType> stack(int slices) {
    short[] values = new short[WIDTH * HEIGHT * slices];
    Random random = new Random(8);
    for (int i = 0; i < values.length; i++) values[i] = (short) random.nextInt(1000 * (1 + i / (WIDTH * HEIGHT)));
    return ArrayImgs.unsignedShorts(values, WIDTH, HEIGHT, 1, slices);
  }

  private static float[] values(Matte<?> matte) {
    return matte.alpha().alpha().update(null).getCurrentStorageArray();
  }

  @Test
  void anImageIsNormalisedAndMatted() {
    RandomAccessibleInterval<UnsignedShortType> image = Views.hyperSlice(stack(1), 3, 0);
    Matte<UnsignedShortType> matte = pipeline.matte(image, NormalizationOptions.defaults(), TRIMAP, Progress.NONE);
    // Grey over 65535 in three channels, by hand.
    float[] rgb = new float[3 * WIDTH * HEIGHT];
    for (int i = 0; i < rgb.length; i++) {
      int pixel = i % (WIDTH * HEIGHT);
      rgb[i] = (float) (image.getAt(pixel % WIDTH, pixel / WIDTH, 0).get() / 65535.0);
    }
    RandomAccessibleInterval<FloatType> normalised = ArrayImgs.floats(rgb, WIDTH, HEIGHT, 3);
    AlphaMatte expected =
        new Matting(new LocalNetwork()).matte(normalised, TRIMAP, MattingOptions.defaults(), Progress.NONE);
    assertArrayEquals(expected.alpha().update(null).getCurrentStorageArray(), values(matte), 1e-6f);
    RandomAccessibleInterval<UnsignedShortType> foreground = matte.foreground().orElseThrow();
    assertArrayEquals(image.dimensionsAsLongArray(), foreground.dimensionsAsLongArray());
    for (int y = 0; y < HEIGHT; y++)
      for (int x = 0; x < WIDTH; x++)
        if (TRIMAP.get(x, y) == Trimap.FOREGROUND)
          assertEquals(image.getAt(x, y, 0).get(), foreground.getAt(x, y, 0).get());
  }

  @Test
  void withoutForegroundNoneIsEstimated() {
    MattePipeline alphaOnly =
        new MattePipeline(new Matting(network), MattingOptions.defaults(), Optional.empty());
    RandomAccessibleInterval<UnsignedShortType> image = Views.hyperSlice(stack(1), 3, 0);
    assertTrue(alphaOnly.matte(image, NormalizationOptions.defaults(), TRIMAP, Progress.NONE).foreground().isEmpty());
  }

  @Test
  void slicesShareTheRangeOfTheStack() {
    RandomAccessibleInterval<UnsignedShortType> stack = stack(3);
    NormalizationOptions percentiles = NormalizationOptions.of(Normalization.PERCENTILE);
    List<float[]> alphas = new ArrayList<>();
    List<SliceFailure> failures = pipeline.matteSlices(stack, percentiles, List.of(TRIMAP), (slice, matte) -> {
      assertEquals(alphas.size(), slice);
      alphas.add(values(matte));
    }, Progress.NONE);
    assertEquals(List.of(), failures);
    assertEquals(3, alphas.size());
    NormalizationOptions common =
        new NormalizationOptions(Normalization.DISPLAY_RANGE, percentiles.ranges(stack, Progress.NONE), List.of());
    for (int slice = 0; slice < 3; slice++)
      assertArrayEquals(
          values(pipeline.matte(Views.hyperSlice(stack, 3, slice), common, TRIMAP, Progress.NONE)), alphas.get(slice));
  }

  @Test
  void eachSliceHasItsTrimapAndAFailingOneIsReported() {
    Trimap tooSmall = TestImages.filled(WIDTH, HEIGHT - 1, Trimap.UNKNOWN);
    Trimap known = TestImages.filled(WIDTH, HEIGHT, Trimap.FOREGROUND);
    List<Integer> done = new ArrayList<>();
    List<String> warnings = new ArrayList<>();
    Progress progress = new Progress() {
      @Override
      public void warn(String message) {
        warnings.add(message);
      }
    };
    List<SliceFailure> failures = pipeline.matteSlices(stack(4), NormalizationOptions.defaults(),
        List.of(TRIMAP, tooSmall, TRIMAP, known), (slice, matte) -> {
          if (slice == 2) throw new IOException("the disk is full");
          done.add(slice);
        }, progress);
    assertEquals(List.of(0, 3), done);
    assertEquals(List.of(1, 2), failures.stream().map(SliceFailure::slice).toList());
    assertTrue(failures.get(0).message().startsWith("slice 2: The trimap has 50x39 pixels"), failures.get(0).message());
    assertEquals("slice 3: the disk is full", failures.get(1).message());
    assertTrue(warnings.contains("slice 3: the disk is full"));
    assertTrue(warnings.stream().anyMatch(warning -> warning.startsWith("slice 4 of 4: The trimap")), "" + warnings);
  }

  @Test
  void cancellingEndsTheStack() {
    List<Integer> done = new ArrayList<>();
    Progress progress = new Progress() {
      @Override
      public boolean isCancelled() {
        return done.size() == 2;
      }
    };
    assertThrows(CancellationException.class, () -> pipeline.matteSlices(stack(4), NormalizationOptions.defaults(),
        List.of(TRIMAP), (slice, matte) -> done.add(slice), progress));
    assertEquals(List.of(0, 1), done);
  }

  @Test
  void stacksAndTrimapsMustFit() {
    Exception e = assertThrows(IllegalArgumentException.class, () -> pipeline.matteSlices(stack(3),
        NormalizationOptions.defaults(), List.of(TRIMAP, TRIMAP), (slice, matte) -> {}, Progress.NONE));
    assertTrue(e.getMessage().contains("3 slices but there are 2 trimaps"), e.getMessage());
    e = assertThrows(IllegalArgumentException.class, () -> pipeline.matteSlices(Views.hyperSlice(stack(3), 3, 0),
        NormalizationOptions.defaults(), List.of(TRIMAP), (slice, matte) -> {}, Progress.NONE));
    assertTrue(e.getMessage().contains("axes x, y, channel and slice"), e.getMessage());
  }
}
