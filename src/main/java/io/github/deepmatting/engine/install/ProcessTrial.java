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
package io.github.deepmatting.engine.install;

import io.github.deepmatting.engine.EngineFolder;
import io.github.deepmatting.engine.EngineLoader;
import io.github.deepmatting.engine.EngineUnavailableException;
import io.github.deepmatting.files.NewFolder;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Runs the test matte in a process of its own: a library that crashes does not take this process down, which may
 * already run another engine. If Java can't be started (a runtime without {@code bin/java}), the matte runs in this
 * process.
 */
public final class ProcessTrial implements EngineTrial {

  private static final long PATIENCE_SECONDS = 300;
  private static final long CHECK_MILLISECONDS = 200;
  private static final int QUOTED_LINES = 12;

  private final Path java;
  private final List<String> options;

  /** Runs the test matte with the Java that this process runs on. */
  public ProcessTrial() {
    this(Path.of(System.getProperty("java.home"), "bin",
        System.getProperty("os.name").startsWith("Windows") ? "java.exe" : "java"), List.of());
  }

  /**
   * @param java the {@code java} program
   * @param options additional options for it
   */
  ProcessTrial(Path java, List<String> options) {
    this.java = java;
    this.options = List.copyOf(options);
  }

  @Override
  public String run(Path folder, BooleanSupplier cancelled) throws IOException {
    if (!Files.isExecutable(java)) return inThisProcess(folder);
    Path work = Files.createTempDirectory("deep-matting-trial");
    try {
      return inItsOwn(folder, work, cancelled);
    } finally {
      NewFolder.delete(work);
    }
  }

  private static String inThisProcess(Path folder) throws IOException {
    try {
      return TrialMatte.run(EngineLoader.load(EngineFolder.at(folder)));
    } catch (EngineUnavailableException | IllegalStateException e) {
      throw new IOException("The new engine does not work here: " + e.getMessage(), e);
    }
  }

  private String inItsOwn(Path folder, Path work, BooleanSupplier cancelled) throws IOException {
    Path result = work.resolve("result.txt");
    Path log = work.resolve("log.txt");
    ProcessBuilder builder = new ProcessBuilder(command(folder, result)).directory(work.toFile())
        .redirectErrorStream(true).redirectOutput(log.toFile());
    // It could make the process take another engine.
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    Process process = builder.start();
    try {
      process.getOutputStream().close();
      waitFor(process, cancelled);
    } finally {
      process.destroyForcibly();
    }
    if (process.exitValue() == 0 && Files.exists(result)) return Files.readString(result);
    throw new IOException("The new engine does not work here: its test matte ended with exit code "
        + process.exitValue() + (crashed(process.exitValue()) ? ", a crash of the native library" : "")
        + ". It said:\n" + tail(log));
  }

  private List<String> command(Path folder, Path result) throws IOException {
    List<String> command = new ArrayList<>(List.of(java.toString(), "-Xmx256m", "-Djava.awt.headless=true"));
    // From Java 24 on loading a native library without this prints a warning.
    if (Runtime.version().feature() >= 22) command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(options);
    command.addAll(List.of("-cp", ownLocation().toString(), TrialMatte.class.getName(), folder.toString(),
        result.toString()));
    return command;
  }

  /** The jar or class folder of the plugin, which is all that a matte needs besides the engine. */
  private static Path ownLocation() throws IOException {
    try {
      return Path.of(ProcessTrial.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException | NullPointerException e) {
      throw new IOException("The plugin's own classes come from no jar or folder, so the engine can't be tried", e);
    }
  }

  private static void waitFor(Process process, BooleanSupplier cancelled) throws IOException {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    try {
      while (!process.waitFor(CHECK_MILLISECONDS, TimeUnit.MILLISECONDS)) {
        if (cancelled.getAsBoolean()) throw new CancellationException("cancelled by the user");
        if (System.nanoTime() > until)
          throw new IOException("The new engine does not work here: its test matte was not done after "
              + PATIENCE_SECONDS + " s");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    }
  }

  /** True for the exit code of a process that ended by a signal (128 + its number) or a Windows exception. */
  private static boolean crashed(int exitCode) {
    return exitCode >= 128 || exitCode < 0;
  }

  private static String tail(Path log) throws IOException {
    List<String> lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8).lines()
        .filter(line -> !line.isBlank()).toList();
    return String.join("\n", lines.subList(Math.max(0, lines.size() - QUOTED_LINES), lines.size()));
  }
}
