package io.github.deepmatting.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command that all others belong to. */
@Command(
    name = "deepmatting",
    description = "Alpha mattes and foreground colours from an image and a trimap.",
    mixinStandardHelpOptions = true,
    versionProvider = DeepMattingCommand.Version.class,
    subcommands = {
      MatteCommand.class,
      TrimapCommand.class,
      ForegroundCommand.class,
      EvaluateCommand.class,
      TrainCommand.class,
      ModelCommand.class,
      EngineCommand.class
    },
    footer = {"", "Exit code 0: all done; 1: some input failed (named, the rest done); 2: wrong usage."})
final class DeepMattingCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Missing command; there are " + String.join(", ", spec.subcommands().keySet()));
  }

  /** The version of the jar. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Main.class.getPackage().getImplementationVersion();
      return new String[] {"Deep Matting " + (version == null ? "(not from a jar)" : version)};
    }
  }
}
