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

import io.github.deepmatting.image.Rectangle;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts the unknown region into tiles: the blocks are halved recursively, each time where the two halves (shrunk to
 * their unknown pixels, with halo) have the fewest pixels together, and a cut is kept if it is needed for the size
 * limit or saves pixels in the end.
 */
final class TilePlanner {

  /** The cost of one more tile beside its pixels, in pixels. */
  private static final int TILE_COST = 8192;

  private final UnknownBlocks blocks;
  private final TileGeometry geometry;
  private final long maxPixels;
  private final double smallestCost;
  private final double inflation;

  /**
   * @param maxPixels largest number of pixels of a tile, halo included; exceeded only by a tile whose core is a single
   *     block
   */
  TilePlanner(UnknownBlocks blocks, TileGeometry geometry, long maxPixels) {
    this.blocks = blocks;
    this.geometry = geometry;
    this.maxPixels = maxPixels;
    double smallest = 2.0 * geometry.halo() + geometry.multiple();
    smallestCost = smallest * smallest + TILE_COST;
    double core = Math.max(UnknownBlocks.SIZE, Math.sqrt(maxPixels) - 2 * geometry.halo());
    inflation = maxPixels / (core * core);
  }

  private record Plan(double cost, List<Tile> tiles) {}

  private record Cut(Rectangle first, Rectangle second, double cost) {}

  /** Tiles for all unknown pixels of some blocks (a rectangle in units of blocks). */
  List<Tile> plan(Rectangle range) {
    Rectangle core = blocks.span(range);
    return core == null ? List.of() : planCore(core).tiles();
  }

  private Plan planCore(Rectangle core) {
    Tile tile = geometry.tile(core);
    Plan whole = new Plan(tile.outer().size() + TILE_COST, List.of(tile));
    boolean fits = tile.outer().size() <= maxPixels;
    // Two tiles can't be cheaper than two of the smallest.
    if (fits && whole.cost <= 2 * smallestCost) return whole;
    Cut cut = cheaper(bestCut(core, true), bestCut(core, false));
    if (cut == null) return whole;
    Plan first = planCore(cut.first);
    Plan second = planCore(cut.second);
    if (fits && whole.cost <= first.cost + second.cost) return whole;
    List<Tile> tiles = new ArrayList<>(first.tiles);
    tiles.addAll(second.tiles);
    return new Plan(first.cost + second.cost, tiles);
  }

  private static Cut cheaper(Cut a, Cut b) {
    if (a == null || b == null) return a == null ? b : a;
    return b.cost < a.cost ? b : a;
  }

  /** The cheapest cut between two columns (or rows) of blocks; of equally cheap ones the most central. */
  private Cut bestCut(Rectangle core, boolean columns) {
    Rectangle range = UnknownBlocks.around(core);
    int count = columns ? range.width() : range.height();
    Rectangle[] lines = new Rectangle[count];
    for (int i = 0; i < count; i++)
      lines[i] = blocks.span(columns
          ? new Rectangle(range.x() + i, range.y(), 1, range.height())
          : new Rectangle(range.x(), range.y() + i, range.width(), 1));
    Rectangle[] behind = new Rectangle[count];
    for (int i = count - 1; i > 0; i--) behind[i] = UnknownBlocks.union(lines[i], i + 1 < count ? behind[i + 1] : null);
    Cut best = null;
    int bestOffset = 0;
    Rectangle before = null;
    for (int i = 1; i < count; i++) {
      before = UnknownBlocks.union(before, lines[i - 1]);
      double cost = estimate(before) + estimate(behind[i]);
      int offset = Math.abs(2 * i - count);
      if (best == null || cost < best.cost || cost == best.cost && offset < bestOffset) {
        best = new Cut(before, behind[i], cost);
        bestOffset = offset;
      }
    }
    return best;
  }

  /** Pixels of one tile with this core, or of about as many as it will take if that is too large. */
  private double estimate(Rectangle core) {
    long outer = geometry.outer(core).size();
    if (outer <= maxPixels) return outer + TILE_COST;
    return Math.max(outer, core.size() * inflation) + TILE_COST;
  }
}
