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
package io.github.deepmatting.imagej.compose;

import ij.ImagePlus;
import io.github.deepmatting.image.IntensityRange;
import io.github.deepmatting.image.SameSize;
import io.github.deepmatting.io.ImagePlusPlanes;
import io.github.deepmatting.io.PixelPlanes;
import java.util.List;
import net.imglib2.FinalInterval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.position.FunctionRandomAccessible;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.view.Views;

/** Backgrounds in the channels and units of the image that goes over them. */
final class BackgroundPlanes {

  private final ImagePlusPlanes planes;
  private final int channels;

  /**
   * An image as background.
   *
   * @param background its values count as they are
   * @param front the image that goes over it
   * @throws IllegalArgumentException if it does not fit; the message says what to do
   */
  BackgroundPlanes(ImagePlus background, ImagePlusPlanes front) {
    planes = new ImagePlusPlanes(background);
    channels = front.channels();
    String names = "The background " + background.getTitle();
    SameSize.require(
        names, planes.width(), planes.height(), "the image " + front.title(), front.width(), front.height());
    if (planes.positions() != 1 && planes.positions() != front.positions())
      throw new IllegalArgumentException(names + " has " + planes.positions() + " slices but the image "
          + front.title() + " has " + front.positions() + "; give one background for all slices, or one for each");
    if (planes.channels() != 1 && planes.channels() != channels)
      throw new IllegalArgumentException(names + " has " + planes.channels() + " channels but the image "
          + front.title() + " has " + channels + "; give one, or as many (Image > Type > RGB Color makes three of any)");
    if (planes.bitDepth() != front.bitDepth())
      throw new IllegalArgumentException(names + " has " + planes.bitDepth() + " bits but the image " + front.title()
          + " has " + front.bitDepth() + "; convert one of them (Image > Type), so that their values mean the same");
  }

  /** Axes x, y, channel; a single channel is repeated. */
  RandomAccessibleInterval<? extends RealType<?>> at(int position) {
    return repeated(planes.at(planes.positions() == 1 ? 0 : position));
  }

  private <T extends RealType<T> & NativeType<T>> RandomAccessibleInterval<T> repeated(PixelPlanes<T> own) {
    if (planes.channels() == channels) return own.pixels();
    return Views.addDimension(Views.hyperSlice(own.pixels(), 2, 0), 0, channels - 1);
  }

  /**
   * A drawn background, axes x, y, channel.
   *
   * @param displayed the display range of each channel; three are red, green and blue where colours are drawn
   */
  static RandomAccessibleInterval<DoubleType> drawn(
      Backdrop.Drawn backdrop, List<IntensityRange> displayed, int width, int height) {
    FunctionRandomAccessible<DoubleType> values = new FunctionRandomAccessible<>(3, (position, value) -> {
      int channel = position.getIntPosition(2);
      double shown = backdrop.at(
          position.getLongPosition(0), position.getLongPosition(1), backdrop.isGrey() ? 0 : channel);
      IntensityRange range = displayed.get(channel);
      // No signal is 0, even if more than that is shown as black.
      value.set(shown == 0 ? Math.min(0, range.min()) : range.restore(shown));
    }, DoubleType::new);
    return Views.interval(values, new FinalInterval(width, height, displayed.size()));
  }
}
