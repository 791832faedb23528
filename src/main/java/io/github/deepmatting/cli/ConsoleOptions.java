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

import io.github.deepmatting.files.InputFailures;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options of all commands for their messages, and their exit codes. */
final class ConsoleOptions {

  static final String VERBOSE = "--verbose";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(names = {"-v", VERBOSE}, description = "Show also where in the program an error came up.")
  private boolean verbose;

  @Option(names = {"-q", "--quiet"}, description = "Show only warnings and errors.")
  private boolean quiet;

  /** For results. */
  PrintWriter out() {
    return command.commandLine().getOut();
  }

  /** Progress on the standard error. Never stops the work: the user ends the process, which leaves no half file. */
  ConsoleProgress progress() {
    return progress(() -> false);
  }

  /**
   * Progress on the standard error.
   *
   * @param cancelled whether the work is to stop
   */
  ConsoleProgress progress(BooleanSupplier cancelled) {
    return new ConsoleProgress(
        command.commandLine().getErr(), Terminal.isAttached(), quiet, System::nanoTime, cancelled);
  }

  /** Work on one input. */
  @FunctionalInterface
  interface Work {
    /** Does the work. */
    void run(ConsoleProgress progress) throws Exception;
  }

  /** Does work on one input; the exit code tells whether it failed. */
  int attempt(Path input, Work work) {
    try (ConsoleProgress progress = progress()) {
      InputFailures failures = failures(progress);
      failures.attempt(input, () -> work.run(progress));
      return exitCode(failures, progress);
    }
  }

  /** Reports failures when they happen. */
  InputFailures failures(ConsoleProgress progress) {
    return new InputFailures(failure -> {
      progress.error(failure.message());
      if (verbose) failure.cause().printStackTrace(command.commandLine().getErr());
    });
  }

  /** The exit code for these failures, after a word on how many there were. */
  int exitCode(InputFailures failures, ConsoleProgress progress) {
    progress.clear();
    int count = failures.failures().size();
    if (count == 0) return Main.DONE;
    progress.error(count == 1 ? "1 input failed (named above)" : count + " inputs failed (named above)");
    return Main.FAILED;
  }

  /** Makes something of options; a value that is not allowed is wrong usage. */
  <T> T checked(Supplier<T> make) {
    try {
      return make.get();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command.commandLine(), e.getMessage(), e);
    }
  }
}
