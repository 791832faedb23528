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

import io.github.deepmatting.imagej.ImageFiles;
import io.github.deepmatting.imagej.InputFailures;
import io.github.deepmatting.imagej.TrimapImages;
import io.github.deepmatting.imagej.WholeFile;
import io.github.deepmatting.trimap.UnknownBand;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A trimap from a mask. */
@Command(
    name = "trimap",
    description = "Make a trimap from a mask: a band along the object's rim becomes unknown.",
    mixinStandardHelpOptions = true)
final class TrimapCommand implements Callable<Integer> {

  @Mixin private ConsoleOptions console;
  @Mixin private OutputFile output;

  @Parameters(
      paramLabel = "MASK",
      description = "Grey image or stack; the object is where it is brighter than half of its brightest value.")
  private Path mask;

  @Option(
      names = "--inner",
      defaultValue = "10",
      paramLabel = "PX",
      description = "Width of the unknown band inside the object, in pixels (default: ${DEFAULT-VALUE}).")
  private double inner;

  @Option(
      names = "--outer",
      defaultValue = "10",
      paramLabel = "PX",
      description = "Width of the unknown band outside the object, in pixels (default: ${DEFAULT-VALUE}).")
  private double outer;

  @Override
  public Integer call() {
    UnknownBand band = console.checked(() -> UnknownBand.ofPixels(inner, outer));
    Path file = console.checked(output::file);
    try (ConsoleProgress progress = console.progress()) {
      InputFailures failures = console.failures(progress);
      failures.attempt(mask, () -> {
        WholeFile.checkTarget(file, output.force());
        ImageFiles.save(
            TrimapImages.fromMask(ImageFiles.open(mask, progress), band, progress), file, output.force());
        progress.info("Wrote " + file);
      });
      return console.exitCode(failures, progress);
    }
  }
}
