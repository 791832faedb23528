package io.github.deepmatting.engine;

import java.nio.FloatBuffer;
import java.util.function.Consumer;

/**
 * A network with weights, ready to predict. Holds native memory until closed. Safe to use from several threads; calls
 * run one after the other.
 */
public interface AlphaNetwork extends AutoCloseable {

  /** What the network expects and is made of. */
  NetworkConfiguration configuration();

  /**
   * Predicts the alpha of a batch of tiles.
   *
   * @param shape batch, height and width; the latter two multiples of {@link NetworkConfiguration#sizeMultiple()}
   * @param stage 1 for the encoder&ndash;decoder's alpha, 2 for the refined one
   * @param writeInput called once, must fill the buffer (native memory of the input tensor) with the input features,
   *     batch, row, column, channel; the buffer must not be kept
   * @param readAlpha called once with the predicted alpha in [0,1], batch, row, column, native memory that must not be
   *     kept; the known regions of the trimap are not yet put in
   * @throws OutOfMemoryError if the runtime had not enough memory for this shape; the network stays usable
   */
  void predict(TensorShape shape, int stage, Consumer<FloatBuffer> writeInput, Consumer<FloatBuffer> readAlpha);

  @Override
  void close();
}
