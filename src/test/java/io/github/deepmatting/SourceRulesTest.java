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
package io.github.deepmatting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The sizes of packages and classes, and that each package says what it is. */
class SourceRulesTest {

  private static final int MOST_FILES = 25;
  private static final int MOST_LINES = 300;

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      List<Path> sources = files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
      assertFalse(sources.isEmpty(), "there are no sources; is this the project's folder?");
      return sources;
    }
  }

  private static boolean isPackageInfo(Path file) {
    return file.endsWith("package-info.java");
  }

  private static Map<Path, List<Path>> packages() throws IOException {
    return sources().stream().collect(Collectors.groupingBy(Path::getParent));
  }

  @Test
  void noPackageIsLarge() throws IOException {
    List<String> large = packages().entrySet().stream()
        .filter(entry -> entry.getValue().stream().filter(file -> !isPackageInfo(file)).count() > MOST_FILES)
        .map(entry -> entry.getKey() + " has " + entry.getValue().size() + " files").toList();
    assertEquals(List.of(), large);
  }

  @Test
  void everyPackageSaysWhatItIs() throws IOException {
    List<Path> silent = packages().entrySet().stream()
        .filter(entry -> entry.getValue().stream().noneMatch(SourceRulesTest::isPackageInfo))
        .map(Map.Entry::getKey).toList();
    assertEquals(List.of(), silent);
  }

  @Test
  void noClassIsLong() throws IOException {
    for (Path file : sources()) {
      List<String> lines = Files.readAllLines(file);
      // The licence is not the class's.
      long count = lines.stream().dropWhile(line -> !line.startsWith("package ")).count();
      assertFalse(count > MOST_LINES, file + " has " + count + " lines; at most " + MOST_LINES + " are allowed");
    }
  }
}
