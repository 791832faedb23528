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
import io.github.deepmatting.engine.Engine;
import io.github.deepmatting.foreground.CutOut;
import io.github.deepmatting.image.ColourMix;
import io.github.deepmatting.image.IntensityRange;
import io.github.deepmatting.image.Normalization;
import io.github.deepmatting.image.NormalizationOptions;
import io.github.deepmatting.image.NormalizedImage;
import io.github.deepmatting.io.ImagePlusPlanes;
import io.github.deepmatting.io.PixelPlanes;
import io.github.deepmatting.matting.AlphaMatte;
import io.github.deepmatting.matting.InstanceMatting;
import io.github.deepmatting.matting.Matting;
import io.github.deepmatting.model.MattingModel;
import io.github.deepmatting.progress.Progress;
import java.util.List;
import java.util.Optional;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;

/**
 * Mattes of ImageJ's images, every slice of every frame, with one model. Holds the network's native memory until it is
 * closed. Safe for several threads.
 */
public final class ImageMatting implements AutoCloseable {

  private final Matting matting;
  private final Normalization trained;

  /**
   * @param matting closed together with this
   * @param trained the normalisation that the model was trained with
   */
  public ImageMatting(Matting matting, Normalization trained) {
    this.matting = matting;
    this.trained = trained;
  }

  /**
   * Loads a model.
   *
   * @param threads threads of the runtime; 0 lets it choose
   * @throws IllegalArgumentException if the model names a normalisation that is not known
   * @throws IllegalStateException if a GPU was asked for and none is usable
   */
  public static ImageMatting load(Engine engine, MattingModel model, Engine.DeviceChoice device, int threads) {
    Normalization trained =
        NormalizationChoice.parse(model.description().normalization()).orElse(Normalization.TYPE_RANGE);
    return new ImageMatting(Matting.load(engine, model, device, threads), trained);
  }

  /**
   * Checks, before images are opened, that the model can do what is asked.
   *
   * @throws IllegalArgumentException if it has no such stage
   */
  public void check(MatteRequest request) {
    matting.check(request.matting());
  }

  /**
   * Makes the mattes of an image. The images may be closed meanwhile.
   *
   * @param image 8, 16 or 32 bits, RGB, or up to 7 channels; any number of slices and frames. Its ranges of intensity
   *     are measured once, over all of them
   * @param trimap as large as the image; one for all slices, or one for each
   * @param request what to make
   * @param progress receives progress and warnings, and is asked whether to go on
   * @throws IllegalArgumentException if an image is empty, they do not fit each other, the values are no trimap's, or
   *     pixels are not finite
   */
  public MatteResults matte(ImagePlus image, ImagePlus trimap, MatteRequest request, Progress progress) {
    check(request);
    ImagePlus held = ResultImages.holding(image);
    return matteHeld(held, new TrimapStack(ResultImages.holding(trimap), held, progress), request, progress);
  }

  /**
   * Makes the mattes of an image whose trimaps may come from anywhere. The image may be closed meanwhile.
   *
   * @param image as above
   * @param trimaps of this image
   * @param request what to make
   * @param progress receives progress and warnings, and is asked whether to go on
   * @throws IllegalArgumentException if the image is empty, its pixels are not finite, or the source fails
   */
  public MatteResults matte(ImagePlus image, TrimapSource trimaps, MatteRequest request, Progress progress) {
    check(request);
    return matteHeld(ResultImages.holding(image), trimaps, request, progress);
  }

  private MatteResults matteHeld(ImagePlus image, TrimapSource trimaps, MatteRequest request, Progress progress) {
    ImagePlusPlanes planes = new ImagePlusPlanes(image);
    Normalization chosen = request.normalization().orElse(trained);
    NormalizationOptions options = planes.normalizationOptions(chosen);
    ColourMix mix = options.mix(planes.channels());
    List<IntensityRange> ranges = options.ranges(planes.all().pixels(), progress);
    Slices slices = new Slices(image, planes, mix, request);
    for (int position = 0; position < planes.positions(); position++) {
      Progress sliceProgress = progress.slice(position, planes.positions());
      AlphaMatte matte = matting.matte(
          NormalizedImage.of(planes.at(position).pixels(), ranges, mix).rgb(),
          trimaps.at(position, sliceProgress), request.matting(), sliceProgress);
      slices.add(position, matte, sliceProgress);
    }
    return slices.results();
  }

