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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineFolderTest {

  private static final NativePlatform LINUX = new NativePlatform("linux-x86_64");

  private static final List<String> COMPLETE =
      List.of(
          "javacpp-1.5.11-linux-x86_64.jar",
          "javacpp-1.5.11.jar",
          "ndarray-1.0.0.jar",
          "protobuf-java-3.21.9.jar",
          "tensorflow-core-api-1.1.0.jar",
          "tensorflow-core-native-1.1.0-linux-x86_64.jar",
          "tensorflow-core-native-1.1.0.jar");

  @TempDir Path root;

  private Path folder(String name, List<String> files) throws IOException {
    Path folder = Files.createDirectories(root.resolve(name));
    for (String file : files) Files.createFile(folder.resolve(file));
    return folder;
  }

  private static List<String> without(String file) {
    return COMPLETE.stream().filter(name -> !name.equals(file)).toList();
  }

  private static EngineFolder find(Path... folders) {
    return EngineFolder.find(
        java.util.Arrays.stream(folders).map(folder -> new EnginePlaces.Place(folder, "test")).toList(), LINUX);
  }

  private static String failure(Path... folders) {
    return assertThrows(EngineUnavailableException.class, () -> find(folders)).getMessage();
  }

  @Test
  void takesTheFirstCompleteFolderWithAllItsJars() throws IOException {
    Path incomplete = folder("incomplete", without("ndarray-1.0.0.jar"));
    Path first = folder("with spaces", COMPLETE);
    Files.createFile(first.resolve("notes.txt"));
    Files.createFile(first.resolve("another-library-2.0.jar"));
    Files.createDirectories(first.resolve("cache").resolve("x.jar"));
    Path second = folder("second", COMPLETE);
    EngineFolder found = find(root.resolve("absent"), incomplete, first, second);
    assertEquals(first.toAbsolutePath(), found.directory());
    assertEquals(COMPLETE.size() + 1, found.jars().size());
    assertEquals("another-library-2.0.jar", found.jars().get(0).getFileName().toString());
  }

  @Test
  void takesTheGpuBuildInPlaceOfTheOther() throws IOException {
    List<String> files = new java.util.ArrayList<>(without("tensorflow-core-native-1.1.0-linux-x86_64.jar"));
    files.add("tensorflow-core-native-1.1.0-linux-x86_64-gpu.jar");
    EngineFolder found = find(folder("gpu", files));
    assertEquals(7, found.jars().size());
    assertEquals(EngineBuild.GPU, found.build());
  }

  @Test
  void eachJarIsNeeded() throws IOException {
    for (String file : COMPLETE) {
      Path folder = folder("without " + file, without(file));
      String expected = file.replaceFirst("\\d+\\.\\d+\\.\\d+", "VERSION");
      String message = failure(folder);
      assertTrue(message.contains(folder + " (test): missing are " + expected + "\n"), message);
    }
  }

  @Test
  void namesEveryPlaceAndWhatToDo() throws IOException {
    Path empty = folder("empty", List.of());
    Path absent = root.resolve("absent");
    String message = failure(absent, empty);
    assertTrue(message.contains("linux-x86_64"), message);
    assertTrue(message.contains(absent + " (test): no such folder"), message);
    assertTrue(
        message.contains(empty + " (test): missing are tensorflow-core-api-VERSION.jar, ndarray-VERSION.jar"), message);
    assertTrue(message.contains("DEEPMATTING_ENGINE") && message.contains("deepmatting.engine"), message);
  }

  @Test
  void saysWhichPlatformsTheFolderIsFor() throws IOException {
    List<String> files = new java.util.ArrayList<>(without("tensorflow-core-native-1.1.0-linux-x86_64.jar"));
    files.add("tensorflow-core-native-1.1.0-windows-x86_64.jar");
    String message = failure(folder("windows", files));
    assertTrue(
        message.contains("tensorflow-core-native-VERSION-linux-x86_64.jar (for other platforms there is "
            + "tensorflow-core-native-1.1.0-windows-x86_64.jar)"),
        message);
  }

  @Test
  void rejectsTwoVersionsOfOneLibrary() throws IOException {
    Path folder = folder("twice", COMPLETE);
    Files.createFile(folder.resolve("protobuf-java-4.28.2.jar"));
    String message = failure(folder);
    assertTrue(message.contains("keep only one of protobuf-java-3.21.9.jar and protobuf-java-4.28.2.jar"), message);
  }

  @Test
  void rejectsPlatformsWithoutALibraryBeforeLooking() {
    String message =
        assertThrows(
                EngineUnavailableException.class,
                () -> EngineFolder.find(List.of(), new NativePlatform("macosx-x86_64")))
            .getMessage();
    assertTrue(message.contains("macosx-x86_64"), message);
  }

  @Test
  void anExplicitFolderIsTheOnlyPlace() {
    Path absent = root.resolve("absent");
    String message = assertThrows(EngineUnavailableException.class, () -> EngineFolder.at(absent)).getMessage();
    assertTrue(message.contains(absent + " (named explicitly): no such folder\nTo get it"), message);
  }

  @Test
  void whereEnginesAreInstalledTheOneInUseIsNamedInAFile() throws IOException {
    Path installed = folder("installed", List.of());
    folder("installed/1.1.0-linux-x86_64-cpu", COMPLETE);
    assertThrows(EngineMissingException.class, () -> find(installed));
    Files.writeString(installed.resolve("current"), "1.1.0-linux-x86_64-cpu\n");
    EngineFolder found = find(installed);
    assertEquals(installed.resolve("1.1.0-linux-x86_64-cpu").toAbsolutePath(), found.directory());
    assertEquals(EngineBuild.CPU, found.build());
    Files.writeString(installed.resolve("current"), "1.2.0");
    String message = failure(installed);
    assertTrue(message.contains(installed + " (test): its file 'current' names " + installed.resolve("1.2.0")), message);
  }

  @Test
  void anInstalledEngineComesBeforeJarsBesideIt() throws IOException {
    Path both = folder("both", COMPLETE);
    Path installed = folder("both/new", COMPLETE);
    Files.writeString(both.resolve("current"), "new");
    assertEquals(installed.toAbsolutePath(), find(both).directory());
  }
}
