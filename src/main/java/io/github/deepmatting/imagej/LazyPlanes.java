package io.github.deepmatting.imagej;

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
