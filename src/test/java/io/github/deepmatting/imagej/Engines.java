package io.github.deepmatting.imagej;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** The real engine, for tests outside the package that names it. */
public final class Engines {

  private Engines() {}

  /** Skips a test where the system property {@code deepmatting.engine} names no folder. */
  public static void assumeThere() {
    String folder = System.getProperty("deepmatting.engine");
    assumeTrue(folder != null && Files.isDirectory(Path.of(folder)), "no engine folder");
  }
}
