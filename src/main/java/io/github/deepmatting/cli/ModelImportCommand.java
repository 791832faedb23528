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
