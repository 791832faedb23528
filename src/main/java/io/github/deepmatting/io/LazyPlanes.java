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
package io.github.deepmatting.io;

import java.util.function.IntFunction;
import net.imglib2.AbstractWrappedInterval;
import net.imglib2.FinalInterval;
import net.imglib2.Interval;
import net.imglib2.Point;
import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;

/** A stack, axes (x, y, channel, position), of which each access holds one position at a time. */
final class LazyPlanes<T> extends AbstractWrappedInterval<Interval> implements RandomAccessibleInterval<T> {

  private final IntFunction<RandomAccessibleInterval<T>> positions;
  private final T type;

  /**
   * @param first what {@code positions} gives for 0
   * @param count how many positions
   * @param positions gives the pixels (x, y, channel) at a position
   */
  LazyPlanes(RandomAccessibleInterval<T> first, int count, IntFunction<RandomAccessibleInterval<T>> positions) {
    super(new FinalInterval(first.dimension(0), first.dimension(1), first.dimension(2), count));
    this.positions = positions;
    this.type = first.getType();
  }

  @Override
  public T getType() {
    return type;
  }

  @Override
  public RandomAccess<T> randomAccess() {
    return new Access();
  }

  @Override
  public RandomAccess<T> randomAccess(Interval interval) {
    return randomAccess();
  }

  /** Loads a position when a pixel of it is first asked for, and forgets the one before. */
  private final class Access extends Point implements RandomAccess<T> {
    private RandomAccess<T> loaded;
    private long loadedPosition = -1;

    Access() {
      super(4);
    }

    @Override
    public T get() {
      if (position[3] != loadedPosition) {
        loaded = positions.apply((int) position[3]).randomAccess();
        loadedPosition = position[3];
      }
      loaded.setPosition(position[0], 0);
      loaded.setPosition(position[1], 1);
      loaded.setPosition(position[2], 2);
      return loaded.get();
    }

    @Override
    public T getType() {
      return type;
    }

    @Override
    public Access copy() {
      Access copy = new Access();
      copy.setPosition(this);
      return copy;
    }
  }
}
