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
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.io.RoiEncoder;
import ij.process.ByteProcessor;
import ij.process.FloatProcessor;
import io.github.deepmatting.imagej.Engines;
import io.github.deepmatting.imagej.RedModel;
import io.github.deepmatting.io.Pictures;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands beside {@code matte} and {@code evaluate}. */
class SmallCommandsTest {

  @TempDir Path folder;

  /** The object is the right half, from column 12 on. */
  private Path mask() throws Exception {
    ByteProcessor mask = Pictures.filled(24, 3, 0);
    mask.setRoi(12, 0, 12, 3);
    mask.setValue(1);
    mask.fill();
    return Pictures.save(mask, folder.resolve("mask.png"));
  }

  @Test
  void aTrimapHasABandAlongTheRim() throws Exception {
    Path out = folder.resolve("trimap.png");
    CommandLineRun run = CommandLineRun.of("trimap", mask(), "--out", out, "--inner", 2, "--outer", 4);
    assertEquals(0, run.exitCode(), run.err());
    assertEquals("Wrote " + out + "\n", run.err());
    ImagePlus trimap = Pictures.open(out);
    for (int x = 0; x < 24; x++)
      assertEquals(x < 8 ? 0 : x < 14 ? 128 : 255, trimap.getProcessor().get(x, 1), "x=" + x);
    byte[] before = Files.readAllBytes(out);
    assertEquals(1, CommandLineRun.of("trimap", folder.resolve("mask.png"), "--out", out).exitCode());
    assertArrayEquals(before, Files.readAllBytes(out));
  }

  @Test
  void labelsAndFilesOfRoisMakeTrimapsToo() throws Exception {
    ByteProcessor labels = new ByteProcessor(24, 3);
    for (int i = 0; i < 72; i++) labels.set(i, i % 24 / 6);
    Path map = Pictures.save(labels, folder.resolve("labels.png"));
    Path out = folder.resolve("labelled.tif");
    CommandLineRun run =
        CommandLineRun.of("trimap", map, "--labels", "1,3", "--out", out, "--inner", 1, "--outer", 0);
    assertEquals(0, run.exitCode(), run.err());
    for (int x = 0; x < 24; x++)
      assertEquals(x < 6 || x >= 12 && x < 18 ? 0 : x == 6 || x == 11 || x == 18 ? 128 : 255,
          Pictures.open(out).getProcessor().get(x, 1), "x=" + x);
    Path roi = Files.write(folder.resolve("cell.roi"), RoiEncoder.saveAsByteArray(new Roi(4, 0, 8, 3)));
    Path drawn = folder.resolve("drawn.png");
    run = CommandLineRun.of("trimap", "--roi", roi, "--like", map, "--out", drawn, "--inner", 1, "--outer", 2);
    assertEquals(0, run.exitCode(), run.err());
    for (int x = 0; x < 24; x++)
      assertEquals(x < 2 || x >= 14 ? 0 : x < 5 || x >= 11 ? 128 : 255,
          Pictures.open(drawn).getProcessor().get(x, 1), "x=" + x);
    assertEquals(1, CommandLineRun.of("trimap", map, "--labels", "9", "--out", folder.resolve("t.tif")).exitCode());
    for (Object[] wrong : new Object[][] {{"--roi", roi}, {map, "--roi", roi, "--like", map}, {},
        {"--roi", roi, "--like", map, "--labels", "1"}, {map, "--labels", "a"}, {map, "--like", map}}) {
      Object[] arguments = new Object[wrong.length + 3];
      System.arraycopy(new Object[] {"trimap", "--out", folder.resolve("t.tif")}, 0, arguments, 0, 3);
      System.arraycopy(wrong, 0, arguments, 3, wrong.length);
      assertEquals(2, CommandLineRun.of(arguments).exitCode(), Arrays.toString(wrong));
    }
  }

  @Test
  void aFailedCommandNamesItsInput() {
    Path missing = folder.resolve("none.tif");
    CommandLineRun run = CommandLineRun.of("trimap", missing, "--out", folder.resolve("t.tif"));
    assertEquals(1, run.exitCode());
    assertTrue(run.err().contains(missing + ": there is no such file"), run.err());
  }

