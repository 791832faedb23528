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

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** YAML of strangers: what would print without end, loop, or write over the terminal. */
class YamlMapTest {

  @TempDir Path parent;

  private static YamlMap read(String yaml) throws IOException {
    return YamlMap.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)), "a.yaml");
  }

  private static String refusal(String yaml) {
    String message = assertThrows(IOException.class, () -> read(yaml)).getMessage();
    assertTrue(message.startsWith("a.yaml "), message);
    assertTrue(message.length() < 1000, () -> "a message of " + message.length() + " characters");
    return message;
  }

  /** 48 aliases, fewer than SnakeYAML refuses by itself: 2^25 elements in a message. */
  static String nest(String key) {
    StringBuilder yaml = new StringBuilder("a0: &a0 [x, x]\n");
    for (int i = 1; i < 25; i++) yaml.append("a" + i + ": &a" + i + " [*a" + (i - 1) + ", *a" + (i - 1) + "]\n");
    return yaml + key + ": *a24\n";
  }

  @Test
  void nestsOfAliasesAreRefused() {
    assertTrue(refusal(nest("name")).contains("an alias (*name) stands for a mapping or a list"));
    assertTrue(refusal("name: &a [*a]").contains("an alias"));
    assertTrue(refusal("&a name: {b: *a}\n*a : x").contains("a.yaml"));
  }

  @Test
  void anAliasOfATextIsThatText() throws IOException {
    assertEquals("x", read("a: &a x\nb: *a").text("b"));
  }

  @Test
  void deepNestingIsRefused() {
    refusal("a: " + "[".repeat(5000));
    refusal("a: " + "{b: ".repeat(5000));
  }

  /** Not even read to its end. */
  @Test
  void aFileWithoutEndIsRefused() {
    InputStream endless = new InputStream() {
      @Override
      public int read() {
        return 'a';
      }
    };
    String message = assertThrows(IOException.class, () -> YamlMap.read(endless, "a.yaml")).getMessage();
    assertTrue(message.contains("more than 1048576 bytes"), message);
  }

  @Test
  void aWrongValueIsShownShort() throws IOException {
    YamlMap map = read("name: [" + "1234567890, ".repeat(10_000) + "1]\n\"" + "k".repeat(1000) + "\": 1");
    String message = assertThrows(IllegalArgumentException.class, () -> map.text("name")).getMessage();
    assertEquals("a.yaml: 'name' must be a text but is a list ([" + "1234567890, ".repeat(6) + "1234567...)", message);
    String unknown = assertThrows(IllegalArgumentException.class, map::refuseOthers).getMessage();
    assertTrue(unknown.length() < 300, unknown);
  }

  @Test
  void textsComeOnOneLineAndWithoutControlCharacters() throws IOException {
    assertEquals("Fine model license: MIT", read("d: \"Fine model\\nlicense: MIT\\n\"").text("d"));
    assertEquals(List.of("one two"), read("d:\n  - |\n    one\n    two\n").texts("d"));
    assertTrue(refusal("d: \"\\e[2J\"").contains("'\\u001B[2J' with a control character"));
    assertTrue(refusal("{d: [{\"\\u202egnp\": 1}]}").contains("'\\u202Egnp'"));
    assertTrue(refusal("d: [\"a\\bb\"]").contains("\\u0008"));
    assertTrue(refusal("d: " + "x".repeat(10_001)).contains("a text of 10001 characters"));
  }

  /** All models could not be listed, nor the error be told of a name that is none. */
  @Test
  void oneSuchFolderLeavesTheOthersUsable() throws IOException {
    ModelFolder.write(parent.resolve("good"), ModelFolderTest.tiny(), "", true);
    String yaml = Files.readString(parent.resolve("good").resolve("rdf.yaml"));
    for (String bad : List.of(nest("license"), "license: &a [*a]\n", "license: \"\\e]0;x\\a\"\n", " ".repeat(1 << 21))) {
      Path folder = Files.createDirectories(parent.resolve("bad"));
      Files.writeString(folder.resolve("rdf.yaml"), yaml.replaceFirst("license: .*\n", "") + bad);
      Models models = new Models(List.of(parent));
      List<Models.Entry> found = models.list();
      assertEquals(List.of("bad", "good"), found.subList(0, 2).stream().map(Models.Entry::name).toList());
      assertTrue(found.get(0).problem().orElseThrow().length() < 1000);
      assertTrue(found.get(1).problem().isEmpty());
      String message = assertThrows(IOException.class, () -> models.load("wrong")).getMessage();
      assertTrue(message.contains("bad, good"), message);
    }
  }
}
