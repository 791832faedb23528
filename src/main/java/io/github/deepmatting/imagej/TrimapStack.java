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
import io.github.deepmatting.matting.TrimapSource;
import io.github.deepmatting.progress.Progress;
import io.github.deepmatting.trimap.Trimap;
import io.github.deepmatting.trimap.TrimapEncoding;
import io.github.deepmatting.trimap.TrimapReader;

/**
 * Trimaps that are there already, as an image: one slice for each of the image's positions, or a single one for all. How
 * grey values are understood is decided once, from all slices.
 */
public final class TrimapStack implements TrimapSource {

  private final SliceMap map;
  private final String name;
  private final TrimapEncoding encoding;
  /** The trimap for all positions; null where each has its own. */
  private final Trimap common;

  /**
   * @param trimap grey, as large as the image; one slice, or one for each of the image's
   * @param image what they belong to
   * @param progress receives warnings of a trimap that is common to all positions
   * @throws IllegalArgumentException if an image is empty, sizes or numbers of slices do not fit, or the values are no
   *     trimap's
   */
  public TrimapStack(ImagePlus trimap, ImagePlus image, Progress progress) {
    map = new SliceMap("trimap", trimap, image);
    name = trimap.getTitle();
    encoding = NamedErrors.naming("trimap", name, () -> TrimapReader.encoding(map.planes().all().pixels(), progress));
    common = map.isPerSlice() ? null : TrimapImages.read(map.planes(), 0, encoding, name, progress);
  }

  @Override
  public Trimap at(int position, Progress progress) {
    return common != null ? common : TrimapImages.read(map.planes(), position, encoding, name, progress);
  }

  @Override
  public boolean isPerSlice() {
    return map.isPerSlice();
  }
}
