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
package io.github.deepmatting.commands.service;

import ij.ImagePlus;
import io.github.deepmatting.imagej.ImagePlusPipeline;
import io.github.deepmatting.imagej.MatteResults;
import io.github.deepmatting.matting.MatteOptions;
import io.github.deepmatting.matting.Matting;
import io.github.deepmatting.matting.SliceFailure;
import io.github.deepmatting.progress.Progress;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.scijava.log.LogService;

/** Mattes of ImageJ's images for the service, which itself must not name their class. */
final class ServedImages {

  private ServedImages() {}

  /**
   * The results that are asked for, by their names.
   *
   * @throws IOException if the model can't be used
   * @throws IllegalArgumentException if one is no image of ImageJ, or as the service says
   */
  static Map<String, Object> matte(
      Matting model, MatteOptions options, Object image, Object trimap, LogService log, Progress progress)
      throws IOException {
    ImagePlus source = checked(image);
    MatteResults results = ImagePlusPipeline.matte(model, source, checked(trimap), options, progress);
    if (!results.failures().isEmpty())
      log.error("Deep Matting of " + source.getTitle() + ": "
          + SliceFailure.summary(results.failures(), results.slices()));
    Map<String, Object> images = new LinkedHashMap<>();
    results.alpha().ifPresent(alpha -> images.put("alpha", alpha));
    results.foreground().ifPresent(foreground -> images.put("foreground", foreground));
    results.cutOut().ifPresent(cutOut -> images.put("cutout", cutOut));
    return images;
  }

  private static ImagePlus checked(Object image) {
    if (image instanceof ImagePlus plus) return plus;
    throw new IllegalArgumentException("A matte needs two ImagePlus or two RandomAccessibleInterval; given is "
        + (image == null ? "none" : image.getClass().getName()));
  }
}
