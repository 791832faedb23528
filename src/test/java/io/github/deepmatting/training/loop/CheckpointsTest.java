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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.deepmatting.network.Weights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointsTest {

  @TempDir private Path folder;

  private static Weights state(float value) {
    return new Weights(Map.of("a", new Weights.Array(new long[] {1}, new float[] {value})));
  }

  private static Position at(long steps) {
    return new Position(0, steps, 0, steps, 0, 1, 0);
  }

  private float read() throws IOException {
    return new Checkpoints(folder).read().orElseThrow().state().get("a").values()[0];
  }

  private Checkpoints two() throws IOException {
    Checkpoints checkpoints = new Checkpoints(folder);
    checkpoints.write(state(1), at(1));
    checkpoints.write(state(2), at(2));
    return checkpoints;
  }

  @Test
  void theNewestIsReadBack() throws IOException {
    Checkpoints.Saved saved = two().read().orElseThrow();
    assertEquals(2, saved.state().get("a").values()[0]);
    assertEquals(at(2), saved.position());
    assertEquals(java.util.Set.of("a"), saved.state().names());
  }

  @Test
  void aKillWhileWritingLeavesTheOldOne() throws IOException {
    two();
    Files.write(folder.resolve("checkpoint.new.npz"), new byte[] {'P', 'K', 3, 4, 0});
    assertEquals(2, read());
    new Checkpoints(folder).write(state(3), at(3));
    assertEquals(3, read());
  }

  @Test
  void aKillBetweenTheRenamesLeavesThePreviousOne() throws IOException {
    two();
    Files.move(folder.resolve(Checkpoints.CURRENT), folder.resolve(Checkpoints.PREVIOUS),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    assertEquals(2, read());
  }

  @Test
  void aDamagedOneFallsBackToThePreviousOne() throws IOException {
    two();
    byte[] bytes = Files.readAllBytes(folder.resolve(Checkpoints.CURRENT));
    Files.write(folder.resolve(Checkpoints.CURRENT), java.util.Arrays.copyOf(bytes, bytes.length / 2));
    assertEquals(1, read());
  }

  @Test
  void aFailedWriteKeepsTheOldOneAndSaysSo() throws IOException {
    Checkpoints checkpoints = two();
    // A folder that is not empty can't be replaced by a file.
    Files.createDirectories(folder.resolve("checkpoint.new.npz/x"));
    IOException thrown = assertThrows(IOException.class, () -> checkpoints.write(state(3), at(3)));
    assertTrue(thrown.getMessage().contains(folder.toString()), thrown.getMessage());
    assertEquals(2, read());
  }

  @Test
  void aFolderThatMayNotBeWrittenToIsNamed() throws IOException {
    two();
    assumeTrue(folder.toFile().setWritable(false) && !Files.isWritable(folder), "This user may write anywhere");
    try {
      String message = assertThrows(IOException.class, () -> new Checkpoints(folder)).getMessage();
      assertTrue(message.contains("No permission to write to " + folder), message);
    } finally {
      folder.toFile().setWritable(true);
    }
  }

  @Test
  void onlyDamagedOnesAreAnError() throws IOException {
    two();
    Files.write(folder.resolve(Checkpoints.CURRENT), new byte[3]);
    Files.write(folder.resolve(Checkpoints.PREVIOUS), new byte[3]);
    IOException thrown = assertThrows(IOException.class, this::read);
    assertTrue(thrown.getMessage().contains(Checkpoints.CURRENT), thrown.getMessage());
  }
}
