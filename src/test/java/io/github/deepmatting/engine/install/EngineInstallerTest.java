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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.deepmatting.engine.EngineBuild;
import io.github.deepmatting.engine.NativePlatform;
import io.github.deepmatting.files.Sha256;
import io.github.deepmatting.progress.Progress;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left of an installation that goes wrong at each step, with jars of random bytes and a trial that says yes. */
class EngineInstallerTest {

  private static final NativePlatform LINUX = new NativePlatform("linux-x86_64");

  @TempDir Path root;
  private Path home;
  private Path source;
  private final Map<String, byte[]> contents = new HashMap<>();
  private final List<Path> tried = new ArrayList<>();
  private EngineTrial trial = (folder, cancelled) -> {
    tried.add(folder);
    return "TensorFlow 0";
  };

  @BeforeEach
  void start() throws IOException {
    home = root.resolve("lib").resolve("deep-matting");
    source = Files.createDirectory(root.resolve("source"));
  }

  private EngineDistribution distribution(EngineBuild build, String version, int seed) throws IOException {
    return new EngineDistribution(LINUX, build, version, List.of(jar("api", version, seed), jar("native", version, seed)));
  }

  private EngineJar jar(String name, String version, int seed) throws IOException {
    byte[] content = new byte[100_000];
    new Random(31L * seed + name.hashCode()).nextBytes(content);
    EngineJar jar = new EngineJar("org.example", name, version, "", content.length, 1000,
        Sha256.of(new ByteArrayInputStream(content)));
    contents.put(jar.fileName(), content);
    Files.write(source.resolve(jar.fileName()), content);
    return jar;
  }

  private InstalledEngine install(EngineDistribution distribution) throws IOException {
    return new EngineInstaller(home, (folder, cancelled) -> trial.run(folder, cancelled))
        .install(distribution, new FolderSource(source), Progress.NONE);
  }

  private String current() throws IOException {
    return Files.readString(home.resolve("current")).strip();
  }

