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
package io.github.deepmatting.imagej.sources;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.gui.Line;
import ij.gui.OvalRoi;
import ij.gui.Overlay;
import ij.gui.PointRoi;
import ij.gui.Roi;
import ij.gui.TextRoi;
import ij.io.RoiEncoder;
import ij.process.ByteProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;
import io.github.deepmatting.io.Pictures;
import io.github.deepmatting.matting.TrimapSource;
import io.github.deepmatting.progress.Progress;
import io.github.deepmatting.trimap.LabelSelection;
import io.github.deepmatting.trimap.Trimap;
import java.awt.HeadlessException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each source of trimaps; bands against distances to every pixel, one by one, the rest against what is worked by hand. */
class TrimapSourcesTest {

  private static final int WIDTH = 24;
  private static final int HEIGHT = 18;

  @TempDir Path folder;
  private final ImagePlus image = new ImagePlus("cell.tif", Pictures.filled(WIDTH, HEIGHT, 7));
  private final List<String> warnings = new ArrayList<>();
  private final Progress progress = new Progress() {
    @Override
    public void warn(String message) {
      warnings.add(message);
    }
  };

  private static ImagePlus stack(int slices) {
    ImageProcessor[] pixels = new ImageProcessor[slices];
    for (int i = 0; i < slices; i++) pixels[i] = Pictures.filled(WIDTH, HEIGHT, 7);
    return Pictures.stack(pixels);
  }

  private static ImagePlus map(String title, ImageProcessor pixels, IntUnaryOperator values) {
    for (int i = 0; i < pixels.getPixelCount(); i++) pixels.setf(i, values.applyAsInt(i));
    return new ImagePlus(title, pixels);
  }

  private static SourceOptions options(SourceKind kind) {
    return SourceOptions.of(kind).withWidths(RimWidths.ofPixels(2, 3));
  }

  private TrimapSource source(ImagePlus of, SourceOptions options) throws IOException {
    return TrimapSources.of(of, options, progress);
  }

  /** The band by its definition: the distance to every pixel of the other kind is looked at. */
  private static void assertBand(boolean[] object, double inner, double outer, double across, double down, Trimap trimap) {
    for (int i = 0; i < object.length; i++) {
      double nearest = Double.POSITIVE_INFINITY;
      for (int j = 0; j < object.length; j++)
        if (object[j] != object[i])
          nearest = Math.min(nearest,
              Math.hypot((i % WIDTH - j % WIDTH) * across, (i / WIDTH - j / WIDTH) * down));
      int expected = nearest <= (object[i] ? inner : outer) + 1e-9 ? Trimap.UNKNOWN
          : object[i] ? Trimap.FOREGROUND : Trimap.BACKGROUND;
      assertEquals(expected, trimap.get(i % WIDTH, i / WIDTH), "x=" + i % WIDTH + ", y=" + i / WIDTH);
    }
  }

  private static boolean[] inside(Roi roi) {
    boolean[] inside = new boolean[WIDTH * HEIGHT];
    for (int i = 0; i < inside.length; i++) inside[i] = roi.contains(i % WIDTH, i / WIDTH);
    return inside;
  }

  @Test
  void theSelectionIsTheObjectWithABandAlongItsEdge() throws IOException {
    // It leaves the image at the right: there is no band along the image's own border.
    Roi selection = new OvalRoi(12, 4, 16, 11);
    image.setRoi(selection);
    TrimapSource source = source(image, options(SourceKind.SELECTION));
    assertFalse(source.isPerSlice());
    assertBand(inside(selection), 2, 3, 1, 1, source.at(0, progress));
    assertEquals(Trimap.FOREGROUND, source.at(0, progress).get(WIDTH - 1, 9));
    assertSame(selection, image.getRoi());
    assertNull(image.getOverlay());
  }

  @Test
  void widthsMayBeInTheImagesUnit() throws IOException {
    image.getCalibration().pixelWidth = 0.5;
    image.getCalibration().pixelHeight = 1.25;
    image.getCalibration().setUnit("mm");
    Roi selection = new OvalRoi(5, 3, 14, 11);
    image.setRoi(selection);
    SourceOptions calibrated = options(SourceKind.SELECTION).withWidths(new RimWidths(1, 2.5, 0, true));
    assertBand(inside(selection), 1, 2.5, 0.5, 1.25, source(image, calibrated).at(0, progress));
    image.getCalibration().setYUnit("s");
    assertRefused(image, calibrated, "mm along x and s along y");
  }

