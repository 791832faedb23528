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
package io.github.deepmatting.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.process.ByteProcessor;
import io.github.deepmatting.imagej.Engines;
import io.github.deepmatting.imagej.RedModel;
import io.github.deepmatting.io.Pictures;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.CommandService;
import org.scijava.module.ModuleService;

/** The command as scripts and macros run it. */
class MatteLabelsTest {

  @TempDir Path folder;
  private final Context context = new Context();
  private final ImagePlus image = new ImagePlus("cell.tif", Pictures.rgb());
  private ImagePlus labels;
  private String model;

  @BeforeEach
  void start() throws Exception {
    model = RedModel.write(folder.resolve("red"), "type-range", 2).toString();
    ByteProcessor pixels = new ByteProcessor(Pictures.WIDTH, Pictures.HEIGHT);
    for (int y = 0; y < Pictures.HEIGHT; y++)
      for (int x = 0; x < Pictures.WIDTH; x++) pixels.set(x, y, x < 12 ? 0 : 6);
    labels = new ImagePlus("labels.tif", pixels);
  }

  @AfterEach
  void stop() {
    context.dispose();
  }

  private MatteLabels run(Object... inputs) throws Exception {
    return (MatteLabels) context.service(ModuleService.class)
        .run(context.service(CommandService.class).getCommand(MatteLabels.class), true, inputs).get();
  }

  @Test
  void aMatteForEachLabel() throws Exception {
    Engines.assumeThere();
    MatteLabels module = run("image", image, "from", labels, "model", model, "inner", 2.0, "outer", 3.0, "alphatype",
        "8-bit");
    assertFalse(module.isCanceled(), module.getCancelReason());
    ImagePlus alphas = (ImagePlus) module.getOutput("alphas");
    assertEquals(1, alphas.getStackSize());
    for (int x = 0; x < Pictures.WIDTH; x++) {
      double expected = x < 9 ? 0 : x < 14 ? RedModel.alpha(Pictures.red(x) / 255.0) : 1;
      assertEquals(Math.round(255 * expected), alphas.getProcessor().get(x, 4), "x=" + x);
    }
  }

  @Test
  void widthsMayBeInTheImagesUnit() throws Exception {
    Engines.assumeThere();
    image.getCalibration().pixelWidth = 0.5;
    image.getCalibration().pixelHeight = 0.5;
    image.getCalibration().setUnit("mm");
    MatteLabels module = run("image", image, "from", labels, "model", model, "inner", 1.0, "outer", 1.5, "unit",
        "calibrated", "alphatype", "8-bit");
    assertFalse(module.isCanceled(), module.getCancelReason());
    ImagePlus alphas = (ImagePlus) module.getOutput("alphas");
    // Two pixels inside and three outside, as in aMatteForEachLabel.
    assertEquals(0, alphas.getProcessor().get(8, 4));
    assertEquals(Math.round(255 * RedModel.alpha(Pictures.red(9) / 255.0)), alphas.getProcessor().get(9, 4));
    assertEquals(Math.round(255 * RedModel.alpha(Pictures.red(13) / 255.0)), alphas.getProcessor().get(13, 4));
    assertEquals(255, alphas.getProcessor().get(14, 4));
  }

  @Test
  void everythingIsValidated() throws Exception {
    assertFails("'image' names no open image", "image", new ImagePlus(), "from", labels);
    assertFails("'from' names no open image", "image", image, "from", new ImagePlus());
    assertFails("The labels 'x' have the part 'x'", "image", image, "from", labels, "labels", "x");
    assertFails("inner is -1.0; allowed are widths from 0 on", "image", image, "from", labels, "inner", -1.0);
    assertFails("unit is 'inch'; allowed are pixel, calibrated", "image", image, "from", labels, "unit", "inch");
    assertFails("result is 'heap'", "image", image, "from", labels, "result", "heap");
    assertFails("alpha type is 'half'", "image", image, "from", labels, "alphatype", "half");
    assertFails("There is no model 'nothing'", "image", image, "from", labels, "model", "nothing");
  }

  private void assertFails(String reason, Object... inputs) throws Exception {
    MatteLabels module = run(inputs);
    assertTrue(module.isCanceled());
    assertTrue(module.getCancelReason().contains(reason), module.getCancelReason());
    assertNull(module.getOutput("alphas"));
  }
}
