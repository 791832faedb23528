package io.github.deepmatting.imagej;

import io.github.deepmatting.foreground.ForegroundOptions;
import io.github.deepmatting.image.Normalization;
import io.github.deepmatting.matting.MattingOptions;
import java.util.Optional;
import java.util.Set;

/**
 * What is asked of a matte.
 *
 * @param outputs what to make, at least one
 * @param normalization how intensities become [0,1]; empty for the way the model was trained
 * @param matting stage and tile size
 * @param foreground how foreground colours are estimated
 * @param threads for foreground estimation; 0 for all processors
 */
public record MatteRequest(
    Set<MatteOutput> outputs,
    Optional<Normalization> normalization,
    MattingOptions matting,
    ForegroundOptions foreground,
    int threads) {

  /** Most threads that can be asked for. */
  public static final int MAX_THREADS = 1024;

  public MatteRequest {
    outputs = Set.copyOf(outputs);
    if (outputs.isEmpty()) throw new IllegalArgumentException("No output was asked for; choose at least one");
    workers(threads);
  }

  /** With default options for all but the outputs. */
  public static MatteRequest of(Set<MatteOutput> outputs) {
    return new MatteRequest(
        outputs, Optional.empty(), MattingOptions.defaults(), ForegroundOptions.DEFAULT, 0);
  }

  /** Threads that really work. */
  int workers() {
    return workers(threads);
  }

  /**
   * How many threads work.
   *
   * @param threads 1 to {@value #MAX_THREADS}, or 0 for as many as there are processors
   * @throws IllegalArgumentException for other numbers
   */
  public static int workers(int threads) {
    if (threads < 0 || threads > MAX_THREADS)
      throw new IllegalArgumentException("The number of threads is " + threads + "; allowed are 1 to " + MAX_THREADS
          + ", and 0 for as many as there are processors");
    return threads == 0 ? Runtime.getRuntime().availableProcessors() : threads;
  }
}
