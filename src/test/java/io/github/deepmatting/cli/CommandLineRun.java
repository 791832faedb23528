package io.github.deepmatting.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;

/** What a command left behind. */
record CommandLineRun(int exitCode, String out, String err) {

  static CommandLineRun of(Object... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exitCode = Main.run(new PrintWriter(out), new PrintWriter(err),
        Arrays.stream(arguments).map(String::valueOf).toArray(String[]::new));
    return new CommandLineRun(exitCode, out.toString(), err.toString());
  }
}
