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

import io.github.deepmatting.trimap.Trimap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The tiles to run for a trimap. Each unknown pixel lies in the core of exactly one tile, there is no tile without an
 * unknown pixel, and the tiles follow the unknown region: their cost grows with it, not with the image. Immutable.
 */
public final class TilePlan {

  private final UnknownBlocks blocks;
  private final TileGeometry geometry;
  private final List<Tile> tiles;

  private TilePlan(UnknownBlocks blocks, TileGeometry geometry, List<Tile> tiles) {
    this.blocks = blocks;
    this.geometry = geometry;
    this.tiles = List.copyOf(tiles);
  }

  /**
   * Plans tiles that hold all unknown pixels, in as few pixels as it finds.
   *
   * @param trimap what is unknown
   * @param halo pixels of context that the network needs around what is taken from a tile; less only at the image's
   *     border
   * @param multiple what both ends of a tile are multiples of
   * @param maxPixels largest number of pixels of a tile, halo included; a tile around a core of 32x32 pixels or less is
   *     allowed whatever its size
   */
  public static TilePlan of(Trimap trimap, int halo, int multiple, long maxPixels) {
    TileGeometry geometry = new TileGeometry(trimap.width(), trimap.height(), halo, multiple);
    UnknownBlocks blocks = new UnknownBlocks(trimap);
    return new TilePlan(blocks, geometry, new TilePlanner(blocks, geometry, maxPixels).plan(blocks.all()));
  }

  /** The tiles. */
  public List<Tile> tiles() {
    return tiles;
  }

  /**
   * Tiles of at most another size that hold the unknown pixels of some of this plan's tiles.
   *
   * @param some tiles of this plan or of an earlier call
   * @param maxPixels as in {@link #of}
   * @return the small enough ones as they are, the others cut
   */
  public List<Tile> cut(List<Tile> some, long maxPixels) {
    TilePlanner planner = new TilePlanner(blocks, geometry, maxPixels);
    List<Tile> cut = new ArrayList<>();
    for (Tile tile : some) {
      if (tile.outer().size() <= maxPixels) cut.add(tile);
      else cut.addAll(planner.plan(UnknownBlocks.around(tile.core())));
    }
    return cut;
  }

  /**
   * Puts tiles of the same outer width and height together, as they go through the network in one batch.
   *
   * @param tiles the tiles
   * @param maxPixels largest number of pixels of a batch of more than one tile
   */
  public static List<List<Tile>> batches(List<Tile> tiles, long maxPixels) {
    record Size(int width, int height) {}
    Map<Size, List<Tile>> bySize = new LinkedHashMap<>();
    for (Tile tile : tiles)
      bySize.computeIfAbsent(new Size(tile.outer().width(), tile.outer().height()), size -> new ArrayList<>())
          .add(tile);
    List<List<Tile>> batches = new ArrayList<>();
    bySize.forEach((size, same) -> {
      int most = (int) Math.max(1, Math.min(same.size(), maxPixels / ((long) size.width * size.height)));
      for (int start = 0; start < same.size(); start += most)
        batches.add(List.copyOf(same.subList(start, Math.min(start + most, same.size()))));
    });
    return batches;
  }
}
