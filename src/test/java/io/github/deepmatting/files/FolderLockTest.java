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
package io.github.deepmatting.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class FolderLockTest {

  @TempDir private Path folder;

  /** Holds the lock of a folder until it is killed. */
  static final class Holder {

    private Holder() {}

    public static void main(String[] arguments) throws Exception {
      Path held = Path.of(arguments[0]);
      FolderLock lock = FolderLock.of(held, "test");
      Files.createFile(held.resolve("held"));
      Thread.sleep(Long.MAX_VALUE);
      lock.close();
    }
  }

  private String refusal() {
    return assertThrows(FileException.class, () -> FolderLock.of(folder, "training")).getMessage();
  }

  @Test
  void aSecondOneOfTheSameProcessIsRefused() throws IOException {
    try (FolderLock lock = FolderLock.of(folder, "training")) {
      assertEquals(folder + ": is in use by another training; wait for its end or stop it, or choose another folder",
          refusal());
    }
    FolderLock.of(folder, "training").close();
  }

  @Test
  void anotherProcessIsRefusedUntilItsHolderDies() throws Exception {
    Path classes = Path.of(FolderLock.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Path tests = Path.of(Holder.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx64m",
        "-cp", classes + System.getProperty("path.separator") + tests, Holder.class.getName(), folder.toString())
        .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    while (!Files.exists(folder.resolve("held"))) {
      assertTrue(process.isAlive());
      Thread.sleep(20);
    }
    assertTrue(refusal().contains(folder.toString()));
    process.destroyForcibly().waitFor();
    FolderLock.of(folder, "training").close();
  }

  @Test
  void onlyLeftoversAreRemoved() throws IOException {
    Path half = NewFolder.hiddenSibling(folder.resolve("model"));
    Files.createDirectories(half.resolve("weights"));
    Files.createFile(NewFolder.hiddenSibling(folder.resolve("model2")));
    Files.createFile(folder.resolve(".curves.png.123e4567-e89b-12d3-a456-426614174000.part"));
    Files.createFile(folder.resolve(".mine.tmp"));
    FolderLock.removeLeftovers(folder, "model");
    assertEquals(3, names().size());
    FolderLock.removeLeftovers(folder, ".*");
    assertEquals(List.of(".mine.tmp"), names());
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
