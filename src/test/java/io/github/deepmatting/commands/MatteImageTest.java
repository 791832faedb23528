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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.process.ImageProcessor;
import io.github.deepmatting.imagej.Engines;
import io.github.deepmatting.imagej.RedModel;
import io.github.deepmatting.io.Pictures;
import java.awt.event.KeyEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.event.EventHandler;
import org.scijava.event.EventService;
import org.scijava.log.LogService;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.ModuleService;
import org.scijava.task.event.TaskEvent;

/** The command as scripts and macros run it, with the real engine and a model whose alpha is worked out by hand. */
class MatteImageTest {

  @TempDir Path folder;
  private final Context context = new Context();
  private final List<String> logged = new ArrayList<>();
  private Path model;
  private ImagePlus trimap;

  @BeforeEach
  void start() throws Exception {
    model = RedModel.write(folder.resolve("red"), "type-range", 2);
    trimap = new ImagePlus("trimap.png", Pictures.trimap());
    context.service(LogService.class).addLogListener(message -> logged.add(String.valueOf(message.text())));
  }

  @AfterEach
  void stop() {
    context.dispose();
  }

  private MatteImage run(Object... inputs) throws Exception {
    return (MatteImage) context.service(ModuleService.class).run(info(), true, inputs).get();
  }

  private CommandInfo info() {
    return context.service(CommandService.class).getCommand(MatteImage.class);
  }

  private static void assertAlpha(float[] pixels, double redStep) {
    for (int i = 0; i < pixels.length; i++) {
      int x = i % Pictures.WIDTH;
      if (Pictures.isBackground(x)) assertEquals(0f, pixels[i]);
      else if (Pictures.isForeground(x)) assertEquals(1f, pixels[i]);
      else assertEquals(RedModel.alpha(redStep * x), pixels[i], 1e-5, "x=" + x);
    }
  }

  private static float[] pixels(ImagePlus image, int slice) {
    return (float[]) image.getStack().getPixels(slice);
  }

  @Test
  void anImageGivesAlphaAndForegroundColours() throws Exception {
    Engines.assumeThere();
    ImagePlus image = new ImagePlus("cell.tif", Pictures.grey16(1000));
    image.getCalibration().pixelWidth = 0.5;
    image.getCalibration().setUnit("mm");
    MatteImage module = run("image", image, "trimap", trimap, "model", model.toString());
    assertFalse(module.isCanceled(), module.getCancelReason());
    ImagePlus alpha = (ImagePlus) module.getOutput("alpha");
    assertEquals("cell alpha", alpha.getTitle());
    assertEquals(0.5, alpha.getCalibration().pixelWidth);
    assertEquals("mm", alpha.getCalibration().getUnit());
    assertAlpha(pixels(alpha, 1), 1000 / 65535.0);
    assertAlpha((float[]) alpha.getProcessor().getPixels(), 1000 / 65535.0);
    assertEquals(1, alpha.getProcessor().getMax());
    ImagePlus colours = (ImagePlus) module.getOutput("colours");
    assertEquals("cell foreground", colours.getTitle());
    assertEquals(16, colours.getBitDepth());
    for (int x = 18; x < 24; x++) assertEquals(1000 * x, colours.getProcessor().get(x, 3));
  }

  @Test
  void parametersMean() throws Exception {
    Engines.assumeThere();
    ImagePlus image = new ImagePlus("cell.tif", Pictures.grey16(1000));
    MatteImage module = run("image", image, "trimap", trimap, "model", model.toString(), "normalization",
        "percentile", "stage", "1", "tile", 32, "device", "cpu", "foreground", false);
    assertFalse(module.isCanceled(), module.getCancelReason());
    assertAlpha(pixels((ImagePlus) module.getOutput("alpha"), 1), 1 / 23.0);
    assertNull(module.getOutput("colours"));
  }

  @Test
  void alphaOfEightBitsOnRequest() throws Exception {
    Engines.assumeThere();
    ImagePlus image = new ImagePlus("cell.tif", Pictures.grey16(1000));
    MatteImage module = run("image", image, "trimap", trimap, "model", model.toString(), "alphatype", "8-bit",
        "foreground", false);
    assertFalse(module.isCanceled(), module.getCancelReason());
    byte[] alpha = (byte[]) ((ImagePlus) module.getOutput("alpha")).getStack().getPixels(1);
    for (int x = 0; x < Pictures.WIDTH; x++) {
      double expected = Pictures.isBackground(x) ? 0 : Pictures.isForeground(x) ? 1 : RedModel.alpha(x / 65.535);
      assertEquals(Math.round(255 * expected), alpha[x] & 0xff);
    }
  }

