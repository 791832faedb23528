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
