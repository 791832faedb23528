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

import io.github.deepmatting.engine.Engine;
import io.github.deepmatting.engine.EngineLoader;
import io.github.deepmatting.image.Normalization;
import io.github.deepmatting.model.MattingModel;
import io.github.deepmatting.model.Models;
import io.github.deepmatting.network.AlphaNetwork;
import io.github.deepmatting.progress.Progress;
import io.github.deepmatting.progress.Workers;
import io.github.deepmatting.trimap.Trimap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

/**
 * Deep image matting with a loaded model, for as many images as one likes. Holds the network's native memory and its
 * threads until it is closed. Safe for several threads; the network itself runs for one at a time.
 *
 * <pre>{@code
 * try (Matting matting = Matting.open("compact")) {
 *   Matte<UnsignedShortType> matte = matting.matte(image, Trimap.of(marks));
 *   RandomAccessibleInterval<FloatType> alpha = matte.alpha();
 * }
 * }</pre>
 */
public final class Matting implements AutoCloseable {

  private final AlphaPredictor predictor;
  private final Normalization trained;
  private final Workers workers;

  private Matting(AlphaPredictor predictor, Normalization trained, int threads) {
    this.predictor = predictor;
    this.trained = trained;
    this.workers = new Workers(threads);
  }

  /**
   * @param network closed together with this
   * @param trained the normalisation that the network was trained with
   * @param threads most threads that work at a time; 0 for as many as there are processors
   */
  public Matting(AlphaNetwork network, Normalization trained, int threads) {
    this(new AlphaPredictor(network), trained, threads);
  }

  /**
   * Loads a model, with the engine that is installed.
   *
   * @param model its name, or the path of its folder
   * @throws IOException if there is no such model, or it can't be used
   */
  public static Matting open(String model) throws IOException {
    return open(MatteOptions.DEFAULT.withModel(model));
  }

  /**
   * Loads a model, with the engine that is installed.
   *
   * @param options its model, device and threads
   * @throws IOException if there is no such model, or it can't be used
   * @throws IllegalStateException if a GPU was asked for and none is usable
   */
  public static Matting open(MatteOptions options) throws IOException {
    return load(EngineLoader.get(), Models.standard(Optional.empty()).load(options.model()), options);
  }

  /**
   * Loads a model that was read before.
   *
   * @param engine the runtime
   * @param model as checked when it was read
   * @param options device and threads
   * @throws IllegalArgumentException if the model names a normalisation that is not known
   * @throws IllegalStateException if a GPU was asked for and none is usable
   */
  public static Matting load(Engine engine, MattingModel model, MatteOptions options) {
    Normalization trained =
        MatteOptions.normalization(model.description().normalization()).orElse(Normalization.AUTO);
    return new Matting(
        AlphaPredictor.load(engine, model, options.device(), options.threads()), trained, options.threads());
  }

  /**
   * Checks, before there is an image, that the network can do what is asked.
   *
   * @throws IllegalArgumentException if it has no such stage
   */
  public void check(MatteOptions options) {
    predictor.check(options);
  }

  /** The finished alpha of an image; see {@link #matte(RandomAccessibleInterval, Trimap, MatteOptions, Progress)}. */
  public <T extends RealType<T>> Matte<T> matte(RandomAccessibleInterval<T> image, Trimap trimap) {
    return matte(image, trimap, MatteOptions.DEFAULT, Progress.NONE);
  }

  /**
   * Makes the matte of one image.
   *
   * @param image axes x, y, channel, or x, y; 1 to 7 channels of any real type
   * @param trimap as large as the image
   * @param options what to make, and how
   * @param progress receives progress and warnings, and is asked whether to go on
   * @throws IllegalArgumentException if image, options and trimap do not fit each other, or pixels are not finite
   * @throws CancellationException if the user asked to stop
   */
  public <T extends RealType<T>> Matte<T> matte(
      RandomAccessibleInterval<T> image, Trimap trimap, MatteOptions options, Progress progress) {
    if (image.numDimensions() > 3)
      throw new IllegalArgumentException("An image needs the axes x, y, channel (or x, y) but has "
          + image.numDimensions() + " axes; give the slices of a stack to a pipeline");
    List<Matte<T>> mattes = new ArrayList<>();
    try {
      pipeline(options).run(
          ImageSource.of(image), TrimapSource.common(trimap), (position, matte) -> mattes.add(matte), progress);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return mattes.get(0);
  }

  /**
   * The loop over the slices of images and stacks.
   *
   * @param options what to make, and how
   * @throws IllegalArgumentException if the network has no such stage
   */
  public MattePipeline pipeline(MatteOptions options) {
    return new MattePipeline(predictor, workers, trained, options);
  }

  @Override
  public void close() {
    predictor.close();
    workers.close();
  }
}