  @Test
  void theTrimapMayComeFromTheSelection() throws Exception {
    Engines.assumeThere();
    ImagePlus image = new ImagePlus("cell.tif", Pictures.grey16(1000));
    image.setRoi(12, 0, 12, Pictures.HEIGHT);
    MatteImage module = run("image", image, "source", "selection", "inner", 6, "outer", 6, "model", model.toString());
    assertFalse(module.isCanceled(), module.getCancelReason());
    // The same trimap as the one drawn: background left of 6, foreground from 18 on.
    assertAlpha(pixels((ImagePlus) module.getOutput("alpha"), 1), 1000 / 65535.0);
  }

  @Test
  void aDoubtfulTrimapIsAskedAboutWhereThereWasADialogAndOnlyLoggedElsewhere() throws Exception {
    Engines.assumeThere();
    ImagePlus image = new ImagePlus("cell.tif", Pictures.grey16(1000));
    ImagePlus all = new ImagePlus("all.png", Pictures.filled(Pictures.WIDTH, Pictures.HEIGHT, 128));
    all.getProcessor().set(0, 0, 255);
    all.getProcessor().set(1, 0, 0);
    MatteImage script = run("image", image, "trimap", all, "model", model.toString());
    assertFalse(script.isCanceled(), script.getCancelReason());
    assertTrue(logged.stream().anyMatch(message -> message.contains("99 % of the pixels are unknown")), logged.toString());
    MatteImage dialog = new MatteImage() {
      @Override
      boolean isAsked() {
        return true;
      }
    };
    context.inject(dialog);
    dialog.setInput("image", image);
    dialog.setInput("model", model.toString());
    dialog.setInput("trimap", all);
    dialog.run();
    // Nobody is here to agree.
    assertTrue(dialog.isCanceled());
    assertNull(dialog.getOutput("alpha"));
    assertTrue(logged.contains("Deep Matting was stopped: the trimap is to be changed first"), logged.toString());
    dialog.uncancel();
    dialog.setInput("trimap", trimap);
    dialog.run();
    assertFalse(dialog.isCanceled(), "a good trimap raises no question");
  }

  @Test
  void everySliceOfEveryFrameGetsAMatteWithItsLabel() throws Exception {
    Engines.assumeThere();
    ImagePlus image = Pictures.stack(
        Pictures.grey16(1000), Pictures.grey16(2000), Pictures.grey16(500), Pictures.grey16(100));
    image.setDimensions(1, 2, 2);
    MatteImage module = run("image", image, "trimap", trimap, "model", model.toString());
    assertFalse(module.isCanceled(), module.getCancelReason());
    for (String output : List.of("alpha", "colours")) {
      ImagePlus result = (ImagePlus) module.getOutput(output);
      assertEquals(2, result.getNSlices());
      assertEquals(2, result.getNFrames());
      assertEquals("label 3", result.getStack().getSliceLabel(3));
    }
    int slice = 1;
    for (int step : new int[] {1000, 2000, 500, 100})
      assertAlpha(pixels((ImagePlus) module.getOutput("alpha"), slice++), step / 65535.0);
  }

  @Test
  void aBadSliceIsEmptyTheOthersAreDoneAndTheCommandFails() throws Exception {
    Engines.assumeThere();
    ImagePlus image = Pictures.stack(Pictures.grey16(1000), Pictures.grey16(1000), Pictures.grey16(1000));
    ImagePlus trimaps =
        Pictures.stack(Pictures.trimap().convertToRGB(), Pictures.rgb(), Pictures.trimap().convertToRGB());
    MatteImage module = run("image", image, "trimap", trimaps, "model", model.toString());
    String problem = "1 of 3 slices failed and are empty in the results: slice 2: ";
    assertTrue(module.isCanceled());
    assertTrue(module.getCancelReason().startsWith(problem), module.getCancelReason());
    assertTrue(logged.stream().anyMatch(message -> message.contains(problem)), logged.toString());
    ImagePlus alpha = (ImagePlus) module.getOutput("alpha");
    assertAlpha(pixels(alpha, 1), 1000 / 65535.0);
    assertArrayEquals(new float[Pictures.WIDTH * Pictures.HEIGHT], pixels(alpha, 2));
    assertAlpha(pixels(alpha, 3), 1000 / 65535.0);
  }