  @Test
  void aLineIsUnknownAlongItsWidth() throws IOException {
    Line line = new Line(4, 8, 18, 8);
    line.setStrokeWidth(3);
    image.setRoi(line);
    Trimap trimap = source(image, options(SourceKind.SELECTION)).at(0, progress);
    for (int y = 0; y < HEIGHT; y++)
      assertEquals(Math.abs(y - 8) <= 1 ? Trimap.UNKNOWN : Trimap.BACKGROUND, trimap.get(10, y));
    assertEquals(0, trimap.count(Trimap.FOREGROUND));
  }

  @Test
  void theSelectionIsOnEverySliceWhereverItWasMade() throws IOException {
    ImagePlus stack = stack(3);
    Roi selection = new Roi(5, 5, 10, 9);
    selection.setPosition(2);
    stack.setRoi(selection);
    TrimapSource source = source(stack, options(SourceKind.SELECTION));
    assertFalse(source.isPerSlice());
    assertEquals(Trimap.FOREGROUND, source.at(2, progress).get(10, 9));
    assertEquals(2, stack.getRoi().getPosition());
  }

  private static Roi named(Roi roi, String name, int group, int position) {
    roi.setName(name);
    roi.setGroup(group);
    roi.setPosition(position);
    return roi;
  }

  private static String row(Trimap trimap, int y) {
    StringBuilder text = new StringBuilder();
    for (int x = 0; x < trimap.width(); x++)
      text.append(trimap.get(x, y) == Trimap.FOREGROUND ? 'F' : trimap.get(x, y) == Trimap.UNKNOWN ? '?' : 'B');
    return text.toString();
  }

  @Test
  void theOverlaysNamesAndGroupsTellWhatRegionsAre() throws IOException {
    Overlay overlay = new Overlay();
    overlay.add(named(new Roi(4, 0, 8, HEIGHT), "cell", 1, 0));
    overlay.add(named(new Roi(9, 0, 1, HEIGHT), "Background hole", 2, 0));
    overlay.add(named(new Roi(17, 0, 2, HEIGHT), "unknown hair", 3, 0));
    overlay.add(new Line(21, 0, 21, HEIGHT - 1));
    overlay.add(new TextRoi(0, 0, "scale"));
    image.setOverlay(overlay);
    SourceOptions options = options(SourceKind.OVERLAY).withWidths(RimWidths.ofPixels(1, 2));
    assertEquals("BB???FFFFBF???BBB??BB?BB", row(source(image, options).at(0, progress), 9));
    SourceOptions groups = options.withWidths(RimWidths.ofPixels(0, 0))
        .withRois(new RoiRules(new RoiRoles("3", "1", ""), true, false));
    // Group 3 is foreground, group 1 background; a hole is an area too, but lies below; the rest is unknown.
    assertEquals("????BBBBBBBB?????FF?????", row(source(image, groups).at(0, progress), 9));
    assertEquals(5, image.getOverlay().size());
    assertSame(overlay, image.getOverlay());
  }

  @Test
  void regionsLieOnTheirOwnSlices() throws IOException {
    ImagePlus stack = stack(12);
    stack.setDimensions(2, 3, 2);
    stack.setOpenAsHyperStack(true);
    Overlay overlay = new Overlay();
    overlay.add(named(new Roi(0, 0, 4, HEIGHT), "all", 0, 0));
    // Channel 2, slice 3, frame 1, as an index of the stack.
    overlay.add(named(new Roi(6, 0, 4, HEIGHT), "index", 0, stack.getStackIndex(2, 3, 1)));
    Roi placed = new Roi(12, 0, 4, HEIGHT);
    placed.setPosition(1, 2, 2);
    overlay.add(placed);
    Roi frame = new Roi(18, 0, 4, HEIGHT);
    frame.setPosition(0, 0, 2);
    overlay.add(frame);
    stack.setOverlay(overlay);
    TrimapSource source = source(stack, options(SourceKind.OVERLAY).withWidths(RimWidths.ofPixels(0, 0)));
    assertTrue(source.isPerSlice());
    String[] expected = {"F...", "F...", "FF..", "F..F", "F.FF", "F..F"};
    for (int position = 0; position < 6; position++) {
      String row = row(source.at(position, progress), 3);
      StringBuilder found = new StringBuilder();
      for (int x : new int[] {1, 7, 13, 19}) found.append(row.charAt(x) == 'F' ? 'F' : '.');
      assertEquals(expected[position], found.toString(), "position " + position);
    }
  }

