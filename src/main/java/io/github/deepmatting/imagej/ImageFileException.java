package io.github.deepmatting.imagej;

import java.io.IOException;
import java.nio.file.Path;

/** An image file that cannot be read or written; the message names it, what was found and what is allowed. */
public final class ImageFileException extends IOException {

  private static final long serialVersionUID = 1L;

  ImageFileException(Path file, String problem) {
    super(file + ": " + problem);
  }

  ImageFileException(Path file, String problem, Throwable cause) {
    super(file + ": " + problem, cause);
  }
}