  private void assertFails(String reason, Object... inputs) throws Exception {
    logged.clear();
    MatteImage module = run(inputs);
    assertTrue(module.isCanceled());
    assertTrue(module.getCancelReason().contains(reason), module.getCancelReason());
    assertTrue(logged.stream().anyMatch(message -> message.contains(reason)), logged.toString());
    assertNull(module.getOutput("alpha"));
    assertNull(module.getOutput("colours"));
  }

  @Test
  void everythingIsValidated() throws Exception {
    ImagePlus image = new ImagePlus("cell.tif", Pictures.grey16(1000));
    String path = model.toString();
    assertFails("'image' names no open image", "image", new ImagePlus(), "trimap", trimap, "model", path);
    assertFails("'trimap' names no open image", "image", image, "trimap", new ImagePlus(), "model", path);
    assertFails("cell.tif was given as its own trimap", "image", image, "trimap", image, "model", path);
    assertFails("'none'; allowed are model, auto, type", "image", image, "trimap", trimap, "normalization", "none");
    assertFails("stage is '3'; allowed are last, 1, 2", "image", image, "trimap", trimap, "stage", "3");
    assertFails("Tile is 7", "image", image, "trimap", trimap, "tile", 7);
    assertFails("There is no model 'nothing'", "image", image, "trimap", trimap, "model", "nothing");
    assertFails("alpha type is 'half'; allowed are float, 8-bit, 16-bit", "image", image, "trimap", trimap,
        "alphatype", "half");
    assertFails("device is 'tpu'; allowed are auto, cpu, gpu", "image", image, "trimap", trimap, "model", path,
        "device", "tpu");
    Files.writeString(model.resolve("weights.npz"), "damaged");
    assertFails("weights.npz is damaged", "image", image, "trimap", trimap, "model", path);
  }

  @Test
  void imagesThatDoNotFitAreRefused() throws Exception {
    Engines.assumeThere();
    ImagePlus image = new ImagePlus("cell.tif", Pictures.grey16(1000));
    ImagePlus small = new ImagePlus("small.png", Pictures.filled(9, 8, 128));
    assertFails("small.png has 9x8 pixels but the image cell.tif has 24x16", "image", image, "trimap", small, "model",
        model.toString());
  }

  /** Stops the first task that shows a sign of life. */
  public static final class Stopper {
    private final AtomicBoolean stopped = new AtomicBoolean();

    @EventHandler
    public void onEvent(TaskEvent event) {
      if (!stopped.getAndSet(true)) event.getTask().cancel("enough");
    }
  }

  @Test
  void theTasksButtonStopsIt() throws Exception {
    Engines.assumeThere();
    Stopper stopper = new Stopper();
    context.service(EventService.class).subscribe(stopper);
    ImagePlus image = new ImagePlus("cell.tif", Pictures.grey16(1000));
    MatteImage module = run("image", image, "trimap", trimap, "model", model.toString());
    assertTrue(module.isCanceled());
    assertNull(module.getOutput("alpha"));
    assertTrue(logged.contains("Deep Matting was stopped: cancelled by the user"), logged.toString());
  }

  /** Presses Escape when the first task shows a sign of life. */
  public static final class Escaper {
    @EventHandler
    public void onEvent(TaskEvent event) {
      IJ.setKeyDown(KeyEvent.VK_ESCAPE);
    }
  }

  @Test
  void escapeStopsItAndOneOfBeforeDoesNot() throws Exception {
    Engines.assumeThere();
    IJ.setKeyDown(KeyEvent.VK_ESCAPE);
    ImagePlus image = new ImagePlus("cell.tif", Pictures.grey16(1000));
    try {
      assertFalse(run("image", image, "trimap", trimap, "model", model.toString()).isCanceled());
      context.service(EventService.class).subscribe(new Escaper());
      MatteImage module = run("image", image, "trimap", trimap, "model", model.toString());
      assertTrue(module.isCanceled());
      assertNull(module.getOutput("alpha"));
    } finally {
      IJ.resetEscape();
    }
  }

