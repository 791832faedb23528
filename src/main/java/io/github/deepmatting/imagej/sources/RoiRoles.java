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

/**
 * Assigns ROIs to foreground, background and unknown, by the number of their group or by the beginning of their name
 * (upper or lower case). A ROI that none of them fits is foreground if it has an area, and unknown if it is a line or
 * points. Where more than one fits, the first of foreground, background, unknown counts.
 *
 * @param foreground a whole number from 1 on: ROIs of this group; other text: ROIs whose name begins so; blank: none
 * @param background as above
 * @param unknown as above
 */
public record RoiRoles(String foreground, String background, String unknown) {

  /** The value that a ROI gives its pixels. */
  enum Role {
    FOREGROUND,
    UNKNOWN,
    BACKGROUND
  }

  /** By names that begin with foreground, background or unknown. */
  public static final RoiRoles DEFAULT = new RoiRoles("foreground", "background", "unknown");

  /** All areas foreground, all lines unknown, whatever their names. */
  static final RoiRoles NONE = new RoiRoles("", "", "");

  Role of(Roi roi) {
    if (fits(foreground, roi)) return Role.FOREGROUND;
    if (fits(background, roi)) return Role.BACKGROUND;
    if (fits(unknown, roi)) return Role.UNKNOWN;
    return roi.isArea() ? Role.FOREGROUND : Role.UNKNOWN;
  }

  private static boolean fits(String rule, Roi roi) {
    String wanted = rule.strip();
    if (wanted.isEmpty()) return false;
    if (wanted.chars().allMatch(Character::isDigit)) return wanted.equals(String.valueOf(roi.getGroup()));
    String name = roi.getName();
    return name != null && name.strip().regionMatches(true, 0, wanted, 0, wanted.length());
  }
}
