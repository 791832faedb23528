package io.github.deepmatting.progress;

import java.util.concurrent.CancellationException;

/**
 * Where long work reports to, and asks whether it may go on. Handed in by the face (Fiji, command line, script);
 * implementations must be safe to call from several threads.
 */
public interface Progress {

  /** Reports nothing and never cancels. */
  Progress NONE = new Progress() {};

  /**
   * Starts an activity, replacing the one before.
   *
   * @param activity what is done, for people, e.g. "Predicting alpha"
   * @param total how many units of work it has; 0 if unknown
   */
  default void begin(String activity, long total) {}

  /** Adds finished units of work to the activity begun last. */
  default void advance(long units) {}

  /** Tells something worth reading that is no error, such as a fallback that was taken. */
  default void info(String message) {}

  /** Tells of something wrong that does not stop the work. */
  default void warn(String message) {}

  /** Whether the user asked to stop. */
  default boolean isCancelled() {
    return false;
  }

  /**
   * To be called between units of work.
   *
   * @throws CancellationException if the user asked to stop
   */
  default void checkCancelled() {
    if (isCancelled()) throw new CancellationException("cancelled by the user");
  }
}
