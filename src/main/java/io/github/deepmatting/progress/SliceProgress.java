package io.github.deepmatting.progress;

/** Says with everything which slice of a stack it is about. */
public final class SliceProgress implements Progress {

  private final Progress progress;
  private final String slice;

  private SliceProgress(Progress progress, String slice) {
    this.progress = progress;
    this.slice = slice;
  }

  /**
   * The progress of one slice: the given one for an image of a single slice.
   *
   * @param progress of the whole stack
   * @param position which slice, counted from 0; messages count from 1
   * @param positions how many there are
   */
  public static Progress of(Progress progress, int position, int positions) {
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
