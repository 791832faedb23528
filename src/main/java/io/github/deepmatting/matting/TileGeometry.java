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

/**
 * Computes a tile's outer rectangle from its core.
 *
 * @param width columns of the image
 * @param height rows of the image
 * @param halo pixels of context on each side of a core
 * @param multiple the ends of an outer rectangle are multiples of this
 */
record TileGeometry(int width, int height, int halo, int multiple) {

  TileGeometry {
    if (width < 1 || height < 1 || halo < 0 || multiple < 1)
      throw new IllegalArgumentException("Width, height and multiple must be positive and the halo not negative but are "
          + width + ", " + height + ", " + multiple + ", " + halo);
  }

  Tile tile(Rectangle core) {
    return new Tile(core, outer(core));
  }

  /** The core with its halo, which ends where an untiled image, padded to the multiple at right and bottom, does. */
  Rectangle outer(Rectangle core) {
    return Rectangle.between(
        start(core.x()), start(core.y()), end(core.endX(), width), end(core.endY(), height));
  }

  private int start(int coreStart) {
    return Math.max(0, coreStart - halo) / multiple * multiple;
  }

  private int end(int coreEnd, int size) {
    return roundUp(Math.min((long) coreEnd + halo, size));
  }

  private int roundUp(long value) {
    return Math.toIntExact((value + multiple - 1) / multiple * multiple);
  }
}