  private List<String> inHome() throws IOException {
    try (Stream<Path> files = Files.list(home)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private void assertInstalled(String name, String... jars) throws IOException {
    assertEquals(name, current());
    for (String jar : jars) assertArrayEquals(contents.get(jar), Files.readAllBytes(home.resolve(name).resolve(jar)));
  }

  @Test
  void jarsAreBroughtTriedAndSwitchedTo() throws IOException {
    InstalledEngine installed = install(distribution(EngineBuild.CPU, "1.1.0", 1));
    assertInstalled("1.1.0-linux-x86_64-cpu", "api-1.1.0.jar", "native-1.1.0.jar");
    assertEquals(home.resolve("1.1.0-linux-x86_64-cpu"), installed.folder());
    assertEquals(List.of(installed.folder()), tried);
    assertEquals("TensorFlow 0", installed.description());
    assertEquals(List.of(".lock", "1.1.0-linux-x86_64-cpu", "current"), inHome());
  }

  @Test
  void theOneBeforeIsRemovedOnlyWhenTheNewOneHasRun() throws IOException {
    install(distribution(EngineBuild.CPU, "1.1.0", 1));
    trial = (folder, cancelled) -> {
      assertInstalled("1.1.0-linux-x86_64-cpu", "api-1.1.0.jar");
      return "TensorFlow 1";
    };
    install(distribution(EngineBuild.GPU, "1.2.0", 2));
    assertInstalled("1.2.0-linux-x86_64-gpu", "api-1.2.0.jar", "native-1.2.0.jar");
    assertEquals(List.of(".lock", "1.2.0-linux-x86_64-gpu", "current"), inHome());
  }

  @Test
  void anEngineThatDoesNotRunChangesNothingAndItsJarsAreKeptForTheNextTry() throws IOException {
    install(distribution(EngineBuild.CPU, "1.1.0", 1));
    trial = (folder, cancelled) -> {
      Files.createDirectories(folder.resolve("cache").resolve("unpacked"));
      throw new IOException("it crashed");
    };
    EngineDistribution next = distribution(EngineBuild.GPU, "1.2.0", 2);
    assertEquals("it crashed", assertThrows(IOException.class, () -> install(next)).getMessage());
    assertInstalled("1.1.0-linux-x86_64-cpu", "api-1.1.0.jar", "native-1.1.0.jar");
    assertFalse(Files.exists(home.resolve("1.2.0-linux-x86_64-gpu")));
    assertFalse(Files.exists(home.resolve(".incomplete-1.2.0-linux-x86_64-gpu").resolve("cache")));
    Files.delete(source.resolve("native-1.2.0.jar"));
    trial = (folder, cancelled) -> "TensorFlow 1";
    install(next);
    assertInstalled("1.2.0-linux-x86_64-gpu", "api-1.2.0.jar", "native-1.2.0.jar");
  }

  @Test
  void theSameEngineAgainTakesNoNewDownload() throws IOException {
    EngineDistribution distribution = distribution(EngineBuild.CPU, "1.1.0", 1);
    install(distribution);
    Files.delete(source.resolve("native-1.1.0.jar"));
    Files.write(home.resolve("1.1.0-linux-x86_64-cpu").resolve("api-1.1.0.jar"), new byte[] {1}); // damaged
    install(distribution);
    assertInstalled("1.1.0-linux-x86_64-cpu-2", "api-1.1.0.jar", "native-1.1.0.jar");
    assertEquals(List.of(".lock", "1.1.0-linux-x86_64-cpu-2", "current"), inHome());
  }

  @Test
  void wrongBytesAreThrownAwayAndNothingIsSwitched() throws IOException {
    install(distribution(EngineBuild.CPU, "1.1.0", 1));
    EngineDistribution next = distribution(EngineBuild.CPU, "1.2.0", 2);
    byte[] wrong = contents.get("native-1.2.0.jar").clone();
    wrong[77]++;
    Files.write(source.resolve("native-1.2.0.jar"), wrong);
    String message = assertThrows(IOException.class, () -> install(next)).getMessage();
    assertTrue(message.startsWith("native-1.2.0.jar from the folder " + source + " is not the right file: its SHA-256 is "
        + Sha256.of(new ByteArrayInputStream(wrong)) + " but must be " + next.jars().get(1).sha256()), message);
    assertInstalled("1.1.0-linux-x86_64-cpu", "api-1.1.0.jar");
    Path staged = home.resolve(".incomplete-1.2.0-linux-x86_64-cpu");
    try (Stream<Path> left = Files.list(staged)) {
      assertEquals(List.of(staged.resolve("api-1.2.0.jar")), left.toList());
    }
  }

  @Test
  void aPartThatBeginsWronglyIsFetchedAnew() throws IOException {
    EngineDistribution distribution = distribution(EngineBuild.CPU, "1.1.0", 1);
    try (FaultyServer server = new FaultyServer()) {
      for (EngineJar jar : distribution.jars()) server.put(jar, contents.get(jar.fileName()));
      Path staged = Files.createDirectories(home.resolve(".incomplete-1.1.0-linux-x86_64-cpu"));
      Files.write(staged.resolve("api-1.1.0.jar.part"), new byte[500]);
      Files.write(staged.resolve("native-1.1.0.jar.part"), Arrays.copyOf(contents.get("native-1.1.0.jar"), 500));
      new EngineInstaller(home, trial).install(
          distribution, new RepositorySource(server.address(), java.util.Optional.empty()), Progress.NONE);
      assertInstalled("1.1.0-linux-x86_64-cpu", "api-1.1.0.jar", "native-1.1.0.jar");
      assertEquals(List.of("api-1.1.0.jar from 500", "api-1.1.0.jar from 0", "native-1.1.0.jar from 500"),
          server.requests());
    }
  }

  @Test
  void aMissingFileIsNamedWithBothPlaces() throws IOException {
    EngineDistribution distribution = distribution(EngineBuild.CPU, "1.1.0", 1);
    Files.delete(source.resolve("native-1.1.0.jar"));
    String message = assertThrows(IOException.class, () -> install(distribution)).getMessage();
    assertTrue(message.contains("has no native-1.1.0.jar, neither in it nor at org/example/native/1.1.0/native-1.1.0.jar"),
        message);
    assertFalse(Files.exists(home.resolve("current")));
  }

  @Test
  void aMavenRepositoryOnDiskIsASourceToo() throws IOException {
    EngineDistribution distribution = distribution(EngineBuild.CPU, "1.1.0", 1);
    Path inRepository = source.resolve("org/example/native/1.1.0/native-1.1.0.jar");
    Files.createDirectories(inRepository.getParent());
    Files.move(source.resolve("native-1.1.0.jar"), inRepository);
    install(distribution);
    assertInstalled("1.1.0-linux-x86_64-cpu", "native-1.1.0.jar");
  }

  @Test
  void aFullDiskIsToldBeforeAnythingIsFetched() throws IOException {
    EngineDistribution distribution = distribution(EngineBuild.CPU, "1.1.0", 1);
    EngineInstaller installer = new EngineInstaller(home, trial, folder -> 201_999);
    String message = assertThrows(IOException.class,
        () -> installer.install(distribution, new FolderSource(source), Progress.NONE)).getMessage();
    assertTrue(message.startsWith(home + " has 1 MB free, but 1 MB are needed"), message);
    assertFalse(Files.exists(home.resolve("current")));
    // 200,000 bytes of jars and 2,000 unpacked.
    new EngineInstaller(home, trial, folder -> 202_000).install(distribution, new FolderSource(source), Progress.NONE);
    assertInstalled("1.1.0-linux-x86_64-cpu", "api-1.1.0.jar");
  }

  @Test
  void aFolderThatCannotBeWrittenIsNamed() throws IOException {
    // A file in the way can't become a folder, whoever runs the test, root included.
    Files.createFile(root.resolve("lib"));
    String message =
        assertThrows(IOException.class, () -> install(distribution(EngineBuild.CPU, "1.1.0", 1))).getMessage();
    assertTrue(message.startsWith(home + " can't be written to"), message);
  }

  @Test
  void cancellingLeavesTheOneBeforeInUse() throws IOException {
    install(distribution(EngineBuild.CPU, "1.1.0", 1));
    EngineDistribution next = distribution(EngineBuild.CPU, "1.2.0", 2);
    Progress stopping = new Progress() {
      private long bytes;

      @Override
      public void advance(long units) {
        bytes += units;
      }

      @Override
      public boolean isCancelled() {
        return bytes >= 150_000;
      }
    };
    assertThrows(CancellationException.class,
        () -> new EngineInstaller(home, trial).install(next, new FolderSource(source), stopping));
    assertInstalled("1.1.0-linux-x86_64-cpu", "api-1.1.0.jar", "native-1.1.0.jar");
    assertEquals(1, tried.size());
    Path staged = home.resolve(".incomplete-1.2.0-linux-x86_64-cpu");
    assertTrue(Files.exists(staged.resolve("api-1.2.0.jar")));
    assertTrue(Files.size(staged.resolve("native-1.2.0.jar.part")) > 0);
  }

  /** What killed installations leave: a pointer half written, another version half fetched. */
  @Test
  void leftoversOfTheDeadAreRemovedWhenAnEngineIsInstalled() throws IOException {
    Path other = Files.createDirectories(home.resolve(".incomplete-1.0.0-linux-x86_64-gpu"));
    Files.write(other.resolve("native-1.0.0.jar.part"), new byte[1000]);
    Files.createFile(home.resolve(".current.7e1f0000-aaaa-4bbb-8ccc-0123456789ab.part"));
    Files.createFile(home.resolve("notes.part"));
    EngineDistribution distribution = distribution(EngineBuild.CPU, "1.1.0", 1);
    Path native110 = source.resolve("native-1.1.0.jar");
    Path away = Files.move(native110, root.resolve("away"));
    assertThrows(IOException.class, () -> install(distribution));
    assertTrue(inHome().contains(".incomplete-1.0.0-linux-x86_64-gpu"), "kept while no engine is installed");
    Files.move(away, native110);
    install(distribution);
    assertEquals(List.of(".lock", "1.1.0-linux-x86_64-cpu", "current", "notes.part"), inHome());
  }

  @Test
  void twoAtOnceDoNotMix() throws IOException {
    EngineDistribution distribution = distribution(EngineBuild.CPU, "1.1.0", 1);
    trial = (folder, cancelled) -> {
      EngineTrial fine = (other, stop) -> "TensorFlow 0";
      String message = assertThrows(IOException.class, () -> new EngineInstaller(home, fine)
          .install(distribution, new FolderSource(source), Progress.NONE)).getMessage();
      assertTrue(message.startsWith(home + ": is in use by another installation"), message);
      return "TensorFlow 0";
    };
    install(distribution);
    assertInstalled("1.1.0-linux-x86_64-cpu", "api-1.1.0.jar");
  }
}
