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

import io.github.deepmatting.model.ModelDescription;
import io.github.deepmatting.model.Models;
import io.github.deepmatting.network.InputFeature;
import io.github.deepmatting.network.NetworkConfiguration;
import io.github.deepmatting.network.NetworkLayers;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Lists and describes models, and exchanges them with other programs. */
@Command(
    name = "model",
    description = "Show which models there are and what they are, and exchange them with other programs.",
    subcommands = {
      ModelCommand.ListModels.class, ModelCommand.Info.class, ModelExportCommand.class, ModelImportCommand.class},
    mixinStandardHelpOptions = true)
final class ModelCommand extends CommandGroup {

  /** Lists the models. */
  @Command(name = "list", description = "List the models that can be asked for by name.",
      mixinStandardHelpOptions = true)
  static final class ListModels implements Callable<Integer> {

    @Mixin private ConsoleOptions console;

    @Override
    public Integer call() {
      Models models = Models.standard(Optional.empty());
      List<Models.Entry> entries = models.list();
      int width = entries.stream().mapToInt(entry -> entry.name().length()).max().orElse(0);
      boolean broken = false;
      for (Models.Entry entry : entries) {
        broken |= entry.problem().isPresent();
        console.out().println(entry.name() + " ".repeat(width - entry.name().length()) + "  "
            + entry.description().map(ModelDescription::description).orElse("(can't be used)") + "  ["
            + entry.location() + "]");
        entry.problem().ifPresent(problem -> console.progress().error(problem));
      }
      if (entries.isEmpty())
        console.progress().info("There are no models; looked in " + String.join(", ", models.folders().stream()
            .map(Object::toString).toList()) + " and for those that come with the program");
      return broken ? Main.FAILED : Main.DONE;
    }
  }

  /** Describes one model. */
  @Command(name = "info", description = "Describe a model.", mixinStandardHelpOptions = true)
  static final class Info implements Callable<Integer> {

    @Mixin private ConsoleOptions console;

    @Parameters(arity = "0..1", defaultValue = Models.DEFAULT, paramLabel = "NAME_OR_DIR",
        description = "A model's name or folder (default: ${DEFAULT-VALUE}).")
    private String model;

    @Override
    public Integer call() throws IOException {
      ModelDescription description = Models.standard(Optional.empty()).info(model);
      NetworkConfiguration network = description.network();
      long weights = NetworkLayers.of(network).stream().mapToLong(NetworkLayers.Layer::parameters).sum();
      line("name", description.name());
      line("description", description.description());
      line("authors", String.join(", ", description.authors()));
      line("license", description.license());
      line("made", description.timestamp().toString());
      line("tags", String.join(", ", description.tags()));
      line("normalization", description.normalization());
      line("network", network.name() + ", " + weights + " weights, " + network.stages()
          + (network.stages() == 1 ? " stage" : " stages"));
      line("inputs", String.join(", ", network.inputs().stream().map(InputFeature::key).toList()));
      for (Map.Entry<String, Object> entry : description.training().entrySet())
        line("training " + entry.getKey(), String.valueOf(entry.getValue()));
      return Main.DONE;
    }

    private void line(String key, String value) {
      console.out().println(key + ": " + value);
    }
  }
}
