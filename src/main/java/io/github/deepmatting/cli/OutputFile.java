package io.github.deepmatting.cli;

import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine.Option;

/** The image file that a command writes. */
final class OutputFile {

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "Image to write, ending in .tif, .tiff or .png.")
  private Path file;

  @Option(names = "--force", description = "Replace the file if it exists.")
  private boolean force;

  /** @throws IllegalArgumentException if it ends otherwise */
  Path file() {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    if (!name.endsWith(".tif") && !name.endsWith(".tiff") && !name.endsWith(".png"))
      throw new IllegalArgumentException("--out is " + file + "; it must end in .tif, .tiff or .png");
    return file;
  }

  boolean force() {
    return force;
  }
}
