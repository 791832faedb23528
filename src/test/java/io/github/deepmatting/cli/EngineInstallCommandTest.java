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

import io.github.deepmatting.engine.EngineFolder;
import io.github.deepmatting.imagej.Engines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real jars, from the folder that the build fills, with the real test matte in a process of its own. */
class EngineInstallCommandTest {

  @TempDir Path folder;

  @Test
  void installsFromAFolderAndTellsVersionAndDevices() throws IOException {
    Engines.assumeThere();
    Path built = EngineFolder.find().directory();
    Path home = folder.resolve("engine");
    CommandLineRun run = CommandLineRun.of(
        "engine", "install", "--from", built, "--engine-dir", home, "--build", EngineFolder.find().build());
    assertEquals(0, run.exitCode(), run.err());
    assertTrue(run.err().contains("7 files, "), run.err());
    // The tests' own engine is named by a system property, which decides.
    assertTrue(run.err().contains("warning: The engine in " + built + " is found before the new one"), run.err());
    assertTrue(run.out().contains("TensorFlow 2.18") && run.out().contains("CPU "), run.out());
    EngineFolder installed = EngineFolder.at(home);
    assertEquals(home.toAbsolutePath(), installed.directory().getParent());
    assertEquals(EngineFolder.find().jars().size(), installed.jars().size());
  }

  @Test
  void aFolderWithoutTheJarsIsToldWithWhatIsMissing() {
    Path home = folder.resolve("engine");
    CommandLineRun run = CommandLineRun.of("engine", "install", "--from", folder, "--engine-dir", home);
    assertEquals(1, run.exitCode());
    assertTrue(run.err().contains("has no tensorflow-core-api-1.1.0.jar"), run.err());
    assertFalse(Files.exists(home.resolve("current")));
  }

  @Test
  void withoutAnEngineTheErrorNamesTheCommandThatInstallsIt() {
    CommandLineRun run = CommandLineRun.of("engine", "info", "--engine", folder.resolve("absent"));
    assertEquals(1, run.exitCode());
    assertTrue(run.err().contains("deepmatting engine install"), run.err());
  }
}