  @Test
  void pointsMayHaveSlicesOfTheirOwn() throws IOException {
    ImagePlus stack = stack(2);
    PointRoi points = new PointRoi(3, 4);
    stack.setSlice(1);
    points.addPoint(stack, 10, 11);
    stack.setSlice(2);
    points.addPoint(stack, 15, 12);
    stack.setOverlay(new Overlay(points));
    TrimapSource source = source(stack, options(SourceKind.OVERLAY));
    assertEquals(Trimap.UNKNOWN, source.at(0, progress).get(10, 11));
    assertEquals(Trimap.BACKGROUND, source.at(0, progress).get(15, 12));
    assertEquals(Trimap.UNKNOWN, source.at(1, progress).get(15, 12));
    assertEquals(Trimap.BACKGROUND, source.at(1, progress).get(10, 11));
  }

  @Test
  void areasAreInterpolatedBetweenKeySlices() throws IOException {
    ImagePlus stack = stack(5);
    Overlay overlay = new Overlay();
    overlay.add(named(new OvalRoi(9, 6, 6, 6), "small", 0, 2));
    overlay.add(named(new OvalRoi(5, 2, 14, 14), "large", 0, 4));
    stack.setOverlay(overlay);
    SourceOptions plain = options(SourceKind.OVERLAY).withWidths(RimWidths.ofPixels(0, 0));
    SourceOptions between = plain.withRois(new RoiRules(RoiRoles.DEFAULT, false, true));
    assertEquals(0, source(stack, plain).at(2, progress).count(Trimap.FOREGROUND));
    TrimapSource source = source(stack, between);
    long small = source.at(1, progress).count(Trimap.FOREGROUND);
    long large = source.at(3, progress).count(Trimap.FOREGROUND);
    // Half way between the diameters 6 and 14.
    assertEquals(10, 2 * Math.sqrt(source.at(2, progress).count(Trimap.FOREGROUND) / Math.PI), 0.8);
    assertTrue(small < 40 && large > 140, small + " " + large);
    for (int outside : new int[] {0, 4}) assertEquals(0, source.at(outside, progress).count(Trimap.FOREGROUND));
  }

  @Test
  void aFileIsReadWithoutARoiManager() throws IOException {
    Path file = Files.write(folder.resolve("cell.roi"), RoiEncoder.saveAsByteArray(new Roi(5, 4, 9, 8)));
    TrimapSource source = source(image, options(SourceKind.FILE).withRoiFile(file));
    assertBand(inside(new Roi(5, 4, 9, 8)), 2, 3, 1, 1, source.at(0, progress));
  }

  @Test
  void theRoiManagersRegionsAreCopied() {
    Roi roi = named(new Roi(1, 2, 3, 4), "a", 1, 2);
    Roi copy = ManagedRois.get(() -> new Roi[] {roi}).get(0);
    assertEquals(roi.getBounds(), copy.getBounds());
    assertFalse(roi == copy);
    String empty = assertThrows(IllegalArgumentException.class, () -> ManagedRois.get(() -> new Roi[0])).getMessage();
    assertTrue(empty.contains("ROI Manager is empty"), empty);
    String headless = assertThrows(IllegalArgumentException.class, () -> ManagedRois.get(() -> {
      throw new HeadlessException();
    })).getMessage();
    assertTrue(headless.contains("source=file"), headless);
  }

  @Test
  void chosenLabelsAreTheForeground() throws IOException {
    IntUnaryOperator labels = i -> i % WIDTH < 6 ? 1 : i % WIDTH < 12 ? 3 : i % WIDTH < 18 ? 0 : 70000;
    ImagePlus map = map("labels.tif", new FloatProcessor(WIDTH, HEIGHT), labels);
    boolean[] object = new boolean[WIDTH * HEIGHT];
    for (int i = 0; i < object.length; i++) object[i] = labels.applyAsInt(i) == 3 || labels.applyAsInt(i) > 60000;
    SourceOptions options = options(SourceKind.LABELS).withMap(map).withLabels(LabelSelection.parse("3-5, 70000"));
    assertBand(object, 2, 3, 1, 1, source(image, options).at(0, progress));
    for (int i = 0; i < object.length; i++) object[i] = labels.applyAsInt(i) > 0;
    assertBand(object, 2, 3, 1, 1, source(image, options.withLabels(LabelSelection.ALL)).at(0, progress));
    assertRefused(image, options.withLabels(LabelSelection.parse("3,8-9")), "labels.tif has no label 8-9; there are 1, 3");
    map.getProcessor().setf(30, 1.5f);
    assertRefused(image, options, "labels.tif: The label image has the value 1.5 at x=6, y=1");
  }

