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

import io.github.deepmatting.closedform.AlphaSmoothing;
import io.github.deepmatting.engine.Engine;
import io.github.deepmatting.features.InputFeatures;
import io.github.deepmatting.image.HalfImage;
import io.github.deepmatting.image.Planes;
import io.github.deepmatting.model.MattingModel;
import io.github.deepmatting.network.AlphaNetwork;
import io.github.deepmatting.network.NetworkConfiguration;
import io.github.deepmatting.progress.Progress;
import io.github.deepmatting.trimap.Trimap;
import io.github.deepmatting.trimap.TrimapCheck;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;

/**
 * Predicts the alpha of single images with one network, from colours that are normalised already. Owns the network and
 * closes it. Safe for several threads; the network itself runs for one at a time.
 */
public final class AlphaPredictor implements AutoCloseable {

  private final AlphaNetwork network;

  /** Largest tensor in pixels that may still fit into memory; shrinks when the runtime runs out of it. */
  private final AtomicLong memoryLimit = new AtomicLong(Long.MAX_VALUE);

  /** A warning that waits for the first matte; null for none. */
  private final AtomicReference<String> untold = new AtomicReference<>();

  /** @param network closed together with this */
  public AlphaPredictor(AlphaNetwork network) {
    this.network = network;
  }

  /**
   * Loads a model.
   *
   * @param engine the runtime
   * @param model the model, as checked when it was read
   * @param device where to run; where {@code AUTO} ends at the CPU though the engine could use a GPU, the first matte
   *     warns and tells why
   * @param threads threads of the runtime; 0 lets it choose
   * @throws IllegalStateException if a GPU was asked for and none is usable
   */
  public static AlphaPredictor load(Engine engine, MattingModel model, Engine.DeviceChoice device, int threads) {
    AlphaPredictor predictor = new AlphaPredictor(engine.load(model.network(), model.weights(), device, threads));
    if (device == Engine.DeviceChoice.AUTO) engine.gpuProblem().ifPresent(predictor.untold::set);
    return predictor;
  }

  /** The network's layers and inputs. */
  public NetworkConfiguration configuration() {
    return network.configuration();
  }

  /**
   * Predicts the alpha of one image. Only tiles that hold unknown pixels go through the network. If the runtime runs out
   * of memory, smaller tiles are tried. A trimap without unknown, foreground or background pixels is warned of.
   *
   * @param rgb colours, axes x, y, channel (red, green, blue), in [0,1]
   * @param trimap as large as the image
   * @throws IllegalArgumentException if the sizes differ, the image has not three channels or the network has no such
   *     stage
   * @throws IllegalStateException if there is not even memory for the smallest tile
   * @throws CancellationException if the user asked to stop
   */
  public PredictedAlpha predict(
      RandomAccessibleInterval<FloatType> rgb, Trimap trimap, MatteOptions options, Progress progress) {
    TrimapCheck.requireFit(rgb, trimap);
    Optional.ofNullable(untold.getAndSet(null)).ifPresent(progress::warn);
    int stage = stage(options);
    TrimapCheck.warnings(trimap, "of this image").forEach(progress::warn);
    Level level = level(rgb, trimap, stage, options, progress);
    return new PredictedAlpha(ArrayImgs.floats(level.alpha(), trimap.width(), trimap.height()),
        trimap.count(Trimap.UNKNOWN), level.tiles(), level.pixels());
  }

  /** Alpha row by row, how many tiles it took at this and all coarser levels, and how many pixels these had. */
  private record Level(float[] alpha, int tiles, long pixels) {}

