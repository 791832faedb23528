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

import io.github.deepmatting.image.Rectangle;
import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.IntegerType;
import net.imglib2.type.numeric.RealType;

/** Writes the estimated foreground, tile by tile, in the source's own type; for one thread. */
final class ForegroundWriter<T extends RealType<T>> {

  private final RandomAccess<T> image;
  private final RandomAccess<T> foreground;
  private final int channels;
  private final boolean rounds;
  private final boolean extended;
  private final double minimum;
  private final double maximum;

  /**
   * @param foreground axes x, y, channel from 0 on, as large as the image
   * @param extended true to write what was found where alpha is 0, too
   */
  ForegroundWriter(ImageSamples<T> samples, RandomAccessibleInterval<T> foreground, boolean extended) {
    this.extended = extended;
    image = samples.image().randomAccess();
    this.foreground = foreground.randomAccess();
    channels = samples.channels();
    T type = samples.image().getType();
    rounds = type instanceof IntegerType;
    minimum = type.getMinValue();
    maximum = type.getMaxValue();
  }

  /**
   * Writes the colours that a solver found, and copies the image where alpha is 1
   * and where it is 0 unless extended.
   *
   * @param solver of a window that holds the tile; null to copy the image everywhere
   */
  void write(Rectangle tile, TileSolver<T> solver) {
    for (int channel = 0; channel < channels; channel++) {
      image.setPosition(channel, 2);
      foreground.setPosition(channel, 2);
      for (int y = tile.y(); y < tile.endY(); y++) {
        moveTo(image, tile.x(), y);
        moveTo(foreground, tile.x(), y);
        int index = solver == null ? 0 : solver.indexOf(tile.x(), y);
        for (int x = 0; x < tile.width(); x++, index++) {
          boolean found = solver != null && (solver.isUnknown(index) || extended && solver.isBackground(index));
          if (found) set(foreground.get(), solver.foregroundAt(channel, index));
          else foreground.get().set(image.get());
          image.fwd(0);
          foreground.fwd(0);
        }
      }
    }
  }

  private void set(T pixel, float value) {
    if (rounds) pixel.setReal(Math.max(minimum, Math.min(maximum, Math.floor(value + 0.5))));
    else pixel.setReal(value);
  }

  private static void moveTo(RandomAccess<?> access, int x, int y) {
    access.setPosition(x, 0);
    access.setPosition(y, 1);
  }
}
