package io.github.deepmatting.engine;

/**
 * Batch size, height and width of a tensor in NHWC order.
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
