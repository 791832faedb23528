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
package io.github.deepmatting.image;

import java.util.BitSet;
import net.imglib2.Interval;

/**
 * A rectangle of pixels.
 *
 * @param x first column
 * @param y first row
 * @param width columns, at least 1
 * @param height rows, at least 1
 */
public record Rectangle(int x, int y, int width, int height) implements Interval {

  public Rectangle {
    if (width < 1 || height < 1)
      throw new IllegalArgumentException("A rectangle needs at least one pixel but is " + width + "x" + height);
  }

  /** The rectangle between two columns and rows, the last ones excluded. */
  public static Rectangle between(int x, int y, int endX, int endY) {
    return new Rectangle(x, y, endX - x, endY - y);
  }

  /**
   * The smallest rectangle around a set of pixels.
   *
   * @param pixels indices {@code y * columns + x}, at least one
   * @param columns of the image
   */
  public static Rectangle around(BitSet pixels, int columns) {
    int left = pixels.stream().map(i -> i % columns).min().orElseThrow();
    int right = pixels.stream().map(i -> i % columns).max().orElseThrow();
    return between(left, pixels.nextSetBit(0) / columns, right + 1, (pixels.length() - 1) / columns + 1);
  }

  /** The column behind the last one. */
  public int endX() {
    return x + width;
  }

  /** The row behind the last one. */
  public int endY() {
    return y + height;
  }

  /** The number of pixels. */
  public long size() {
    return (long) width * height;
  }

  /** True if all of another rectangle lies in this one. */
  public boolean contains(Rectangle other) {
    return x <= other.x && y <= other.y && endX() >= other.endX() && endY() >= other.endY();
  }

  /** The smallest rectangle around this and another one. */
  public Rectangle union(Rectangle other) {
    return between(Math.min(x, other.x), Math.min(y, other.y), Math.max(endX(), other.endX()),
        Math.max(endY(), other.endY()));
  }

  /** This rectangle grown by a margin on each side, as far as an image of this size goes. */
  public Rectangle grown(int margin, int imageWidth, int imageHeight) {
    return between((int) Math.max(0, (long) x - margin), (int) Math.max(0, (long) y - margin),
        (int) Math.min(imageWidth, (long) endX() + margin), (int) Math.min(imageHeight, (long) endY() + margin));
  }

  @Override
  public int numDimensions() {
    return 2;
  }

  @Override
  public long min(int d) {
    return d == 0 ? x : y;
  }

  @Override
  public long max(int d) {
    return (d == 0 ? endX() : endY()) - 1;
  }
}
