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
package io.github.deepmatting.commands.javacheck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scijava.Context;
import org.scijava.command.CommandService;

class JavaCheckTest {

  private static Path classes() throws Exception {
    return Path.of(JavaCheck.class.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  /** Java 8 loads class files up to version 52 (JVM specification, table 4.1-A). */
  @Test
  void whatSpeaksOnJava8IsCompiledForIt() throws Exception {
    List<Path> files;
    try (Stream<Path> found = Files.list(classes().resolve("io/github/deepmatting/commands/javacheck"))) {
      files = found.filter(file -> file.toString().endsWith(".class")).toList();
    }
    assertEquals(2, files.stream().filter(file -> !file.endsWith("package-info.class")).count());
    for (Path file : files)
      try (InputStream stream = Files.newInputStream(file)) {
        assertEquals(52, ByteBuffer.wrap(stream.readNBytes(8)).getShort(6), file.toString());
      }
  }

  @ParameterizedTest
  @CsvSource({"1.8, 8", "11, 11", "17, 17", "21, 21", "1.7, 7", "x, 0"})
  void versionsAreRead(String specification, int feature) {
    assertEquals(feature, JavaCheck.feature(specification));
  }

  @Test
  void onANewJavaTheCommandsAreThemselves() {
    try (Context context = new Context()) {
      assertTrue(context.service(JavaCheck.class) != null);
      List<String> ours = context.service(CommandService.class).getCommands().stream()
          .map(info -> info.getClassName()).filter(name -> name.startsWith("io.github.deepmatting")).toList();
      assertTrue(ours.contains("io.github.deepmatting.commands.MatteImage"), ours.toString());
      assertFalse(ours.contains(NewerJavaNeeded.class.getName()), ours.toString());
    }
  }

  @Test
  void onJava8EveryCommandNamesTheJavaThatIsNeededWithoutAStackTrace(@TempDir Path folder) throws Exception {
    String needed = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(element -> element.contains("scijava-common") || element.contains("parsington"))
        .collect(Collectors.joining(File.pathSeparator)) + File.pathSeparator + jar(folder.resolve("deep-matting.jar"));
    Path log = folder.resolve("output.txt");
    Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Djava.awt.headless=true", "-cp",
        Path.of(OldJava.class.getProtectionDomain().getCodeSource().getLocation().toURI()).toString(),
        OldJava.class.getName(), needed).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    assertTrue(process.waitFor(2, TimeUnit.MINUTES));
    String output = Files.readString(log, StandardCharsets.UTF_8);
    assertEquals(0, process.exitValue(), output);
    List<String> commands = output.lines().filter(line -> line.startsWith("command=")).toList();
    assertTrue(commands.stream().anyMatch(line -> line.contains("Deep Matting, Matte Image...]=")), output);
    assertTrue(commands.stream().anyMatch(line -> line.contains("Deep Matting, TensorFlow Engine...]=")), output);
    for (String command : commands)
      assertTrue(command.contains("=Deep Matting needs Java 17 or newer, but this is Java 1.8.0_482 ("), command);
    assertFalse(output.contains("\tat "), output);
    assertFalse(output.lines().anyMatch(line -> line.matches(".*Cannot create.*deepmatting.*")), output);
  }

  /** As in Fiji: SciJava goes through folders of classes in a way of its own. */
  private static Path jar(Path jar) throws Exception {
    try (Stream<Path> files = Files.walk(classes());
        JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        out.putNextEntry(new JarEntry(classes().relativize(file).toString().replace(File.separatorChar, '/')));
        Files.copy(file, out);
        out.closeEntry();
      }
    }
    return jar;
  }
}
