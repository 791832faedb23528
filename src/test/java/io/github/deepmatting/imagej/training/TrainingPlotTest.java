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
package io.github.deepmatting.imagej.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ij.process.ColorProcessor;
import io.github.deepmatting.imagej.Fonts;
import io.github.deepmatting.training.report.Curves;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingPlotTest {

  private static final int LOSS_COLOUR = 0x1f4e9c;
  private static final int VALIDATION_COLOUR = 0xa33b20;

  @TempDir private Path folder;

  @BeforeEach
  void fonts() {
    assumeTrue(Fonts.areThere(), "no fonts");
  }

  private Curves curves(String rows) throws IOException {
    Files.writeString(folder.resolve("curves.csv"), rows);
    return Curves.continued(folder, 1);
  }

  private static long count(ColorProcessor picture, int colour) {
    return IntStream.range(0, picture.getPixelCount()).filter(i -> (picture.get(i) & 0xffffff) == colour).count();
  }

  /** Mean row of a colour's pixels in a range of columns. */
  private static double row(ColorProcessor picture, int colour, int from, int to) {
    return IntStream.range(0, picture.getPixelCount())
        .filter(i -> (picture.get(i) & 0xffffff) == colour && i % picture.getWidth() >= from
            && i % picture.getWidth() < to)
        .map(i -> i / picture.getWidth()).average().orElseThrow();
  }

  @Test
  void aFallingLossIsDrawnFalling() throws IOException {
    StringBuilder rows = new StringBuilder();
    for (int i = 1; i <= 100; i++) rows.append("train,0,").append(i).append(',').append(1.0 / i).append(
        ",0,0,0,0,0.001,0.1,0,\n");
    ColorProcessor picture = TrainingPlot.draw(curves(rows.toString()));
    int third = picture.getWidth() / 3;
    // Rows count downwards.
    assertTrue(row(picture, LOSS_COLOUR, 0, third) < row(picture, LOSS_COLOUR, 2 * third, picture.getWidth()));
    assertEquals(0, count(picture, VALIDATION_COLOUR));
  }

  @Test
  void validationIsDrawnBelow() throws IOException {
    String train = "train,0,1,0.5,0,0,0,0,0.001,0.1,0,\ntrain,0,2,0.4,0,0,0,0,0.001,0.1,0,\n";
    int height = TrainingPlot.draw(curves(train)).getHeight();
    ColorProcessor picture = TrainingPlot.draw(
        curves(train + "validation,0,1,,,,,,,,,best; sad 5.0\nvalidation,0,2,,,,,,,,,sad 6.0\n"));
    assertEquals(2 * height, picture.getHeight());
    assertTrue(row(picture, VALIDATION_COLOUR, 0, picture.getWidth()) > height);
  }

  @Test
  void thereIsAPictureBeforeThereIsACurve() {
    assertTrue(TrainingPlot.draw(new Curves(1)).getWidth() > 600);
    Curves one = new Curves(1);
    one.validated(5, Map.of("sad", 3.0), true);
    assertTrue(count(TrainingPlot.draw(one), VALIDATION_COLOUR) > 0);
  }

  /** By hand: 300 steps in three phases of 100; a line at each phase's beginning, in both pictures. */
  @Test
  void phasesAreMarked() throws IOException {
    StringBuilder rows = new StringBuilder();
    for (int i = 1; i <= 30; i++) rows.append("train,").append(i <= 10 ? "encoder-decoder" : i <= 20 ? "refinement"
        : "end-to-end").append(',').append(10 * i).append(",0.5,0,0,0,0,0.001,0.1,0,\n");
    Curves curves = curves(rows + "validation,end-to-end,300,,,,,,,,,best; sad 5.0\n");
    assertEquals(Map.of(0L, "encoder-decoder", 100L, "refinement", 200L, "end-to-end"),
        TrainingPlot.phases(curves.points()));
    ColorProcessor picture = TrainingPlot.draw(curves);
    int[] columns = IntStream.range(0, picture.getWidth()).filter(x -> IntStream.range(0, picture.getHeight())
        .filter(y -> (picture.get(x, y) & 0xffffff) == 0x8a8a8a).count() > picture.getHeight() / 3).toArray();
    assertTrue(columns.length >= 2, java.util.Arrays.toString(columns));
    int second = columns[columns.length - 1];
    int first = columns[columns.length - 2];
    // The axis begins some 75 pixels from the left; 100 steps are as wide as the next 100.
    assertEquals(second - first, first - 75, 6);
    assertEquals(Map.of(), TrainingPlot.phases(curves.points().subList(0, 5)));
  }

  /** By hand: a range of 1 has steps of 0.2; 4.80 and 4.81 are shown on a range of a twentieth, 0.24, in steps of 0.05. */
  @Test
  void axesEndAtRoundNumbersAndHaveAtLeastThreeSteps() {
    assertArrayEquals(new double[] {0, 1.4}, TrainingPlot.limits(0, 1), 1e-9);
    assertArrayEquals(new double[] {4.80, 4.90}, TrainingPlot.limits(4.80, 4.81), 1e-9);
    for (double high : new double[] {0.103, 0.17, 0.2, 0.29, 0.5, 1, 3, 77}) {
      double[] limits = TrainingPlot.limits(0.1, high);
      assertTrue(limits[0] <= 0.1 && limits[1] > high, high + " is not on the axis");
    }
  }
}