  @Test
  void aSliceMayLackALabelOfTheStack() throws IOException {
    ImagePlus labels = Pictures.stack(map("", new ShortProcessor(WIDTH, HEIGHT), i -> 2).getProcessor(),
        map("", new ShortProcessor(WIDTH, HEIGHT), i -> 5).getProcessor());
    SourceOptions options = options(SourceKind.LABELS).withMap(labels).withLabels(LabelSelection.parse("5"));
    TrimapSource source = source(stack(2), options);
    assertTrue(source.isPerSlice());
    assertEquals(WIDTH * HEIGHT, source.at(0, progress).count(Trimap.BACKGROUND));
    assertEquals(WIDTH * HEIGHT, source.at(1, progress).count(Trimap.FOREGROUND));
  }

  @Test
  void aMaskOfOneSliceIsForAll() throws IOException {
    Roi object = new OvalRoi(4, 3, 13, 12);
    ByteProcessor mask = new ByteProcessor(WIDTH, HEIGHT);
    mask.setValue(255);
    mask.fill(object);
    TrimapSource source = source(stack(3), options(SourceKind.MASK).withMap(new ImagePlus("mask.tif", mask)));
    assertFalse(source.isPerSlice());
    assertBand(inside(object), 2, 3, 1, 1, source.at(2, progress));
  }

  @Test
  void thePixelsBetweenTheThresholdsAreTheObject() throws IOException {
    ImagePlus stack = Pictures.stack(map("", new ShortProcessor(WIDTH, HEIGHT), i -> 100 * (i % WIDTH)).getProcessor(),
        map("", new ShortProcessor(WIDTH, HEIGHT), i -> 100 * (i % WIDTH + 2)).getProcessor());
    assertRefused(stack, options(SourceKind.THRESHOLD), "stack has no threshold");
    stack.getProcessor().setThreshold(800, 1200, ImageProcessor.NO_LUT_UPDATE);
    TrimapSource source = source(stack, options(SourceKind.THRESHOLD).withWidths(RimWidths.ofPixels(0, 0)));
    assertTrue(source.isPerSlice());
    assertEquals("BBBBBBBBFFFFFBBBBBBBBBBB", row(source.at(0, progress), 3));
    assertEquals("BBBBBBFFFFFBBBBBBBBBBBBB", row(source.at(1, progress), 3));
    ImagePlus rgb = new ImagePlus("rgb.png", Pictures.rgb());
    assertRefused(rgb, options(SourceKind.THRESHOLD), "RGB, which has no threshold");
  }

  @Test
  void probabilitiesOfAnyType() throws IOException {
    // 0, 51, 102, ... of 255 are 0, 0.2, 0.4, ...
    ImageProcessor bytes = map("", new ByteProcessor(6, 1), i -> 51 * i).getProcessor();
    ImageProcessor floats = new FloatProcessor(6, 1);
    for (int i = 0; i < 6; i++) floats.setf(i, i / 5f);
    ImageProcessor shorts = map("", new ShortProcessor(6, 1), i -> 13107 * i).getProcessor();
    ImagePlus small = new ImagePlus("small", new ByteProcessor(6, 1));
    for (ImageProcessor pixels : List.of(bytes, shorts, floats)) {
      SourceOptions options = SourceOptions.of(SourceKind.PROBABILITY).withMap(new ImagePlus("p.tif", pixels));
      assertEquals("B????F", row(source(small, options).at(0, progress), 0));
      SourceOptions wide = new SourceOptions(SourceKind.PROBABILITY, options.map(), options.roiFile(), options.widths(),
          options.rois(), options.labels(), 0.3, 0.7);
      assertEquals("BB??FF", row(source(small, wide).at(0, progress), 0));
    }
    floats.setf(2, 1.5f);
    TrimapSource source =
        source(small, SourceOptions.of(SourceKind.PROBABILITY).withMap(new ImagePlus("p.tif", floats)));
    String message =
        assertThrows(IllegalArgumentException.class, () -> source.at(0, progress)).getMessage();
    assertTrue(message.contains("p.tif") && message.contains("1.5"), message);
  }

  private void assertRefused(ImagePlus of, SourceOptions options, String... parts) {
    String message =
        assertThrows(IllegalArgumentException.class, () -> TrimapSources.of(of, options, progress)).getMessage();
    for (String part : parts) assertTrue(message.contains(part), message);
  }

