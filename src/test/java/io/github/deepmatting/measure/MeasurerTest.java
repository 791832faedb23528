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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.deepmatting.image.LabelImage;
import io.github.deepmatting.progress.Progress;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.DoubleBinaryOperator;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** By hand, and by formulas of lines and discs. */
class MeasurerTest {

  private static RandomAccessibleInterval<FloatType> image(int width, float... values) {
    return ArrayImgs.floats(values, width, values.length / width);
  }

  /** Alpha as a function of the position of a pixel's centre. */
  private static RandomAccessibleInterval<FloatType> drawn(int width, int height, DoubleBinaryOperator alpha) {
    float[] values = new float[width * height];
    for (int i = 0; i < values.length; i++)
      values[i] = (float) Math.max(0, Math.min(1, alpha.applyAsDouble(i % width + 0.5, i / width + 0.5)));
    return image(width, values);
  }

  private static Measurement measure(RandomAccessibleInterval<FloatType> alpha, PixelSize size) {
    return Measurer.measure(
        alpha, Optional.<RandomAccessibleInterval<FloatType>>empty(), size, Progress.NONE);
  }

  private static Measurement measure(RandomAccessibleInterval<FloatType> alpha) {
    return measure(alpha, PixelSize.ONE);
  }

  @Test
  void sumsByHand() {
    Measurement measured = Measurer.measure(
        image(3, 0, 0.5f, 1, 0, 0, 0.5f),
        Optional.of(ArrayImgs.unsignedShorts(new short[] {9, 100, 200, 9, 9, 40, 0, 1, 2, 3, 4, 5}, 3, 2, 2)),
        new PixelSize(0.5, 3), Progress.NONE);
    assertEquals(2 * 1.5, measured.softArea(), 1e-12);
    assertEquals((0.5 * 1.5 + 2.5 + 0.5 * 2.5) / 2, measured.centroidX(), 1e-12);
    assertEquals((1.5 * 0.5 + 0.5 * 1.5) / 2, measured.centroidY(), 1e-12);
    ChannelMeasurement first = measured.channels().get(0);
    assertEquals(50 + 200 + 20, first.rawIntegratedDensity(), 1e-12);
    assertEquals(135, first.mean(), 1e-12);
    assertEquals(135 * measured.softArea(), first.integratedDensity(), 1e-12);
    assertEquals((0.5 + 2 + 2.5) / 2, measured.channels().get(1).mean(), 1e-12);
  }

  /** With alpha at the centres of pixels; the sums of the ramp's a(1 - a) by hand are w/6 + 1/(12w) and w/6 - 1/(6w). */
  @ParameterizedTest
  @CsvSource({"1,20,4", "4,20,1", "10,30,7"})
  void aRampAlongTheGrid(int width, int columns, int rows) {
    Measurement atBorder = measure(drawn(columns, rows, (x, y) -> (x - 5) / width));
    assertEquals(width + 0.5 / width, atBorder.edgeWidth(), 1e-5);
    assertEquals(rows, atBorder.perimeter(), 1e-5);
    assertEquals((columns - 5 - width / 2.0) * rows, atBorder.softArea(), 1e-4);
    Measurement atCentre = measure(drawn(rows, columns, (x, y) -> (y - 5.5) / width));
    assertEquals(width - 1.0 / width, atCentre.edgeWidth(), 1e-5);
    assertEquals(rows, atCentre.perimeter(), 1e-5);
  }

  @Test
  void aSlantedRampHasItsWidthAndLength() {
    // Through every position in the pixel grid, 5 pixels wide, in a strip where it crosses both vertical borders.
    double slope = 0.3;
    double norm = Math.hypot(1, slope);
    Measurement measured = measure(drawn(200, 120, (x, y) -> (y - 20 - slope * x) / norm / 5));
    assertEquals(5, measured.edgeWidth(), 0.03);
    assertEquals(200 * norm, measured.perimeter(), 0.005 * 200);
  }

  @Test
  void lengthsAreInTheUnitOfThePixelSize() {
    // The same ramp, 6 units wide, in pixels twice as wide as high.
    PixelSize size = new PixelSize(2, 1);
    Measurement across = measure(drawn(40, 30, (x, y) -> (2 * x - 20) / 12), size);
    assertEquals(12 + 2 * 0.5 / 6, across.edgeWidth(), 1e-4);
    assertEquals(30, across.perimeter(), 1e-4);
    Measurement slanted = measure(drawn(200, 400, (x, y) -> (0.6 * y - 0.8 * 2 * x + 150) / 12), size);
    assertEquals(12, slanted.edgeWidth(), 0.05);
  }

  @Test
  void aLogisticEdgeIsAsWideAsTheRampOfItsMixedPixels() {
    double sigma = 3;
    Measurement measured = measure(drawn(80, 10, (x, y) -> 1 / (1 + Math.exp(-(x - 40.3) / sigma))));
    // The logistic function s has the integral of s(1 - s) = scale, since s' = s(1 - s)/scale.
    assertEquals(6 * sigma, measured.edgeWidth(), 0.01);
  }

