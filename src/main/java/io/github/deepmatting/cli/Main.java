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

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParameterException;

/** Entry of the command line {@code deepmatting}. */
public final class Main {

  /** All done. */
  public static final int DONE = ExitCode.OK;

  /** Some input failed; it was named, and the rest is done. */
  public static final int FAILED = 1;

  /** The command was used wrongly; nothing was done. */
  public static final int USAGE = 2;

  private static final String LOG_COMPLAINTS = "slf4j.internal.verbosity";

  private Main() {}

  /** Runs a command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    // Image classes of the JDK want no display for what is done here.
    if (System.getProperty("java.awt.headless") == null) System.setProperty("java.awt.headless", "true");
    // A library would complain on the standard error that nobody wants its log.
    if (System.getProperty(LOG_COMPLAINTS) == null) System.setProperty(LOG_COMPLAINTS, "ERROR");
    int code = run(new PrintWriter(System.out, true), new PrintWriter(System.err, true), arguments);
    if (!isEnding()) System.exit(code);
  }

  /** True if a signal is ending the process: its exit code counts, which an exit called meanwhile may overtake. */
  private static boolean isEnding() {
    Thread hook = new Thread(() -> {});
    try {
      Runtime.getRuntime().addShutdownHook(hook);
      Runtime.getRuntime().removeShutdownHook(hook);
      return false;
    } catch (IllegalStateException e) {
      return true;
    }
  }

  /**
   * Runs a command.
   *
   * @param out for results
   * @param err for progress and messages
   * @param arguments the command and its options
   * @return {@link #DONE}, {@link #FAILED} or {@link #USAGE}
   */
  public static int run(PrintWriter out, PrintWriter err, String... arguments) {
    CommandLine commandLine = new CommandLine(new DeepMattingCommand())
        .setOut(out)
        .setErr(err)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler((e, args) -> misused(e))
        .setExecutionExceptionHandler((e, command, result) -> failed(e, command));
    try {
      return commandLine.execute(arguments);
    } catch (OutOfMemoryError e) {
      err.println("error: there was not enough memory; Java may use " + (Runtime.getRuntime().maxMemory() >> 20)
          + " MB. Allow it more by the environment variable DEEPMATTING_HEAP, e.g. 4g");
      return FAILED;
    } finally {
      out.flush();
      err.flush();
    }
  }

  private static int misused(ParameterException e) {
    CommandLine command = e.getCommandLine();
    command.getErr().println("error: " + e.getMessage());
    CommandLine.UnmatchedArgumentException.printSuggestions(e, command.getErr());
    command.getErr().println("usage: " + command.getHelp().synopsis(0).strip());
    command.getErr().println("More with: " + command.getCommandSpec().qualifiedName() + " --help");
    return USAGE;
  }

  private static int failed(Exception e, CommandLine command) {
    String message = e.getMessage() == null ? e.toString() : e.getMessage();
    command.getErr().println("error: " + message);
    if (command.getParseResult().hasMatchedOption(ConsoleOptions.VERBOSE)) e.printStackTrace(command.getErr());
    return FAILED;
  }
}
