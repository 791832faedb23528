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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.deepmatting.network.Weights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Checkpoints on a file system of 1 MB in memory, which is full. Skipped where this user may mount none. */
@EnabledOnOs(OS.LINUX)
class FullDiskTest {

  /** A checkpoint of 256 kB: noise can't be compressed. */
  private static final int VALUES = 1 << 16;

  @TempDir private Path folder;

  private Path disk;

  @BeforeEach
  void mount() throws Exception {
    Path place = Files.createDirectory(folder.resolve("disk"));
    assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", place.toString()), "No permission to mount");
    disk = place;
  }

  @AfterEach
  void unmount() throws Exception {
    if (disk != null) assertTrue(run("umount", disk.toString()), "The file system " + disk + " is still mounted");
  }

  private static boolean run(String... command) throws Exception {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
      boolean over = process.waitFor(20, TimeUnit.SECONDS);
      if (!over) process.destroyForcibly();
      return over && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static float[] values(long steps) {
    Random random = new Random(steps);
    float[] values = new float[VALUES];
    for (int i = 0; i < VALUES; i++) values[i] = Float.intBitsToFloat(random.nextInt() & 0x3fffffff);
    return values;
  }

  private static void write(Checkpoints checkpoints, long steps) throws IOException {
    checkpoints.write(new Weights(Map.of("a", new Weights.Array(new long[] {VALUES}, values(steps)))),
        new Position(0, steps, 0, steps, 0, 1, 0));
  }

  private void assertNewest(long steps) throws IOException {
    Checkpoints.Saved saved = new Checkpoints(disk).read().orElseThrow();
    assertEquals(steps, saved.position().steps());
    assertArrayEquals(values(steps), saved.state().get("a").values());
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(disk)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void aFullDiskLeavesTheCheckpointsOfBefore() throws IOException {
    Checkpoints checkpoints = new Checkpoints(disk);
    write(checkpoints, 1);
    write(checkpoints, 2);
    Path filler = Files.write(disk.resolve("filler"), new byte[350_000]);
    List<String> before = names();
    String message = assertThrows(IOException.class, () -> write(checkpoints, 3)).getMessage();
    assertTrue(message.contains(disk.toString()) && message.contains("No space left"), message);
    assertEquals(before, names(), "No part of a file may be left");
    assertNewest(2);
    Files.delete(disk.resolve(Checkpoints.CURRENT));
    assertNewest(1);
    Files.delete(filler);
    write(checkpoints, 3);
    assertNewest(3);
  }
}
