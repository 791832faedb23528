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

import io.github.deepmatting.model.ModelArchive;
import io.github.deepmatting.model.Models;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Installs a model from an archive. */
@Command(
    name = "import",
    description = "Install a model that 'deepmatting model export' wrote as one file, after checking it.",
    mixinStandardHelpOptions = true)
final class ModelImportCommand implements Callable<Integer> {

  @Mixin private ConsoleOptions console;

  @Parameters(paramLabel = "FILE", description = "The archive, a " + ModelArchive.SUFFIX + " file.")
  private Path archive;

  @Option(names = "--into", paramLabel = "DIR",
      description = "Folder for models; otherwise the first that 'matte' searches.")
  private Path into;

  @Option(names = "--name", paramLabel = "NAME",
      description = "What to ask for the model by; otherwise the file's name.")
  private String name;

  @Override
  public Integer call() throws IOException {
    Path models = into == null ? Models.standard(Optional.empty()).folders().get(0) : into;
    String modelName = name == null ? ModelArchive.suggestedName(archive) : name;
    Path folder = ModelArchive.importInto(archive, models, console.checked(() -> ModelArchive.checkedName(modelName)));
    console.progress().info("Installed " + folder);
    return Main.DONE;
  }
}
