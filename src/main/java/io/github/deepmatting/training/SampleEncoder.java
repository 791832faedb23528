package io.github.deepmatting.training;

import java.nio.FloatBuffer;

/** Writes what a network is given of a sample. Safe for several threads, each with its own buffer. */
public interface SampleEncoder {

  /** Channels of the input tensor. */
  int channels();

  /**
   * Writes the sample's input channels, row by row, channel last, from the buffer's position on, which moves behind
   * what was written.
   */
  void write(TrainingSample sample, FloatBuffer input);
}
