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

import ij.ImagePlus;
import io.github.deepmatting.foreground.ForegroundOptions;
import io.github.deepmatting.imagej.ForegroundImages;
import io.github.deepmatting.io.ImageFiles;
import io.github.deepmatting.progress.Workers;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Foreground colours from an image and an alpha matte. */
@Command(
    name = "foreground",
    description = "Estimate the foreground's colours of an image whose alpha matte is known.",
    mixinStandardHelpOptions = true)
final class ForegroundCommand implements Callable<Integer> {

  @Mixin private ConsoleOptions console;
  @Mixin private OutputFile output;

  @Parameters(paramLabel = "IMAGE", description = "Image or stack of any bit depth and number of channels.")
  private Path image;

  @Option(names = "--alpha", required = true, paramLabel = "FILE",
      description = "Alpha matte: 0 to 1 of 32 bits, 0 to 255 of 8, 0 to 65535 of 16; one for each slice or one for"
          + " all.")
  private Path alpha;

  @Option(names = "--threads", defaultValue = "0", paramLabel = "N",
      description = "Threads; 0 for as many as there are processors (default).")
  private int threads;

  @Override
  public Integer call() {
    console.checked(() -> Workers.checked(threads));
    console.checked(output::checked);
    return console.attempt(image, progress -> {
      output.checkTarget();
      ImagePlus source = ImageFiles.open(image, progress);
      ImagePlus opacity = ImageFiles.open(alpha, progress);
      output.save(Workers.run(threads,
          () -> ForegroundImages.estimate(source, opacity, ForegroundOptions.DEFAULT, progress)), progress);
    });
  }
}
