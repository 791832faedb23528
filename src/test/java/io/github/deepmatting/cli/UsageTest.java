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
package io.github.deepmatting.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Wrong usage is told apart from failed input, and help from both. */
class UsageTest {

  @ParameterizedTest
  @ValueSource(strings = {
    "",
    "mat",
    "model",
    "engine",
    "matte a.png --out o",
    "matte a.png --trimap t.png",
    "matte --trimap t.png --out o",
    "matte a.png --trimap t.png --out o --stage 3",
    "matte a.png --trimap t.png --out o --stage 0",
    "matte a.png --trimap t.png --out o --stage two",
    "matte a.png --trimap t.png --out o --tile 5",
    "matte a.png --trimap t.png --out o --threads -1",
    "matte a.png --trimap t.png --out o --device tpu",
    "matte a.png --trimap t.png --out o --outputs alpha,beta",
    "matte a.png --trimap t.png --out o --normalization none",
    "matte a.png --trimap t.png --out o --frobnicate",
    "trimap m.png --out t.jpg",
    "trimap m.png --out t.png --inner -1",
    "foreground a.png --out f.png",
    "foreground a.png --alpha b.png --out f.png --threads 5000",
    "evaluate --alpha a --truth b",
    "engine install --build tpu",
    "engine install --proxy nowhere",
    "engine install --repository repo.example.org",
    "engine install --from /nonexistent-folder",
    "engine install --from . --repository http://localhost/maven2",
  })
  void wrongUsageIs2(String arguments) {
    CommandLineRun run = CommandLineRun.of((Object[]) (arguments.isEmpty() ? new String[0] : arguments.split(" ")));
    assertEquals(2, run.exitCode(), run.err());
    assertTrue(run.err().startsWith("error: ") && run.err().contains("usage: deepmatting"), run.err());
    assertEquals("", run.out());
  }

  @Test
  void aWrongValueIsNamedWithWhatIsAllowed() {
    CommandLineRun run = CommandLineRun.of("matte", "a", "--trimap", "t", "--out", "o", "--outputs", "alpha,beta");
    assertTrue(run.err().contains("'beta'") && run.err().contains("alpha, foreground, cutout"), run.err());
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "matte --help", "trimap -h", "model info --help", "engine info -h", "--version"})
  void helpIs0(String arguments) {
    CommandLineRun run = CommandLineRun.of((Object[]) arguments.split(" "));
    assertEquals(0, run.exitCode());
    assertFalse(run.out().isBlank());
    assertEquals("", run.err());
  }

  @Test
  void theVersionIsThatOfTheBuild() {
    String out = CommandLineRun.of("--version").out();
    assertTrue(out.matches("Deep Matting \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\\R"), out);
  }

  @Test
  void wrongUsageDoesNothing(@TempDir Path folder) {
    Path out = folder.resolve("out");
    CommandLineRun.of("matte", "a.png", "--trimap", "t.png", "--out", out, "--tile", "5");
    assertFalse(Files.exists(out));
  }
}
