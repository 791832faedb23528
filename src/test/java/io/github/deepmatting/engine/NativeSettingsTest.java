package io.github.deepmatting.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeSettingsTest {

  @TempDir Path folder;

  @Test
  void unpacksIntoTheEngineFolder() {
    Assumptions.assumeTrue(System.getProperty(NativeSettings.CACHE) == null, "the user has set a cache");
    assertEquals(folder.resolve("cache"), NativeSettings.cacheFor(folder));
  }

  @Test
  void unpacksIntoTheUsersFolderWhereTheEngineFolderIsReadOnly() throws Exception {
    Assumptions.assumeTrue(System.getProperty(NativeSettings.CACHE) == null, "the user has set a cache");
    // A folder that is not there can not be written to, whoever runs the test, root included.
    Path readOnly = folder.resolve("absent");
    assertEquals(
        Path.of(System.getProperty("user.home"), ".deep-matting", "cache"), NativeSettings.cacheFor(readOnly));
    Files.createDirectories(readOnly);
    assertEquals(readOnly.resolve("cache"), NativeSettings.cacheFor(readOnly));
  }
}
