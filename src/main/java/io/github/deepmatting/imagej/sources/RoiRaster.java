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

import ij.ImagePlus;
import ij.gui.Line;
import ij.gui.PointRoi;
import ij.gui.Roi;
import ij.process.FloatPolygon;
import ij.process.ImageProcessor;
import java.awt.Rectangle;
import java.util.BitSet;
import java.util.function.IntPredicate;

/**
 * Draws ROIs into sets of pixels. An area covers the pixels that ImageJ's own mask of it does. A line covers the pixels
 * whose centre is at most half its width from it (Euclidean), so its ends are round; points are lines without length.
 * For lines and points a coordinate that is whole is the centre of a pixel, as ImageJ has it. What lies beyond the
 * image is left out.
 */
public final class RoiRaster {

  private final int width;
  private final int height;
  private final double lineWidth;
  private final double pixelWidth;
  private final double pixelHeight;

  /**
   * @param image whose size and pixel size count
   * @param widths the width of lines
   */
  RoiRaster(ImagePlus image, RimWidths widths) {
    width = image.getWidth();
    height = image.getHeight();
    lineWidth = widths.line();
    // A line's own width is in pixels, whatever the unit of the others.
    pixelWidth = lineWidth > 0 ? widths.pixelWidth(image) : 1;
    pixelHeight = lineWidth > 0 ? widths.pixelHeight(image) : 1;
  }

  /**
   * The pixels of one ROI, lines with their own width.
   *
   * @return indices {@code y * width + x}; empty if it lies outside the image
   */
  public static BitSet pixels(ImagePlus image, Roi roi) {
    BitSet pixels = new BitSet();
    new RoiRaster(image, RimWidths.ofPixels(0, 0)).draw(roi, slice -> true, pixels);
    return pixels;
  }

  /**
   * Adds a ROI's pixels.
   *
   * @param slices the slices of the stack (from 1 on; 0 for all) whose points are drawn, where points have a slice of
   *     their own
   * @param target receives the indices {@code y * width + x}
   */
  void draw(Roi roi, IntPredicate slices, BitSet target) {
    if (roi.isArea()) drawArea(roi, target);
    else if (roi instanceof PointRoi points) drawPoints(points, slices, target);
    else drawLine(roi, target);
  }

  private void drawArea(Roi roi, BitSet target) {
    Rectangle bounds = roi.getBounds();
    ImageProcessor mask = roi.getMask();
    int left = Math.max(0, bounds.x);
    int right = Math.min(width, bounds.x + bounds.width);
    for (int y = Math.max(0, bounds.y); y < Math.min(height, bounds.y + bounds.height); y++) {
      if (mask == null && left < right) target.set(y * width + left, y * width + right);
      else for (int x = left; x < right; x++) if (mask.get(x - bounds.x, y - bounds.y) != 0) target.set(y * width + x);
    }
  }

  private void drawPoints(PointRoi points, IntPredicate slices, BitSet target) {
    FloatPolygon positions = points.getFloatPolygon();
    for (int i = 0; i < positions.npoints; i++)
      if (slices.test(points.getPointPosition(i)))
        drawSegment(positions, i, i, radius(0), target);
  }

  private void drawLine(Roi roi, BitSet target) {
    // The polygon of a wide straight line is its outline.
    FloatPolygon vertices = roi instanceof Line line ? line.getFloatPoints() : roi.getFloatPolygon();
    double radius = radius(roi.getStrokeWidth());
    if (vertices.npoints == 1) drawSegment(vertices, 0, 0, radius, target);
    for (int i = 1; i < vertices.npoints; i++) drawSegment(vertices, i - 1, i, radius, target);
  }

  /** At least half a pixel, so that no line has gaps. */
  private double radius(double ownWidth) {
    double wide = lineWidth > 0 ? lineWidth : ownWidth;
    return Math.max(wide, Math.max(pixelWidth, pixelHeight)) / 2;
  }

  private void drawSegment(FloatPolygon vertices, int from, int to, double radius, BitSet target) {
    double x1 = vertices.xpoints[from];
    double y1 = vertices.ypoints[from];
    double x2 = vertices.xpoints[to];
    double y2 = vertices.ypoints[to];
    // A point between the centres of pixels may be near none.
    set((int) Math.round(x1), (int) Math.round(y1), target);
    set((int) Math.round(x2), (int) Math.round(y2), target);
    int left = (int) Math.max(0, Math.floor(Math.min(x1, x2) - radius / pixelWidth));
    int right = (int) Math.min(width - 1, Math.ceil(Math.max(x1, x2) + radius / pixelWidth));
    int top = (int) Math.max(0, Math.floor(Math.min(y1, y2) - radius / pixelHeight));
    int bottom = (int) Math.min(height - 1, Math.ceil(Math.max(y1, y2) + radius / pixelHeight));
    double limit = radius * radius * (1 + 1e-9);
    for (int y = top; y <= bottom; y++)
      for (int x = left; x <= right; x++)
        if (squaredDistance(x, y, x1, y1, x2, y2) <= limit) target.set(y * width + x);
  }

  private void set(int x, int y, BitSet target) {
    if (x >= 0 && x < width && y >= 0 && y < height) target.set(y * width + x);
  }

  /** From a point to the nearest one of a segment, in the unit of the pixel size. */
  private double squaredDistance(double x, double y, double x1, double y1, double x2, double y2) {
    double alongX = (x2 - x1) * pixelWidth;
    double alongY = (y2 - y1) * pixelHeight;
    double fromX = (x - x1) * pixelWidth;
    double fromY = (y - y1) * pixelHeight;
    double length = alongX * alongX + alongY * alongY;
    double share = length == 0 ? 0 : Math.max(0, Math.min(1, (fromX * alongX + fromY * alongY) / length));
    double restX = fromX - share * alongX;
    double restY = fromY - share * alongY;
    return restX * restX + restY * restY;
  }
}