  /**
   * Makes a matte for each label of a label image, around it only; neighbours sum to at most 1. The images may be closed
   * meanwhile.
   *
   * @param image as in {@link #matte}
   * @param labels as large as the image, whole numbers, 0 for background; one for all slices, or one for each
   * @param request what to make
   * @param progress receives progress and warnings, and is asked whether to go on
   * @return slices or channels, whose slice labels begin with the label; black where a slice lacks a label
   * @throws IllegalArgumentException if an image is empty, they do not fit each other, the labels are none or lack a
   *     chosen one, or pixels are not finite
   * @throws IllegalStateException if there is not enough memory for all mattes
   */
  public ImagePlus matteLabels(ImagePlus image, ImagePlus labels, InstanceRequest request, Progress progress) {
    matting.check(request.matting());
    ImagePlus held = ResultImages.holding(image);
    return new InstanceImages(held, ResultImages.holding(labels), request, new InstanceMatting(matting, request.matting()))
        .make(new ImagePlusPlanes(held).normalizationOptions(request.normalization().orElse(trained)), progress);
  }

  @Override
  public void close() {
    matting.close();
  }

  /** The results of one image, filled slice by slice. */
  private static final class Slices {
    private final ImagePlusPlanes planes;
    private final List<IntensityRange> displayed;
    private final ColourMix mix;
    private final MatteRequest request;
    private final ImagePlus alpha;
    private final ImagePlus foreground;
    private final ImagePlus cutOut;

    Slices(ImagePlus image, ImagePlusPlanes planes, ColourMix mix, MatteRequest request) {
      this.planes = planes;
      this.mix = mix;
      this.request = request;
      // As displayed, for what the network sees of 16 bits may be black to the eye.
      displayed = planes.displayRanges();
      boolean colours = wants(MatteOutput.FOREGROUND) || wants(MatteOutput.CUTOUT);
      alpha = wants(MatteOutput.ALPHA) ? ResultImages.newAlpha(image, request.alphaType()) : null;
      foreground = colours ? ResultImages.newForeground(image) : null;
      cutOut = wants(MatteOutput.CUTOUT) ? ResultImages.newCutOut(image) : null;
    }

    private boolean wants(MatteOutput output) {
      return request.outputs().contains(output);
    }

    void add(int position, AlphaMatte matte, Progress progress) {
      if (alpha != null)
        place(request.alphaType().pixels(matte.alpha().update(null).getCurrentStorageArray()), alpha, position);
      if (foreground == null) return;
      PixelPlanes<?> colours = new ImagePlusPlanes(foreground).at(position);
      ForegroundImages.estimate(
          planes.at(position), matte.alpha(), colours, request.foreground(), progress);
      if (cutOut == null) return;
      RandomAccessibleInterval<FloatType> rgb = NormalizedImage.of(colours.pixels(), displayed, mix).rgb();
      place(CutOut.of(rgb, matte.alpha(), IntensityRange.UNIT, progress).update(null)
          .getCurrentStorageArray(), cutOut, position);
    }

    /** Makes an array the pixels of a slice, without a copy. */
    private static void place(Object pixels, ImagePlus image, int position) {
      image.getStack().setPixels(pixels, position + 1);
      if (image.getCurrentSlice() == position + 1) image.getProcessor().setPixels(pixels);
    }

    MatteResults results() {
      return new MatteResults(
          Optional.ofNullable(alpha),
          Optional.ofNullable(wants(MatteOutput.FOREGROUND) ? foreground : null),
          Optional.ofNullable(cutOut));
    }
  }
}
