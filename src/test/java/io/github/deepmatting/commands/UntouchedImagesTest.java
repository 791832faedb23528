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
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;
import io.github.deepmatting.imagej.Engines;
import io.github.deepmatting.imagej.RedModel;
import io.github.deepmatting.io.Pictures;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandService;
import org.scijava.module.ModuleService;

/** No command that makes something of images changes anything of them, nor which image is the active one. */
class UntouchedImagesTest {

  @TempDir Path folder;
  private final Context context = new Context();

  @AfterEach
  void stop() {
    WindowManager.setTempCurrentImage(null);
    context.dispose();
  }

  /** All that a user sees of an image and may have set. */
  private static List<Object> state(ImagePlus image) {
    List<Object> state = new ArrayList<>();
    for (int slice = 1; slice <= image.getStackSize(); slice++) {
      ImageProcessor pixels = image.getStack().getProcessor(slice);
      state.add(Arrays.toString(pixels.getFloatArray()[3]) + Arrays.deepHashCode(pixels.getFloatArray()));
      state.add(String.valueOf(image.getStack().getSliceLabel(slice)));
    }
    state.addAll(List.of(image.getTitle(), image.getBitDepth(), Arrays.toString(image.getDimensions()),
        image.getCurrentSlice(), image.getDisplayRangeMin(), image.getDisplayRangeMax(), image.changes,
        image.getProcessor().getMinThreshold(), image.getProcessor().getMaxThreshold(),
        image.getCalibration().toString(), image.getHideOverlay(), image.isLocked(),
        Arrays.toString(image.getProcessor().getLut().getBytes()), String.valueOf(image.getProperty("Info"))));
    return state;
  }

  private static ImagePlus stack(String title, ImageProcessor first, ImageProcessor second) {
    ImagePlus image = Pictures.stack(first, second);
    image.setTitle(title);
    image.setDimensions(1, 2, 1);
    image.setOpenAsHyperStack(true);
    image.setSlice(2);
    image.setRoi(new Roi(3, 2, 9, 7));
    image.setOverlay(new Overlay(new Roi(1, 1, 2, 2)));
    image.getCalibration().pixelWidth = 0.5;
    image.getCalibration().pixelHeight = 0.5;
    image.getCalibration().setUnit("mm");
    image.setProperty("Info", "taken by X");
    image.changes = false;
    return image;
  }

  @Test
  void ofNoImage() throws Exception {
    Engines.assumeThere();
    String model = RedModel.write(folder.resolve("red"), "type-range", 2).toString();
    ImagePlus image = stack("cells.tif", Pictures.grey16(1000), Pictures.grey16(2000));
    image.setDisplayRange(100, 30_000);
    image.getProcessor().setThreshold(9000, 40_000, ImageProcessor.NO_LUT_UPDATE);
    ImagePlus trimap = stack("trimap.tif", Pictures.trimap(), Pictures.trimap());
    ByteProcessor two = new ByteProcessor(Pictures.WIDTH, Pictures.HEIGHT);
    for (int i = 0; i < two.getPixelCount(); i++) two.set(i, i % Pictures.WIDTH < 12 ? 3 : 6);
    ImagePlus labels = stack("labels.tif", two, two.duplicate());
    ImagePlus alpha = stack("alpha.tif", Pictures.grey32(), Pictures.grey32());
    List<ImagePlus> given = List.of(image, trimap, labels, alpha);
    WindowManager.setTempCurrentImage(labels);
    assertUntouched(given, MatteImage.class, "alpha", "image", image, "trimap", trimap, "model", model);
    assertUntouched(given, MatteLabels.class, "alphas", "image", image, "from", labels, "model", model, "result", "channels");
    for (String source : List.of("selection", "overlay", "threshold"))
      assertUntouched(given, MakeTrimap.class, "result", "image", image, "source", source);
    for (String source : List.of("labels", "mask", "probability"))
      assertUntouched(given, MakeTrimap.class, "result", "image", image, "source", source, "from", labels);
    assertUntouched(given, CutOutMatte.class, "cutout", "image", image, "alpha", alpha);
    assertUntouched(given, CompositeMatte.class, "composite", "image", image, "alpha", alpha, "over", "checkerboard");
    assertUntouched(given, MeasureMatte.class, null, "alpha", alpha, "image", image, "labels", labels);
  }

  private void assertUntouched(
      List<ImagePlus> given, Class<? extends Command> command, String output, Object... inputs) throws Exception {
    List<Roi> selections = given.stream().map(ImagePlus::getRoi).toList();
    List<Object> regions = selections.stream().map(roi -> (Object) roi.getBounds()).toList();
    List<Overlay> overlays = given.stream().map(ImagePlus::getOverlay).toList();
    List<List<Object>> before = given.stream().map(UntouchedImagesTest::state).toList();
    ReportingCommand module = (ReportingCommand) context.service(ModuleService.class)
        .run(context.service(CommandService.class).getCommand(command), true, inputs).get();
    String name = command.getSimpleName() + Arrays.toString(inputs);
    assertFalse(module.isCanceled(), module.getCancelReason());
    if (output != null) assertNotNull(module.getOutput(output), name);
    for (int i = 0; i < given.size(); i++) {
      assertEquals(before.get(i), state(given.get(i)), name);
      assertSame(selections.get(i), given.get(i).getRoi(), name);
      assertEquals(regions.get(i), given.get(i).getRoi().getBounds(), name);
      assertSame(overlays.get(i), given.get(i).getOverlay(), name);
      assertEquals(1, given.get(i).getOverlay().size(), name);
    }
    assertSame(given.get(2), WindowManager.getCurrentImage(), name);
  }
}