  @Test
  void whatIsMissingIsTold() {
    assertRefused(image, options(SourceKind.SELECTION), "cell.tif has no selection");
    assertRefused(image, options(SourceKind.OVERLAY), "cell.tif has no overlay");
    image.setOverlay(new Overlay(new TextRoi(0, 0, "scale")));
    assertRefused(image, options(SourceKind.OVERLAY), "no overlay with regions");
    assertRefused(image, options(SourceKind.FILE), "'roifile' names no file");
    assertRefused(image, options(SourceKind.TRIMAP), "'trimap' names no open image");
    assertRefused(image, options(SourceKind.TRIMAP).withMap(image), "cell.tif was given as its own trimap");
    for (SourceKind kind : List.of(SourceKind.LABELS, SourceKind.MASK, SourceKind.PROBABILITY)) {
      assertRefused(image, options(kind), "'from' names no open image");
      assertRefused(image, options(kind).withMap(new ImagePlus()), "holds no pixels");
      ImagePlus small = new ImagePlus("small.tif", new ByteProcessor(5, 4));
      assertRefused(image, options(kind).withMap(small), "small.tif has 5x4 pixels but the image cell.tif has 24x18");
      assertRefused(stack(2), options(kind).withMap(stack(3)), "has 3 slices but the image stack has 2");
    }
  }

  @Test
  void whatLiesOutsideTheImageIsTold() throws IOException {
    image.setRoi(new Roi(100, 50, 10, 10));
    assertRefused(image, options(SourceKind.SELECTION),
        "The selection of cell.tif lies outside the image: cell.tif has 24x18 pixels, it is at x=100, y=50");
    Overlay overlay = new Overlay(named(new Roi(-20, 0, 9, 9), "left", 0, 0));
    overlay.add(new Roi(3, 3, 6, 6));
    image.setOverlay(overlay);
    source(image, options(SourceKind.OVERLAY));
    assertEquals(1, warnings.size());
    assertTrue(warnings.get(0).contains("the ROI left at x=-20"), warnings.get(0));
    ImagePlus stack = stack(2);
    stack.setOverlay(new Overlay(named(new Roi(3, 3, 6, 6), "third", 0, 3)));
    assertRefused(stack, options(SourceKind.OVERLAY), "stack has 24x18 pixels and 2 slices", "slice 3");
  }

  @Test
  void imagesMayBeClosedBeforeTheirTrimapsAreMade() throws IOException {
    ImagePlus stack = stack(2);
    stack.setOverlay(new Overlay(named(new Roi(3, 3, 9, 9), "second", 0, 2)));
    stack.getProcessor().setThreshold(7, 7, ImageProcessor.NO_LUT_UPDATE);
    ImagePlus mask = Pictures.stack(Pictures.filled(WIDTH, HEIGHT, 255), new ByteProcessor(WIDTH, HEIGHT));
    List<TrimapSource> sources = List.of(source(stack, options(SourceKind.OVERLAY)),
        source(stack, options(SourceKind.MASK).withMap(mask)), source(stack, options(SourceKind.THRESHOLD)));
    stack.close();
    stack.flush();
    mask.close();
    mask.flush();
    assertEquals(Trimap.FOREGROUND, sources.get(0).at(1, progress).get(7, 7));
    assertEquals(Trimap.BACKGROUND, sources.get(1).at(1, progress).get(7, 7));
    assertEquals(Trimap.FOREGROUND, sources.get(2).at(1, progress).get(7, 7));
  }

  @Test
  void namesOfSourcesAreThoseOfMacros() {
    assertEquals(List.of("trimap", "selection", "roimanager", "overlay", "file", "labels", "mask", "threshold",
        "probability"), SourceKind.keys());
    assertSame(SourceKind.ROIMANAGER, SourceKind.parse(" RoiManager "));
    String message = assertThrows(IllegalArgumentException.class, () -> SourceKind.parse("manager")).getMessage();
    assertTrue(message.contains("source is 'manager'; allowed are trimap, selection, roimanager"), message);
    for (String width : List.of("inner", "outer", "line"))
      assertTrue(assertThrows(IllegalArgumentException.class, () -> new RimWidths(width.equals("inner") ? -1 : 0,
          width.equals("outer") ? Double.NaN : 0, width.equals("line") ? Double.POSITIVE_INFINITY : 0, false))
          .getMessage().startsWith(width + " is "));
  }
}
