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

import io.github.deepmatting.files.ExistingFiles;
import io.github.deepmatting.files.InputFailures;
import io.github.deepmatting.imagej.batch.MatteBatch;
import io.github.deepmatting.imagej.batch.MattePair;
import io.github.deepmatting.matting.MatteOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Mattes of image files. */
@Command(
    name = "matte",
    description = {
      "Make alpha mattes, foreground colours and cut-outs of images with trimaps.",
      "Writes NAME-alpha.tif (32 bits, 0 to 1), NAME-foreground.tif or .png (the image's type) and NAME-cutout.png"
          + " (8-bit RGBA, as the image is displayed; one for each slice of a stack)."
    },
    mixinStandardHelpOptions = true)
final class MatteCommand implements Callable<Integer> {

  @Mixin private ConsoleOptions console;
  @Mixin private NetworkOptions network;

  @Parameters(arity = "1..*", paramLabel = "IMAGE",
      description = "Image files, stacks, or folders of them. Every slice of a stack gets a matte.")
  private List<Path> images;

  @Option(names = "--trimap", required = true, paramLabel = "FILE_OR_DIR",
      description = "A trimap (0 background, 128 unknown, 255 foreground; a stack has one for each slice or one for"
          + " all), or a folder where NAME.* or NAME-trimap.* belongs to the image NAME.")
  private Path trimap;

  @Option(names = "--out", required = true, paramLabel = "DIR",
      description = "Folder for the results, made if there is none.")
  private Path out;

  @Option(names = "--outputs", defaultValue = "alpha,foreground,cutout", paramLabel = "LIST",
      description = "Which results to write (default: ${DEFAULT-VALUE}).")
  private String outputs;

  @Option(names = "--force", description = "Replace results that exist.")
  private boolean force;

  @Option(names = "--skip-existing", description = "Make only the results that do not exist yet.")
  private boolean skipExisting;

  @Override
  public Integer call() throws IOException {
    MatteOptions options = console.checked(this::options);
    try (ConsoleProgress progress = console.progress()) {
      InputFailures failures = console.failures(progress);
      List<MattePair> pairs = MattePair.find(images, trimap, failures);
      new MatteBatch(pairs, out, existing(), options).run(network::load, failures, record -> {}, progress);
      return console.exitCode(failures, progress);
    }
  }

  private ExistingFiles existing() {
    if (force) return ExistingFiles.REPLACE;
    return skipExisting ? ExistingFiles.SKIP : ExistingFiles.REFUSE;
  }

  private MatteOptions options() {
    if (force && skipExisting)
      throw new IllegalArgumentException("--force and --skip-existing exclude each other; give one");
    return network.options().with("outputs", outputs);
  }
}
