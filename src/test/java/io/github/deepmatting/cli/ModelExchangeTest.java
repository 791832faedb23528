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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.deepmatting.imagej.Engines;
import io.github.deepmatting.imagej.RedModel;
import io.github.deepmatting.model.ModelFolder;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code model export} and {@code model import}. */
class ModelExchangeTest {

  @TempDir Path folder;

  private Path model() throws Exception {
    return RedModel.write(folder.resolve("red"), "percentile", 2);
  }

  private static FloatBuffer values(Path npy) throws Exception {
    byte[] bytes = Files.readAllBytes(npy);
    int header = 10 + bytes[8] + 256 * bytes[9];
    return ByteBuffer.wrap(bytes, header, bytes.length - header).slice().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
  }

  @Test
  void aModelGoesOutAsOneFileAndComesIn() throws Exception {
    Engines.assumeThere();
    Path archive = folder.resolve("shared.bioimage.io.zip");
    CommandLineRun out = CommandLineRun.of("model", "export", model(), "--out", archive);
    assertEquals(0, out.exitCode(), out.err());
    Path models = folder.resolve("models");
    CommandLineRun in = CommandLineRun.of("model", "import", archive, "--into", models);
    assertEquals(0, in.exitCode(), in.err());
    Path imported = models.resolve("shared");
    assertEquals(ModelFolder.describe(folder.resolve("red")), ModelFolder.describe(imported));
    assertEquals("# Red\n", Files.readString(imported.resolve("README.md")));
    // The alpha of the test input, as worked out by hand.
    FloatBuffer input = values(imported.resolve("test_input.npy"));
    FloatBuffer alpha = values(imported.resolve("test_output.npy"));
    assertEquals(4 * alpha.remaining(), input.remaining());
    for (int i = 0; i < alpha.remaining(); i++)
      assertEquals(RedModel.alpha(input.get(4 * i)), alpha.get(i), 1e-5, "pixel " + i);
    CommandLineRun again = CommandLineRun.of("model", "import", archive, "--into", models);
    assertEquals(1, again.exitCode());
    assertTrue(again.err().contains("exists already"), again.err());
    assertEquals(0, CommandLineRun.of("model", "import", archive, "--into", models, "--name", "other").exitCode());
  }

  @Test
  void aModelGoesOutAsAFolder() throws Exception {
    Engines.assumeThere();
    Path out = folder.resolve("out");
    CommandLineRun run = CommandLineRun.of("model", "export", model(), "--out", out);
    assertEquals(0, run.exitCode(), run.err());
    assertTrue(Files.isRegularFile(out.resolve("saved_model.zip")));
    assertFalse(run.err().contains("licence"), run.err());
    byte[] before = Files.readAllBytes(out.resolve("rdf.yaml"));
    assertEquals(1, CommandLineRun.of("model", "export", folder.resolve("red"), "--out", out).exitCode());
    assertArrayEquals(before, Files.readAllBytes(out.resolve("rdf.yaml")));
  }

  @Test
  void aMissingLicenceIsToldOf() throws Exception {
    Engines.assumeThere();
    Path rdf = model().resolve("rdf.yaml");
    Files.writeString(rdf, Files.readString(rdf).replaceFirst("license: .+", "license: NOASSERTION"));
    CommandLineRun run = CommandLineRun.of("model", "export", folder.resolve("red"), "--out", folder.resolve("out"));
    assertEquals(0, run.exitCode(), run.err());
    assertTrue(run.err().contains("names no licence") && run.err().contains("--license"), run.err());
  }

  @Test
  void wrongNamesAreWrongUsage() throws Exception {
    CommandLineRun zip = CommandLineRun.of("model", "export", model(), "--out", folder.resolve("x.zip"));
    assertEquals(2, zip.exitCode());
    assertTrue(zip.err().contains("must end in .bioimage.io.zip"), zip.err());
    Path models = folder.resolve("models");
    assertEquals(2, CommandLineRun.of("model", "import", "x.zip", "--into", models, "--name", "../x").exitCode());
    assertFalse(Files.exists(models));
  }

  @Test
  void whatIsNoArchiveIsNamed() throws Exception {
    Path file = Files.writeString(folder.resolve("x.bioimage.io.zip"), "no zip file");
    CommandLineRun run = CommandLineRun.of("model", "import", file, "--into", folder.resolve("models"));
    assertEquals(1, run.exitCode());
    assertTrue(run.err().contains(file + " is no complete zip file"), run.err());
    assertEquals(1, CommandLineRun.of("model", "import", folder.resolve("none")).exitCode());
  }
}
