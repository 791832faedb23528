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
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.gui.EllipseRoi;
import ij.gui.Line;
import ij.gui.OvalRoi;
import ij.gui.PointRoi;
import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.gui.ShapeRoi;
import ij.process.ByteProcessor;
import io.github.deepmatting.io.Pictures;
import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Areas against what ImageJ fills, lines against Java's own strokes with round ends. */
class RoiRasterTest {

  private static final int WIDTH = 30;
  private static final int HEIGHT = 20;

  private final ImagePlus image = new ImagePlus("cell.tif", Pictures.filled(WIDTH, HEIGHT, 0));

  private BitSet draw(Roi roi, double lineWidth) {
    BitSet pixels = new BitSet();
    new RoiRaster(image, new RimWidths(0, 0, lineWidth, false)).draw(roi, index -> true, pixels);
    return pixels;
  }

  @Test
  void areasAreWhatImageJFills() {
    Roi ring = new ShapeRoi(new OvalRoi(4, 2, 15, 13)).not(new ShapeRoi(new OvalRoi(8, 5, 5, 4)));
    Roi two = new ShapeRoi(new Roi(1, 1, 4, 4)).or(new ShapeRoi(new OvalRoi(18, 8, 7, 9)));
    Roi beyond = new OvalRoi(-5, -4, 14, 40);
    for (Roi roi : List.of(new Roi(3, 4, 7, 5), new Roi(20, 12, 40, 40), ring, two, beyond,
        new EllipseRoi(4, 4, 25, 15, 0.4), new PolygonRoi(new float[] {2, 20.5f, 9}, new float[] {3, 4, 17.7f}, Roi.POLYGON))) {
      ByteProcessor filled = new ByteProcessor(WIDTH, HEIGHT);
      filled.setValue(255);
      filled.fill(roi);
      BitSet expected = new BitSet();
      for (int i = 0; i < WIDTH * HEIGHT; i++) if (filled.get(i) != 0) expected.set(i);
      assertTrue(expected.cardinality() > 5, roi.toString());
      assertEquals(expected, draw(roi, 0), roi.toString());
    }
  }

  private static BitSet stroked(double width, double... coordinates) {
    Path2D path = new Path2D.Double();
    path.moveTo(coordinates[0], coordinates[1]);
    for (int i = 2; i < coordinates.length; i += 2) path.lineTo(coordinates[i], coordinates[i + 1]);
    Shape shape = new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND).createStrokedShape(path);
    BitSet pixels = new BitSet();
    for (int i = 0; i < WIDTH * HEIGHT; i++) if (shape.contains(i % WIDTH, i / WIDTH)) pixels.set(i);
    return pixels;
  }

  @Test
  void linesHaveTheirOwnWidthOrTheOneGiven() {
    Line line = new Line(3.2, 4.1, 24.7, 13.3);
    line.setStrokeWidth(4.3);
    assertEquals(stroked(4.3, 3.2, 4.1, 24.7, 13.3), draw(line, 0));
    assertEquals(stroked(7.1, 3.2, 4.1, 24.7, 13.3), draw(line, 7.1));
    float[] x = {2, 9.4f, 20, 33};
    float[] y = {3, 12.8f, 6, 15};
    for (int type : new int[] {Roi.POLYLINE, Roi.FREELINE})
      assertEquals(stroked(3.3, 2, 3, 9.4f, 12.8f, 20, 6, 33, 15), draw(new PolygonRoi(x, y, type), 3.3));
  }

  @Test
  void aThinLineHasNoGaps() {
    for (Line line : List.of(new Line(3.5, 4.5, 24.5, 4.5), new Line(2, 3, 25, 17), new Line(7.5, 1.5, 7.5, 18.5))) {
      List<Integer> pixels = draw(line, 0).stream().boxed().collect(Collectors.toList());
      // All pixels hang together, over edges or corners.
      BitSet reached = new BitSet();
      reached.set(pixels.get(0));
      for (int round = 0; round < pixels.size(); round++)
        for (int i : pixels)
          for (int j : pixels)
            if (reached.get(i) && Math.abs(i % WIDTH - j % WIDTH) <= 1 && Math.abs(i / WIDTH - j / WIDTH) <= 1)
              reached.set(j);
      assertEquals(pixels.size(), reached.cardinality(), line.toString());
      assertTrue(pixels.size() >= 18, line.toString());
    }
  }

  @Test
  void widthsInUnitsAreEllipsesInPixels() {
    image.getCalibration().pixelWidth = 0.5;
    image.getCalibration().pixelHeight = 2;
    image.getCalibration().setUnit("mm");
    BitSet pixels = new BitSet();
    new RoiRaster(image, new RimWidths(0, 0, 8, true)).draw(new PointRoi(15, 10), index -> true, pixels);
    for (int y = 0; y < HEIGHT; y++)
      for (int x = 0; x < WIDTH; x++)
        assertEquals(0.25 * (x - 15) * (x - 15) + 4 * (y - 10) * (y - 10) <= 16, pixels.get(y * WIDTH + x), x + "," + y);
    // A line's own width stays in pixels.
    Line line = new Line(5, 10, 25, 10);
    line.setStrokeWidth(3);
    BitSet own = new BitSet();
    new RoiRaster(image, new RimWidths(0, 0, 0, true)).draw(line, index -> true, own);
    for (int y = 0; y < HEIGHT; y++) assertEquals(Math.abs(y - 10) <= 1, own.get(y * WIDTH + 15), "y=" + y);
  }

  @Test
  void pointsAreWhereTheyAre() {
    PointRoi points = new PointRoi(new float[] {4, 10.5f, -7}, new float[] {5, 7.5f, 3});
    BitSet pixels = draw(points, 0);
    assertTrue(pixels.get(5 * WIDTH + 4));
    // Between four pixels: the one that ImageJ rounds to.
    assertTrue(pixels.get(8 * WIDTH + 11));
    assertEquals(2, pixels.cardinality());
  }
}
