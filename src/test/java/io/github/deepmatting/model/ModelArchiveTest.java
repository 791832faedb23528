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
package io.github.deepmatting.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives that are what they seem; the others are {@link MaliciousArchiveTest}'s. */
class ModelArchiveTest {

  @TempDir Path parent;
  private Path archive;
  private Path models;

  @BeforeEach
  void write() throws IOException {
    archive = parent.resolve("tiny.bioimage.io.zip");
    models = parent.resolve("models");
    ModelExport.writeArchive(
        archive, ModelFolderTest.tiny(), "# Tiny\n", ModelExportTest.sample(), new FakeEngine(false));
  }

  private static Set<String> names(Path of) throws IOException {
    try (Stream<Path> files = Files.list(of)) {
      return files.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
    }
  }

  @Test
  void whatIsWrittenIsReadBack() throws Exception {
    assertEquals(Set.of("tiny.bioimage.io.zip"), names(parent));
    assertEquals(ModelFolderTest.tiny().description(), ModelArchive.describe(archive));
    Path folder = ModelArchive.importInto(archive, models, "mine");
    assertEquals(models.resolve("mine"), folder);
    assertEquals(Set.of("mine"), names(models));
    MattingModel model = new Models(List.of(models)).load("mine");
    assertEquals(ModelFolderTest.tiny().description(), model.description());
    for (String name : model.weights().names())
      assertArrayEquals(ModelFolderTest.tiny().weights().get(name).values(), model.weights().get(name).values(), name);
    Path direct = parent.resolve("direct");
    ModelExport.writeFolder(
        direct, ModelFolderTest.tiny(), "# Tiny\n", ModelExportTest.sample(), new FakeEngine(false));
    assertEquals(names(direct), names(folder));
    for (String file : names(direct))
      assertArrayEquals(Files.readAllBytes(direct.resolve(file)), Files.readAllBytes(folder.resolve(file)), file);
  }

  @Test
  void theArchiveIsFlatAndBeginsWithTheDescription() throws Exception {
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      List<String> entries = zip.stream().map(entry -> entry.getName()).toList();
      assertEquals("rdf.yaml", entries.get(0));
      assertEquals(Set.of("README.md", "cover.png", "rdf.yaml", "saved_model.zip", "test_input.npy", "test_output.npy",
          "weights.npz"), Set.copyOf(entries));
    }
  }

  @Test
  void anInstalledModelIsNeverReplaced() throws Exception {
    Path folder = ModelArchive.importInto(archive, models, "tiny");
    Files.writeString(folder.resolve("README.md"), "mine");
    Exception e = assertThrows(
        FileAlreadyExistsException.class, () -> ModelArchive.importInto(archive, models, "tiny"));
    assertTrue(e.getMessage().contains("exists already"), e.getMessage());
    assertEquals("mine", Files.readString(folder.resolve("README.md")));
    assertThrows(FileAlreadyExistsException.class, () -> ModelArchive.write(archive, folder));
  }

  @Test
  void filesThatNoDescriptionNamesStayInTheArchive() throws Exception {
    RawZip zip = new RawZip();
    try (ZipFile source = new ZipFile(archive.toFile())) {
      for (var entry : source.stream().toList())
        zip.add(entry.getName(), source.getInputStream(entry).readAllBytes(), e -> {});
    }
    zip.add("__MACOSX/._rdf.yaml", new byte[9], e -> {}).add("run.exe", new byte[9], e -> {});
    Files.write(parent.resolve("more.zip"), zip.bytes());
    Path folder = ModelArchive.importInto(parent.resolve("more.zip"), models, "more");
    assertTrue(!names(folder).contains("run.exe") && !names(folder).contains("__MACOSX"), names(folder).toString());
  }

  @Test
  void aFolderWithoutASavedModelOrWithADamagedFileIsNotPacked() throws Exception {
    Path folder = parent.resolve("native");
    ModelFolder.write(folder, ModelFolderTest.tiny(), "", false);
    Path out = parent.resolve("out.bioimage.io.zip");
    Exception e = assertThrows(IOException.class, () -> ModelArchive.write(out, folder));
    assertTrue(e.getMessage().contains("holds no SavedModel"), e.getMessage());
    Path exported = ModelArchive.importInto(archive, models, "tiny");
    byte[] whole = Files.readAllBytes(exported.resolve("test_input.npy"));
    Files.write(exported.resolve("test_input.npy"), "x".getBytes(StandardCharsets.UTF_8));
    Exception damaged = assertThrows(IOException.class, () -> ModelArchive.write(out, exported));
    assertTrue(damaged.getMessage().contains("test_input.npy is damaged"), damaged.getMessage());
    Files.write(exported.resolve("test_input.npy"), whole);
    Files.delete(exported.resolve("cover.png"));
    Exception missing = assertThrows(IOException.class, () -> ModelArchive.write(out, exported));
    assertTrue(missing.getMessage().contains("cover.png is missing"), missing.getMessage());
    assertEquals(Set.of("models", "native", "tiny.bioimage.io.zip"), names(parent));
  }

  @Test
  void aMissingArchiveIsNamed() {
    Path none = parent.resolve("none.bioimage.io.zip");
    Exception e = assertThrows(NoSuchFileException.class, () -> ModelArchive.importInto(none, models, "x"));
    assertTrue(e.getMessage().contains("none.bioimage.io.zip"), e.getMessage());
  }

  @ParameterizedTest
  @CsvSource({
    "compact.bioimage.io.zip, compact", "My Model (2).bioimage.io.zip, My-Model-2", "a.ZIP, a", "...zip, model",
    "nul.zip, model", "-x-.zip, x", "plain, plain"
  })
  void aNameComesFromTheFile(String file, String expected) {
    assertEquals(expected, ModelArchive.suggestedName(Path.of("folder", file)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", "../x", "a/b", "a\\b", "/x", "C:", "-x", "con", "a b", "ä", ".hidden"})
  void otherNamesAreRefused(String name) throws Exception {
    assertThrows(IllegalArgumentException.class, () -> ModelArchive.importInto(archive, models, name));
    assertEquals(Set.of("tiny.bioimage.io.zip"), names(parent));
  }
}
