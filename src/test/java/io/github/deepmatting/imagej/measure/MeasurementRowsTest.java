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
package io.github.deepmatting.imagej.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;
import ij.measure.ResultsTable;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ShortProcessor;
import io.github.deepmatting.progress.Progress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Alphas of a few pixels, with sums by hand. */
class MeasurementRowsTest {

  /** Alpha 0, 0.5, 1 in the first row of two, 0 in the other. */
  private static ImagePlus alpha() {
    ImagePlus alpha = new ImagePlus("cell alpha", new FloatProcessor(3, 2, new float[] {0, 0.5f, 1, 0, 0, 0}));
    Calibration calibration = alpha.getCalibration();
    calibration.pixelWidth = 2;
    calibration.pixelHeight = 3;
    calibration.xOrigin = 1;
    calibration.setUnit("um");
    return alpha;
  }

  private static ImagePlus shorts(String title, int... values) {
    ShortProcessor pixels = new ShortProcessor(3, 2);
    for (int i = 0; i < values.length; i++) pixels.set(i, values[i]);
    return new ImagePlus(title, pixels);
  }

  private static List<Map<String, Object>> measure(ImagePlus alpha, ImagePlus colours, ImagePlus labels) {
    return MeasurementRows.measure(alpha, Optional.ofNullable(colours), false, Optional.ofNullable(labels), 0,
        Progress.NONE).rows();
  }

  @Test
  void inCalibratedUnits() {
    Map<String, Object> row = measure(alpha(), shorts("f", 9, 10, 20, 9, 9, 9), null).get(0);
    assertEquals(List.of("Label", "SoftArea", "X", "Y", "Perim.", "EdgeWidth", "Mean", "IntDen", "RawIntDen", "Unit"),
        List.copyOf(row.keySet()));
    assertEquals("cell alpha", row.get("Label"));
    assertEquals(1.5 * 6, row.get("SoftArea"));
    // The mean of 1.5 and 2.5 pixels with weights 1 to 2, less the origin.
    assertEquals((13 / 6.0 - 1) * 2, (double) row.get("X"), 1e-12);
    assertEquals(0.5 * 3, row.get("Y"));
    assertEquals(25 / 1.5, (double) row.get("Mean"), 1e-12);
    assertEquals(25.0, row.get("RawIntDen"));
    assertEquals(25.0 * 6, (double) row.get("IntDen"), 1e-12);
    assertEquals("\u00b5m", row.get("Unit"));
  }

  @Test
  void aMatteWithoutAScaleHasThatOfTheImage() {
    ImagePlus alpha = new ImagePlus("a.png", new ByteProcessor(3, 2, new byte[] {0, 0, (byte) 255, 0, 0, 51}));
    Map<String, Object> row = measure(alpha, null, null).get(0);
    assertEquals(1.2, (double) row.get("SoftArea"), 1e-6);
    assertEquals("pixel", row.get("Unit"));
    ImagePlus image = shorts("f", 1, 1, 1, 1, 1, 1);
    image.setCalibration(alpha().getCalibration());
    assertEquals(1.2 * 6, (double) measure(alpha, image, null).get(0).get("SoftArea"), 1e-5);
  }

  /** As ImageJ measures them: through the image's own calibration of values. */
  @Test
  void calibratedValues() {
    ImagePlus image = shorts("f", 0, 32768 + 7, 32768 - 5, 0, 0, 0);
    image.getCalibration().setSigned16BitCalibration();
    Map<String, Object> row = measure(alpha(), image, null).get(0);
    assertEquals(3.5 - 5, (double) row.get("RawIntDen"), 1e-9);
  }

  @Test
  void aRowForEachSliceWithItsLabel() {
    ImageStack stack = new ImageStack(3, 2);
    for (int i = 0; i < 6; i++) stack.addSlice("cell " + i + "\nmore", new float[] {0.1f * i, 0, 0, 0, 0, 0});
    ImagePlus alpha = new ImagePlus("a", stack);
    alpha.setDimensions(1, 2, 3);
    List<Map<String, Object>> rows = measure(alpha, null, null);
    assertEquals(6, rows.size());
    for (int i = 0; i < 6; i++) {
      assertEquals("a:cell " + i, rows.get(i).get("Label"));
      assertEquals(i % 2 + 1, rows.get(i).get("Slice"));
      assertEquals(i / 2 + 1, rows.get(i).get("Frame"));
      assertEquals(0.1 * i, (double) rows.get(i).get("SoftArea"), 1e-6);
    }
  }

  @Test
  void oneAlphaForAllSlicesOfAnImage() {
    ImageStack stack = new ImageStack(3, 2);
    stack.addSlice("dark", shorts("", 0, 1, 1, 0, 0, 0).getProcessor());
    stack.addSlice("bright", shorts("", 0, 100, 100, 0, 0, 0).getProcessor());
    List<Map<String, Object>> rows = measure(alpha(), new ImagePlus("f", stack), null);
    assertEquals(List.of(1.0, 100.0), rows.stream().map(row -> row.get("Mean")).toList());
    assertEquals("cell alpha:bright", rows.get(1).get("Label"));
  }

