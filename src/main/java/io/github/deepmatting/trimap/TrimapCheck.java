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

import io.github.deepmatting.image.SameSize;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;

/** Checks that a trimap fits its image, and warns of trimaps from which no good matte can be expected. */
public final class TrimapCheck {

  /** In pixels; in photographs with good trimaps colours from up to about 140 pixels away are needed. */
  static final int NEAR = 200;

  /** A share of unknown pixels above which a trimap says little. */
  private static final double MUCH = 0.6;

  /** The share of unknown pixels that may lie far from known ones before it is worth a word. */
  private static final double FEW = 0.01;

  private TrimapCheck() {}

  /**
   * Checks that an image and a trimap fit each other.
   *
   * @param rgb colours, axes x, y, channel
   * @param trimap of the image
   * @throws IllegalArgumentException if the image has not the axes x, y and three channels, or the trimap not its size
   */
  public static void requireFit(RandomAccessibleInterval<FloatType> rgb, Trimap trimap) {
    if (rgb.numDimensions() != 3 || rgb.dimension(2) != 3)
      throw new IllegalArgumentException("The image must have the axes x, y and channel with 3 channels but its size is "
          + Arrays.toString(rgb.dimensionsAsLongArray()));
    SameSize.require(
        "The trimap", trimap.width(), trimap.height(), "the image", rgb.dimension(0), rgb.dimension(1));
  }

  /**
   * Warns of what makes a matte trivial or doubtful, though still possible: no unknown, no foreground or no background
   * pixel; otherwise more than 60 % unknown, or unknown pixels with no foreground or no background within {@value
   * #NEAR} pixels. One sentence each, or a single one if nothing is unknown; empty if all is well. Takes a small part
   * of the time of a distance transform.
   *
   * @param name of the trimap, for the sentences
   */
  public static List<String> warnings(Trimap trimap, String name) {
    long unknown = trimap.count(Trimap.UNKNOWN);
    long foreground = trimap.count(Trimap.FOREGROUND);
    long background = trimap.count(Trimap.BACKGROUND);
    if (unknown == 0) {
      String uniform = foreground == 0 ? ", and no foreground pixel (255)"
          : background == 0 ? ", and no background pixel (0)" : "";
      // Nothing has to be guessed, so that is all.
      return List.of("The trimap " + name + " has no unknown pixel (128)" + uniform + ", so the matte is the trimap"
          + " itself; mark the rim of the object as unknown");
    }
    List<String> warnings = new ArrayList<>();
    if (foreground == 0)
      warnings.add("The trimap " + name + " has no foreground pixel (255), so what the object looks like has to be"
          + " guessed; mark some of it, or expect a poor matte");
    if (background == 0)
      warnings.add("The trimap " + name + " has no background pixel (0), so what the background looks like has to be"
          + " guessed; mark some of it, or expect a poor matte");
    if (foreground > 0 && background > 0) {
      double share = (double) unknown / trimap.width() / trimap.height();
      if (share > MUCH)
        warnings.add(String.format(Locale.ROOT, "In the trimap %s %.0f %% of the pixels are unknown (128); mark more of"
            + " what is surely foreground or background, or expect a slow and poor matte", name, 100 * share));
      CoarseTrimap coarse = new CoarseTrimap(trimap);
      addFar(warnings, name, "foreground", coarse.farFrom(Trimap.FOREGROUND, NEAR));
      addFar(warnings, name, "background", coarse.farFrom(Trimap.BACKGROUND, NEAR));
    }
    return warnings;
  }

  private static void addFar(List<String> warnings, String name, String what, double share) {
    if (share > FEW)
      warnings.add(String.format(Locale.ROOT, "In the trimap %s %.0f %% of the unknown pixels have no %s within %d"
          + " pixels; mark some %s near them, or expect a poor matte there", name, 100 * share, what, NEAR, what));
  }
}
