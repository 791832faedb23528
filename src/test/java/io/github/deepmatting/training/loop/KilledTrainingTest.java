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
package io.github.deepmatting.training.loop;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.deepmatting.imagej.Engines;
import io.github.deepmatting.model.Npz;
import io.github.deepmatting.network.Weights;
import io.github.deepmatting.training.samples.TestImages;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** With the real engine on one thread, in processes of their own: a training that is killed loses nothing but time. */
@Timeout(180)
class KilledTrainingTest {

  @TempDir private Path folder;

  @Test
  void aKilledTrainingEndsBitByBitWhereAnUnbrokenOneDoes() throws Exception {
    Engines.assumeThere();
    TestImages.foregrounds(folder);
    TestImages.backgrounds(folder);
    try (InputStream network = getClass().getResourceAsStream("/io/github/deepmatting/tensorflow/compact-tiny.yaml")) {
      Files.copy(network, folder.resolve("tiny.yaml"));
    }
    // Shares 0.65, 0.1, 0.25 of 20 steps: killed in the second phase, and after a checkpoint in the midst of the first.
    finish(start("whole", 20, 0, false));
    Path killed = folder.resolve("killed");
    for (int stop : new int[] {8, 14}) {
      Process process = start("killed", 20, stop, stop > 8);
      while (!Files.exists(folder.resolve("standing"))) {
        assertTrue(process.isAlive(), () -> log("killed"));
        Thread.sleep(50);
      }
      // SIGKILL where there are signals.
      process.destroyForcibly().waitFor();
      Files.delete(folder.resolve("standing"));
      assertFalse(Files.exists(killed));
    }
    finish(start("killed", 20, 0, true));
    Weights expected = Npz.read(folder.resolve("whole/weights.npz"));
    Weights found = Npz.read(killed.resolve("weights.npz"));
    assertEquals(expected.names(), found.names());
    assertArrayEquals(Files.readAllBytes(folder.resolve("whole/weights.npz")),
        Files.readAllBytes(killed.resolve("weights.npz")));
    // Adam's moments and the counts too; the position holds the time, which differs.
    Weights state = Npz.read(folder.resolve("whole.training/checkpoint.npz"));
    Weights other = Npz.read(folder.resolve("killed.training/checkpoint.npz"));
    assertTrue(state.names().size() > 3 * expected.names().size());
    for (String name : state.names())
      if (!name.equals("training/position"))
        assertArrayEquals(state.get(name).values(), other.get(name).values(), name);
  }

  private Process start(String name, int steps, int stop, boolean resume)
      throws IOException {
    List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx1g", "-Djava.awt.headless=true",
        "-Ddeepmatting.engine=" + Path.of(System.getProperty("deepmatting.engine")).toAbsolutePath(), "-cp",
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
        TrainingProcess.class.getName()));
    command.addAll(List.of(folder.toString(), folder.resolve("tiny.yaml").toString(), folder.resolve(name).toString(),
        Integer.toString(steps), Integer.toString(stop), Boolean.toString(resume)));
    return new ProcessBuilder(command).redirectErrorStream(true)
        .redirectOutput(folder.resolve(name + ".log").toFile()).start();
  }

  private void finish(Process process) throws Exception {
    boolean over = process.waitFor(90, TimeUnit.SECONDS);
    if (!over) process.destroyForcibly();
    assertTrue(over);
    assertEquals(0, process.exitValue(), () -> log("whole") + log("killed"));
  }

  private String log(String name) {
    try {
      Path file = folder.resolve(name + ".log");
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      return e.toString();
    }
  }
}