  /** From coarse to fine, where the network cascades: each level is given the alpha of the one below it. */
  private Level level(RandomAccessibleInterval<FloatType> rgb, Trimap trimap, int stage, MatteOptions options,
      Progress progress) {
    float[] alpha = knownAlpha(trimap);
    long unknown = trimap.count(Trimap.UNKNOWN);
    if (unknown == 0) return new Level(alpha, 0, 0);
    NetworkConfiguration configuration = configuration();
    RandomAccessibleInterval<FloatType> colours = Planes.inMemory(rgb);
    int tiles = 0;
    long pixels = 0;
    InputFeatures features;
    if (configuration.hasCoarser(trimap.width(), trimap.height())) {
      Level below = level(HalfImage.of(colours), trimap.half(), stage, options, progress);
      tiles = below.tiles();
      pixels = below.pixels();
      features = InputFeatures.above(colours, trimap, below.alpha(), configuration.inputs(), progress);
    } else features = InputFeatures.of(colours, trimap, configuration.inputs(), progress);
    TileRunner runner = new TileRunner(network, stage, features, trimap, alpha);
    long limit = Math.min(TileLimit.pixels(configuration, options), memoryLimit.get());
    TilePlan plan = TilePlan.of(trimap, configuration.halo(), configuration.sizeMultiple(), limit);
    progress.begin("Predicting alpha", unknown);
    Deque<List<Tile>> batches = new ArrayDeque<>(TilePlan.batches(plan.tiles(), limit));
    while (!batches.isEmpty()) {
      progress.checkCancelled();
      List<Tile> batch = batches.remove();
      try {
        progress.advance(runner.run(batch));
        tiles += batch.size();
        pixels += pixels(batch);
      } catch (OutOfMemoryError e) {
        batches.addFirst(batch);
        batches = smaller(plan, batches, e, progress);
      }
    }
    if (options.smoothed())
      configuration.smoothing()
          .ifPresent(smoothing -> AlphaSmoothing.smooth(colours, trimap, alpha, smoothing, progress));
    return new Level(alpha, tiles, pixels);
  }

  /** The same work in batches of at most half the pixels of the first, which was too large. */
  private Deque<List<Tile>> smaller(TilePlan plan, Deque<List<Tile>> batches, OutOfMemoryError e, Progress progress) {
    List<Tile> failed = batches.element();
    long half = pixels(failed) / 2;
    if (plan.cut(failed, half).stream().anyMatch(tile -> tile.outer().size() >= pixels(failed)))
      throw new IllegalStateException("There is not enough memory to run the network '" + configuration().name()
          + "' on even " + failed.get(0).outer().width() + "x" + failed.get(0).outer().height()
          + " pixels, its smallest tile here. Close other images and programs, or use a smaller network", e);
    memoryLimit.accumulateAndGet(half, Math::min);
    progress.info("Not enough memory for " + pixels(failed) + " pixels at once; going on with at most " + half);
    List<Tile> all = batches.stream().flatMap(List::stream).toList();
    return new ArrayDeque<>(TilePlan.batches(plan.cut(all, half), half));
  }

  private static long pixels(List<Tile> batch) {
    return batch.size() * batch.get(0).outer().size();
  }

  /**
   * Checks, before there is an image, that the network can do what is asked.
   *
   * @throws IllegalArgumentException if it has no such stage
   */
  public void check(MatteOptions options) {
    stage(options);
  }

  private int stage(MatteOptions options) {
    int stages = configuration().stages();
    if (options.stage() > stages)
      throw new IllegalArgumentException("Stage " + options.stage() + " was asked for but the network '"
          + configuration().name() + "' has only " + stages + "; choose stage " + stages);
    return options.stage() == 0 ? stages : options.stage();
  }

  private static float[] knownAlpha(Trimap trimap) {
    float[] alpha = new float[Math.multiplyExact(trimap.width(), trimap.height())];
    for (int y = 0, i = 0; y < trimap.height(); y++)
      for (int x = 0; x < trimap.width(); x++, i++) if (trimap.get(x, y) == Trimap.FOREGROUND) alpha[i] = 1;
    return alpha;
  }

  @Override
  public void close() {
    network.close();
  }
}
