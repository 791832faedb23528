package io.github.deepmatting.engine;

/**
 * Size of a tensor in the order batch, row, column, channel, but for its channels.
 *
 * @param batch how many tiles, at least 1
 * @param height rows of each, at least 1
 * @param width columns of each, at least 1
 */
public record TensorShape(int batch, int height, int width) {
  public TensorShape {
    if (batch < 1 || height < 1 || width < 1)
      throw new IllegalArgumentException(
          "Batch, height and width must be positive but are " + batch + ", " + height + ", " + width);
  }

  /** Pixels of the whole batch. */
  public long pixels() {
    return (long) batch * height * width;
  }
}
