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
import io.github.deepmatting.io.ImagePlusPlanes;
import io.github.deepmatting.matting.Matte;
import io.github.deepmatting.matting.MatteOptions;
import io.github.deepmatting.matting.MatteOutput;
import io.github.deepmatting.matting.MattePipeline;
import io.github.deepmatting.matting.MattePipeline.MatteConsumer;
import io.github.deepmatting.matting.Matting;
import io.github.deepmatting.matting.SliceFailure;
import io.github.deepmatting.matting.TrimapSource;
import io.github.deepmatting.progress.Progress;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.RealType;

/** Mattes of ImageJ's images: {@link MattePipeline} reads them and fills new ones, slice by slice. */
public final class ImagePlusPipeline {

  private ImagePlusPipeline() {}

  /**
   * Makes the mattes of an image. The images may be closed meanwhile.
   *
   * @param matting the model; stays open
   * @param image 8, 16 or 32 bits, RGB, or up to 7 channels; any number of slices and frames
   * @param trimap as large as the image; one for all slices, or one for each
   * @param options what to make, and how
   * @param progress receives progress and warnings, and is asked whether to go on
   * @throws IllegalArgumentException if an image is empty, they do not fit each other, the values are no trimap's, or
   *     pixels are not finite
   * @throws IOException if a slice of a virtual stack can't be read
   */
  public static MatteResults matte(
      Matting matting, ImagePlus image, ImagePlus trimap, MatteOptions options, Progress progress) throws IOException {
    ImagePlus held = ResultImages.holding(image);
    return matte(matting, held, new TrimapStack(ResultImages.holding(trimap), held, progress), options, progress);
  }

  /** As above, of an image whose trimaps may come from anywhere. */
  public static MatteResults matte(
      Matting matting, ImagePlus image, TrimapSource trimaps, MatteOptions options, Progress progress)
      throws IOException {
    ImagePlus held = ResultImages.holding(image);
    return matte(matting.pipeline(options), held, ImagePlusSource.of(new ImagePlusPlanes(held)), trimaps, options, progress);
  }

  private static <T extends RealType<T> & NativeType<T>> MatteResults matte(
      MattePipeline pipeline, ImagePlus image, ImagePlusSource<T> source, TrimapSource trimaps, MatteOptions options,
      Progress progress) throws IOException {
    Results<T> results = new Results<>(image, source, options);
    List<SliceFailure> failures = pipeline.run(source, trimaps, results, progress);
    failures.forEach(failure -> results.clear(failure.slice()));
    return new MatteResults(Optional.ofNullable(results.alpha),
        Optional.ofNullable(results.foreground).filter(colours -> options.outputs().contains(MatteOutput.FOREGROUND)),
        Optional.ofNullable(results.cutOut), source.positions(), failures);
  }

  /**
   * Makes a matte for each label of a label image, around it only; neighbours sum to at most 1. The images may be closed
   * meanwhile.
   *
   * @param matting the model; stays open
   * @param image as in {@link #matte}
   * @param labels as large as the image, whole numbers, 0 for background; one for all slices, or one for each
   * @param objects which labels get a matte, and how they are put together
   * @param options how
   * @param progress receives progress and warnings, and is asked whether to go on
   * @return an alpha with slices or channels, whose slice labels begin with the label; black where a slice lacks a label
   * @throws IllegalArgumentException if an image is empty, they do not fit each other, the labels are none or lack a
   *     chosen one, or pixels are not finite
   * @throws IllegalStateException if there is not enough memory for all mattes
   * @throws IOException if a slice of a virtual stack can't be read
   */
  public static MatteResults matteLabels(Matting matting, ImagePlus image, ImagePlus labels, LabelOptions objects,
      MatteOptions options, Progress progress) throws IOException {
    ImagePlus held = ResultImages.holding(image);
    LabelAlphaImages alphas =
        new LabelAlphaImages(held, ResultImages.holding(labels), objects, options.alphaType(), progress);
    ImagePlusSource<?> source = ImagePlusSource.of(new ImagePlusPlanes(held));
    List<SliceFailure> failures = matting.pipeline(options)
        .runLabels(source, alphas::labels, alphas.chosen(), objects.band(), alphas::add, progress);
    return new MatteResults(
        Optional.of(alphas.result()), Optional.empty(), Optional.empty(), source.positions(), failures);
  }

  /** The results of one image, filled slice by slice. */
  private static final class Results<T extends RealType<T> & NativeType<T>> implements MatteConsumer<T> {
    private final ImagePlusSource<T> source;
    private final MatteOptions options;
    private final ImagePlus alpha;
    private final ImagePlus foreground;
    private final ImagePlus cutOut;

    Results(ImagePlus image, ImagePlusSource<T> source, MatteOptions options) {
      this.source = source;
      this.options = options;
      boolean cutsOut = options.outputs().contains(MatteOutput.CUTOUT);
      alpha = options.outputs().contains(MatteOutput.ALPHA) ? ResultImages.newAlpha(image, options.alphaType()) : null;
      foreground = cutsOut || options.outputs().contains(MatteOutput.FOREGROUND)
          ? ResultImages.newLike(image, "foreground") : null;
      cutOut = cutsOut ? ResultImages.newRgb(image, "cutout") : null;
    }

    @Override
    public Optional<RandomAccessibleInterval<T>> foreground(int position) {
      return Optional.of(source.pixels(new ImagePlusPlanes(foreground), position));
    }

    @Override
    public void accept(int position, Matte<T> matte) {
      if (alpha != null)
        place(options.alphaType().pixels(matte.alpha().update(null).getCurrentStorageArray()), alpha, position);
      matte.cutOut().ifPresent(pixels -> place(pixels.update(null).getCurrentStorageArray(), cutOut, position));
    }

    /** Leaves nothing of a slice that failed half-way; a new RGB image is opaque. */
    void clear(int position) {
      if (foreground != null)
        source.pixels(new ImagePlusPlanes(foreground), position).forEach(value -> value.setZero());
      if (cutOut != null) place(new int[cutOut.getWidth() * cutOut.getHeight()], cutOut, position);
    }

    /** Makes an array the pixels of a slice, without a copy. */
    private static void place(Object pixels, ImagePlus image, int position) {
      image.getStack().setPixels(pixels, position + 1);
      if (image.getCurrentSlice() == position + 1) image.getProcessor().setPixels(pixels);
    }
  }
}
