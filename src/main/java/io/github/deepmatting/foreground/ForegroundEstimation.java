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
package io.github.deepmatting.foreground;

import io.github.deepmatting.image.IntensityRange;
import io.github.deepmatting.progress.Progress;
import io.github.deepmatting.progress.Workers;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.Util;

/**
 * Multi-level foreground estimation: the colours F and B of foreground and background that an image I = alpha F + (1 -
 * alpha) B was mixed from, smooth where alpha changes. Algorithm 1 of Germer, Uelwer, Conrad and Harmeling, "Fast
 * Multi-Level Foreground Estimation" (ICPR 2020, arXiv:2006.14970): the problem is solved on an image of one pixel,
 * then on ever larger ones, each starting from the solution before it. {@link TileSolver} has the update.
 *
 * <p>Here it differs from the paper's program in four ways: pixels are updated in the order of a chess board, so that
 * the result never depends on the number of threads; where alpha is 1, or 0 unless more is asked for, the foreground
 * is the image, exactly;
 * colours of an 8000x8000 image are found only around the pixels that need them; and values are in the image's own
 * units, whatever these are.
 *
 * <p>Pixels that are not finite do not count as evidence; they stay as they are where they need not be estimated.
 */
public final class ForegroundEstimation {

  private ForegroundEstimation() {}

  /**
   * Estimates the foreground where alpha is between 0 and 1, and on request where it is 0; elsewhere it is the image.
   *
   * @param image axes (x, y, channel) or (x, y), in any units; not changed
   * @param alpha axes (x, y), the size of the image, values in [0, 1]
   * @param options {@link ForegroundOptions#DEFAULT} or changed from it
   * @param progress is told the tiles done, and asked whether to go on
   * @return a new image of the type, axes and units of the image; integer types rounded to the nearest value
   * @throws IllegalArgumentException if the sizes differ or a value of alpha is not in [0, 1]
   */
  public static <T extends RealType<T>> RandomAccessibleInterval<T> estimateForeground(
      RandomAccessibleInterval<T> image,
      RandomAccessibleInterval<FloatType> alpha,
      ForegroundOptions options,
      Progress progress) {
    RandomAccessibleInterval<T> foreground = Util.getSuitableImgFactory(image, image.getType()).create(image);
    writeForeground(image, alpha, foreground, options, progress);
    return foreground;
  }

  /**
   * As {@link #estimateForeground}, into an image that the caller has, without a copy in between.
   *
   * @param foreground written to, every pixel; of the image's size, channels and type; must not share memory with the
   *     image
   */
  public static <T extends RealType<T>> void writeForeground(
      RandomAccessibleInterval<T> image,
      RandomAccessibleInterval<FloatType> alpha,
      RandomAccessibleInterval<T> foreground,
      ForegroundOptions options,
      Progress progress) {
    ImageSamples<T> samples = ImageSamples.of(image, alpha);
    run(samples, ImageSamples.like("foreground", foreground, "image", samples.image()), options, progress);
  }

  private static <T extends RealType<T>> void run(
      ImageSamples<T> samples, RandomAccessibleInterval<T> foreground, ForegroundOptions options,
      Progress progress) {
    List<TileGrid> grids = new ArrayList<>();
    for (LevelSize level : LevelSize.pyramid(samples.size().width(), samples.size().height()))
      grids.add(new TileGrid(level));
    int finest = grids.size() - 1;
    ImageScan<T> scan = new ImageScan<>(samples, progress);
    List<BitSet> tiles = tilesOfLevels(grids, scan.tilesToSolve(grids.get(finest), options.extended()), options);
    // Where nothing is to be estimated no level needs a solution.
    boolean copyOnly = tiles.get(finest).isEmpty();
    IntensityRange[] ranges = copyOnly ? null : scan.ranges(options);
    progress.begin("Estimating foreground colours", work(tiles, grids.get(finest)));
    LevelColours colours = copyOnly ? null : scan.meanColours();
    for (int level = 0; level < finest && !copyOnly; level++)
      colours = solveLevel(grids.get(level), tiles.get(level), colours, samples, options, ranges, progress);
    solveFinest(grids.get(finest), tiles.get(finest), colours, samples, foreground, options, ranges, progress);
  }

  private static List<BitSet> tilesOfLevels(List<TileGrid> grids, BitSet finestTiles, ForegroundOptions options) {
    List<BitSet> tiles = new ArrayList<>();
    tiles.add(finestTiles);
    for (int level = grids.size() - 1; level > 0; level--) {
      TileGrid grid = grids.get(level);
      tiles.add(0, grid.tilesBelow(tiles.get(0), margin(grid, options), grids.get(level - 1)));
    }
    return tiles;
  }

  private static long work(List<BitSet> tiles, TileGrid finest) {
    long work = finest.count();
    for (int level = 0; level < tiles.size() - 1; level++) work += tiles.get(level).cardinality();
    return work;
  }

  /** Pixels around a tile that its colours can depend on. */
  private static int margin(TileGrid grid, ForegroundOptions options) {
    return 2 * options.iterations(grid.level().width(), grid.level().height());
  }

  private static <T extends RealType<T>> LevelColours solveLevel(
      TileGrid grid, BitSet tiles, LevelColours coarser, ImageSamples<T> samples, ForegroundOptions options,
      IntensityRange[] ranges, Progress progress) {
    LevelColours colours = new LevelColours(grid, samples.channels());
    int[] numbers = tiles.stream().toArray();
    Workers.forEach(numbers.length, () -> {
      TileSolver<T> solver = new TileSolver<>(samples, options, ranges);
      return i -> {
        solver.solve(grid.level(), grid.window(numbers[i], margin(grid, options)), coarser);
        solver.store(grid.window(numbers[i], 0), colours.allocate(numbers[i]));
        progress.advance(1);
      };
    }, progress);
    return colours;
  }

  private static <T extends RealType<T>> void solveFinest(
      TileGrid grid, BitSet tiles, LevelColours coarser, ImageSamples<T> samples,
      RandomAccessibleInterval<T> foreground, ForegroundOptions options, IntensityRange[] ranges, Progress progress) {
    Workers.forEach(grid.count(), () -> {
      TileSolver<T> solver = new TileSolver<>(samples, options, ranges);
      ForegroundWriter<T> writer = new ForegroundWriter<>(samples, foreground, options.extended());
      return tile -> {
        boolean solved = tiles.get(tile);
        if (solved) solver.solve(grid.level(), grid.window(tile, margin(grid, options)), coarser);
        writer.write(grid.window(tile, 0), solved ? solver : null);
        progress.advance(1);
      };
    }, progress);
  }
}