  @Test
  void foregroundWhereAlphaIsOneIsTheImage() throws Exception {
    FloatProcessor alpha = new FloatProcessor(Pictures.WIDTH, Pictures.HEIGHT);
    for (int i = 0; i < alpha.getPixelCount(); i++) alpha.setf(i, i % 24 < 8 ? 0 : i % 24 < 16 ? 0.5f : 1);
    Path image = Pictures.save(Pictures.grey16(1000), folder.resolve("a.tif"));
    Path out = folder.resolve("f.tif");
    CommandLineRun run = CommandLineRun.of(
        "foreground", image, "--alpha", Pictures.save(alpha, folder.resolve("alpha.tif")), "--out", out);
    assertEquals(0, run.exitCode(), run.err());
    ImagePlus foreground = Pictures.open(out);
    assertEquals(16, foreground.getBitDepth());
    for (int x = 16; x < 24; x++) assertEquals(1000 * x, foreground.getProcessor().get(x, 7));
    // Between, it is mixed of the darker background to the left and the brighter foreground to the right.
    for (int x = 9; x < 15; x++) assertTrue(foreground.getProcessor().get(x, 7) > 1000 * x, "x=" + x);
  }

  @Test
  void anAlphaOfAnotherSizeIsRefused() throws Exception {
    Path image = Pictures.save(Pictures.rgb(), folder.resolve("a.png"));
    Path alpha = Pictures.save(Pictures.filled(5, 4, 9), folder.resolve("alpha.png"));
    CommandLineRun run =
        CommandLineRun.of("foreground", image, "--alpha", alpha, "--out", folder.resolve("f.png"));
    assertEquals(1, run.exitCode());
    assertTrue(run.err().contains("alpha.png has 5x4") && run.err().contains("24x16"), run.err());
  }

  @Test
  void anAlphaThatIsNoneIsNamed() throws Exception {
    FloatProcessor alpha = new FloatProcessor(Pictures.WIDTH, Pictures.HEIGHT);
    alpha.setf(0, 255);
    Path image = Pictures.save(Pictures.rgb(), folder.resolve("a.png"));
    Path opacity = Pictures.save(alpha, folder.resolve("opacity.tif"));
    CommandLineRun run =
        CommandLineRun.of("foreground", image, "--alpha", opacity, "--out", folder.resolve("f.png"));
    assertEquals(1, run.exitCode());
    assertTrue(run.err().contains("alpha opacity.tif: The alpha has values from 0.0 to 255.0"), run.err());
  }

  @Test
  void aModelsDescription() throws Exception {
    Path model = RedModel.write(folder.resolve("red"), "percentile", 1);
    CommandLineRun run = CommandLineRun.of("model", "info", model);
    assertEquals(0, run.exitCode(), run.err());
    assertTrue(run.out().contains("name: Red test model\n"), run.out());
    // 3*3*4+1 in conv1_1, 3*3+1 in conv2, 1+1 in deconv2, 3*3*2+1 in deconv1, 1+1 in the prediction.
    assertTrue(run.out().contains("network: red, 70 weights, 1 stage\n"), run.out());
    assertTrue(run.out().contains("normalization: percentile\n"), run.out());
    assertEquals(1, CommandLineRun.of("model", "info", "nothing").exitCode());
  }

  @Test
  void modelsAreListedWithWhatIsWrongWithThem() throws Exception {
    RedModel.write(folder.resolve("red"), "percentile", 1);
    String before = System.setProperty("deepmatting.models", folder.toString());
    try {
      CommandLineRun run = CommandLineRun.of("model", "list");
      assertEquals(0, run.exitCode(), run.err());
      assertTrue(run.out().lines().anyMatch(line -> line.startsWith("red") && line.contains("Alpha follows red.")));
      Files.writeString(folder.resolve("red/rdf.yaml"), "type: model\n");
      CommandLineRun broken = CommandLineRun.of("model", "list");
      assertEquals(1, broken.exitCode());
      assertTrue(broken.err().contains("rdf.yaml"), broken.err());
    } finally {
      if (before == null) System.clearProperty("deepmatting.models");
      else System.setProperty("deepmatting.models", before);
    }
  }

  @Test
  void theEngineTellsWhatItIs() {
    Engines.assumeThere();
    CommandLineRun run = CommandLineRun.of("engine", "info");
    assertEquals(0, run.exitCode(), run.err());
    assertTrue(run.out().contains("engine: TensorFlow 2.18"), run.out());
    assertTrue(run.out().contains("device: CPU "), run.out());
  }
}
