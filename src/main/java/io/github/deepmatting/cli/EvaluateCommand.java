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
import io.github.deepmatting.imagej.measure.AlphaEvaluation;
import io.github.deepmatting.metrics.MetricsTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Errors of alpha mattes against true ones. */
@Command(
    name = "evaluate",
    description = {
      "Measure alpha mattes against true ones over the unknown region (Rhemann et al. 2009).",
      "Prints name, SAD, MSE, Grad and Conn (all but MSE in thousands), the mean last. Files belong together by base"
          + " name; '-alpha' at its end does not count."
    },
    mixinStandardHelpOptions = true)
final class EvaluateCommand implements Callable<Integer> {

  @Mixin private ConsoleOptions console;

  @Option(names = "--alpha", required = true, paramLabel = "DIR", description = "Alpha mattes to measure.")
  private Path alpha;

  @Option(names = "--truth", required = true, paramLabel = "DIR", description = "True alpha mattes.")
  private Path truth;

  @Option(names = "--trimap", required = true, paramLabel = "DIR", description = "Trimaps.")
  private Path trimap;

  @Option(names = "--csv", paramLabel = "FILE", description = "Write the table also to this file, comma-separated.")
  private Path csv;

  @Option(names = "--force", description = "Replace that file if it exists.")
  private boolean force;

  @Override
  public Integer call() throws IOException {
    if (csv != null) WholeFile.checkTarget(csv, force);
    try (ConsoleProgress progress = console.progress()) {
      InputFailures failures = console.failures(progress);
      Optional<MetricsTable> table = AlphaEvaluation.evaluate(alpha, truth, trimap, failures, progress);
      progress.clear();
      if (table.isPresent()) {
        console.out().print(table.get().toText());
        console.out().flush();
        if (csv != null) AlphaEvaluation.table(table.get()).write(csv, force);
      }
      return console.exitCode(failures, progress);
    }
  }
}
