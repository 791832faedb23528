package io.github.deepmatting.training;

import java.util.concurrent.atomic.AtomicBoolean;

/** Lets another thread end a training early and in order. */
public final class TrainingControl {

  private final AtomicBoolean finish = new AtomicBoolean();

  /** Asks to end after the step under way, with a last validation and checkpoint. */
  public void finishNow() {
    finish.set(true);
  }

  boolean isFinishing() {
    return finish.get();
  }
}
