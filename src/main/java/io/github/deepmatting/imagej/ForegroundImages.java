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
import io.github.deepmatting.foreground.ForegroundEstimation;
import io.github.deepmatting.foreground.ForegroundOptions;
import io.github.deepmatting.image.FiniteValues;
import io.github.deepmatting.io.ImagePlusPlanes;
import io.github.deepmatting.progress.Progress;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;

/** Foreground colours of ImageJ's images. */
public final class ForegroundImages {

  private ForegroundImages() {}

  /**
   * Estimates the foreground colours of an image whose alpha is known.
   *
   * @param image 8, 16 or 32 bits, RGB, any number of channels, slices and frames
   * @param alpha grey, as large as the image; 0 to 255, 0 to 65535 or 0 to 1 by its type; one for all slices, or one for
   *     each
   * @param options how
   * @param progress receives progress, and is asked whether to go on
   * @return of the image's type, with its calibration and slice labels
   * @throws IllegalArgumentException if an image is empty, they do not fit each other, the alpha is none, or pixels
   *     are not a number or infinite
   */
  public static ImagePlus estimate(
      ImagePlus image, ImagePlus alpha, ForegroundOptions options, Progress progress) {
    ImagePlusPlanes planes = new ImagePlusPlanes(image);
    ImagePlus foreground = ResultImages.newLike(image, "foreground");
    estimate(ImagePlusSource.of(planes), new AlphaStack(alpha, planes), new ImagePlusPlanes(foreground), options, progress);
    return foreground;
  }

  private static <T extends RealType<T> & NativeType<T>> void estimate(ImagePlusSource<T> image, AlphaStack alphas,
      ImagePlusPlanes foreground, ForegroundOptions options, Progress progress) {
    for (int position = 0; position < image.positions(); position++) {
      Progress own = progress.slice(position, image.positions());
      RandomAccessibleInterval<FloatType> opacity = alphas.at(position, own);
      RandomAccessibleInterval<T> pixels = image.at(position);
      // What is not a number would spread to every level of the estimation.
      if (foreground.bitDepth() == 32) FiniteValues.range(pixels, own);
      ForegroundEstimation.writeForeground(pixels, opacity, image.pixels(foreground, position), options, own);
    }
  }
}
