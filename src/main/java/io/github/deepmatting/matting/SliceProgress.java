package io.github.deepmatting.matting;

import io.github.deepmatting.progress.Progress;

/** Says with everything which slice of a stack it is about. */
record SliceProgress(Progress progress, int slice, int count) implements Progress {

  private String name() {
    return "slice " + (slice + 1) + " of " + count;
  }

  @Override
  public void begin(String activity, long total) {
    progress.begin(activity + ", " + name(), total);
  }

  @Override
  public void advance(long units) {
    progress.advance(units);
  }

  @Override
  public void info(String message) {
    progress.info(name() + ": " + message);
  }

  @Override
  public void warn(String message) {
    progress.warn(name() + ": " + message);
  }

  @Override
  public boolean isCancelled() {
    return progress.isCancelled();
  }

  @Override
  public void checkCancelled() {
    progress.checkCancelled();
  }
}
