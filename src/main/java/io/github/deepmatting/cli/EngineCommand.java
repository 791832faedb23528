package io.github.deepmatting.cli;

import io.github.deepmatting.engine.Device;
import io.github.deepmatting.engine.Engine;
import io.github.deepmatting.engine.EngineFolder;
import io.github.deepmatting.engine.EngineLoader;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The network runtime. */
@Command(
    name = "engine",
    description = "Show the network runtime (TensorFlow) that is used.",
    subcommands = EngineCommand.Info.class,
    mixinStandardHelpOptions = true)
final class EngineCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Missing command; there are " + String.join(", ", spec.subcommands().keySet()));
  }

  /** Tells about the engine. */
  @Command(
      name = "info",
      description = {
        "Tell where the engine is and which devices it can use.",
        "Looked for in this order: --engine; the system property deepmatting.engine; the environment variable"
            + " DEEPMATTING_ENGINE; lib/deep-matting of the Fiji that this runs in; .deep-matting/engine in the user's"
            + " home folder."
      },
      mixinStandardHelpOptions = true)
  static final class Info implements Callable<Integer> {

    @Mixin private ConsoleOptions console;
    @Mixin private EngineOptions options;

    @Override
    public Integer call() {
      EngineFolder folder = options.folder();
      console.out().println("folder: " + folder.directory());
      Engine engine = EngineLoader.load(folder);
      console.out().println("engine: " + engine.version());
      for (Device device : engine.devices()) console.out().println("device: " + device.type() + " " + device.name());
      return Main.DONE;
    }
  }
}