  @ParameterizedTest
  @CsvSource({"50,24.3,25.1,10", "50,25,25,20.5", "90,44.7,45.2,37.77", "20,10.1,9.7,2.2", "6,3.2,3.4,0.4"})
  void aDiscOfExactCoverage(int size, double x, double y, double radius) {
    CoveredDisc disc = new CoveredDisc(size, x, y, radius);
    Measurement measured = measure(disc.image());
    assertEquals(disc.area(), measured.softArea(), 1e-6 * disc.area());
    // Each pixel is taken to have its mass at its centre.
    assertEquals(x, measured.centroidX(), 0.1 / radius);
    assertEquals(y, measured.centroidY(), 0.1 / radius);
    if (radius < 10) return;
    assertEquals(2 * Math.PI * radius, measured.perimeter(), 0.01 * 2 * Math.PI * radius);
    assertEquals(1.1, measured.edgeWidth(), 0.15);
  }

  /** The coverage against many samples, since other tests build on it. */
  @Test
  void coverageIsArea() {
    CoveredDisc disc = new CoveredDisc(12, 5.3, 6.1, 4.45);
    float[] alpha = disc.alpha();
    int samples = 200;
    for (int i = 0; i < alpha.length; i++) {
      int inside = 0;
      for (int j = 0; j < samples * samples; j++)
        if (Math.hypot(i % 12 + (j % samples + 0.5) / samples - 5.3, i / 12 + (j / samples + 0.5) / samples - 6.1) < 4.45)
          inside++;
      assertEquals(inside / (double) (samples * samples), alpha[i], 0.003, "pixel " + i);
    }
  }

  @Test
  void hardMasksAndPlanesWithoutAnEdge() {
    assertEquals(0, measure(drawn(9, 9, (x, y) -> x > 4 ? 1 : 0)).edgeWidth());
    assertTrue(Double.isNaN(measure(drawn(9, 9, (x, y) -> 0.5)).edgeWidth()));
    Measurement nothing = Measurer.measure(drawn(4, 4, (x, y) -> 0),
        Optional.of(image(4, new float[16])), PixelSize.ONE, Progress.NONE);
    assertEquals(0, nothing.softArea());
    assertTrue(Double.isNaN(nothing.centroidX()));
    assertTrue(Double.isNaN(nothing.channels().get(0).mean()));
    assertEquals(0, nothing.channels().get(0).integratedDensity());
  }

  @Test
  void labelsShareTheWhole() {
    CoveredDisc disc = new CoveredDisc(60, 30.2, 29.4, 22);
    float[] sides = new float[3600];
    for (int i = 0; i < sides.length; i++) sides[i] = i % 60 < 25 ? 3 : i / 60 < 30 ? 8 : 0;
    SortedMap<Integer, Measurement> parts = Measurer.measureLabels(disc.image(), Optional.of(disc.image()),
        LabelImage.of(image(60, sides), Progress.NONE), PixelSize.ONE, Progress.NONE);
    assertEquals(2, parts.size());
    for (int i = 0; i < sides.length; i++) sides[i] = sides[i] == 0 ? 1 : 0;
    Measurement rest = Measurer.measureLabels(disc.image(), Optional.of(disc.image()),
        LabelImage.of(image(60, sides), Progress.NONE), PixelSize.ONE, Progress.NONE).get(1);
    Measurement whole =
        Measurer.measure(disc.image(), Optional.of(disc.image()), PixelSize.ONE, Progress.NONE);
    assertEquals(whole.softArea(), parts.get(3).softArea() + parts.get(8).softArea() + rest.softArea(), 1e-9);
    assertEquals(whole.perimeter(), parts.get(3).perimeter() + parts.get(8).perimeter() + rest.perimeter(), 1e-9);
    assertEquals(whole.channels().get(0).integratedDensity(), parts.get(3).channels().get(0).integratedDensity()
        + parts.get(8).channels().get(0).integratedDensity() + rest.channels().get(0).integratedDensity(), 1e-9);
  }

  @Test
  void whatDoesNotFitIsNamed() {
    RandomAccessibleInterval<FloatType> alpha = image(2, 0, 1);
    assertMessage("foreground has 1x2", () -> Measurer.measure(
        alpha, Optional.of(image(1, 5, 5)), PixelSize.ONE, Progress.NONE));
    assertMessage("foreground is NaN at x=1, y=0", () -> Measurer.measure(
        alpha, Optional.of(image(2, Float.NaN, Float.NaN)), PixelSize.ONE, Progress.NONE));
    assertMessage("label image has 1x2", () -> Measurer.measureLabels(
        alpha, Optional.of(alpha), LabelImage.of(image(1, 5, 5), Progress.NONE), PixelSize.ONE, Progress.NONE));
    assertMessage("alpha is 1.5 at x=1, y=0", () -> measure(image(2, 0, 1.5f)));
    assertMessage("pixel size is 0.0 x 1.0", () -> new PixelSize(0, 1));
    // What is not part of the object may be anything.
    assertEquals(7, Measurer.measure(alpha, Optional.of(image(2, Float.NaN, 7)), PixelSize.ONE, Progress.NONE)
        .channels().get(0).mean());
  }

  private static void assertMessage(String part, Runnable work) {
    String message = assertThrows(IllegalArgumentException.class, work::run).getMessage();
    assertTrue(message.contains(part), message);
  }
}
