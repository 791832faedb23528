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
package io.github.deepmatting.engine;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts that crash for real, in processes of their own. */
class NativeStartTest {

  @TempDir Path root;
  private Path folder;

  @BeforeEach
  void start() throws IOException {
    folder = root.resolve("cache");
  }

  private void process(String how, String... options) throws Exception {
    String classPath = Path.of(NativeStart.class.getProtectionDomain().getCodeSource().getLocation().toURI())
        + File.pathSeparator
        + Path.of(CrashingStart.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    List<String> command = new java.util.ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:-CreateCoredumpOnCrash", "-Xmx64m"));
    command.addAll(List.of(options));
    command.addAll(List.of("-cp", classPath, CrashingStart.class.getName(), folder.toString(), how));
    Process process = new ProcessBuilder(command).directory(root.toFile()).redirectErrorStream(true)
        .redirectOutput(root.resolve("output.txt").toFile()).start();
    assertTrue(process.waitFor(2, TimeUnit.MINUTES));
  }

  private List<Path> markers() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  private Path only(String glob) throws IOException {
    try (var files = Files.newDirectoryStream(root, glob)) {
      return files.iterator().next();
    }
  }

  @Test
  void aStartIsRememberedAsLongAsItTakes() throws IOException {
    NativeStart start = NativeStart.begin(folder);
    assertEquals(List.of(folder.resolve("starting-" + ProcessHandle.current().pid())), markers());
    // The process lives: another start is none of its business.
    Path marker = markers().get(0);
    NativeStart.begin(folder);
    assertTrue(Files.exists(marker));
    start.end();
    assertEquals(List.of(), markers());
  }

  @Test
  void aCrashIsExplainedOnceWithItsReport() throws Exception {
    process("crash");
    assertEquals(1, markers().size());
    String message = assertThrows(EngineUnavailableException.class, () -> NativeStart.begin(folder)).getMessage();
    String report = only("hs_err_pid*.log").getFileName().toString();
    assertTrue(message.matches("(?s).*see the file \\S*" + Pattern.quote(report) + ".*"), message);
    // Linux, Windows, and what macOS may make of it.
    assertTrue(message.matches("(?s).*\\((SIGSEGV|EXCEPTION_ACCESS_VIOLATION|SIGBUS).*"), message);
    assertTrue(message.contains("delete the folder " + folder), message);
    NativeStart.begin(folder).end();
    assertEquals(List.of(), markers());
  }

  @Test
  void aReportElsewhereIsFound() throws Exception {
    process("crash", "-XX:ErrorFile=reports_%p.txt");
    String message = assertThrows(EngineUnavailableException.class, () -> NativeStart.begin(folder)).getMessage();
    assertTrue(message.contains(only("reports_*.txt").getFileName().toString()), message);
  }

  @Test
  void aProcessThatWasKilledBlocksNothing() throws Exception {
    process("killed");
    assertEquals(1, markers().size());
    NativeStart.begin(folder).end();
    assertEquals(List.of(), markers());
  }

  @Test
  void anOrderlyStartLeavesNothing() throws Exception {
    process("end");
    assertEquals(List.of(), markers());
  }

  @Test
  void whatAnotherMachineStartedIsNoneOfOurBusiness() throws Exception {
    Files.createDirectories(folder);
    Path marker = folder.resolve("starting-1");
    Files.writeString(marker, "host=another\ntime=" + java.time.Instant.now() + "\n");
    NativeStart.begin(folder).end();
    assertEquals(List.of(marker), markers());
    Files.writeString(marker, "host=another\ntime=2020-01-01T00:00:00Z\n");
    NativeStart.begin(folder).end();
    assertEquals(List.of(), markers());
  }

  @Test
  void aFolderThatCannotBeWrittenIsNoHindrance() throws IOException {
    Files.createFile(folder);
    assertDoesNotThrow(() -> NativeStart.begin(folder).end());
    assertEquals(0, Files.size(folder), "the file in the way was written to");
  }
}
