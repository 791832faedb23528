package io.github.deepmatting.imagej;

import io.github.deepmatting.progress.Progress;

/** Tells which slice is worked on; says nothing of its own for an image of one slice. */
final class SliceProgress implements Progress {

  private final Progress progress;
  private final String slice;

  private SliceProgress(Progress progress, String slice) {
    this.progress = progress;
    this.slice = slice;
  }

  /** @param position counted from 0 */
  static Progress of(Progress progress, int position, int positions) {
    return positions == 1 ? progress : new SliceProgress(progress, "slice " + (position + 1) + " of " + positions);
  }

  @Override
  public void begin(String activity, long total) {
    progress.begin(activity + ", " + slice, total);
  }

  @Override
  public void advance(long units) {
    progress.advance(units);
  }

  @Override
  public void info(String message) {
    progress.info(slice + ": " + message);
  }

  @Override
  public void warn(String message) {
    progress.warn(slice + ": " + message);
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
