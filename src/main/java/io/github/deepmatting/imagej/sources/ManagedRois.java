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

import ij.gui.Roi;
import ij.plugin.frame.RoiManager;
import java.awt.GraphicsEnvironment;
import java.awt.HeadlessException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/** Copies of the ROIs in the ROI Manager. */
final class ManagedRois {

  private ManagedRois() {}

  /**
   * The ROIs of the ROI Manager, in its order.
   *
   * @throws IllegalArgumentException if there are none, or there is no ROI Manager because there is no display
   */
  static List<Roi> get() {
    return get(() -> {
      RoiManager manager = RoiManager.getInstance2();
      return manager == null ? new Roi[0] : manager.getRoisAsArray();
    });
  }

  /** True if the ROI Manager is open and holds something. */
  static boolean areThere() {
    if (GraphicsEnvironment.isHeadless()) return false;
    RoiManager manager = RoiManager.getInstance2();
    return manager != null && manager.getCount() > 0;
  }

  /** As above, from a manager's ROIs. */
  static List<Roi> get(Supplier<Roi[]> manager) {
    Roi[] rois;
    try {
      rois = manager.get();
    } catch (HeadlessException e) {
      throw new IllegalArgumentException("There is no ROI Manager without a display; save its ROIs to a file and take"
          + " that: source=file roifile=FILE", e);
    }
    if (rois.length == 0)
      throw new IllegalArgumentException("The ROI Manager is empty or not open; add regions to it, or take"
          + " a file of ROIs: source=file roifile=FILE");
    return Arrays.stream(rois).map(roi -> (Roi) roi.clone()).toList();
  }
}
