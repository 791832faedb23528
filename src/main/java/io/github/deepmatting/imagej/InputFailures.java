package io.github.deepmatting.imagej;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/** Inputs that failed among many: each is told of when it happens, and the rest goes on. */
public final class InputFailures {

  /**
   * One input that failed.
   *
   * @param input the input
   * @param message what was wrong with it, and what to do; names it
   * @param cause what was thrown
   */
  public record Failure(Path input, String message, Throwable cause) {}

  /** Work on one input. */
  @FunctionalInterface
  public interface Work {
    /** Does it. */
    void run() throws Exception;
  }

  private final Consumer<Failure> listener;
  private final List<Failure> failures = new ArrayList<>();

  /**
   * @param listener told of each failure when it happens
   */
  public InputFailures(Consumer<Failure> listener) {
    this.listener = listener;
  }

  /** What failed so far. */
  public List<Failure> failures() {
    return List.copyOf(failures);
  }

  /**
   * Does some work and takes note if it fails.
   *
   * @param input what is worked on
   * @return whether it went well
   * @throws CancellationException if the user asked to stop
   */
  public boolean attempt(Path input, Work work) {
    try {
      work.run();
      return true;
    } catch (CancellationException e) {
      throw e;
    } catch (OutOfMemoryError e) {
      add(input, "there was not enough memory (Java may use " + (Runtime.getRuntime().maxMemory() >> 20)
          + " MB); allow it more, or cut the image into parts", e);
    } catch (Exception e) {
      if (e instanceof InterruptedException) Thread.currentThread().interrupt();
      add(input, e.getMessage() == null ? e.toString() : e.getMessage(), e);
    }
    return false;
  }

  private void add(Path input, String message, Throwable cause) {
    String named = message.contains(input.toString()) ? message : input + ": " + message;
    Failure failure = new Failure(input, named, cause);
    failures.add(failure);
    listener.accept(failure);
  }
}
