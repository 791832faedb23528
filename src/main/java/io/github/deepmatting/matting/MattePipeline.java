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
package io.github.deepmatting.matting;

import io.github.deepmatting.foreground.CutOut;
import io.github.deepmatting.foreground.ForegroundEstimation;
import io.github.deepmatting.image.ColourMix;
import io.github.deepmatting.image.IntensityRange;
import io.github.deepmatting.image.LabelImage;
import io.github.deepmatting.image.Normalization;
import io.github.deepmatting.image.NormalizationOptions;
import io.github.deepmatting.image.NormalizedImage;
import io.github.deepmatting.image.Planes;
import io.github.deepmatting.progress.Progress;
import io.github.deepmatting.progress.Workers;
import io.github.deepmatting.trimap.UnknownBand;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.img.basictypeaccess.array.IntArray;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;

/**
 * The one loop that makes mattes of images and stacks of any bit depth and 1 to {@value ColourMix#MAX_CHANNELS} channels:
 * normalisation by ranges that are measured once over all slices, alpha, foreground colours, cut-outs. {@link Matting}
 * makes it. Immutable; safe for several threads.
 *
 * <p>A slice that fails does not stop the others: a warning tells its number and the reason, its place in the results
 * stays empty, and it is among the failures that are returned. Where all slices fail, and for an image of a single slice,
 * the failure is thrown instead.
 */
public final class MattePipeline {

  private final AlphaPredictor predictor;
  private final Workers workers;
  private final Normalization trained;
  private final MatteOptions options;

  /** Receives the mattes of an image, each as soon as it is made. */
  @FunctionalInterface
  public interface MatteConsumer<T> {

    /**
     * Takes a matte.
     *
     * @param position counted from 0
     * @throws IOException if it can't be written; counts as a failure of this slice
     */
    void accept(int position, Matte<T> matte) throws IOException;

    /**
     * Memory for the foreground's colours of a position; empty for a new image.
     *
     * @return of the size, channels and type of the image
     */
    default Optional<RandomAccessibleInterval<T>> foreground(int position) {
      return Optional.empty();
    }
  }

  /** Reads the labels of a position. */
  @FunctionalInterface
  public interface LabelSource {
    /** The labels of a position, as large as the image. */
    LabelImage at(int position, Progress progress);
  }

  /** Receives the mattes of labels, those of each position as soon as they are made. */
  @FunctionalInterface
  public interface LabelConsumer {
    /** Takes the mattes of a position; none where it has no chosen label. */
    void accept(int position, List<LabelAlpha> alphas) throws IOException;
  }

  /** The way of all slices' channels to red, green and blue. */
  private record Colours(List<IntensityRange> ranges, ColourMix mix) {
    RandomAccessibleInterval<FloatType> rgb(RandomAccessibleInterval<? extends RealType<?>> pixels) {
      return NormalizedImage.of(pixels, ranges, mix).rgb();
    }
  }

  @FunctionalInterface
  private interface Step<T> {
    void run(int position, RandomAccessibleInterval<T> pixels, Colours colours, Progress progress) throws IOException;
  }

  MattePipeline(AlphaPredictor predictor, Workers workers, Normalization trained, MatteOptions options) {
    predictor.check(options);
    this.predictor = predictor;
    this.workers = workers;
    this.trained = trained;
    this.options = options;
  }

