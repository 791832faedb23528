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

import io.github.deepmatting.foreground.ForegroundOptions.Extent;
import io.github.deepmatting.image.Rectangle;
import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.IntegerType;
import net.imglib2.type.numeric.RealType;

/** Where estimated colours go: images of the source's own type. */
record ColourOutput<T extends RealType<T>>(
    ImageSamples<T> samples, RandomAccessibleInterval<T> foreground, RandomAccessibleInterval<T> background) {

  /** An output with axes (x, y, channel) that begin at 0, checked. */
  static <T extends RealType<T>> RandomAccessibleInterval<T> target(
      String name, RandomAccessibleInterval<T> output, ImageSamples<T> samples) {
    RandomAccessibleInterval<T> colours = ImageSamples.withChannels(name, output);
    ImageSamples.requireSameSize("The " + name, colours, samples.image());
    if (colours.dimension(2) != samples.channels())
      throw new IllegalArgumentException("The " + name + " has " + colours.dimension(2) + " channels but the image has "
          + samples.channels());
    return colours;
  }

  Writer<T> newWriter(Extent extent) {
    return new Writer<>(this, extent == Extent.EVERYWHERE);
  }

  /** Writes tiles; for one thread. */
  static final class Writer<T extends RealType<T>> {

    private final RandomAccess<T> image;
    private final RandomAccess<T> foreground;
    private final RandomAccess<T> background;
    private final boolean everywhere;
    private final boolean rounds;
    private final double minimum;
    private final double maximum;
    private final int channels;

    private Writer(ColourOutput<T> output, boolean everywhere) {
      image = output.samples.image().randomAccess();
      foreground = output.foreground.randomAccess();
      background = output.background == null ? null : output.background.randomAccess();
      this.everywhere = everywhere;
      T type = output.samples.image().getType();
      rounds = type instanceof IntegerType;
      minimum = type.getMinValue();
      maximum = type.getMaxValue();
      channels = output.samples.channels();
    }

    /** Copies the image. */
    void copy(Rectangle tile) {
      for (int channel = 0; channel < channels; channel++) {
        copy(tile, channel, foreground);
        if (background != null) copy(tile, channel, background);
      }
    }

    private void copy(Rectangle tile, int channel, RandomAccess<T> target) {
      image.setPosition(channel, 2);
      target.setPosition(channel, 2);
      for (int y = tile.y(); y < tile.endY(); y++) {
        moveTo(image, tile.x(), y);
        moveTo(target, tile.x(), y);
        for (int x = 0; x < tile.width(); x++) {
          target.get().set(image.get());
          image.fwd(0);
          target.fwd(0);
        }
      }
    }

    /** Writes what a solver found, and copies the image where that is exact or nothing was asked for. */
    void write(Rectangle tile, TileSolver<T> solver) {
      for (int channel = 0; channel < channels; channel++) {
        write(tile, solver, channel, true);
        if (background != null) write(tile, solver, channel, false);
      }
    }

    private void write(Rectangle tile, TileSolver<T> solver, int channel, boolean front) {
      RandomAccess<T> target = front ? foreground : background;
      float exactAlpha = front ? 1 : 0;
      image.setPosition(channel, 2);
      target.setPosition(channel, 2);
      for (int y = tile.y(); y < tile.endY(); y++) {
        moveTo(image, tile.x(), y);
        moveTo(target, tile.x(), y);
        int index = solver.indexOf(tile.x(), y);
        for (int x = 0; x < tile.width(); x++, index++) {
          float alpha = solver.alphaAt(index);
          boolean copied = alpha == exactAlpha || !everywhere && (alpha == 0 || alpha == 1);
          if (copied) target.get().set(image.get());
          else set(target.get(), front ? solver.foregroundAt(channel, index) : solver.backgroundAt(channel, index));
          image.fwd(0);
          target.fwd(0);
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
}
