package io.github.deepmatting.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NativePlatformTest {

  /** Values that OpenJDK gives {@code os.name} and {@code os.arch}. */
  @ParameterizedTest
  @CsvSource({
    "Linux, amd64, linux-x86_64",
    "Linux, aarch64, linux-arm64",
    "Mac OS X, aarch64, macosx-arm64",
    "Mac OS X, x86_64, macosx-x86_64",
    "Windows 11, amd64, windows-x86_64",
    "Windows Server 2022, amd64, windows-x86_64",
    "SunOS, sparcv9, sunos-sparcv9"
  })
  void namesAsTheJarsDo(String system, String processor, String classifier) {
    assertEquals(classifier, NativePlatform.of(system, processor).classifier());
  }

  @Test
  void saysWhichPlatformsThereAre() {
    NativePlatform intelMac = NativePlatform.of("Mac OS X", "x86_64");
    String message =
        assertThrows(EngineUnavailableException.class, intelMac::requireSupported).getMessage();
    assertTrue(message.contains("this platform, macosx-x86_64;"), message);
    assertTrue(message.contains("linux-x86_64, linux-arm64, macosx-arm64, windows-x86_64"), message);
  }

  @Test
  void acceptsThoseThereAre() {
    for (NativePlatform platform : NativePlatform.SUPPORTED) platform.requireSupported();
    assertEquals(4, NativePlatform.SUPPORTED.size());
  }
}
