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

/**
 * How a matte is computed.
 *
 * @param stage 0 for the finished alpha: that of the network's last stage, smoothed where its description says so; 1 for
 *     the encoder&ndash;decoder's alpha, 2 for the refined one, both as the network gives them
 * @param tile side in pixels of the largest square that is taken from one tile (the halo comes on top; tiles may have
 *     another shape of the same area); 0 for what fits into about two gigabytes of the network's memory
 */
public record MattingOptions(int stage, int tile) {

  /** Smallest tile but 0. */
  public static final int MIN_TILE = 32;

  /** Largest tile. */
  public static final int MAX_TILE = 16384;

  public MattingOptions {
    if (stage < 0 || stage > 2)
      throw new IllegalArgumentException("Stage is " + stage + "; allowed are 1, 2 and 0 for the network's last");
    if (tile != 0 && (tile < MIN_TILE || tile > MAX_TILE))
      throw new IllegalArgumentException("Tile is " + tile + "; allowed are " + MIN_TILE + " to " + MAX_TILE
          + " pixels and 0 for automatic");
  }

  /** Whether the alpha is smoothed if the network's description says so. */
  boolean smoothed() {
    return stage == 0;
  }

  /** The finished alpha, automatic tiles. */
  public static MattingOptions defaults() {
    return new MattingOptions(0, 0);
  }
}
