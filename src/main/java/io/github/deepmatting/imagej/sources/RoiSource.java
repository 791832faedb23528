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
import ij.gui.Roi;
import io.github.deepmatting.imagej.sources.RoiRoles.Role;
import io.github.deepmatting.matting.TrimapSource;
import io.github.deepmatting.progress.Progress;
import io.github.deepmatting.trimap.Trimap;
import io.github.deepmatting.trimap.TrimapFromRegions;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Draws trimaps from ROIs that lie on all slices or on one each. */
final class RoiSource implements TrimapSource {

  private final ImagePlus image;
  private final List<Roi> rois;
  private final RoiRules rules;
  private final RoiRaster raster;
  private final RoiPositions positions;
  private final TrimapFromRegions trimaps;
  private final boolean perSlice;
  /** The areas of each role, interpolated, for each position; null without interpolation. */
  private final Map<Role, List<BitSet>> interpolated;

  /**
   * @param image that the trimaps belong to
   * @param what the origin of the ROIs, to begin a message: "The overlay of cell.tif"
   * @param rois at least one; not changed
   * @param progress receives a warning for each that lies outside the image
   * @throws IllegalArgumentException if none lies on the image
   */
  RoiSource(ImagePlus image, String what, List<Roi> rois, RimWidths widths, RoiRules rules, Progress progress) {
    this.image = image;
    this.rules = rules;
    raster = new RoiRaster(image, widths);
    positions = new RoiPositions(image);
    trimaps = new TrimapFromRegions(widths.band(image), rules.restIsUnknown());
    this.rois = inside(rois, what, progress);
    perSlice = count() > 1 && this.rois.stream().anyMatch(positions::isPlaced);
    interpolated = rules.interpolate() && perSlice ? interpolate() : null;
  }

  private List<Roi> inside(List<Roi> given, String what, Progress progress) {
    List<Roi> inside = new ArrayList<>();
    for (Roi roi : given) {
      if (isOnSomeSlice(roi) && touchesImage(roi)) inside.add(roi);
      else if (given.size() > 1)
        progress.warn(what + ": the ROI " + name(roi) + " at " + place(roi) + " lies outside the image "
            + image.getTitle() + " and is left out");
    }
    if (inside.isEmpty())
      throw new IllegalArgumentException(what + " lies outside the image: " + image.getTitle() + " has "
          + image.getWidth() + "x" + image.getHeight() + " pixels" + (count() > 1 ? " and " + count() + " slices" : "")
          + (given.size() == 1 ? ", it is at " + place(given.get(0)) : ", none of the " + given.size() + " ROIs is on it")
          + "; draw inside the image");
    return inside;
  }

  private boolean isOnSomeSlice(Roi roi) {
    if (count() == 1) return true;
    for (int position = 0; position < count(); position++) if (positions.isAt(roi, position)) return true;
    return false;
  }

  private boolean touchesImage(Roi roi) {
    BitSet pixels = new BitSet();
    raster.draw(roi, index -> true, pixels);
    return !pixels.isEmpty();
  }

  private static String name(Roi roi) {
    return roi.getName() == null ? "without a name" : roi.getName();
  }

  private static String place(Roi roi) {
    Rectangle bounds = roi.getBounds();
    int slice = roi.hasHyperStackPosition() ? roi.getZPosition() : roi.getPosition();
    return "x=" + bounds.x + ", y=" + bounds.y + ", " + bounds.width + "x" + bounds.height + " pixels"
        + (slice > 0 ? ", slice " + slice : "");
  }

  private int count() {
    return image.getNSlices() * image.getNFrames();
  }

  private Map<Role, List<BitSet>> interpolate() {
    Map<Role, List<BitSet>> areas = new EnumMap<>(Role.class);
    for (Role role : Role.values()) {
      List<BitSet> slices = new ArrayList<>();
      for (int position = 0; position < count(); position++)
        slices.add(drawn(role, position, true));
      // Through the slices of each frame; through the frames where there is one slice.
      int length = image.getNSlices() > 1 ? image.getNSlices() : count();
      for (int from = 0; from < count(); from += length)
        RoiInterpolation.fill(slices.subList(from, from + length), image.getWidth());
      areas.put(role, slices);
    }
    return areas;
  }

  /** The pixels of a role on a position: of areas alone or of lines and points alone. */
  private BitSet drawn(Role role, int position, boolean areas) {
    BitSet pixels = new BitSet();
    for (Roi roi : rois)
      if (roi.isArea() == areas && rules.roles().of(roi) == role && (count() == 1 || positions.isAt(roi, position)))
        raster.draw(roi, index -> count() == 1 || positions.isStackIndexAt(index, position), pixels);
    return pixels;
  }

  private BitSet pixels(Role role, int position) {
    BitSet pixels = drawn(role, position, false);
    pixels.or(interpolated == null ? drawn(role, position, true) : interpolated.get(role).get(position));
    return pixels;
  }

  @Override
  public Trimap at(int position, Progress progress) {
    return trimaps.make(image.getWidth(), image.getHeight(), pixels(Role.FOREGROUND, position),
        pixels(Role.UNKNOWN, position), pixels(Role.BACKGROUND, position), progress);
  }

  @Override
  public boolean isPerSlice() {
    return perSlice;
  }
}
