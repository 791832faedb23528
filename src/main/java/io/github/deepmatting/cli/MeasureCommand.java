/*-
 * #%L
 * Deep image matting for Fiji and ImageJ2: alpha mattes and foreground colours from an image and a trimap.
 * %%
 * Copyright (C) 2026 Deep Matting developers
 * %%
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 * 
 * 1. Redistributions of source code must retain the above copyright notice,
 *    this list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the documentation
 *    and/or other materials provided with the distribution.
 * 
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
 * AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
 * IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE
 * ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS OR CONTRIBUTORS BE
 * LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR
 * CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
 * SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
 * INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN
 * CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE)
 * ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
 * POSSIBILITY OF SUCH DAMAGE.
 * #L%
 */
package io.github.deepmatting.cli;

import io.github.deepmatting.files.InputFailures;
import io.github.deepmatting.files.WholeFile;
import io.github.deepmatting.imagej.measure.MeasurementFiles;
import io.github.deepmatting.imagej.measure.MeasurementTable;
import io.github.deepmatting.progress.Workers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Soft areas, edges and intensities of alpha mattes. */
@Command(
    name = "measure",
    description = {
      "Measure alpha mattes: soft area, centroid, edge width and the foreground's own intensities, in calibrated units.",
      "Prints comma-separated values, a row for each slice and label. In folders files belong together by base name;"
          + " '-alpha' at its end does not count."
    },
    mixinStandardHelpOptions = true)
final class MeasureCommand implements Callable<Integer> {

  @Mixin private ConsoleOptions console;

  @Parameters(paramLabel = "ALPHA", description = "An alpha matte or a stack of them, or a folder.")
  private Path alpha;

  @ArgGroup private Colours colours;

  @Option(names = "--labels", paramLabel = "FILE_OR_DIR",
      description = "Label images (0 for background): each label is measured on its own.")
  private Path labels;

  @Option(names = "--reach", defaultValue = "10", paramLabel = "PX",
      description = "How far soft pixels outside of all labels count for the nearest one (default: ${DEFAULT-VALUE}).")
  private double reach;

  @Option(names = "--threads", defaultValue = "0", paramLabel = "N",
      description = "Threads; 0 for as many as there are processors (default).")
  private int threads;

  @Option(names = "--csv", paramLabel = "FILE", description = "Write the table to this file instead.")
  private Path csv;

  @Option(names = "--force", description = "Replace that file if it exists.")
  private boolean force;

  /** The source of the foreground's colours. */
  static final class Colours {
    @Option(names = "--foreground", paramLabel = "FILE_OR_DIR",
        description = "The foreground's colours, without background, as matte writes them.")
    private Path foreground;

    @Option(names = "--image", paramLabel = "FILE_OR_DIR",
        description = "Instead: the images themselves, of which the foreground's colours are estimated.")
    private Path image;
  }

  @Override
  public Integer call() throws IOException {
    console.checked(() -> Workers.checked(threads));
    if (csv != null) WholeFile.checkTarget(csv, force);
    boolean estimate = colours != null && colours.image != null;
    Optional<Path> from = Optional.ofNullable(colours).map(given -> estimate ? given.image : given.foreground);
    try (ConsoleProgress progress = console.progress()) {
      InputFailures failures = console.failures(progress);
      MeasurementTable table = Workers.run(threads, () -> MeasurementFiles.measure(
          alpha, from, estimate, Optional.ofNullable(labels), reach, failures, progress));
      progress.clear();
      if (csv != null) {
        table.table().write(csv, force);
        progress.info("Wrote " + csv);
      } else {
        console.out().print(table.table());
        console.out().flush();
      }
      return console.exitCode(failures, progress);
    }
  }
}
