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
import io.github.deepmatting.image.ColourMix;
import io.github.deepmatting.image.IntensityRange;
import io.github.deepmatting.image.Normalization;
import io.github.deepmatting.image.NormalizationOptions;
import io.github.deepmatting.image.NormalizedImage;
import io.github.deepmatting.image.Planes;
import io.github.deepmatting.imagej.AlphaStack;
import io.github.deepmatting.io.ImagePlusPlanes;
import io.github.deepmatting.progress.Progress;
import io.github.deepmatting.training.data.ForegroundImage;
import io.github.deepmatting.training.pixels.StoredImage;
import java.util.ArrayList;
import java.util.List;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;

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
    NormalizationOptions options = planes.normalizationOptions(Normalization.DISPLAY_RANGE);
    ColourMix mix = options.mix(planes.channels());
    List<IntensityRange> ranges = options.ranges(planes.all().pixels(), progress);
    List<ForegroundImage> foregrounds = new ArrayList<>();
    for (int position = 0; position < planes.positions(); position++) {
      RandomAccessibleInterval<FloatType> rgb =
          NormalizedImage.of(planes.at(position).pixels(), ranges, mix).rgb();
      float[] opacity = Planes.toArray(alphas.at(position, progress));
      String name = planes.positions() == 1 ? image.getTitle() : image.getTitle() + ", slice " + (position + 1);
      foregrounds.add(new ForegroundImage(name, stored(rgb, opacity)));
    }
    return foregrounds;
  }

  private static StoredImage stored(RandomAccessibleInterval<FloatType> rgb, float[] opacity) {
    short[] samples = new short[Math.multiplyExact(4, opacity.length)];
    for (int c = 0; c < 3; c++) {
      float[] plane = Planes.toArray(Planes.channel(rgb, c));
      for (int i = 0; i < plane.length; i++) samples[4 * i + c] = StoredImage.word(plane[i]);
    }
    for (int i = 0; i < opacity.length; i++) samples[4 * i + 3] = StoredImage.word(opacity[i]);
    return new StoredImage((int) rgb.dimension(0), (int) rgb.dimension(1), 4, samples);
  }
}
