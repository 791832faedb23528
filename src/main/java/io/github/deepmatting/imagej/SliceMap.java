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
package io.github.deepmatting.imagej;

import ij.ImagePlus;
import io.github.deepmatting.image.SameSize;
import io.github.deepmatting.io.ImagePlusPlanes;
import io.github.deepmatting.io.PixelPlanes;

/**
 * An image that says something about each pixel of another one: a trimap, a mask, labels, probabilities. It has one slice
 * for all slices of the other, or one for each.
 */
public final class SliceMap {

  private final ImagePlusPlanes planes;
  private final String what;

  /**
   * @param what it is, for messages, e.g. "label image"
   * @param map grey
   * @param image what it says something about
   * @throws IllegalArgumentException if an image is empty, or sizes or numbers of slices do not fit
   */
  public SliceMap(String what, ImagePlus map, ImagePlus image) {
    this(what, map, new ImagePlusPlanes(image));
  }

  SliceMap(String what, ImagePlus map, ImagePlusPlanes other) {
    this.planes = new ImagePlusPlanes(map);
    this.what = what;
    String begin = "The " + what + " " + map.getTitle();
    SameSize.require(
        begin, planes.width(), planes.height(), "the image " + other.title(), other.width(), other.height());
    if (planes.positions() != 1 && planes.positions() != other.positions())
      throw new IllegalArgumentException(begin + " has " + planes.positions() + " slices but the image " + other.title()
          + " has " + other.positions() + "; give one " + what + " for all slices, or one for each");
  }

  /** True if each position of the image has a slice of its own. */
  public boolean isPerSlice() {
    return planes.positions() != 1;
  }

  /** The number of slices: 1, or as many as the image has positions. */
  public int slices() {
    return planes.positions();
  }

  /**
   * The grey values for a position of the image, axes x, y.
   *
   * @throws IllegalArgumentException if the image has several channels, or colours
   */
  public PixelPlanes<?> at(int position) {
    return planes.grey(slice(position));
  }

  /** The image's pixels, as they are. */
  ImagePlusPlanes planes() {
    return planes;
  }

  /** The slice for a position. */
  int slice(int position) {
    return isPerSlice() ? position : 0;
  }

  /** Its kind and title, for messages: {@code label image cells.tif}. */
  public String describe() {
    return what + " " + planes.title();
  }
}
