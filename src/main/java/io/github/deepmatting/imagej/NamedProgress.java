package io.github.deepmatting.imagej;

import io.github.deepmatting.progress.Progress;
import java.nio.file.Path;

/** Says which file a warning is about; what else is reported passes as it is. */
record NamedProgress(Progress progress, Path file) implements Progress {

  @Override
  public void begin(String activity, long total) {
    progress.begin(activity, total);
  }

  @Override
  public void advance(long units) {
    progress.advance(units);
  }

  @Override
  public void info(String message) {
    progress.info(message);
  }

  @Override
  public void warn(String message) {
    progress.warn(message.contains(file.toString()) ? message : file + ": " + message);
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
