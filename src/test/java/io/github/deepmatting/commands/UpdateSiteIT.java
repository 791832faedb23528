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
package io.github.deepmatting.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The zip, unpacked into a folder that plays Fiji: with the jars that Fiji has, the TensorFlow 1.15 that other plugins put
 * beside them, and the protobuf 4.28.2 that Fiji ships, all on one flat class path, in a fresh JVM. The build leaves the
 * zip and these jars in {@code target}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UpdateSiteIT {

  private final Map<String, String> said = new HashMap<>();
  private final Set<String> topFolders = new TreeSet<>();
  private final List<String> unpackedJars = new ArrayList<>();
  private Path fiji;
  private String output;

  private static Path path(String property) {
    Path path = Path.of(System.getProperty(property)).toAbsolutePath();
    assertTrue(Files.exists(path), property + ": " + path + " is not there; the Maven build makes it");
    return path;
  }

  @BeforeAll
  void unpackAndRun(@TempDir Path temporary) throws Exception {
    fiji = Files.createDirectories(temporary.resolve("Fiji.app")).toRealPath();
    unpack(path("deepmatting.zip"));
    copyJars(path("deepmatting.fiji"), "(ij|scijava-common|parsington|imglib2|slf4j-api|commons-lang3|picocli)-\\d.*");
    copyJars(path("deepmatting.legacy"), ".*");
    Path log = temporary.resolve("output.txt");
    Process process = new ProcessBuilder(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx1g", "-Djava.awt.headless=true",
        "-Duser.home=" + temporary.resolve("home"), "-cp", classPath(temporary), FijiProcess.class.getName(),
        path("deepmatting.jars").toString(), Path.of("test-images/bee.png").toAbsolutePath().toString(),
        Path.of("test-images/trimaps/bee.png").toAbsolutePath().toString())
        .redirectErrorStream(true).redirectOutput(log.toFile()).start();
    boolean ended = process.waitFor(8, TimeUnit.MINUTES);
    if (!ended) process.destroyForcibly();
    output = new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
    assertTrue(ended && process.exitValue() == 0, output);
    for (String line : output.lines().toList()) {
      int equals = line.indexOf('=');
      if (equals > 0) said.put(line.substring(0, equals), line.substring(equals + 1));
    }
  }

  private void unpack(Path archive) throws Exception {
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        topFolders.add(entry.getName().replaceFirst("/.*", ""));
        if (entry.isDirectory()) continue;
        if (entry.getName().endsWith(".jar")) unpackedJars.add(entry.getName());
        Path file = fiji.resolve(entry.getName());
        Files.createDirectories(file.getParent());
        try (InputStream in = zip.getInputStream(entry)) {
          Files.copy(in, file);
        }
      }
    }
  }

  private void copyJars(Path from, String names) throws Exception {
    try (Stream<Path> jars = Files.list(from)) {
      for (Path jar : jars.filter(file -> file.getFileName().toString().matches(names)).toList())
        Files.copy(jar, fiji.resolve("jars").resolve(jar.getFileName()));
    }
  }

  /** Fiji's jars, sorted, and a jar with the program to run. */
  private String classPath(Path temporary) throws Exception {
    List<String> elements = new ArrayList<>();
    try (Stream<Path> jars = Files.list(fiji.resolve("jars"))) {
      jars.map(Path::toString).sorted(Collections.reverseOrder()).forEach(elements::add);
    }
    Path program = temporary.resolve("program.jar");
    String name = FijiProcess.class.getName().replace('.', '/') + ".class";
    try (OutputStream file = Files.newOutputStream(program); JarOutputStream jar = new JarOutputStream(file);
        InputStream code = FijiProcess.class.getResourceAsStream("/" + name)) {
      jar.putNextEntry(new JarEntry(name));
      code.transferTo(jar);
      jar.closeEntry();
    }
    elements.add(program.toString());
    return String.join(File.pathSeparator, elements);
  }

  @Test
  void itIsLaidOutLikeAnUpdateSite() {
    assertTrue(Set.of("jars", "models", "lib", "scripts").containsAll(topFolders), topFolders.toString());
    assertTrue(topFolders.containsAll(Set.of("jars", "models", "lib")), topFolders.toString());
    assertTrue(Files.exists(fiji.resolve("models/deep-matting/compact/rdf.yaml")));
    assertTrue(unpackedJars.stream().allMatch(jar -> jar.startsWith("jars/")), unpackedJars.toString());
  }

  @Test
  void everyScriptIsWhereFijiMakesAMenuOfIt() throws Exception {
    List<String> scripts = names(Path.of("scripts")).stream().filter(name -> name.matches(".*\\.(ijm|py|groovy)")).toList();
    assertFalse(scripts.isEmpty());
    assertEquals(scripts, names(fiji.resolve("scripts/Plugins/Deep_Matting/Scripts")));
  }

  private static List<String> names(Path folder) throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void nothingOfTensorFlowOrProtobufIsInIt() throws Exception {
    assertTrue(unpackedJars.stream().anyMatch(name -> name.startsWith("jars/deep-matting-")), unpackedJars.toString());
    for (String name : unpackedJars)
      try (JarFile jar = new JarFile(fiji.resolve(name).toFile())) {
        List<String> forbidden = jar.stream().map(JarEntry::getName)
            .filter(entry -> entry.matches("(org/tensorflow|org/bytedeco|com/google/protobuf)/.*")).toList();
        assertEquals(List.of(), forbidden, name);
      }
  }

  @Test
  void withoutAnEngineTheErrorNamesTheCommandThatInstallsIt() {
    assertTrue(said.get("without").contains("run(\"TensorFlow Engine...\", \"action=install build=cpu\")"), output);
  }

  @Test
  void theEngineIsInstalledInFijisFolder() throws Exception {
    assertTrue(said.get("installed").startsWith("Installed in " + fiji.resolve("lib/deep-matting")), output);
    assertTrue(said.get("installed").contains("TensorFlow 2.18"), output);
    assertTrue(Files.exists(fiji.resolve("lib/deep-matting/current")), output);
  }

  /** The true alpha of the rendered image has this mean (test-images/alphas/bee.png: 255 is 1). */
  @Test
  void aMatteComesOut() {
    assertEquals("null", said.get("cancelled"), output);
    assertEquals("bee alpha 640x480", said.get("alpha"), output);
    assertEquals("0.0 to 1.0", said.get("range"), output);
    double truth = ij.IJ.openImage("test-images/alphas/bee.png").getStatistics().mean / 255;
    assertEquals(truth, Double.parseDouble(said.get("mean")), 0.02, output);
    assertEquals("640x480x24", said.get("colours"), output);
  }

  @Test
  void theClassPathStillHoldsTheLegacyClasses() {
    assertEquals("libtensorflow-1.15.0.jar", said.get("legacy"), output);
    assertEquals("protobuf-java-4.28.2.jar", said.get("protobuf"), output);
    assertFalse(output.contains("UnsatisfiedLinkError"), output);
  }
}
