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
import io.github.deepmatting.matting.SliceFailure;
import java.util.List;
import java.util.Optional;

/**
 * The images made of an image and its trimaps or labels; each has the image's slices, frames, calibration and slice
 * labels. Slices that failed are empty: all alphas and colours 0.
 *
 * @param alpha of the type that was asked for, exactly 0 and 1 (255, 65535) in the known background and foreground
 * @param foreground foreground colours in the image's own type and channels
 * @param cutOut packed alpha, red, green, blue (alpha not premultiplied), which ImageJ shows as opaque RGB
 * @param slices how many slices and frames there are
 * @param failures the slices that failed; never all of them
 */
public record MatteResults(
    Optional<ImagePlus> alpha,
    Optional<ImagePlus> foreground,
    Optional<ImagePlus> cutOut,
    int slices,
    List<SliceFailure> failures) {

  public MatteResults {
    failures = List.copyOf(failures);
  }

  /**
   * To be called when the images have been handed over.
   *
   * @throws IllegalStateException if a slice failed; the message names it and the reason
   */
  public void requireComplete() {
    if (!failures.isEmpty()) throw new IllegalStateException(SliceFailure.summary(failures, slices));
  }
}
