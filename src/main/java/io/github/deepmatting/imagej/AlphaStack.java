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
import io.github.deepmatting.io.ImagePlusPlanes;
import io.github.deepmatting.progress.Progress;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;

/** The alphas of an image: one for each of its positions, or a single one for all, which is read once. */
public final class AlphaStack {

  private final SliceMap map;
  private RandomAccessibleInterval<FloatType> common;

  /**
   * @param alpha grey; as large as the image; one for all slices, or one for each
   * @param image what it belongs to
   * @throws IllegalArgumentException if an image is empty, or sizes or numbers of slices do not fit
   */
  public AlphaStack(ImagePlus alpha, ImagePlusPlanes image) {
    map = new SliceMap("alpha", alpha, image);
  }

  /** The alpha of a position, as {@link AlphaImages#read} gives it. */
  public RandomAccessibleInterval<FloatType> at(int position, Progress progress) {
    if (map.isPerSlice()) return AlphaImages.read(map.planes(), position, progress);
    if (common == null) common = AlphaImages.read(map.planes(), 0, progress);
    return common;
  }
}
