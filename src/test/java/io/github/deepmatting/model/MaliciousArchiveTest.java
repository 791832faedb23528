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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.deepmatting.files.NewFolder;
import io.github.deepmatting.files.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives made to do harm, and damaged ones: each is refused with its name, and nothing of it is left anywhere. */
class MaliciousArchiveTest {

  @TempDir Path parent;
  private Path archive;
  private Path models;
  private Map<String, byte[]> files;

  @BeforeEach
  void validFiles() throws IOException {
    Path folder = parent.resolve("exported");
    ModelExport.writeFolder(
        folder, ModelFolderTest.tiny(), "# Tiny\n", ModelExportTest.sample(), new FakeEngine(false));
    files = new LinkedHashMap<>();
    for (String name : List.of("rdf.yaml", "README.md", "cover.png", "weights.npz", "test_input.npy",
        "test_output.npy", "saved_model.zip")) {
      files.put(name, Files.readAllBytes(folder.resolve(name)));
      Files.delete(folder.resolve(name));
    }
    Files.delete(folder);
    archive = parent.resolve("bad.bioimage.io.zip");
    models = Files.createDirectories(parent.resolve("a/models"));
  }

  private void assertRefused(byte[] bytes, String... parts) throws IOException {
    Files.write(archive, bytes);
    IOException e = assertThrows(IOException.class, () -> ModelArchive.importInto(archive, models, "bad"));
    assertTrue(e.getMessage().contains("bad.bioimage.io.zip"), e.getMessage());
    for (String part : parts) assertTrue(e.getMessage().contains(part), () -> part + " is not in: " + e.getMessage());
    try (Stream<Path> left = Files.walk(parent)) {
      assertEquals(List.of(parent, parent.resolve("a"), models, archive), left.sorted().toList());
    }
  }

  private void assertRefused(RawZip zip, String... parts) throws IOException {
    assertRefused(zip.bytes(), parts);
  }

  private RawZip valid() {
    return RawZip.of(files);
  }

  /** Changes the description; its own sum stands nowhere. */
  private RawZip described(String old, String replacement) {
    String text = new String(files.get("rdf.yaml"), StandardCharsets.UTF_8);
    assertTrue(text.contains(old), () -> old + " is not in: " + text);
    files.put("rdf.yaml", text.replace(old, replacement).getBytes(StandardCharsets.UTF_8));
    return valid();
  }

