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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.deepmatting.imagej.Engines;
import io.github.deepmatting.model.ModelFolder;
import io.github.deepmatting.training.samples.TestImages;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl+C on a training, in a process of its own with the real engine. */
@Timeout(180)
class InterruptedTrainingTest {

  /** What a process ends with that was ended by the signal SIGINT. */
  private static final int INTERRUPTED = 128 + 2;

  @TempDir private Path folder;

  @Test
  void aCheckpointIsWrittenAndTheTrainingIsResumed() throws Exception {
    Engines.assumeThere();
    // Who runs the tests in the background may have the signal ignored, which is inherited.
    Assumptions.assumeTrue(succeeds("env", "--default-signal=INT", "true"), "There is no env with --default-signal");
    TestImages.backgrounds(folder);
    try (InputStream network = getClass().getResourceAsStream("/io/github/deepmatting/tensorflow/compact-tiny.yaml");
        InputStream recipe = getClass().getResourceAsStream("/training/compact.yaml")) {
      Files.copy(network, folder.resolve("tiny.yaml"));
      Files.writeString(folder.resolve("small.yaml"),
          new String(recipe.readAllBytes()).replaceAll("size: \\d+, batch: \\d", "size: 32, batch: 1"));
    }
    Path log = folder.resolve("log.txt");
    Path work = folder.resolve("model.training");
    List<String> command = new ArrayList<>(List.of("env", "--default-signal=INT",
        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx1g",
        "-Ddeepmatting.engine=" + Path.of(System.getProperty("deepmatting.engine")).toAbsolutePath(), "-cp",
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")), Main.class.getName()));
    command.addAll(train("--steps=1000000"));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    try {
      // Header and one row of means.
      while (!Files.exists(work.resolve("curves.csv")) || Files.readAllLines(work.resolve("curves.csv")).size() < 2) {
        assertTrue(process.isAlive(), () -> read(log));
        Thread.sleep(50);
      }
      assertFalse(Files.exists(work.resolve("checkpoint.npz")), "It would say nothing");
      assertTrue(succeeds("kill", "-INT", Long.toString(process.pid())));
      assertTrue(process.waitFor(60, TimeUnit.SECONDS), () -> read(log));
    } finally {
      process.destroyForcibly();
    }
    assertEquals(INTERRUPTED, process.exitValue(), read(log));
    assertTrue(read(log).contains("it can be resumed from " + work), read(log));
    assertTrue(Files.exists(work.resolve("checkpoint.npz")));
    assertFalse(Files.exists(folder.resolve("model")));

    List<String> resumed = train("--steps=1000000", "--resume", "--finish");
    CommandLineRun run = CommandLineRun.of(resumed.toArray());
    assertEquals(0, run.exitCode(), run.err());
    Object steps = ModelFolder.describe(folder.resolve("model")).training().get("steps");
    assertTrue(run.err().contains("Going on from step " + steps) && (int) steps >= 20, run.err());
  }

  private List<String> train(String... more) {
    List<String> arguments = new ArrayList<>(List.of("train", "--backgrounds=" + folder.resolve("backgrounds"),
        "--network=" + folder.resolve("tiny.yaml"), "--recipe=" + folder.resolve("small.yaml"),
        "--out=" + folder.resolve("model"), "--threads=1", "--device=cpu"));
    arguments.addAll(List.of(more));
    return arguments;
  }

  private static boolean succeeds(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command).start().waitFor() == 0;
    } catch (java.io.IOException e) {
      return false;
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (java.io.IOException e) {
      return e.toString();
    }
  }
}