  @Test
  void everyChannelOfTheForeground() {
    ColorProcessor colours = new ColorProcessor(3, 2);
    colours.set(1, 0, 0x102030);
    colours.set(2, 0, 0x405060);
    Map<String, Object> row = measure(alpha(), new ImagePlus("rgb", colours), null).get(0);
    assertEquals((0.5 * 0x10 + 0x40) / 1.5, (double) row.get("MeanC1"), 1e-12);
    assertEquals((0.5 * 0x30 + 0x60) / 1.5, (double) row.get("MeanC3"), 1e-12);
    assertFalse(row.containsKey("Mean"));
  }

  @Test
  void labelsAndTheirReach() {
    ImagePlus labels = new ImagePlus("labels", new ByteProcessor(3, 2, new byte[] {0, 0, 7, 2, 0, 0}));
    List<Map<String, Object>> rows = measure(alpha(), null, labels);
    assertEquals(List.of(2, 7), rows.stream().map(row -> row.get("Object")).toList());
    assertEquals(0.0, rows.get(0).get("SoftArea"));
    assertEquals(6.0, rows.get(1).get("SoftArea"));
    List<Map<String, Object>> grown = MeasurementRows.measure(
        alpha(), Optional.empty(), false, Optional.of(labels), 1, Progress.NONE).rows();
    assertEquals(9.0, grown.get(1).get("SoftArea"));
  }

  /** As mattes of labels are: one in each channel. */
  @Test
  void anAlphaInEachChannel() {
    ImageStack stack = new ImageStack(3, 2);
    stack.addSlice("label 5", new float[] {1, 0, 0, 0, 0, 0});
    stack.addSlice("label 6", new float[] {0, 1, 1, 0, 0, 0});
    ImagePlus image = new ImagePlus("labels alpha", stack);
    image.setDimensions(2, 1, 1);
    List<Map<String, Object>> rows = measure(new CompositeImage(image), null, null);
    assertEquals(List.of(1, 2), rows.stream().map(row -> row.get("Channel")).toList());
    assertEquals(List.of(1.0, 2.0), rows.stream().map(row -> row.get("SoftArea")).toList());
    assertEquals("labels alpha:label 6", rows.get(1).get("Label"));
  }

  /** A white object at half opacity on black: the image is grey there, the object is not. */
  @Test
  void theBackgroundIsRemovedFromAnImage() {
    int size = 40;
    FloatProcessor alpha = new FloatProcessor(size, size);
    ByteProcessor image = new ByteProcessor(size, size);
    for (int y = 0; y < size; y++)
      for (int x = 0; x < size; x++) {
        float a = Math.max(0, Math.min(1, 1.5f - Math.abs(x - 20) / 6f));
        alpha.setf(x, y, a);
        image.set(x, y, Math.round(200 * a + 20 * (1 - a)));
      }
    MeasurementTable table = MeasurementRows.measure(new ImagePlus("a", alpha),
        Optional.of(new ImagePlus("i", image)), true, Optional.empty(), 0, Progress.NONE);
    assertEquals(200, (double) table.rows().get(0).get("Mean"), 1);
    double mixed = (double) measure(new ImagePlus("a", alpha), new ImagePlus("i", image), null).get(0).get("Mean");
    assertTrue(mixed < 180, "with background " + mixed);
  }

  @Test
  void whatDoesNotFitIsNamed() {
    assertMessage("label image l has 1x1 pixels but the alpha cell alpha has 3x2",
        () -> measure(alpha(), null, new ImagePlus("l", new ByteProcessor(1, 1))));
    assertMessage("foreground f has 1x1", () -> measure(alpha(), new ImagePlus("f", new ByteProcessor(1, 1)), null));
    assertMessage("labels nuclei.tif: The label image has the value 0.5 at x=1, y=0", () -> measure(alpha(), null,
        new ImagePlus("nuclei.tif", new FloatProcessor(3, 2, new float[] {0, 0.5f, 0, 0, 0, 0}))));
    ImageStack three = ImageStack.create(3, 2, 3, 8);
    ImageStack two = ImageStack.create(3, 2, 2, 8);
    assertMessage("label image l has 2 slices but the alpha a has 3",
        () -> measure(new ImagePlus("a", three), null, new ImagePlus("l", two)));
    assertMessage("foreground f has 2 slices but the alpha a has 3",
        () -> measure(new ImagePlus("a", three), new ImagePlus("f", two), null));
  }

  private static void assertMessage(String part, Runnable work) {
    String message = assertThrows(IllegalArgumentException.class, work::run).getMessage();
    assertTrue(message.contains(part), message);
  }

  @Test
  void tables() {
    MeasurementTable table = MeasurementTable.of(List.of(
        new MeasurementTable(List.of(Map.of("Label", "a,\"b\""))),
        new MeasurementTable(List.of(Map.of("SoftArea", 1.25)))));
    assertEquals("Label,SoftArea\n\"a,\"\"b\"\"\",\n,1.25\n", table.table().toString());
    ResultsTable results = new ResultsTable();
    results.incrementCounter();
    results.addValue("Area", 3);
    table.addTo(results);
    assertEquals(3, results.size());
    assertEquals(3, results.getValue("Area", 0));
    assertEquals("a,\"b\"", results.getLabel(1));
    assertEquals(1.25, results.getValue("SoftArea", 2));
  }
}
