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
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A kind of source that trimaps are made from, with its name in macros, its name in dialogs, and its parameters. */
public enum SourceKind {
  TRIMAP("A trimap image", "trimap"),
  SELECTION("The image's selection", "inner outer unit line"),
  ROIMANAGER("The ROI Manager", Keys.ROIS),
  OVERLAY("The image's overlay", Keys.ROIS),
  FILE("A .roi or .zip file of ROIs", Keys.ROIS + " roifile"),
  LABELS("A label image", "from labels inner outer unit"),
  MASK("A binary mask", "from inner outer unit"),
  THRESHOLD("The image's threshold", "inner outer unit"),
  PROBABILITY("A probability map", "from low high");

  /** The parameters that any source may need, as macros call them. */
  public static final Set<String> PARAMETERS = Arrays.stream(values()).flatMap(kind -> kind.needs.stream())
      .collect(Collectors.toUnmodifiableSet());

  private final String label;
  private final Set<String> needs;

  SourceKind(String label, String needs) {
    this.label = label;
    this.needs = Set.of(needs.split(" "));
  }

  /** The name in macros: {@code trimap}, {@code selection}, ... */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The name in dialogs. */
  public String label() {
    return label;
  }

  /** The ones among {@link #PARAMETERS} that this source uses. */
  public Set<String> needs() {
    return needs;
  }

  /** The names in macros, in order. */
  public static List<String> keys() {
    return Arrays.stream(values()).map(SourceKind::key).toList();
  }

  /**
   * The source of this name.
   *
   * @param key as macros have it, upper or lower case
   * @throws IllegalArgumentException if there is no such source; the message lists those there are
   */
  public static SourceKind parse(String key) {
    return find(key).orElseThrow(() -> new IllegalArgumentException(
        "source is '" + key + "'; allowed are " + String.join(", ", keys())));
  }

  /** The source of this name, in upper or lower case; empty if there is none. */
  public static Optional<SourceKind> find(String key) {
    return Arrays.stream(values()).filter(kind -> kind.key().equalsIgnoreCase(key.strip())).findFirst();
  }

  /** A guess from what an image has: its selection, its overlay, or otherwise a trimap. */
  public static SourceKind likely(Optional<ImagePlus> image) {
    if (image.map(ImagePlus::getRoi).isPresent()) return SELECTION;
    return image.map(ImagePlus::getOverlay).filter(overlay -> overlay.size() > 0).isPresent() ? OVERLAY : TRIMAP;
  }

  /** False if there is nothing of this kind now: no ROI in the ROI Manager, no overlay on the image. */
  public boolean isThere(Optional<ImagePlus> image) {
    return switch (this) {
      case ROIMANAGER -> ManagedRois.areThere();
      case OVERLAY -> image.map(ImagePlus::getOverlay).filter(overlay -> overlay.size() > 0).isPresent();
      default -> true;
    };
  }

  /** Apart, since an enum's constants come before its constants of its own. */
  private static final class Keys {
    static final String ROIS =
        "inner outer unit line foregroundgroup backgroundgroup unknowngroup rest interpolate";
  }
}
