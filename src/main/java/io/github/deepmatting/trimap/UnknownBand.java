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
package io.github.deepmatting.trimap;

import io.github.deepmatting.image.DistanceTransform;
import io.github.deepmatting.progress.Progress;
import java.util.function.IntPredicate;

/**
 * The band of unknown pixels along the rim of an object. A pixel of the object becomes unknown if its distance to the
 * nearest pixel outside the object is at most the inner width; one outside if its distance to the nearest pixel of the
 * object is at most the outer width. Distances are Euclidean, from centre to centre, so a width below 1 pixel has no
 * effect; what lies beyond the image is neither inside nor outside.
 *
 * @param inner width inside the object, 0 or more
 * @param outer width outside, 0 or more
 * @param pixelWidth distance of neighbouring columns, in the unit of the widths; 1 for widths in pixels
 * @param pixelHeight distance of neighbouring rows, in the unit of the widths; 1 for widths in pixels
 */
public record UnknownBand(double inner, double outer, double pixelWidth, double pixelHeight) {

  public UnknownBand {
    check("inner width", inner, inner >= 0);
    check("outer width", outer, outer >= 0);
    check("pixel width", pixelWidth, pixelWidth > 0);
    check("pixel height", pixelHeight, pixelHeight > 0);
  }

  private static void check(String name, double value, boolean allowed) {
    if (!allowed || value == Double.POSITIVE_INFINITY)
      throw new IllegalArgumentException("The " + name + " of the unknown band is " + value
          + "; allowed are finite numbers " + (name.startsWith("pixel") ? "above 0" : "from 0 on"));
  }

  /** Widths in pixels. */
  public static UnknownBand ofPixels(double inner, double outer) {
    return new UnknownBand(inner, outer, 1, 1);
  }

  /** The number of rows and columns around an object that matter to its trimap: its band, and the pixel next to it. */
  public int margin() {
    return (int) Math.min(1 << 30, Math.ceil(outer / Math.min(pixelWidth, pixelHeight)) + 1);
  }

  /** The values of a trimap: foreground where the object is, background elsewhere, the band between them. */
  byte[] values(int width, int height, IntPredicate isObject, Progress progress) {
    progress.checkCancelled();
    byte[] values = new byte[Math.multiplyExact(width, height)];
    for (int i = 0; i < values.length; i++) if (isObject.test(i)) values[i] = (byte) Trimap.FOREGROUND;
    mark(values, width, height, isObject, Trimap.BACKGROUND, outer, progress);
    mark(values, width, height, i -> !isObject.test(i), Trimap.FOREGROUND, inner, progress);
    return values;
  }

  /** Makes pixels of the given value unknown that are near enough to a target. */
  void mark(byte[] values, int width, int height, IntPredicate isTarget, int value, double reach, Progress progress) {
    // A little more than asked for, so that rounding of a pixel size such as 0.1 does not decide.
    double limit = reach * reach * (1 + 1e-12);
    if (reach < Math.min(pixelWidth, pixelHeight)) return;
    DistanceTransform.forEachRow(width, height, isTarget, pixelWidth, pixelHeight, (y, squared) -> {
      for (int x = 0, i = y * width; x < width; x++, i++)
        if ((values[i] & 0xff) == value && squared[x] <= limit) values[i] = (byte) Trimap.UNKNOWN;
    }, progress);
  }
}
