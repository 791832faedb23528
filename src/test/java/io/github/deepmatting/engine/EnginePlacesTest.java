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

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnginePlacesTest {

  @TempDir Path root;

  private List<Path> places(Map<String, String> properties, Map<String, String> variables, Path ownLocation) {
    return EnginePlaces.of(properties::get, variables::get, Optional.ofNullable(ownLocation)).stream()
        .map(EnginePlaces.Place::directory)
        .toList();
  }

  private Path below(String path) {
    return root.resolve(path).toAbsolutePath().normalize();
  }

  @Test
  void thePropertyDecidesOverTheVariableAndAllElse() {
    Map<String, String> properties = new HashMap<>();
    properties.put("deepmatting.engine", below("by property").toString());
    properties.put("scijava.app.directory", below("Fiji").toString());
    properties.put("user.home", below("home").toString());
    Map<String, String> variables = Map.of("DEEPMATTING_ENGINE", below("by variable").toString());
    assertEquals(List.of(below("by property")), places(properties, variables, null));
    properties.put("deepmatting.engine", " ");
    assertEquals(List.of(below("by variable")), places(properties, variables, null));
    assertEquals(
        List.of(below("Fiji/lib/deep-matting"), below("home/.deep-matting/engine")),
        places(properties, Map.of(), null));
  }

  @Test
  void fijiIsKnownByEachOfItsPropertiesAndByThePluginsOwnJar() {
    Path expected = below("Fiji/lib/deep-matting");
    assertEquals(List.of(expected), places(Map.of("scijava.app.directory", below("Fiji").toString()), Map.of(), null));
    assertEquals(List.of(expected), places(Map.of("imagej.dir", below("Fiji").toString()), Map.of(), null));
    String folders = below("Fiji/plugins") + File.pathSeparator + below("other/plugins");
    assertEquals(
        List.of(expected, below("other/lib/deep-matting")), places(Map.of("ij1.plugin.dirs", folders), Map.of(), null));
    assertEquals(List.of(expected), places(Map.of(), Map.of(), below("Fiji/jars/deep-matting-0.1.0.jar")));
    assertEquals(List.of(expected), places(Map.of(), Map.of(), below("Fiji/plugins/Matting/deep-matting-0.1.0.jar")));
  }

  @Test
  void classFoldersAndJarsElsewhereAreInNoFiji() {
    assertEquals(List.of(), places(Map.of(), Map.of(), below("plugins/project/target/classes")));
    assertEquals(List.of(), places(Map.of(), Map.of(), below("target/deep-matting-0.1.0.jar")));
  }

  @Test
  void theSameFijiIsNamedOnce() {
    Map<String, String> properties =
        Map.of("scijava.app.directory", below("Fiji").toString(), "imagej.dir", below("Fiji/../Fiji").toString());
    assertEquals(
        List.of(below("Fiji/lib/deep-matting")), places(properties, Map.of(), below("Fiji/jars/deep-matting.jar")));
  }

  @Test
  void rejectsWhatIsNoPath() {
    String message =
        assertThrows(
                EngineUnavailableException.class,
                () -> places(Map.of(), Map.of("DEEPMATTING_ENGINE", "a\0b"), null))
            .getMessage();
    assertTrue(message.startsWith("DEEPMATTING_ENGINE is not a path"), message);
  }

  @Test
  void knowsItsOwnLocation() {
    Path own = EnginePlaces.ownLocation().orElseThrow();
    assertTrue(
        own.toString().endsWith(".jar") || Files.exists(own.resolve("io/github/deepmatting/engine/EnginePlaces.class")),
        own.toString());
  }
}
