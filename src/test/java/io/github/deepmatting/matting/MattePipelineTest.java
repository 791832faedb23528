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
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.deepmatting.image.IntensityRange;
import io.github.deepmatting.image.LabelImage;
import io.github.deepmatting.image.Normalization;
import io.github.deepmatting.image.Normalization;
import io.github.deepmatting.image.NormalizationOptions;
import io.github.deepmatting.progress.Progress;
import io.github.deepmatting.trimap.Trimap;
import io.github.deepmatting.trimap.UnknownBand;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.Converters;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MattePipelineTest {

  private static final int WIDTH = 50;
  private static final int HEIGHT = 40;
  private static final Trimap TRIMAP = TestImages.discs(WIDTH, HEIGHT, 12, 4);
  private static final MatteOptions ALL = MatteOptions.DEFAULT.with("outputs", "alpha,foreground,cutout");

  private final Matting matting = new Matting(new LocalNetwork(), Normalization.TYPE_RANGE, 1);
  private final List<String> warnings = new ArrayList<>();
  private final Progress progress = new Progress() {
    @Override
    public void warn(String message) {
      warnings.add(message);
    }
  };

  /** 16-bit slices of random values, the brightest of each 1000 times its number. */
  private static RandomAccessibleInterval<UnsignedShortType> stack(int slices) {
    short[] values = new short[WIDTH * HEIGHT * slices];
    Random random = new Random(8);
    for (int i = 0; i < values.length; i++) values[i] = (short) random.nextInt(1000 * (1 + i / (WIDTH * HEIGHT)));
    return ArrayImgs.unsignedShorts(values, WIDTH, HEIGHT, 1, slices);
  }

  private static TrimapSource trimaps(Trimap... ofSlices) {
    return new TrimapSource() {
      @Override
      public Trimap at(int position, Progress own) {
        if (ofSlices[position] == null) throw new IllegalArgumentException("trimap.tif can't be read");
        return ofSlices[position];
      }

      @Override
      public boolean isPerSlice() {
        return true;
      }
    };
  }

  private static float[] values(Matte<?> matte) {
    return matte.alpha().update(null).getCurrentStorageArray();
  }

  private TreeMap<Integer, float[]> alphas(MatteOptions options, int slices) throws IOException {
    TreeMap<Integer, float[]> alphas = new TreeMap<>();
    List<SliceFailure> failures = matting.pipeline(options).run(ImageSource.of(stack(slices)),
        TrimapSource.common(TRIMAP), (slice, matte) -> alphas.put(slice, values(matte)), progress);
    assertEquals(List.of(), failures);
    return alphas;
  }

  @Test
  void slicesShareTheRangeOfTheStack() throws IOException {
    MatteOptions percentiles = ALL.with("normalization", "percentile");
    TreeMap<Integer, float[]> alphas = alphas(percentiles, 3);
    assertEquals(Set.of(0, 1, 2), alphas.keySet());
    List<IntensityRange> common =
        NormalizationOptions.of(Normalization.PERCENTILE).ranges(stack(3), Progress.NONE);
    for (int slice = 0; slice < 3; slice++) {
      RandomAccessibleInterval<UnsignedShortType> image = Views.hyperSlice(stack(3), 3, slice);
      ImageSource<UnsignedShortType> displayed = displayed(image, common);
      List<float[]> alone = new ArrayList<>();
      matting.pipeline(ALL.with("normalization", "display")).run(displayed, TrimapSource.common(TRIMAP),
          (position, matte) -> alone.add(values(matte)), progress);
      assertArrayEquals(alone.get(0), alphas.get(slice));
    }
  }

  private static ImageSource<UnsignedShortType> displayed(
      RandomAccessibleInterval<UnsignedShortType> image, List<IntensityRange> ranges) {
    ImageSource<UnsignedShortType> source = ImageSource.of(image);
    return new ImageSource<>() {
      @Override
      public int positions() {
        return source.positions();
      }

      @Override
      public RandomAccessibleInterval<UnsignedShortType> at(int position) {
        return source.at(position);
      }

      @Override
      public RandomAccessibleInterval<UnsignedShortType> all() {
        return source.all();
      }

      @Override
      public List<IntensityRange> displayRanges() {
        return ranges;
      }
    };
  }

  @Test
  void aCutOutIsAsDisplayed() throws IOException {
    RandomAccessibleInterval<UnsignedShortType> image = ArrayImgs.unsignedShorts(WIDTH, HEIGHT, 3);
    image.forEach(value -> value.set(1300));
    matting.pipeline(ALL).run(displayed(image, Collections.nCopies(3, new IntensityRange(300, 2300))),
        TrimapSource.common(TestImages.filled(WIDTH, HEIGHT, Trimap.FOREGROUND)), (position, matte) -> {
          int pixel = matte.cutOut().orElseThrow().getAt(7, 5).get();
          // Half way between the ends of the display range; opaque.
          assertEquals(0xff808080, pixel);
        }, progress);
  }

  @Test
  void aSliceThatFailsIsReportedAndTheOthersAreDone() throws IOException {
    Trimap tooSmall = TestImages.filled(WIDTH, HEIGHT - 1, Trimap.UNKNOWN);
    Trimap known = TestImages.filled(WIDTH, HEIGHT, Trimap.FOREGROUND);
    List<Integer> done = new ArrayList<>();
    List<SliceFailure> failures = matting.pipeline(ALL).run(ImageSource.of(stack(5)),
        trimaps(TRIMAP, tooSmall, TRIMAP, known, null), (slice, matte) -> {
          if (slice == 2) throw new IOException("the disk is full");
          done.add(slice);
        }, progress);
    assertEquals(List.of(0, 3), done);
    assertEquals(List.of(1, 2, 4), failures.stream().map(SliceFailure::slice).toList());
    assertTrue(failures.get(0).message().startsWith("slice 2: The trimap has 50x39 pixels"), failures.get(0).message());
    assertTrue(warnings.contains("slice 3: the disk is full"), warnings.toString());
    assertTrue(warnings.stream().anyMatch(warning -> warning.startsWith("slice 4 of 5: The trimap")), "" + warnings);
    String summary = SliceFailure.summary(failures, 5);
    assertTrue(summary.startsWith("3 of 5 slices failed and are empty in the results: slice 2: The trimap has 50x39"),
        summary);
    assertTrue(summary.endsWith("; slice 3: the disk is full; slice 5: trimap.tif can't be read"), summary);
  }

  @Test
  void whereNoSliceCouldBeMattedTheReasonIsThrown() {
    Exception e = assertThrows(IllegalArgumentException.class, () -> matting.pipeline(ALL).run(
        ImageSource.of(stack(2)), trimaps(null, null), (slice, matte) -> {}, progress));
    assertEquals("trimap.tif can't be read", e.getMessage());
    IOException full = new IOException("the disk is full");
    assertSame(full, assertThrows(IOException.class, () -> matting.pipeline(ALL).run(
        ImageSource.of(stack(1)), TrimapSource.common(TRIMAP), (slice, matte) -> {
          throw full;
        }, progress)));
  }

  @Test
  void cancellingEndsTheStack() {
    List<Integer> done = new ArrayList<>();
    Progress stopping = new Progress() {
      @Override
      public boolean isCancelled() {
        return done.size() == 2;
      }
    };
    assertThrows(CancellationException.class, () -> matting.pipeline(ALL).run(ImageSource.of(stack(4)),
        TrimapSource.common(TRIMAP), (slice, matte) -> done.add(slice), stopping));
    assertEquals(List.of(0, 1), done);
  }

  @Test
  void theConsumerMayGiveTheMemoryOfTheForeground() throws IOException {
    RandomAccessibleInterval<UnsignedShortType> memory = ArrayImgs.unsignedShorts(WIDTH, HEIGHT, 1);
    matting.pipeline(ALL).run(ImageSource.of(stack(1)), TrimapSource.common(TRIMAP),
        new MattePipeline.MatteConsumer<UnsignedShortType>() {
          @Override
          public Optional<RandomAccessibleInterval<UnsignedShortType>> foreground(int position) {
            return Optional.of(memory);
          }

          @Override
          public void accept(int position, Matte<UnsignedShortType> matte) {
            assertSame(memory, matte.foreground().orElseThrow());
          }
        }, progress);
    for (int y = 0; y < HEIGHT; y++)
      for (int x = 0; x < WIDTH; x++)
        if (TRIMAP.get(x, y) == Trimap.FOREGROUND)
          assertEquals(stack(1).getAt(x, y, 0, 0).get(), memory.getAt(x, y, 0).get());
  }

  @Test
  void labelsOfEachSlice() throws IOException {
    LabelImage two = labels(1, 2);
    LabelImage other = labels(3, 3);
    List<List<Integer>> found = new ArrayList<>();
    List<SliceFailure> failures = matting.pipeline(MatteOptions.DEFAULT).runLabels(ImageSource.of(stack(3)),
        (position, own) -> position == 1 ? other : two, List.of(1, 2), UnknownBand.ofPixels(2, 2),
        (position, alphas) -> found.add(alphas.stream().map(LabelAlpha::label).toList()), progress);
    assertEquals(List.of(), failures);
    assertEquals(List.of(List.of(1, 2), List.of(), List.of(1, 2)), found);
  }

  /** One label in the left half, one in the right. */
  private static LabelImage labels(int left, int right) {
    float[] values = new float[WIDTH * HEIGHT];
    for (int i = 0; i < values.length; i++) values[i] = i % WIDTH < WIDTH / 2 ? left : right;
    return LabelImage.of(ArrayImgs.floats(values, WIDTH, HEIGHT), Progress.NONE);
  }

  @Test
  void stagesAndAxesAreChecked() {
    assertThrows(IllegalArgumentException.class,
        () -> new Matting(new LocalNetwork(Long.MAX_VALUE, false), Normalization.TYPE_RANGE, 1)
            .pipeline(MatteOptions.DEFAULT.withStage(2)));
    String message = assertThrows(IllegalArgumentException.class,
        () -> ImageSource.of(ArrayImgs.unsignedShorts(2, 2, 1, 2, 2))).getMessage();
    assertTrue(message.contains("axes x, y, channel, slice") && message.contains("[2, 2, 1, 2, 2]"), message);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  void allWorkIsDoneByAsManyThreadsAsWereAskedForAndTheirNumberChangesNothing(int threads) throws IOException {
    Set<Thread> seen = ConcurrentHashMap.newKeySet();
    RandomAccessibleInterval<UnsignedShortType> watched = Converters.convert(stack(2), (from, to) -> {
      seen.add(Thread.currentThread());
      to.set(from);
    }, new UnsignedShortType());
    List<Object> results = new ArrayList<>();
    try (Matting several = new Matting(new LocalNetwork(), Normalization.PERCENTILE, threads)) {
      several.pipeline(ALL.withTile(32)).run(ImageSource.of(watched), TrimapSource.common(TRIMAP), (slice, matte) -> {
        seen.add(Thread.currentThread());
        results.add(values(matte));
        results.add(matte.cutOut().orElseThrow().update(null).getCurrentStorageArray());
        matte.foreground().orElseThrow().forEach(value -> results.add(value.get()));
      }, progress);
    }
    assertTrue(seen.size() <= threads, seen.toString());
    assertTrue(seen.stream().allMatch(thread -> thread.getName().equals("deep-matting-worker")), seen.toString());
    List<Object> one = new ArrayList<>();
    Matting single = new Matting(new LocalNetwork(), Normalization.PERCENTILE, 1);
    single.pipeline(ALL.withTile(32)).run(ImageSource.of(stack(2)), TrimapSource.common(TRIMAP), (slice, matte) -> {
      one.add(values(matte));
      one.add(matte.cutOut().orElseThrow().update(null).getCurrentStorageArray());
      matte.foreground().orElseThrow().forEach(value -> one.add(value.get()));
    }, progress);
    assertArrayEquals(one.toArray(), results.toArray());
  }
}
