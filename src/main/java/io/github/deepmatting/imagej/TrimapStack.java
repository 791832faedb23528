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

import io.github.deepmatting.progress.Progress;
import io.github.deepmatting.trimap.Trimap;
import io.github.deepmatting.trimap.TrimapCheck;
import io.github.deepmatting.trimap.TrimapEncoding;
import io.github.deepmatting.trimap.TrimapReader;

/**
 * The trimaps of an image: one for each of its positions, or a single one for all. How grey values are understood is
 * decided once, from all slices.
 */
final class TrimapStack {

  private final ImagePlusPlanes planes;
  private final String name;
  private final TrimapEncoding encoding;
  /** The trimap for all positions; null where each has its own. */
  private final Trimap common;

  /**
   * @param planes the trimaps
   * @param name of their image, for messages
   * @param image what they belong to
   * @param imageName its name, for messages
   * @param progress receives warnings of a trimap that is common to all positions
   * @throws IllegalArgumentException if sizes or numbers of slices do not fit, or the values are no trimap's
   */
  TrimapStack(ImagePlusPlanes planes, String name, ImagePlusPlanes image, String imageName, Progress progress) {
    this.planes = planes;
    this.name = name;
    TrimapCheck.requireSize(
        planes.width(), planes.height(), name, image.width(), image.height(), imageName);
    if (planes.positions() != 1 && planes.positions() != image.positions())
      throw new IllegalArgumentException("The trimap " + name + " has " + planes.positions()
          + " slices but the image " + imageName + " has " + image.positions()
          + "; give one trimap for all slices, or one for each");
    encoding = NamedErrors.naming("trimap", name, () -> TrimapReader.encoding(planes.all().pixels(), progress));
    common = planes.positions() == 1 ? TrimapImages.read(planes, 0, encoding, name, progress) : null;
  }

  /**
   * The trimap of a position.
   *
   * @param progress receives warnings
   */
  Trimap at(int position, Progress progress) {
    return common != null ? common : TrimapImages.read(planes, position, encoding, name, progress);
  }
}
