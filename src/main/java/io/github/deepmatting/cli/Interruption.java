package io.github.deepmatting.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Tells work that the process is to end (Ctrl+C, a signal), and holds the end up until the work has put its things in
 * order, for half a minute at most.
 */
final class Interruption implements BooleanSupplier, AutoCloseable {

  private static final int PATIENCE_SECONDS = 30;

  private final CountDownLatch done = new CountDownLatch(1);
  private final Thread hook = new Thread(this::interrupt, "interruption");
  private volatile boolean asked;

  Interruption() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private void interrupt() {
    asked = true;
    try {
      done.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether the process is to end. */
  @Override
  public boolean getAsBoolean() {
    return asked;
  }

  @Override
  public void close() {
    done.countDown();
    if (asked) return;
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process ends this very moment; the hook no longer waits.
    }
  }
}
