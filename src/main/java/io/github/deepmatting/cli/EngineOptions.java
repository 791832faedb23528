package io.github.deepmatting.cli;

import io.github.deepmatting.engine.Engine;
import io.github.deepmatting.engine.EngineFolder;
import io.github.deepmatting.engine.EngineLoader;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where the engine is. */
final class EngineOptions {

  @Option(
      names = "--engine",
      paramLabel = "DIR",
      description = "Folder with TensorFlow's jars; otherwise looked for as 'deepmatting engine info' tells.")
  private Path folder;

  /** The folder that counts. */
  EngineFolder folder() {
    return folder == null ? EngineFolder.find() : EngineFolder.at(folder);
  }

  Engine load() {
    return EngineLoader.load(folder());
  }
}