  /** Otherwise the tests below would prove nothing. */
  @Test
  void theUnchangedArchiveIsTaken() throws Exception {
    Files.write(archive, valid().bytes());
    assertEquals("Tiny test model",
        ModelFolder.read(ModelArchive.importInto(archive, models, "bad")).description().name());
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "../evil.txt", "../../../../../../tmp/evil", "x/../../evil", "..", "x/..", "./rdf", "x/./y", "/etc/passwd",
    "//server/share/evil", "x//y", "C:\\evil.txt", "C:evil", "C:/evil", "..\\evil.txt", "x\\..\\..\\evil", "x\\y",
    "\\\\server\\evil", ".. /evil", "rdf.yaml:stream", "tab\tname", "nul\0byte", "evil\u202egnp.exe", "\u00e4.txt", ""
  })
  void namesThatLeadOutAreRefused(String name) throws Exception {
    assertRefused(valid().add(name, new byte[] {1}, entry -> {}), " has ", "nothing of it was used");
  }

  @Test
  void doubledNamesAreRefused() throws Exception {
    assertRefused(valid().add("weights.npz", new byte[9], entry -> {}), "'weights.npz' and 'weights.npz', which are one");
    assertRefused(valid().add("RDF.YAML", new byte[9], entry -> {}), "'rdf.yaml' and 'RDF.YAML', which are one");
  }

  /** A plain file comes of what is called a link or a device, and the name before the data is not used. */
  @Test
  void onlyPlainFilesOfTheNamesInTheDirectoryAreWritten() throws Exception {
    byte[] target = "/etc/passwd".getBytes(StandardCharsets.US_ASCII);
    files.remove("README.md");
    RawZip zip = valid().add("README.md", target, entry -> entry.mode = 0120777);
    zip.add("disk", new byte[0], entry -> entry.mode = 0060644);
    zip.add("notes.txt", new byte[9], entry -> entry.localName = "../evil.t".getBytes(StandardCharsets.US_ASCII));
    Files.write(archive, zip.bytes());
    Path folder = ModelArchive.importInto(archive, models, "bad");
    assertTrue(Files.isRegularFile(folder.resolve("README.md"), LinkOption.NOFOLLOW_LINKS));
    assertEquals("/etc/passwd", Files.readString(folder.resolve("README.md")));
    try (Stream<Path> left = Files.walk(parent)) {
      assertEquals(12, left.count()); // three folders above, the archive, the model's folder and its seven files
    }
  }

  static List<Arguments> lies() {
    List<Arguments> lies = new ArrayList<>();
    Map<String, Consumer<RawZip.Entry>> changes = new LinkedHashMap<>();
    changes.put("holds more than", entry -> entry.size--);
    changes.put("holds 576", entry -> entry.size++);
    changes.put("another checksum", entry -> entry.checksum ^= 1);
    changes.put("can't be unpacked", entry -> entry.stored = Arrays.copyOf(entry.stored, entry.stored.length / 2));
    changes.put("which can't be unpacked", entry -> Arrays.fill(entry.stored, (byte) 0xff));
    changes.put("encrypted entry", entry -> entry.flags = 1);
    changes.put("compression method: 14", entry -> entry.method = 14);
    changes.put("not the 576", entry -> entry.method = 0);
    changes.put("as no model's file does", entry -> entry.size = 1 << 28);
    changes.put("claims to unpack to 2147483648", entry -> entry.size = 1L << 31);
    changes.put("README.md', which can't be unpacked", entry -> entry.headerOffset = 1);
    changes.forEach((message, change) -> lies.add(Arguments.of(message, change)));
    return lies;
  }

  /** About a file that the description names. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("lies")
  void liesAreRefused(String message, Consumer<RawZip.Entry> change) throws Exception {
    byte[] card = new byte[576];
    for (int i = 0; i < card.length; i++) card[i] = (byte) (i * i % 251);
    files.remove("README.md");
    assertRefused(valid().add("README.md", card, change), message);
  }

  @Test
  void bombsAreRefused() throws Exception {
    byte[] zeros = new byte[200 << 20];
    assertRefused(valid().add("zeros", zeros, entry -> {}), "'zeros', which unpacks", "as no model's file does");
    RawZip many = valid();
    for (int i = 0; i < 300; i++) many.add("f" + i, new byte[1], entry -> {});
    assertRefused(many, "has 307 entries", "at most 256");
  }

  @Test
  void theLimitsHoldForOneFileAndAllTogether() throws Exception {
    Path zip = parent.resolve("limits.zip");
    Files.write(zip, new RawZip().add("a", new byte[600], e -> {}).add("b", new byte[400], e -> {}).bytes());
    CheckedZip.open(zip, new CheckedZip.Limits(600, 1000, 1)).close();
    Exception file = assertThrows(
        IOException.class, () -> CheckedZip.open(zip, new CheckedZip.Limits(599, 1000, 1)));
    assertTrue(file.getMessage().contains("'a', which claims to unpack to 600"), file.getMessage());
    Exception total = assertThrows(
        IOException.class, () -> CheckedZip.open(zip, new CheckedZip.Limits(600, 999, 1)));
    assertTrue(total.getMessage().contains("claims to unpack to 1000 bytes; at most 999"), total.getMessage());
  }

  /** Entries that share one block of data, each within the limits, still come to no more than all together may have. */
  @Test
  void entriesOverEachOtherKeepToTheLimits() throws Exception {
    RawZip zip = new RawZip().add("a", new byte[600], e -> {});
    for (int i = 0; i < 9; i++)
      zip.add("b" + i, new byte[600], entry -> {
        entry.localName = "a".getBytes(StandardCharsets.US_ASCII);
        entry.headerOffset = 0;
      });
    Path path = parent.resolve("over.zip");
    Files.write(path, zip.bytes());
    CheckedZip.open(path, new CheckedZip.Limits(600, 6000, 1)).close();
    String message = assertThrows(
        IOException.class, () -> CheckedZip.open(path, new CheckedZip.Limits(600, 5999, 1))).getMessage();
    assertTrue(message.contains("claims to unpack to 6000 bytes; at most 5999"), message);
  }

  @Test
  void filesThatAreNoZipFilesAreRefused() throws Exception {
    byte[] whole = valid().bytes();
    for (int length : new int[] {0, 1, 21, 22, 100, whole.length / 2, whole.length - 30, whole.length - 1})
      assertRefused(Arrays.copyOf(whole, length), "is no complete zip file");
    assertRefused(files.get("cover.png"), "is no complete zip file");
  }

  /** Wherever in the directory and the end behind it. */
  @Test
  void aDirectoryWithAChangedByteGivesAnErrorOrTheSameModel() throws Exception {
    byte[] whole = valid().bytes();
    int directory = whole.length - 22 - files.keySet().stream().mapToInt(name -> 46 + name.length()).sum();
    int refused = 0;
    for (int i = directory; i < whole.length; i += 3) {
      byte[] changed = whole.clone();
      changed[i] ^= 0x41;
      Files.write(archive, changed);
      try {
        Path folder = ModelArchive.importInto(archive, models, "bad");
        assertEquals(ModelFolderTest.tiny().description(), ModelFolder.describe(folder));
        NewFolder.delete(folder);
      } catch (IOException e) {
        refused++;
        assertTrue(e.getMessage().contains("bad.bioimage.io.zip"), e.getMessage());
      }
      try (Stream<Path> left = Files.list(models)) {
        assertEquals(0, left.count(), "after byte " + i);
      }
    }
    assertTrue(refused > 50, "refused only " + refused);
  }

  @Test
  void aWrongSumIsRefused() throws Exception {
    for (String file : List.of("weights.npz", "saved_model.zip", "test_input.npy", "test_output.npy")) {
      byte[] before = files.get(file);
      byte[] changed = before.clone();
      changed[changed.length / 2] ^= 1;
      files.put(file, changed);
      assertRefused(valid(), file + " is damaged", "its SHA-256 is ", "expects ");
      files.put(file, before);
    }
  }

  @Test
  void twoSumsForOneFileAreRefused() throws Exception {
    String sum = Sha256.of(new java.io.ByteArrayInputStream(files.get("weights.npz")));
    String text = new String(files.get("rdf.yaml"), StandardCharsets.UTF_8);
    int second = text.lastIndexOf(sum);
    files.put("rdf.yaml", (text.substring(0, second) + "a".repeat(64) + text.substring(second + 64))
        .getBytes(StandardCharsets.UTF_8));
    assertRefused(valid(), "'weights.npz' with two different SHA-256");
  }

  @Test
  void missingFilesAreNamed() throws Exception {
    for (String file : List.of("weights.npz", "saved_model.zip", "test_input.npy", "README.md", "cover.png")) {
      byte[] before = files.remove(file);
      assertRefused(valid(), file + " is missing");
      files.put(file, before);
    }
    files.remove("rdf.yaml");
    assertRefused(valid(), "is no model: there is no rdf.yaml at its top but ");
    assertRefused(new RawZip(), "is no model");
    files.clear();
    files.put("tiny/rdf.yaml", new byte[1]);
    assertRefused(valid(), "is no model", "tiny/rdf.yaml");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../cover.png", "/cover.png", "a/cover.png", "..\\cover.png", "nul.png", ".cover", "a\\nb"})
  void filesThatTheDescriptionSeeksElsewhereAreRefused(String name) throws Exception {
    assertRefused(described("- cover.png", "- \"" + name.replace("\\", "\\\\") + "\""), "rdf.yaml has the file '");
  }

  @Test
  void weightsElsewhereAreRefused() throws Exception {
    assertRefused(described("source: weights.npz", "source: ../weights.npz"), "rdf.yaml", "../weights.npz");
  }

  @Test
  void modelsOfOtherProgramsAreRefused() throws Exception {
    files.put("nested/readme.txt", new byte[1]);
    assertRefused(described("deep_matting:", "deepimagej:"), "no config.deep_matting",
        "it is the model of another program");
    String text = new String(files.get("rdf.yaml"), StandardCharsets.UTF_8);
    files.put("rdf.yaml", text.substring(0, text.indexOf("config:")).getBytes(StandardCharsets.UTF_8));
    assertRefused(valid(), "rdf.yaml", "it is the model of another program");
  }

  @Test
  void descriptionsThatDoHarmAreRefused() throws Exception {
    StringBuilder laughs = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 12; i++)
      laughs.append("a" + i + ": &a" + i + " [" + ("*a" + (i - 1) + ", ").repeat(9) + "x]\n");
    for (String yaml : List.of(laughs.toString(), "- &a [*a]", "!!java.net.URL ['http://localhost/']", "a: [b", "\0", "",
        "[".repeat(5000))) {
      files.put("rdf.yaml", yaml.getBytes(StandardCharsets.UTF_8));
      assertRefused(valid(), "rdf.yaml");
    }
    byte[] longest = new byte[(1 << 20) + 1];
    Arrays.fill(longest, (byte) ' ');
    files.remove("rdf.yaml");
    assertRefused(valid().add(new RawZip.Entry("rdf.yaml", longest, false)), "'rdf.yaml', which has 1048577 bytes");
  }

  @Test
  void networksBeyondAllSizesAreRefused() throws Exception {
    byte[] before = files.get("rdf.yaml");
    assertRefused(described("convolutions: 1", "convolutions: 2000000000"), "rdf.yaml", "2000000000");
    files.put("rdf.yaml", before);
    assertRefused(described("width: 4", "width: 2000000000"), "rdf.yaml", "2000000000");
    files.put("rdf.yaml", before);
    assertRefused(described("halo: 10\n", "halo: 2000000000\n"), "rdf.yaml", "halo");
    files.put("rdf.yaml", before);
    // 65536 channels between two layers of 65536: 9 * 2^32 weights.
    String text = new String(before, StandardCharsets.UTF_8);
    files.put("rdf.yaml", text.replace("width: 2\n", "width: 65536\n").replace("width: 4\n", "width: 65536\n")
        .getBytes(StandardCharsets.UTF_8));
    assertRefused(valid(), "rdf.yaml describes a network of ", "at most 268435456 are allowed");
  }

  /** An array of 2^31-1 elements in a file of a few bytes. */
  @Test
  void weightsThatAskForEndlessMemoryAreRefused() throws Exception {
    ByteArrayOutputStream array = new ByteArrayOutputStream();
    array.write(new NpyHeader(NpyHeader.ElementType.FLOAT32, new long[] {Integer.MAX_VALUE}).bytes());
    String before = Sha256.of(new java.io.ByteArrayInputStream(files.get("weights.npz")));
    files.put("weights.npz", new RawZip().add("conv1_1/bias.npy", array.toByteArray(), e -> {}).bytes());
    String after = Sha256.of(new java.io.ByteArrayInputStream(files.get("weights.npz")));
    assertRefused(described(before, after), "weights.npz", "conv1_1/bias", "has 2147483647 elements");
  }
}
