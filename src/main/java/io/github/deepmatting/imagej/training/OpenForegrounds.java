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
package io.github.deepmatting.imagej.training;

import ij.ImagePlus;
import io.github.deepmatting.image.Normalization;
import io.github.deepmatting.image.NormalizedImage;
import io.github.deepmatting.image.Planes;
import io.github.deepmatting.imagej.AlphaStack;
import io.github.deepmatting.io.ImagePlusPlanes;
import io.github.deepmatting.progress.Progress;
import io.github.deepmatting.training.data.ForegroundImage;
import io.github.deepmatting.training.pixels.StoredImage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** Foregrounds for a training from images of ImageJ. */
public final class OpenForegrounds {

  private OpenForegrounds() {}

  /**
   * The slices of an image with their alphas, in the intensities that they are displayed with.
   *
   * @param image 8, 16 or 32 bits, RGB, or up to 7 channels
   * @param alpha grey, as large as the image; one for all slices, or one for each: 0 to 255, 0 to 65535, or 0 to 1
   * @throws IllegalArgumentException if they do not fit each other, or values are not an alpha's
   */
  public static List<ForegroundImage> of(ImagePlus image, ImagePlus alpha, Progress progress) {
    ImagePlusPlanes planes = new ImagePlusPlanes(image);
    AlphaStack alphas = new AlphaStack(alpha, planes);
    IntFunction<NormalizedImage> normalized = planes.normalized(Normalization.DISPLAY_RANGE, progress);
    List<ForegroundImage> foregrounds = new ArrayList<>();
    for (int position = 0; position < planes.positions(); position++) {
      float[] opacity = Planes.toArray(alphas.at(position, progress));
      String name = planes.positions() == 1 ? image.getTitle() : image.getTitle() + ", slice " + (position + 1);
      foregrounds.add(new ForegroundImage(name, StoredImage.of(normalized.apply(position).rgb(), opacity, true)));
    }
    return foregrounds;
  }
}
