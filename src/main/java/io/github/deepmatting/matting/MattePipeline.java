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

import io.github.deepmatting.foreground.ForegroundEstimation;
import io.github.deepmatting.foreground.ForegroundOptions;
import io.github.deepmatting.image.ColourMix;
import io.github.deepmatting.image.IntensityRange;
import io.github.deepmatting.image.NormalizationOptions;
import io.github.deepmatting.image.NormalizedImage;
import io.github.deepmatting.image.Planes;
import io.github.deepmatting.progress.Progress;
import io.github.deepmatting.trimap.Trimap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;

/**
 * Mattes of images of any bit depth and 1 to {@value ColourMix#MAX_CHANNELS} channels, end to end: normalisation, alpha,
 * foreground colours. Immutable; safe for several threads.
 *
 * <pre>{@code
 * MattingModel model = Models.standard(Optional.empty()).load(Models.DEFAULT);
 * try (Matting matting = Matting.load(EngineLoader.get(), model, Engine.DeviceChoice.AUTO, 0)) {
 *   MattePipeline pipeline = MattePipeline.of(matting);
 *   Matte<UnsignedShortType> matte =
 *       pipeline.matte(image, NormalizationOptions.defaults(), trimap, Progress.NONE);
 * }
 * }</pre>
 */
public final class MattePipeline {

  private final Matting matting;
  private final MattingOptions options;
  private final Optional<ForegroundOptions> foreground;

  /** Takes the mattes of a stack, each as soon as it is there. */
  public interface MatteConsumer<T> {

    /**
     * @param slice which, counted from 0
     * @throws Exception if the matte can't be taken, e.g. written; counts as a failure of this slice
     */
    void accept(int slice, Matte<T> matte) throws Exception;
  }

  /**
   * @param matting predicts alpha; stays open
   * @param options how
   * @param foreground how to estimate the foreground's colours; empty for not at all
   */
  public MattePipeline(
      Matting matting, MattingOptions options, Optional<ForegroundOptions> foreground) {
    this.matting = matting;
    this.options = options;
    this.foreground = foreground;
  }

  /** With default options and foreground colours. */
  public static MattePipeline of(Matting matting) {
    return new MattePipeline(matting, MattingOptions.defaults(), Optional.of(ForegroundOptions.DEFAULT));
  }

  /**
   * The matte of one image.
   *
   * @param image axes x, y, channel, or x, y
   * @param normalization how its intensities become [0,1]
   * @param trimap as large as the image
   * @throws IllegalArgumentException if image, normalisation and trimap do not fit each other, or pixels are not finite
   * @throws CancellationException if the user asked to stop
   */
  public <T extends RealType<T>> Matte<T> matte(
      RandomAccessibleInterval<T> image, NormalizationOptions normalization, Trimap trimap, Progress progress) {
    return matte(image, NormalizedImage.of(image, normalization, progress), trimap, progress);
  }

  private <T extends RealType<T>> Matte<T> matte(
      RandomAccessibleInterval<T> image, NormalizedImage normalized, Trimap trimap, Progress progress) {
    AlphaMatte alpha = matting.matte(normalized.rgb(), trimap, options, progress);
    return new Matte<>(alpha, foreground.map(
        how -> ForegroundEstimation.estimateForeground(image, alpha.alpha(), how, progress)));
  }

  /**
   * The mattes of all slices of a stack. Intensities are normalised by the range of the whole stack. A slice that fails
   * does not stop the others.
   *
   * @param stack axes x, y, channel, slice
   * @param normalization how its intensities become [0,1]
   * @param trimaps one for each slice, or one for all
   * @param consumer takes the mattes, in order
   * @return the slices that failed, in order; empty if none did
   * @throws IllegalArgumentException if there are other axes or another number of trimaps, the normalisation does not
   *     fit, or pixels are not finite
   * @throws CancellationException if the user asked to stop; slices that were done have been handed over
   */
  public <T extends RealType<T>> List<SliceFailure> matteSlices(RandomAccessibleInterval<T> stack,
      NormalizationOptions normalization, List<Trimap> trimaps, MatteConsumer<T> consumer, Progress progress) {
    if (stack.numDimensions() != 4)
      throw new IllegalArgumentException("A stack must have the axes x, y, channel and slice but its size is "
          + Arrays.toString(stack.dimensionsAsLongArray()));
    int count = Math.toIntExact(stack.dimension(3));
    if (trimaps.size() != count && trimaps.size() != 1)
      throw new IllegalArgumentException("The stack has " + count + " slices but there are " + trimaps.size()
          + " trimaps; give one for each slice, or one for all");
    List<IntensityRange> ranges = normalization.ranges(stack, progress);
    ColourMix mix = normalization.mix(Planes.channels(stack));
    List<SliceFailure> failures = new ArrayList<>();
    for (int slice = 0; slice < count; slice++) {
      progress.checkCancelled();
      Progress ofSlice = progress.slice(slice, count);
      try {
        RandomAccessibleInterval<T> image = Views.hyperSlice(stack, 3, stack.min(3) + slice);
        Trimap trimap = trimaps.get(trimaps.size() == 1 ? 0 : slice);
        consumer.accept(slice, matte(image, NormalizedImage.of(image, ranges, mix), trimap, ofSlice));
      } catch (CancellationException e) {
        throw e;
      } catch (Exception e) {
        SliceFailure failure = new SliceFailure(slice, e);
        progress.warn(failure.message());
        failures.add(failure);
      }
    }
    return failures;
  }
}