  /**
   * Makes a matte for each position of an image.
   *
   * @param image the pixels
   * @param trimaps those of this image
   * @param consumer receives the mattes, in order
   * @param progress receives progress and warnings, and is asked whether to go on
   * @return the slices that failed, in order; empty if none did
   * @throws IllegalArgumentException if there are other axes or too many channels, the normalisation does not fit, pixels
   *     are not finite, or no slice could be matted
   * @throws IOException if the consumer could take no matte
   * @throws CancellationException if the user asked to stop; slices that were done have been handed over
   */
  public <T extends RealType<T>> List<SliceFailure> run(
      ImageSource<T> image, TrimapSource trimaps, MatteConsumer<T> consumer, Progress progress) throws IOException {
    return forEach(image, (position, pixels, colours, own) -> {
      ArrayImg<FloatType, FloatArray> alpha =
          predictor.predict(colours.rgb(pixels), trimaps.at(position, own), options, own).alpha();
      if (!wants(MatteOutput.FOREGROUND) && !wants(MatteOutput.CUTOUT)) {
        consumer.accept(position, new Matte<>(alpha, Optional.empty(), Optional.empty()));
        return;
      }
      RandomAccessibleInterval<T> foreground = foreground(pixels, alpha, consumer.foreground(position), own);
      Optional<ArrayImg<ARGBType, IntArray>> cutOut = Optional.empty();
      if (wants(MatteOutput.CUTOUT)) {
        // As displayed, for what the network sees of 16 bits may be black to the eye.
        List<IntensityRange> displayed = image.displayRanges();
        Colours shown = displayed.isEmpty() ? colours : new Colours(displayed, colours.mix());
        cutOut = Optional.of(CutOut.of(shown.rgb(foreground), alpha, IntensityRange.UNIT, own));
      }
      consumer.accept(
          position, new Matte<>(alpha, Optional.of(foreground).filter(f -> wants(MatteOutput.FOREGROUND)), cutOut));
    }, progress);
  }

  private boolean wants(MatteOutput output) {
    return options.outputs().contains(output);
  }

  private <T extends RealType<T>> RandomAccessibleInterval<T> foreground(RandomAccessibleInterval<T> pixels,
      RandomAccessibleInterval<FloatType> alpha, Optional<RandomAccessibleInterval<T>> target, Progress progress) {
    if (target.isEmpty())
      return ForegroundEstimation.estimateForeground(pixels, alpha, options.foreground(), progress);
    ForegroundEstimation.writeForeground(pixels, alpha, target.get(), options.foreground(), progress);
    return target.get();
  }

  /**
   * Makes a matte for each label of each position; see {@link LabelPredictor}.
   *
   * @param image the pixels
   * @param labels those of this image
   * @param chosen the labels that get a matte where a position has them; all others are background
   * @param band the unknown band along each object's rim
   * @param consumer receives the mattes, in order
   * @param progress receives progress and warnings, and is asked whether to go on
   * @return the slices that failed, in order; empty if none did
   * @throws IllegalArgumentException as {@link #run} does
   * @throws IOException if the consumer could take no mattes
   * @throws CancellationException if the user asked to stop
   */
  public <T extends RealType<T>> List<SliceFailure> runLabels(ImageSource<T> image, LabelSource labels,
      Collection<Integer> chosen, UnknownBand band, LabelConsumer consumer, Progress progress) throws IOException {
    LabelPredictor matting = new LabelPredictor(predictor, options);
    return forEach(image, (position, pixels, colours, own) -> {
      LabelImage here = labels.at(position, own);
      Collection<Integer> present = new TreeSet<>(chosen);
      present.retainAll(here.labels());
      consumer.accept(position,
          present.isEmpty() ? List.of() : matting.matte(colours.rgb(pixels), here, present, band, own));
    }, progress);
  }

  private <T extends RealType<T>> List<SliceFailure> forEach(ImageSource<T> image, Step<T> step, Progress progress)
      throws IOException {
    return workers.run(() -> {
      Normalization chosen = options.normalization().orElse(trained);
      NormalizationOptions how = new NormalizationOptions(
          chosen, chosen == Normalization.DISPLAY_RANGE ? image.displayRanges() : List.of(), image.colours());
      ColourMix mix = how.mix(Planes.channels(image.all()));
      Colours colours = new Colours(how.ranges(image.all(), progress), mix);
      List<SliceFailure> failures = new ArrayList<>();
      int count = image.positions();
      for (int position = 0; position < count; position++) {
        progress.checkCancelled();
        Progress own = progress.slice(position, count);
        try {
          step.run(position, image.at(position), colours, own);
        } catch (CancellationException e) {
          throw e;
        } catch (IOException | RuntimeException e) {
          SliceFailure failure = new SliceFailure(position, e);
          failures.add(failure);
          if (failures.size() == count) throw e;
          progress.warn(failure.message());
        }
      }
      return failures;
    });
  }
}
