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

/**
 * Foreground and background colours of one level, kept for those tiles only that a finer level starts from. A tile
 * holds a plane of foreground and one of background for each channel, in turns.
 */
final class LevelColours {

  static final int PLANE = TileGrid.SIDE * TileGrid.SIDE;

  private final TileGrid grid;
  private final int channels;
  private final float[][] tiles;

  LevelColours(TileGrid grid, int channels) {
    this.grid = grid;
    this.channels = channels;
    this.tiles = new float[grid.count()][];
  }

  /** A level of a single pixel. */
  static LevelColours single(float[] foreground, float[] background) {
    LevelColours colours = new LevelColours(new TileGrid(new LevelSize(1, 1)), foreground.length);
    float[] tile = colours.allocate(0);
    for (int channel = 0; channel < foreground.length; channel++) {
      tile[2 * channel * PLANE] = foreground[channel];
      tile[(2 * channel + 1) * PLANE] = background[channel];
    }
    return colours;
  }

  LevelSize size() {
    return grid.level();
  }

  /** Memory for a tile; each tile is written by one thread and read after all of a level are done. */
  float[] allocate(int tile) {
    tiles[tile] = new float[2 * channels * PLANE];
    return tiles[tile];
  }

  float[] tileAt(int x, int y) {
    return tiles[TileGrid.tileOf(y) * grid.columns() + TileGrid.tileOf(x)];
  }
}
