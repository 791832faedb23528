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
package io.github.deepmatting.imagej.edit;

import ij.ImagePlus;
import io.github.deepmatting.imagej.ResultImages;
import io.github.deepmatting.io.ImagePlusPlanes;
import io.github.deepmatting.progress.Progress;
import io.github.deepmatting.trimap.TrimapEncoding;
import io.github.deepmatting.trimap.TrimapReader;
import java.util.List;

/**
 * The trimap that a correction applies to: the open image with the title of the active one followed by "trimap", or the
 * active image itself if it is a trimap.
 *
 * @param shown the active image, with the selection
 * @param trimap what is edited; the same image, or one of its size
 */
public record TrimapTarget(ImagePlus shown, ImagePlus trimap) {

  /**
   * Finds the trimap that a correction applies to.
   *
   * @param shown the active image
   * @param open all open images
   * @throws IllegalArgumentException if the image is not a trimap and none of the open images is its trimap; the
   *     message names the title that is looked for
   */
  public static TrimapTarget find(ImagePlus shown, List<ImagePlus> open) {
    for (ImagePlus other : open) if (other != shown && belongs(other, shown)) return new TrimapTarget(shown, other);
    if (isTrimap(shown)) return new TrimapTarget(shown, shown);
    throw new IllegalArgumentException("The image " + shown.getTitle() + " is not a trimap (one channel, values 0, 128"
        + " and 255), and no open image of its size is called '" + ResultImages.title(shown, "trimap")
        + "'; make one with Make Trimap..., or rename the trimap you have");
  }

  private static boolean belongs(ImagePlus trimap, ImagePlus image) {
    String name = ResultImages.title(image, "").strip();
    String title = ResultImages.title(trimap, "").strip();
    return List.of(name + " trimap", name + "-trimap", name + "_trimap").contains(title) && fits(trimap, image);
  }

  private static boolean fits(ImagePlus trimap, ImagePlus image) {
    return trimap.getWidth() == image.getWidth() && trimap.getHeight() == image.getHeight()
        && (positions(trimap) == 1 || positions(trimap) == positions(image));
  }

  private static int positions(ImagePlus image) {
    return image.getNSlices() * image.getNFrames();
  }

  /** True if the slice that is shown holds a trimap's values and no others, so that no picture is overwritten. */
  private static boolean isTrimap(ImagePlus image) {
    if (image.getType() == ImagePlus.COLOR_RGB || image.getNChannels() > 1) return false;
    if (TrimapEdits.areThere(image)) return true;
    try {
      ImagePlusPlanes planes = new ImagePlusPlanes(image);
      TrimapEncoding encoding = TrimapReader.encoding(planes.all().pixels(), Progress.NONE);
      return TrimapReader.read(planes.at(position(image)).pixels(), encoding, Progress.NONE).greys() == 0;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** Slices first, from 0 on. */
  private static int position(ImagePlus image) {
    // Slice and frame of an image without a window may be out of date.
    int[] place = image.convertIndexToPosition(image.getCurrentSlice());
    return place[1] - 1 + image.getNSlices() * (place[2] - 1);
  }

  /** The trimap's slice for what is shown now, from 1 on. */
  int slice() {
    return positions(trimap) == 1 ? 1 : position(shown) + 1;
  }
}
