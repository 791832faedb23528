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
import io.github.deepmatting.foreground.Compositing;
import io.github.deepmatting.foreground.CutOut;
import io.github.deepmatting.foreground.ForegroundEstimation;
import io.github.deepmatting.foreground.ForegroundOptions;
import io.github.deepmatting.image.ColourMix;
import io.github.deepmatting.image.FiniteValues;
import io.github.deepmatting.image.IntensityRange;
import io.github.deepmatting.image.Normalization;
import io.github.deepmatting.image.NormalizedImage;
import io.github.deepmatting.imagej.AlphaStack;
import io.github.deepmatting.imagej.ResultImages;
import io.github.deepmatting.io.CutOutFiles;
import io.github.deepmatting.io.ImagePlusPlanes;
import io.github.deepmatting.io.PixelPlanes;
import io.github.deepmatting.progress.Progress;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.Converters;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.type.numeric.real.FloatType;

/**
 * Lays the object of an image over something else, slice by slice: alpha times its own colours, plus (1 - alpha) times
 * what lies behind. The result has the image's type, channels, look-up tables, calibration and slice labels, but is RGB
 * where a colour is asked for that the channels can't show. The image may be virtual, and closed meanwhile.
 */
public final class ImageComposition {

  private final ImagePlus image;
  private final ImagePlusPlanes planes;
  private final AlphaStack alphas;
  private final boolean estimate;
  private final List<IntensityRange> displayed;

  /**
   * @param image 8, 16 or 32 bits, RGB, any number of channels, slices and frames
   * @param alpha grey, as large as the image; one for all slices, or one for each
   * @param estimate whether the object's own colours are estimated from the image; otherwise the image holds them already
   * @throws IllegalArgumentException if an image is empty, or they do not fit each other
   */
  public ImageComposition(ImagePlus image, ImagePlus alpha, boolean estimate) {
    this.image = ResultImages.holding(image);
    this.planes = new ImagePlusPlanes(this.image);
    this.alphas = new AlphaStack(ResultImages.holding(alpha), planes);
    this.estimate = estimate;
    displayed = planes.displayRanges();
  }

  /**
   * Lays the object over a backdrop; titled "NAME composite". Grey backdrops are those of the display: white is the
   * upper end of each channel's display range, black is 0, or the lower end if that is below.
   *
   * @throws IllegalArgumentException if a picture has another size, number of slices, type or channels (a single
   *     channel goes behind all), the alpha is none, or pixels are not finite
   */
  public ImagePlus over(Backdrop backdrop, Progress progress) {
    ImagePlus result = create(backdrop, "composite");
    Background background = background(backdrop, result);
    for (int position = 0; position < planes.positions(); position++) {
      Progress sliceProgress = progress.slice(position, planes.positions());
      RandomAccessibleInterval<FloatType> alpha = alphas.at(position, sliceProgress);
      compose(colours(position, alpha, sliceProgress), alpha, background, result, position, sliceProgress);
    }
    return result;
  }

  /**
   * Cuts the object out: lays it over black or white, titled "NAME cutout", and writes it with transparency.
   *
   * @param backdrop for the result
   * @param files receives straight (not premultiplied) RGBA of 8 bits as the image is displayed; empty to write nothing
   * @throws IOException if a file exists and is not to be replaced, or can't be written
   * @throws IllegalArgumentException as {@link #over}
   */
  public ImagePlus cutOut(Backdrop.Colour backdrop, Optional<CutOutFiles> files, Progress progress)
      throws IOException {
    if (files.isPresent()) files.get().check(planes.positions());
    ImagePlus result = create(backdrop, "cutout");
    Background background = background(backdrop, result);
    for (int position = 0; position < planes.positions(); position++) {
      Progress sliceProgress = progress.slice(position, planes.positions());
      RandomAccessibleInterval<FloatType> alpha = alphas.at(position, sliceProgress);
      PixelPlanes<?> colours = colours(position, alpha, sliceProgress);
      compose(colours, alpha, background, result, position, sliceProgress);
      if (files.isPresent())
        files.get().write(position, planes.positions(), planes.width(), planes.height(),
            CutOut.of(rgb(colours), alpha, IntensityRange.UNIT, sliceProgress).update(null)
                .getCurrentStorageArray());
    }
    return result;
  }

  /** Gives the background of a position, in the result's channels and units. */
  @FunctionalInterface
  private interface Background {
    RandomAccessibleInterval<? extends RealType<?>> at(int position);
  }

  private ImagePlus create(Backdrop backdrop, String what) {
    boolean coloured = backdrop instanceof Backdrop.Drawn drawn && !drawn.isGrey();
    return coloured ? ResultImages.newRgb(image, what) : ResultImages.newLike(image, what);
  }

  private Background background(Backdrop backdrop, ImagePlus result) {
    if (backdrop instanceof Backdrop.Picture picture)
      return new BackgroundPlanes(ResultImages.holding(picture.image()), planes)::at;
    Backdrop.Drawn drawn = (Backdrop.Drawn) backdrop;
    ImagePlusPlanes target = new ImagePlusPlanes(result);
    RandomAccessibleInterval<DoubleType> behind = BackgroundPlanes.drawn(drawn,
        target.isRgb() ? target.displayRanges() : displayed, planes.width(), planes.height());
    return position -> behind;
  }

  private PixelPlanes<?> colours(int position, RandomAccessibleInterval<FloatType> alpha, Progress progress) {
    if (estimate && planes.bitDepth() == 32) FiniteValues.range(planes.at(position).pixels(), progress);
    return colours(planes.at(position), alpha, progress);
  }

  private <T extends RealType<T> & NativeType<T>> PixelPlanes<T> colours(
      PixelPlanes<T> own, RandomAccessibleInterval<FloatType> alpha, Progress progress) {
    return !estimate ? own : new PixelPlanes<>(ForegroundEstimation.estimateForeground(
        own.pixels(), alpha, ForegroundOptions.DEFAULT, progress));
  }

  private RandomAccessibleInterval<FloatType> rgb(PixelPlanes<?> colours) {
    ColourMix mix = planes.normalizationOptions(Normalization.DISPLAY_RANGE).mix(planes.channels());
    return NormalizedImage.of(colours.pixels(), displayed, mix).rgb();
  }

  private void compose(PixelPlanes<?> colours, RandomAccessibleInterval<FloatType> alpha, Background background,
      ImagePlus result, int position, Progress progress) {
    ImagePlusPlanes target = new ImagePlusPlanes(result);
    boolean converted = target.isRgb() && !planes.isRgb();
    RandomAccessibleInterval<? extends RealType<?>> front = !converted ? colours.pixels()
        : Converters.convert(rgb(colours), (in, out) -> out.set(255 * in.getRealDouble()), new DoubleType());
    compose(front, alpha, background.at(position), target.at(position), progress);
  }

  private <T extends RealType<T> & NativeType<T>> void compose(
      RandomAccessibleInterval<? extends RealType<?>> front, RandomAccessibleInterval<FloatType> alpha,
      RandomAccessibleInterval<? extends RealType<?>> behind, PixelPlanes<T> target, Progress progress) {
    Compositing.composite(front, behind, alpha, target.pixels(), progress);
  }
}
