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
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.process.ByteProcessor;
import io.github.deepmatting.imagej.Engines;
import io.github.deepmatting.imagej.RedModel;
import io.github.deepmatting.io.Pictures;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelsCommandTest {

  @TempDir Path folder;

  @BeforeAll
  static void engine() {
    Engines.assumeThere();
  }

  @Test
  void aMatteForEachLabel() throws Exception {
    Path model = RedModel.write(folder.resolve("red"), "type-range", 2);
    Path image = Pictures.save(Pictures.rgb(), folder.resolve("a.png"));
    ByteProcessor pixels = new ByteProcessor(Pictures.WIDTH, Pictures.HEIGHT);
    for (int i = 0; i < Pictures.WIDTH * Pictures.HEIGHT; i++) pixels.set(i, i % Pictures.WIDTH / 8 + 1);
    Path labels = Pictures.save(pixels, folder.resolve("labels.png"));
    Path out = folder.resolve("mattes.tif");
    CommandLineRun run = CommandLineRun.of("labels", image, "--labels", labels, "--choose", "1,3", "--inner", 1,
        "--outer", 2, "--alpha-type", "8-bit", "--model", model, "--device", "cpu", "--out", out);
    assertEquals(0, run.exitCode(), run.err());
    ImagePlus mattes = Pictures.open(out);
    assertEquals(2, mattes.getStackSize());
    assertEquals("3", mattes.getStack().getSliceLabel(2));
    for (int x = 0; x < Pictures.WIDTH; x++) {
      double alpha = RedModel.alpha(Pictures.red(x) / 255.0);
      assertEquals(Math.round(255 * (x < 7 ? 1 : x < 10 ? alpha : 0)), mattes.getStack().getProcessor(1).get(x, 5));
      assertEquals(Math.round(255 * (x < 14 ? 0 : x < 17 ? alpha : 1)), mattes.getStack().getProcessor(2).get(x, 5));
    }
    assertEquals(2, CommandLineRun.of("labels", image, "--labels", labels, "--choose", "x", "--out", out).exitCode());
    CommandLineRun again = CommandLineRun.of("labels", image, "--labels", labels, "--out", out);
    assertEquals(1, again.exitCode());
    assertTrue(again.err().contains("exists already"), again.err());
  }
}
