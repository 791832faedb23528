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
import ij.gui.PointRoi;
import ij.gui.Roi;

/**
 * Finds the slices of an image on which a ROI lies. A ROI without a position lies on all. Of a position in a
 * hyperstack, slice and frame count where they are given; the channel never does, since all channels of a slice share
 * one trimap. Positions count as in {@code ImagePlusPlanes}.
 */
final class RoiPositions {

  private final ImagePlus image;

  RoiPositions(ImagePlus image) {
    this.image = image;
  }

  /** True if a ROI lies on some slices only. */
  boolean isPlaced(Roi roi) {
    if (roi instanceof PointRoi points)
      for (int i = 0; i < points.size(); i++) if (points.getPointPosition(i) > 0) return true;
    return roi.hasHyperStackPosition() ? roi.getZPosition() > 0 || roi.getTPosition() > 0 : position(roi) > 0;
  }

  /** True if a ROI lies on a position; for points, if any of them may. */
  boolean isAt(Roi roi, int position) {
    int slice = position % image.getNSlices() + 1;
    int frame = position / image.getNSlices() + 1;
    if (roi.hasHyperStackPosition())
      return isAny(roi.getZPosition(), slice) && isAny(roi.getTPosition(), frame);
    return isStackIndexAt(position(roi), position);
  }

  /** True if an index into the stack, from 1 on, belongs to a position; 0 belongs to all. */
  boolean isStackIndexAt(int index, int position) {
    if (index <= 0) return true;
    if (index > image.getStackSize()) return false;
    int[] place = image.convertIndexToPosition(index);
    return place[1] - 1 + image.getNSlices() * (place[2] - 1) == position;
  }

  private static int position(Roi roi) {
    // Points with slices of their own have a negative position.
    return Math.max(0, roi.getPosition());
  }

  private static boolean isAny(int given, int number) {
    return given <= 0 || given == number;
  }
}