  @Test
  void theForegroundGoesOnWhereTheObjectIsNot() throws Exception {
    Engines.assumeThere();
    ImagePlus image = new ImagePlus("cell.tif", Pictures.grey16(1000));
    MatteImage module = run("image", image, "trimap", trimap, "model", model.toString());
    assertFalse(module.isCanceled(), module.getCancelReason());
    ImageProcessor colours = ((ImagePlus) module.getOutput("colours")).getProcessor();
    // The background is at most 5000; the object, 18000 and more, is extended.
    for (int x = 0; x < Pictures.WIDTH; x++)
      if (Pictures.isBackground(x)) assertTrue(colours.get(x, 8) > 5000, x + ": " + colours.get(x, 8));
  }

  /** Closes images as soon as the model is being loaded. */
  public static final class Closer {
    private final List<ImagePlus> images;

    Closer(ImagePlus... images) {
      this.images = List.of(images);
    }

    @EventHandler
    public void onEvent(TaskEvent event) {
      String message = event.getTask().getStatusMessage();
      if (message != null && message.startsWith("Loading")) images.forEach(ImagePlus::flush);
    }
  }

  @Test
  void theImagesMayBeClosedMeanwhile() throws Exception {
    Engines.assumeThere();
    ImagePlus image = Pictures.stack(Pictures.grey16(1000), Pictures.grey16(2000));
    Closer closer = new Closer(image, trimap);
    context.service(EventService.class).subscribe(closer);
    Object[] arrays = image.getStack().getImageArray();
    MatteImage module = run("image", image, "trimap", trimap, "model", model.toString());
    assertFalse(module.isCanceled(), module.getCancelReason());
    assertNull(arrays[0]);
    assertAlpha(pixels((ImagePlus) module.getOutput("alpha"), 2), 2000 / 65535.0);
  }

  @Test
  void twoAtOnceAreBothRight() throws Exception {
    Engines.assumeThere();
    ImagePlus one = Pictures.stack(Pictures.grey16(1000), Pictures.grey16(2000), Pictures.grey16(500));
    ImagePlus other = Pictures.stack(Pictures.grey16(300), Pictures.grey16(600), Pictures.grey16(900));
    ModuleService modules = context.service(ModuleService.class);
    // Both run before either is waited for; they share the trimap.
    Future<Module> first = modules.run(info(), true, "image", one, "trimap", trimap, "model", model.toString());
    Future<Module> second = modules.run(info(), true, "image", other, "trimap", trimap, "model", model.toString());
    ImagePlus alphaOfOne = (ImagePlus) first.get().getOutput("alpha");
    ImagePlus alphaOfOther = (ImagePlus) second.get().getOutput("alpha");
    int slice = 1;
    for (int step : new int[] {1000, 2000, 500}) assertAlpha(pixels(alphaOfOne, slice++), step / 65535.0);
    slice = 1;
    for (int step : new int[] {300, 600, 900}) assertAlpha(pixels(alphaOfOther, slice++), step / 65535.0);
  }

  @Test
  void macroKeysAreStableAndNothingIsRemembered() {
    CommandInfo info = info();
    assertEquals("Plugins > Deep Matting > Matte Image...", info.getMenuPath().getMenuString());
    assertTrue(info.canRunHeadless());
    List<String> keys = new ArrayList<>();
    for (ModuleItem<?> input : info.inputs()) {
      if (input.getType().getName().startsWith("org.scijava")) continue;
      keys.add(input.getName());
      assertTrue(input.getName().matches("[a-z]+"), input.getName());
      assertFalse(input.isPersisted(), input.getName());
    }
    assertEquals(
        List.of("image", "source", "trimap", "from", "roifile", "labels", "low", "high", "inner", "outer", "unit", "line",
            "foregroundgroup", "backgroundgroup", "unknowngroup", "rest", "interpolate", "preview", "model", "normalization", "stage", "device", "tile", "alphatype", "foreground"), keys);
    assertFalse(info.getInput("trimap").isAutoFill());
    assertEquals(List.of("alpha", "colours"),
        StreamSupport.stream(info.outputs().spliterator(), false).map(ModuleItem::getName).toList());
  }

  @Test
  void modelsAreOffered() throws Exception {
    String before = System.setProperty("deepmatting.models", folder.toString());
    try {
      MatteImage module = (MatteImage) context.service(ModuleService.class).createModule(info());
      module.initialize();
      assertTrue(module.getInfo().getInput("model").getChoices().contains("red"));
    } finally {
      if (before == null) System.clearProperty("deepmatting.models");
      else System.setProperty("deepmatting.models", before);
    }
  }
}
