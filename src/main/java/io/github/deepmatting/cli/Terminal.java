package io.github.deepmatting.cli;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Path;

/** Whether somebody looks at the standard error. */
final class Terminal {

  private Terminal() {}

  /** Whether the standard error is, as far as can be told, a terminal that can go back to the start of a line. */
  static boolean isAttached() {
    if ("dumb".equals(System.getenv("TERM")) || !hasConsole()) return false;
    // A console tells of input and output only; Linux tells where the standard error goes.
    Path standardError = Path.of("/proc/self/fd/2");
    try {
      String target = standardError.toRealPath().toString();
      return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
    } catch (IOException e) {
      return !standardError.toFile().exists();
    }
  }

  private static boolean hasConsole() {
    Console console = System.console();
    if (console == null) return false;
    try {
      // From Java 22 on there always is a console, which has to be asked.
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException e) {
      return true;
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }
}
