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
import io.github.deepmatting.trimap.LabelSelection;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The source of a trimap and the parameters of all kinds of sources; each uses only its own.
 *
 * @param kind of the source
 * @param map the trimap, label image, mask or probability map
 * @param roiFile the {@code .roi} or {@code .zip} file
 * @param widths of the unknown band and of lines
 * @param rois the rules for ROIs
 * @param labels which labels are foreground
 * @param low probabilities up to this are background, 0 to 1
 * @param high probabilities from this on are foreground, 0 to 1
 */
public record SourceOptions(
    SourceKind kind,
    Optional<ImagePlus> map,
    Optional<Path> roiFile,
    RimWidths widths,
    RoiRules rois,
    LabelSelection labels,
    double low,
    double high) {

  /** Default width of the unknown band, in pixels, on either side. */
  public static final double BAND = 10;

  /** Default thresholds of probabilities. */
  public static final double LOW = 0.1;

  public static final double HIGH = 0.9;

  /** Options of a kind, with defaults for the rest. */
  public static SourceOptions of(SourceKind kind) {
    return new SourceOptions(kind, Optional.empty(), Optional.empty(), RimWidths.ofPixels(BAND, BAND),
        RoiRules.DEFAULT, LabelSelection.ALL, LOW, HIGH);
  }

  /** The same with another map. */
  public SourceOptions withMap(ImagePlus newMap) {
    return new SourceOptions(kind, Optional.of(newMap), roiFile, widths, rois, labels, low, high);
  }

  /** The same with another file of ROIs. */
  public SourceOptions withRoiFile(Path newFile) {
    return new SourceOptions(kind, map, Optional.of(newFile), widths, rois, labels, low, high);
  }

  /** The same with other widths. */
  public SourceOptions withWidths(RimWidths newWidths) {
    return new SourceOptions(kind, map, roiFile, newWidths, rois, labels, low, high);
  }

  /** The same with other rules for ROIs. */
  public SourceOptions withRois(RoiRules newRules) {
    return new SourceOptions(kind, map, roiFile, widths, newRules, labels, low, high);
  }

  /** The same with other labels. */
  public SourceOptions withLabels(LabelSelection newLabels) {
    return new SourceOptions(kind, map, roiFile, widths, rois, newLabels, low, high);
  }
}
