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
package io.github.deepmatting.engine.install;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.deepmatting.engine.EngineFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessTrialTest {

  @TempDir Path root;

  @Test
  void aWorkingEngineTellsItsVersionAndDevices() throws IOException {
    String folder = System.getProperty("deepmatting.engine");
    assumeTrue(folder != null && Files.isDirectory(Path.of(folder)), "no engine folder");
    String said = new ProcessTrial().run(EngineFolder.find().directory(), () -> false);
    List<String> lines = said.lines().toList();
    assertTrue(lines.get(0).startsWith("TensorFlow 2.18"), said);
    assertTrue(lines.get(1).startsWith("CPU "), said);
  }

  @Test
  void aFolderThatIsNoEngineIsToldWithWhatTheProcessSaid() {
    String message =
        assertThrows(IOException.class, () -> new ProcessTrial().run(root, () -> false)).getMessage();
    assertTrue(message.contains("exit code 1. It said:"), message);
    assertTrue(message.contains("missing are tensorflow-core-api-VERSION.jar"), message);
  }

  /** Stands for Java: a crash ends a process with 128 + 6 (SIGABRT). */
  @Test
  void aCrashIsToldAsSuch() throws IOException {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "no shell");
    Path crashing = root.resolve("crashing");
    Files.writeString(crashing, "#!/bin/sh\necho 'cuInit: bad'\nkill -ABRT $$\n");
    assertTrue(crashing.toFile().setExecutable(true));
    String message = assertThrows(IOException.class,
        () -> new ProcessTrial(crashing, List.of()).run(root, () -> false)).getMessage();
    assertTrue(message.contains("exit code 134, a crash of the native library. It said:\ncuInit: bad"), message);
  }

  @Test
  void cancellingEndsTheProcess() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "no shell");
    Path sleeping = root.resolve("sleeping");
    Files.writeString(sleeping, "#!/bin/sh\nexec sleep 600\n");
    assertTrue(sleeping.toFile().setExecutable(true));
    long before = sleepers();
    assertThrows(CancellationException.class,
        () -> new ProcessTrial(sleeping, List.of()).run(root, () -> true));
    for (int i = 0; i < 100 && sleepers() > before; i++) Thread.sleep(50);
    assertEquals(before, sleepers());
  }

  private static long sleepers() {
    return ProcessHandle.current().children().filter(ProcessHandle::isAlive).count();
  }
}
