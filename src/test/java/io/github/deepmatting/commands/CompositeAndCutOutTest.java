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
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import java.io.File;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandService;
import org.scijava.module.ModuleService;

/** The commands as scripts and macros run them. */
class CompositeAndCutOutTest {

  @TempDir Path folder;
  private final Context context = new Context();
  private final ImagePlus alpha = new ImagePlus("alpha", new FloatProcessor(2, 1, new float[] {0.5f, 1}));
  private final ImagePlus image = new ImagePlus("i.png", new ByteProcessor(2, 1, new byte[] {100, 40}));

  @AfterEach
  void stop() {
    context.dispose();
  }

  private ReportingCommand run(Class<? extends Command> command, Object... inputs) throws Exception {
    return (ReportingCommand) context.service(ModuleService.class)
        .run(context.service(CommandService.class).getCommand(command), true, inputs).get();
  }

  private ImagePlus result(Class<? extends Command> command, String output, Object... inputs) throws Exception {
    ReportingCommand module = run(command, inputs);
    assertFalse(module.isCanceled(), module.getCancelReason());
    return (ImagePlus) module.getOutput(output);
  }

  @Test
  void compositeOverEachKind() throws Exception {
    ImagePlus white = result(CompositeMatte.class, "composite", "image", image, "alpha", alpha, "estimate", false);
    assertEquals("i composite", white.getTitle());
    // As displayed: the largest value of this image is shown as white.
    assertEquals(Math.round(50 + 0.5 * image.getDisplayRangeMax()), white.getProcessor().get(0, 0));
    ImagePlus board = result(CompositeMatte.class, "composite", "image", image, "alpha", alpha, "estimate", false,
        "over", "checkerboard", "square", 1);
    assertEquals(40, board.getProcessor().get(1, 0));
    ImagePlus behind = new ImagePlus("b", new ByteProcessor(2, 1, new byte[] {20, 30}));
    ImagePlus over = result(CompositeMatte.class, "composite", "image", image, "alpha", alpha, "estimate", false,
        "over", "image", "background", behind);
    assertEquals(60, over.getProcessor().get(0, 0));
  }

  @Test
  void cutOutWithAFile() throws Exception {
    File file = folder.resolve("cut.png").toFile();
    ImagePlus rgb = new ImagePlus("rgb", new ColorProcessor(2, 1, new int[] {0x204060, 0x102030}));
    ImagePlus cutout = result(CutOutMatte.class, "cutout", "image", rgb, "alpha", alpha, "estimate", false, "file", file);
    assertEquals(0x102030, cutout.getProcessor().get(0, 0) & 0xffffff);
    assertEquals(0x80204060, ImageIO.read(file).getRGB(0, 0));
  }

  @Test
  void everythingIsValidated() throws Exception {
    assertFails(CompositeMatte.class, "'image' names no open image", "image", new ImagePlus(), "alpha", alpha);
    assertFails(CompositeMatte.class, "'alpha' names no open image", "image", image, "alpha", new ImagePlus());
    assertFails(CompositeMatte.class, "over is 'sea'", "image", image, "alpha", alpha, "over", "sea");
    assertFails(CompositeMatte.class, "no colour 'sea'", "image", image, "alpha", alpha, "colour", "sea");
    assertFails(CompositeMatte.class, "'background' names no open image", "image", image, "alpha", alpha, "over", "image");
    assertFails(CompositeMatte.class, "squares are 0", "image", image, "alpha", alpha, "over", "checkerboard", "square", 0);
    assertFails(CutOutMatte.class, "background is 'sea'", "image", image, "alpha", alpha, "background", "sea");
    assertFails(CutOutMatte.class, "must end in .png", "image", image, "alpha", alpha, "file",
        folder.resolve("cut.jpg").toFile());
    assertFails(CutOutMatte.class, "there is no folder", "image", image, "alpha", alpha, "file",
        folder.resolve("none/cut.png").toFile());
  }

  private void assertFails(Class<? extends Command> command, String reason, Object... inputs) throws Exception {
    ReportingCommand module = run(command, inputs);
    assertTrue(module.isCanceled());
    assertTrue(module.getCancelReason().contains(reason), module.getCancelReason());
    assertNull(module.getOutput(command == CutOutMatte.class ? "cutout" : "composite"));
  }
}
