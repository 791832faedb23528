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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * A matte in a process whose class path begins with the TensorFlow 1.15 and the protobuf 4.28 that other Fiji plugins and
 * Fiji itself bring. The build copies both to {@code target/legacy} and the engine's jars to {@code target/engine}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IsolationTest {

  private final Map<String, String> said = new HashMap<>();
  private String output;

  private static Path folder(String property, String otherwise) {
    Path folder = Path.of(System.getProperty(property, otherwise)).toAbsolutePath();
    assertTrue(Files.isDirectory(folder), property + ": " + folder + " is not there; the Maven build fills it");
    return folder;
  }

  private static String codeOf(Class<?> type) throws Exception {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
  }

  @BeforeAll
  void runOnALegacyClassPath(@TempDir Path temporary) throws Exception {
    List<String> classPath = new ArrayList<>();
    try (Stream<Path> jars = Files.list(folder("deepmatting.legacy", "target/legacy"))) {
      jars.map(Path::toString).filter(name -> name.endsWith(".jar")).forEach(classPath::add);
    }
    assertEquals(2, classPath.size(), "libtensorflow and protobuf-java");
    classPath.add(codeOf(Engine.class));
    classPath.add(codeOf(IsolatedMatte.class));
    Path log = temporary.resolve("output.txt");
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-Ddeepmatting.engine=" + folder("deepmatting.engine", "target/engine"),
            "-cp",
            String.join(File.pathSeparator, classPath),
            IsolatedMatte.class.getName());
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    Process process = builder.start();
    boolean ended = process.waitFor(5, TimeUnit.MINUTES);
    if (!ended) process.destroyForcibly();
    output = new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
    assertTrue(ended, output);
    assertEquals(0, process.exitValue(), output);
    for (String line : output.lines().toList()) {
      int equals = line.indexOf('=');
      if (equals > 0) said.put(line.substring(0, equals), line.substring(equals + 1));
    }
  }

  @Test
  void theClassPathStillHoldsTheLegacyClasses() {
    assertEquals("libtensorflow-1.15.0.jar", said.get("legacy before"), output);
    assertEquals("libtensorflow-1.15.0.jar", said.get("legacy after"), output);
    assertEquals("protobuf-java-4.28.2.jar", said.get("protobuf"), output);
  }

  @Test
  void theEngineIsTheNewOne() {
    assertTrue(said.get("version").startsWith("TensorFlow 2.18"), output);
    assertEquals("deep-matting-engine", said.get("implementation from"), output);
  }

  @Test
  void anAlphaComesOut() {
    String[] stages = said.get("by hand").split(" ");
    assertRange(stages[0], 0.75, 0.75);
    assertRange(stages[1], 0.875, 0.875);
    String[] initial = said.get("initial").split(":");
    assertEquals("96", initial[0], output);
    assertTrue(Float.parseFloat(initial[1]) < Float.parseFloat(initial[2]), output);
    assertRange(said.get("initial"), Double.parseDouble(initial[1]), Double.parseDouble(initial[2]));
  }

  private void assertRange(String alpha, double smallest, double largest) {
    assertNotNull(alpha, output);
    String[] parts = alpha.split(":");
    assertEquals("96", parts[0], output);
    assertEquals(smallest, Double.parseDouble(parts[1]), 1e-6, output);
    assertEquals(largest, Double.parseDouble(parts[2]), 1e-6, output);
    assertTrue(smallest >= 0 && largest <= 1, output);
  }

  @Test
  void thereIsOneEngineAProcess() {
    assertEquals("true", said.get("same"), output);
    assertTrue(said.get("another").startsWith("This process already runs the engine of "), output);
    assertTrue(said.get("another").contains("another folder; restart"), output);
  }

  @Test
  void settingsOfJavacppAreLeftAsTheyWere() {
    assertEquals("null", said.get("cache property"), output);
  }
}
