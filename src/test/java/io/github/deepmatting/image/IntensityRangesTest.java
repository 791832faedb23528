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
package io.github.deepmatting.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.deepmatting.progress.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.RealType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ranges by hand, and percentiles against sorted values (the definition). */
class IntensityRangesTest {

  private static List<IntensityRange> typeRange(RandomAccessibleInterval<? extends RealType<?>> image) {
    return IntensityRanges.measure(image, Normalization.TYPE_RANGE, Progress.NONE);
  }

  private static List<IntensityRange> percentiles(RandomAccessibleInterval<? extends RealType<?>> image) {
    return IntensityRanges.measure(image, Normalization.PERCENTILE, Progress.NONE);
  }

  private static List<IntensityRange> automatic(
      RandomAccessibleInterval<? extends RealType<?>> image, Progress progress) {
    return IntensityRanges.measure(image, Normalization.AUTO, progress);
  }

  @Test
  void automaticallyBytesHaveTheRangeOfTheirTypeAndFloatsWithinZeroAndOneStay() {
    assertEquals(List.of(new IntensityRange(0, 255)),
        automatic(ArrayImgs.unsignedBytes(new byte[] {7, 9}, 2, 1), Progress.NONE));
    assertEquals(List.of(IntensityRange.UNIT, IntensityRange.UNIT),
        automatic(ArrayImgs.floats(new float[] {0.2f, 0.7f}, 1, 1, 2), Progress.NONE));
  }

  @Test
  void automaticallyOthersTakePercentilesAndALineSaysWhich() {
    List<String> lines = new ArrayList<>();
    Progress progress = new Progress() {
      @Override
      public void info(String message) {
        lines.add(message);
      }
    };
    short[] camera = new short[2000];
    for (int i = 0; i < camera.length; i++) camera[i] = (short) (100 + i);
    // One outlier of 2000 is less than a thousandth.
    camera[1999] = 4095;
    RandomAccessibleInterval<? extends RealType<?>> image = ArrayImgs.unsignedShorts(camera, 2000, 1);
    assertEquals(percentiles(image), automatic(image, progress));
    // The 0.1th percentile is the 2nd of 2000 values, the 99.9th the 1998th.
    assertEquals(List.of("Intensities become 0 to 1 by percentiles: 101 to 2097"), lines);
    IntensityRange range = automatic(ArrayImgs.floats(new float[] {-0.25f, 0.5f, 1.5f}, 3, 1), progress).get(0);
    assertEquals(-0.25, range.min(), 1e-6);
    assertEquals(1.5, range.max(), 1e-6);
    assertEquals("Intensities become 0 to 1 by percentiles: -0.2500 to 1.500", lines.get(1));
  }

  @Test
  void integersOfUpTo16BitsHaveTheRangeOfTheirType() {
    IntensityRange bytes = new IntensityRange(0, 255);
    assertEquals(List.of(bytes, bytes, bytes), typeRange(ArrayImgs.unsignedBytes(2, 2, 3)));
    assertEquals(List.of(new IntensityRange(0, 65535)), typeRange(ArrayImgs.unsignedShorts(2, 2)));
    assertEquals(List.of(new IntensityRange(-32768, 32767)), typeRange(ArrayImgs.shorts(2, 2)));
  }

  @Test
  void floatsWithinZeroAndOneAreTakenAsTheyAre() {
    assertEquals(List.of(IntensityRange.UNIT), typeRange(ArrayImgs.floats(new float[] {0.2f, 0.7f}, 2, 1)));
  }

  @Test
  void otherFloatsTakeTheirRangeOverAllChannels() {
    IntensityRange range = new IntensityRange(-3, 10);
    assertEquals(List.of(range, range), typeRange(ArrayImgs.floats(new float[] {0, 10, -3, 1}, 2, 1, 2)));
  }

  @Test
  void wideIntegersTakeTheirRange() {
    assertEquals(List.of(new IntensityRange(5, 70000)), typeRange(ArrayImgs.ints(new int[] {5, 70000}, 2, 1)));
  }

