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

import io.github.deepmatting.engine.EngineBuild;
import io.github.deepmatting.engine.EngineFolder;
import io.github.deepmatting.engine.EngineUnavailableException;
import io.github.deepmatting.engine.NativePlatform;
import io.github.deepmatting.files.Sha256;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineDistributionTest {

  private static final NativePlatform LINUX = new NativePlatform("linux-x86_64");

  /** What Maven brought into the build's engine folder is what the list promises. */
  @Test
  void theListIsThatOfTheBuild() throws Exception {
    String folder = System.getProperty("deepmatting.engine");
    assumeTrue(folder != null && Files.isDirectory(Path.of(folder)), "no engine folder");
    EngineFolder built = EngineFolder.find();
    EngineDistribution listed = EngineDistribution.of(NativePlatform.current(), built.build());
    assertEquals(
        built.jars().stream().map(jar -> jar.getFileName().toString()).collect(Collectors.toSet()),
        listed.jars().stream().map(EngineJar::fileName).collect(Collectors.toSet()));
    for (EngineJar jar : listed.jars()) {
      Path file = built.directory().resolve(jar.fileName());
      assertEquals(Files.size(file), jar.size(), jar.fileName());
      assertEquals(Sha256.of(file), jar.sha256(), jar.fileName());
    }
  }

  @Test
  void everyPlatformHasACompleteCpuBuild(@TempDir Path root) throws Exception {
    for (NativePlatform platform : NativePlatform.SUPPORTED) {
      EngineDistribution distribution = EngineDistribution.of(platform, EngineBuild.CPU);
      assertEquals(7, distribution.jars().size());
      assertEquals(platform, distribution.platform());
      assertEquals(Set.of("", platform.toString()),
          distribution.jars().stream().map(EngineJar::classifier).collect(Collectors.toSet()));
      for (EngineJar jar : distribution.jars()) assertTrue(jar.sha256().matches("[0-9a-f]{64}"), jar.toString());
    }
    Path folder = Files.createDirectory(root.resolve("engine"));
    for (EngineJar jar : EngineDistribution.of(NativePlatform.current(), EngineBuild.CPU).jars())
      Files.createFile(folder.resolve(jar.fileName()));
    assertEquals(EngineBuild.CPU, EngineFolder.at(folder).build());
  }

  @Test
  void theGpuBuildDiffersInTheNativeLibrary() {
    EngineDistribution cpu = EngineDistribution.of(LINUX, EngineBuild.CPU);
    EngineDistribution gpu = EngineDistribution.of(LINUX, EngineBuild.GPU);
    List<EngineJar> differing = gpu.jars().stream().filter(jar -> !cpu.jars().contains(jar)).toList();
    assertEquals(List.of("tensorflow-core-native-1.1.0-linux-x86_64-gpu.jar"),
        differing.stream().map(EngineJar::fileName).toList());
    // The size that Maven Central gives for it.
    assertEquals(526_493_073, differing.get(0).size());
    assertEquals("1.1.0-linux-x86_64-gpu", gpu.name());
    assertEquals("org/tensorflow/tensorflow-core-native/1.1.0/tensorflow-core-native-1.1.0-linux-x86_64-gpu.jar",
        differing.get(0).repositoryPath());
  }

  /** 4094517 + 4002973 + 303457 + 523669 + 1671409 + 47615 + 160591394 bytes; 196568 + 683270731 unpacked. */
  @Test
  void sizesAreSums() {
    EngineDistribution cpu = EngineDistribution.of(LINUX, EngineBuild.CPU);
    assertEquals(171_235_034, cpu.size());
    assertEquals(683_467_299, cpu.unpacked());
    assertTrue(cpu.describe().contains("7 files, 171 MB to download, 855 MB on disk"), cpu.describe());
  }

  @Test
  void buildsAndPlatformsThatThereAreNotAreNamed() {
    NativePlatform mac = new NativePlatform("macosx-arm64");
    String message = assertThrows(IllegalArgumentException.class, () -> EngineDistribution.of(mac, EngineBuild.GPU))
        .getMessage();
    assertEquals("There is no gpu build of TensorFlow for macosx-arm64; choose build cpu", message);
    assertThrows(EngineUnavailableException.class,
        () -> EngineDistribution.of(new NativePlatform("macosx-x86_64"), EngineBuild.CPU));
  }
}
