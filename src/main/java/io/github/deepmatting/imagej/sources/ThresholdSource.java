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
package io.github.deepmatting.imagej.sources;

import ij.ImagePlus;
import ij.process.ImageProcessor;
import io.github.deepmatting.image.Planes;
import io.github.deepmatting.imagej.ResultImages;
import io.github.deepmatting.io.ImagePlusPlanes;
import io.github.deepmatting.matting.TrimapSource;
import io.github.deepmatting.progress.Progress;
import io.github.deepmatting.trimap.Trimap;
import io.github.deepmatting.trimap.TrimapFromMask;
import io.github.deepmatting.trimap.UnknownBand;
import java.util.BitSet;

/**
 * Makes trimaps of the pixels between an image's two thresholds, which all slices share, in the channel that is shown.
 */
final class ThresholdSource implements TrimapSource {

  private final ImagePlusPlanes planes;
  private final int channel;
  private final double lower;
  private final double upper;
  private final UnknownBand band;

  /** @throws IllegalArgumentException if the image has no threshold, or is RGB */
  ThresholdSource(ImagePlus image, UnknownBand band) {
    planes = new ImagePlusPlanes(ResultImages.holding(image));
    ImageProcessor shown = image.getProcessor();
    if (planes.isRgb())
      throw new IllegalArgumentException("The image " + image.getTitle() + " is RGB, which has no threshold; threshold a"
          + " grey copy of it, make a mask of that, and take it with source=mask");
    if (shown.getMinThreshold() == ImageProcessor.NO_THRESHOLD)
      throw new IllegalArgumentException("The image " + image.getTitle() + " has no threshold; set one with Image >"
          + " Adjust > Threshold..., or choose another source");
    channel = image.getC() - 1;
    lower = shown.getMinThreshold();
    upper = shown.getMaxThreshold();
    this.band = band;
  }

  @Override
  public Trimap at(int position, Progress progress) {
    BitSet object = new BitSet();
    Planes.forEachPixel(Planes.channel(planes.at(isPerSlice() ? position : 0).pixels(), channel), progress,
        (i, value) -> object.set(i, value >= lower && value <= upper));
    return TrimapFromMask.make(planes.width(), planes.height(), object::get, band, progress);
  }

  @Override
  public boolean isPerSlice() {
    return planes.positions() > 1;
  }
}
