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

import io.github.deepmatting.engine.Engine;
import io.github.deepmatting.matting.DrawnSample;
import io.github.deepmatting.model.MattingModel;
import io.github.deepmatting.model.ModelArchive;
import io.github.deepmatting.model.ModelExport;
import io.github.deepmatting.model.ModelSample;
import io.github.deepmatting.model.Models;
import io.github.deepmatting.network.AlphaNetwork;
import io.github.deepmatting.training.ModelLabel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a model for other programs. */
@Command(
    name = "export",
    description = {
      "Write a model for other programs, after the BioImage.IO specification, with a TensorFlow SavedModel.",
      "Deep Matting itself reads it too."
    },
    mixinStandardHelpOptions = true)
final class ModelExportCommand implements Callable<Integer> {

  @Mixin private ConsoleOptions console;
  @Mixin private EngineOptions engineOptions;

  @Parameters(paramLabel = "NAME_OR_DIR", description = "A model's name or folder.")
  private String model;

  @Option(names = "--out", required = true, paramLabel = "FILE_OR_DIR",
      description = "File to write, ending in " + ModelArchive.SUFFIX + ", or else the folder to make.")
  private Path out;

  @Override
  public Integer call() throws IOException {
    boolean archive = console.checked(this::isArchive);
    Models models = Models.standard(Optional.empty());
    MattingModel loaded = models.load(model);
    String card = models.card(model);
    Engine engine = engineOptions.load();
    ModelSample sample;
    // One thread: in 32 bits, as other programs will compare.
    try (AlphaNetwork network = engine.load(loaded.network(), loaded.weights(), Engine.DeviceChoice.CPU, 1)) {
      sample = DrawnSample.of(network, console.progress());
    }
    if (archive) ModelExport.writeArchive(out, loaded, card, sample, engine);
    else ModelExport.writeFolder(out, loaded, card, sample, engine);
    console.progress().info("Wrote " + out);
    if (loaded.description().license().equals(ModelLabel.NO_LICENSE))
      console.progress().warn("The model names no licence, without which BioImage.IO takes none; train with --license, or"
          + " write one of https://spdx.org/licenses into its rdf.yaml and export it again");
    return Main.DONE;
  }

  private boolean isArchive() {
    String name = String.valueOf(out.getFileName()).toLowerCase(Locale.ROOT);
    if (name.endsWith(".zip") && !name.endsWith(ModelArchive.SUFFIX))
      throw new IllegalArgumentException("--out is " + out + "; a model's archive must end in " + ModelArchive.SUFFIX);
    return name.endsWith(".zip");
  }
}
