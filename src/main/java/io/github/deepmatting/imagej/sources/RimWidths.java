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
import ij.measure.Calibration;
import io.github.deepmatting.trimap.UnknownBand;

/**
 * The widths of the unknown band along the rim of an object, and of lines.
 *
 * @param inner width of the band inside the object, 0 or more
 * @param outer width of the band outside, 0 or more
 * @param line width of lines and points; 0 for each one's own, which is in pixels always
 * @param calibrated true for widths in the image's unit, false for pixels
 */
public record RimWidths(double inner, double outer, double line, boolean calibrated) {

  /** The unit of pixels, as macros call it. */
  public static final String PIXEL = "pixel";

  /** The unit of the image's calibration, as macros call it. */
  public static final String CALIBRATED = "calibrated";

  public RimWidths {
    check("inner", inner);
    check("outer", outer);
    check("line", line);
  }

  private static void check(String key, double width) {
    if (!(width >= 0 && width < Double.POSITIVE_INFINITY))
      throw new IllegalArgumentException(key + " is " + width + "; allowed are widths from 0 on");
  }

  /** Widths in pixels; lines with their own. */
  public static RimWidths ofPixels(double inner, double outer) {
    return new RimWidths(inner, outer, 0, false);
  }

  /**
   * Widths in a unit.
   *
   * @param unit {@link #PIXEL} or {@link #CALIBRATED}, in either case
   * @throws IllegalArgumentException for another unit, or widths that are not allowed
   */
  public static RimWidths in(String unit, double inner, double outer, double line) {
    String name = unit == null ? "" : unit.strip();
    if (!name.equalsIgnoreCase(PIXEL) && !name.equalsIgnoreCase(CALIBRATED))
      throw new IllegalArgumentException("unit is '" + unit + "'; allowed are " + PIXEL + ", " + CALIBRATED);
    return new RimWidths(inner, outer, line, name.equalsIgnoreCase(CALIBRATED));
  }

  /**
   * Width of a pixel in the unit of the widths.
   *
   * @throws IllegalArgumentException if the widths are in an image's unit and its axes have different ones
   */
  double pixelWidth(ImagePlus image) {
    return calibrated ? calibration(image).pixelWidth : 1;
  }

  /** Height of a pixel in the unit of the widths; see {@link #pixelWidth}. */
  double pixelHeight(ImagePlus image) {
    return calibrated ? calibration(image).pixelHeight : 1;
  }

  private static Calibration calibration(ImagePlus image) {
    Calibration calibration = image.getCalibration();
    if (!calibration.getXUnit().equals(calibration.getYUnit()))
      throw new IllegalArgumentException("The image " + image.getTitle() + " has the units " + calibration.getXUnit()
          + " along x and " + calibration.getYUnit() + " along y, so widths have no meaning in them; give them in pixels"
          + " (unit=pixel)");
    return calibration;
  }

  /**
   * The band for objects of an image.
   *
   * @throws IllegalArgumentException if the widths are in an image's unit and its axes have different ones
   */
  public UnknownBand band(ImagePlus image) {
    return new UnknownBand(inner, outer, pixelWidth(image), pixelHeight(image));
  }
}
