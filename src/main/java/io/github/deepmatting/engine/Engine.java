package io.github.deepmatting.engine;

import java.util.List;

/**
 * A network runtime. One lives as long as the process, since its native library can't be loaded twice; it is reached
 * through the isolating class loader, never constructed directly.
 */
public interface Engine {

  /** Where networks may run. */
  enum DeviceChoice {
    /** A GPU if the runtime can use one, else the CPU. */
    AUTO,
    CPU,
    /** A GPU, or an error. */
    GPU
  }

  /** Name and version of the native runtime, e.g. "TensorFlow 2.18.0". */
  String version();

  /** The devices that a session of this engine really sees. */
  List<Device> devices();

  /**
   * Builds a network for prediction.
   *
   * @param threads threads of the runtime; 0 lets it choose
   * @throws IllegalArgumentException if the weights do not fit, naming every array
   * @throws IllegalStateException if a GPU was asked for and none is usable, with what was found
   */
  AlphaNetwork load(NetworkConfiguration configuration, Weights weights, DeviceChoice device, int threads);

  /**
   * Builds a network for training, starting from the given weights.
   *
   * @throws IllegalArgumentException if the weights do not fit, naming every array
   */
  NetworkTrainer train(
      NetworkConfiguration configuration, Weights weights, TrainerOptions options, DeviceChoice device);
}