  @Test
  void rangesAreCommonToAllSlices() {
    float[] values = {0, 1, 2, 3, 40, 50, 60, 70};
    IntensityRange range = new IntensityRange(0, 70);
    assertEquals(List.of(range, range), typeRange(ArrayImgs.floats(values, 2, 1, 2, 2)));
    assertEquals(List.of(new IntensityRange(0, 50), new IntensityRange(2, 70)),
        percentiles(ArrayImgs.floats(values, 2, 1, 2, 2)).stream()
            .map(r -> new IntensityRange(Math.rint(r.min()), Math.rint(r.max()))).toList());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 10, 999, 1000, 1001, 20000})
  void percentilesOfIntegersAreExact(int size) {
    Random random = new Random(size);
    short[] values = new short[size];
    double[] sorted = new double[size];
    for (int i = 0; i < size; i++) {
      values[i] = (short) random.nextInt(-30000, 30000);
      sorted[i] = values[i];
    }
    Arrays.sort(sorted);
    double low = byDefinition(sorted, 1);
    double high = byDefinition(sorted, 999);
    assertEquals(List.of(new IntensityRange(low, high)), percentiles(ArrayImgs.shorts(values, size, 1)));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 1e9})
  void percentilesOfFloatsDoNotSufferFromOutliers(double outlier) {
    Random random = new Random(7);
    float[] values = new float[20000];
    double[] sorted = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = i == 5 ? (float) outlier : (float) random.nextGaussian();
      sorted[i] = values[i];
    }
    Arrays.sort(sorted);
    IntensityRange range = percentiles(ArrayImgs.floats(values, 200, 100)).get(0);
    double tolerance = (sorted[sorted.length - 1] - sorted[0]) / (1L << 32);
    assertEquals(byDefinition(sorted, 1), range.min(), tolerance);
    assertEquals(byDefinition(sorted, 999), range.max(), tolerance);
  }

  /** The smallest value that at least this many thousandths of all do not exceed. */
  private static double byDefinition(double[] sorted, int thousandths) {
    int atLeast = (sorted.length * thousandths + 999) / 1000;
    return sorted[Math.max(1, atLeast) - 1];
  }

  @Test
  void aChannelThatIsNearlyAllBackgroundKeepsItsRange() {
    byte[] values = new byte[10000];
    values[17] = 100;
    assertEquals(List.of(new IntensityRange(0, 100)), percentiles(ArrayImgs.unsignedBytes(values, 100, 100)));
  }

  @Test
  void aFlatChannelHasAnEmptyRange() {
    assertEquals(List.of(new IntensityRange(7, 7)), percentiles(ArrayImgs.floats(new float[] {7, 7, 7}, 3, 1)));
  }

  @Test
  void displayRangesAreGivenForEachChannelOrForAll() {
    RandomAccessibleInterval<? extends RealType<?>> image = ArrayImgs.unsignedBytes(1, 1, 2);
    IntensityRange a = new IntensityRange(10, 20);
    IntensityRange b = new IntensityRange(0, 5);
    assertEquals(List.of(a, b), IntensityRanges.given(image, List.of(a, b), Progress.NONE));
    assertEquals(List.of(a, a), IntensityRanges.given(image, List.of(a), Progress.NONE));
    assertThrows(IllegalArgumentException.class,
        () -> IntensityRanges.given(image, List.of(a, b, a), Progress.NONE));
    assertThrows(IllegalArgumentException.class,
        () -> IntensityRanges.measure(image, Normalization.DISPLAY_RANGE, Progress.NONE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"AUTO", "TYPE_RANGE", "PERCENTILE"})
  void whatIsNotFiniteIsNamed(Normalization normalization) {
    float[] values = new float[12];
    values[7] = Float.NaN;
    values[9] = Float.NEGATIVE_INFINITY;
    values[11] = Float.NaN;
    assertNamed(assertThrows(IllegalArgumentException.class,
        () -> IntensityRanges.measure(ArrayImgs.floats(values, 3, 2, 2), normalization, Progress.NONE)));
    assertNamed(assertThrows(IllegalArgumentException.class,
        () -> IntensityRanges.given(ArrayImgs.floats(values, 3, 2, 2), List.of(IntensityRange.UNIT), Progress.NONE)));
  }

  private static void assertNamed(Exception error) {
    assertTrue(error.getMessage().contains("2 NaN and 1 infinite")
        && error.getMessage().contains("x=1, y=0, channel 2 of 2;"), error.getMessage());
  }

  @Test
  void aRangeNeedsTwoOrderedNumbers() {
    assertThrows(IllegalArgumentException.class, () -> new IntensityRange(1, 0));
    assertThrows(IllegalArgumentException.class, () -> new IntensityRange(Double.NaN, 1));
    assertThrows(IllegalArgumentException.class, () -> new IntensityRange(0, Double.POSITIVE_INFINITY));
  }
}
