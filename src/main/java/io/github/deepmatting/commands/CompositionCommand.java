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
package io.github.deepmatting.commands;

import ij.ImagePlus;
import io.github.deepmatting.commands.images.ImageRole;
import io.github.deepmatting.imagej.compose.ImageComposition;
import java.util.LinkedHashMap;
import java.util.Map;
import org.scijava.plugin.Parameter;

/** A command that takes an object out of its image by its alpha. */
abstract class CompositionCommand extends ReportingCommand {

  @Parameter(label = "Image", persist = false, autoFill = false,
      description = "The image that the object is in, or its foreground colours; any type, channels and slices.")
  private ImagePlus image;

  @Parameter(label = "Alpha", persist = false, autoFill = false,
      description = "The object's alpha matte; as large as the image, for each slice or one for all.")
  private ImagePlus alpha;

  @Parameter(label = "Estimate the object's own colours", persist = false,
      description = "Removes the old background from the image's colours first; not needed for foreground colours.")
  private boolean estimate = true;

  @Override
  public Map<String, ImageRole> images() {
    Map<String, ImageRole> images = new LinkedHashMap<>();
    images.put("image", ImageRole.IMAGE);
    images.put("alpha", ImageRole.ALPHA);
    return images;
  }

  /**
   * Image and alpha, checked.
   *
   * @throws IllegalArgumentException if one is missing, or they do not fit each other
   */
  final ImageComposition composition() {
    requirePixels("image", image);
    requirePixels("alpha", alpha);
    return new ImageComposition(image, alpha, estimate);
  }
}
