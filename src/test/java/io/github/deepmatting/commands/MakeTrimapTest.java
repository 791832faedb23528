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
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.io.RoiEncoder;
import ij.process.ByteProcessor;
import io.github.deepmatting.imagej.TrimapOverlay;
import io.github.deepmatting.imagej.sources.SourceKind;
import io.github.deepmatting.io.Pictures;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.log.LogService;
import org.scijava.module.ModuleItem;
import org.scijava.module.ModuleService;

/** The command as scripts and macros run it, and what its dialog and its preview do. */
class MakeTrimapTest {

  @TempDir Path folder;
  private final Context context = new Context();
  private final List<String> logged = new ArrayList<>();
  private final ImagePlus image = new ImagePlus("cell.tif", Pictures.filled(20, 10, 50));

  @BeforeEach
  void listen() {
    context.service(LogService.class).addLogListener(message -> logged.add(String.valueOf(message.text())));
  }

  @AfterEach
  void stop() {
    WindowManager.setTempCurrentImage(null);
    context.dispose();
  }

  private CommandInfo info() {
    return context.service(CommandService.class).getCommand(MakeTrimap.class);
  }

  private MakeTrimap run(Object... inputs) throws Exception {
    return (MakeTrimap) context.service(ModuleService.class).run(info(), true, inputs).get();
  }

  private static String row(MakeTrimap module, int slice) {
    assertFalse(module.isCanceled(), module.getCancelReason());
    ImagePlus trimap = (ImagePlus) module.getOutput("result");
    StringBuilder text = new StringBuilder();
    for (int x = 0; x < trimap.getWidth(); x++) {
      int value = trimap.getStack().getProcessor(slice).get(x, 5);
      text.append(value == 255 ? 'F' : value == 128 ? '?' : value == 0 ? 'B' : '!');
    }
    return text.toString();
  }

  @Test
  void aSelectionBecomesATrimapWithWhatTheImageHas() throws Exception {
    image.getCalibration().pixelWidth = 0.5;
    image.getCalibration().pixelHeight = 0.5;
    image.getCalibration().setUnit("mm");
    image.setRoi(8, 0, 6, 10);
    MakeTrimap module = run("image", image, "source", "selection", "inner", 1, "outer", 2);
    assertEquals("BBBBBB???FFFF???BBBB", row(module, 1));
    ImagePlus trimap = (ImagePlus) module.getOutput("result");
    assertEquals("cell trimap", trimap.getTitle());
    assertEquals(8, trimap.getBitDepth());
    assertEquals("mm", trimap.getCalibration().getUnit());
    assertEquals("BBBB????" + "??FF??" + "????BB",
        row(run("image", image, "source", "SELECTION", "inner", 1, "outer", 2, "unit", "calibrated"), 1));
    assertEquals(new Roi(8, 0, 6, 10).getBounds(), image.getRoi().getBounds());
  }

  @Test
  void everySourceHasItsKeys() throws Exception {
    image.setOverlay(new Overlay(new Roi(8, 0, 6, 10)));
    Overlay overlay = image.getOverlay();
    assertEquals("BBBBBBBBFFFFFFBBBBBB", row(run("image", image, "source", "overlay", "inner", 0, "outer", 0), 1));
    assertEquals("????????BBBBBB??????", row(run("image", image, "source", "overlay", "inner", 0, "outer", 0,
        "foregroundgroup", "7", "backgroundgroup", "0", "rest", "unknown"), 1));
    assertSame(overlay, image.getOverlay());
    Path file = Files.write(folder.resolve("cell.roi"), RoiEncoder.saveAsByteArray(new Roi(2, 0, 3, 10)));
    assertEquals("BBFFFBBBBBBBBBBBBBBB",
        row(run("image", image, "source", "file", "roifile", file.toFile(), "inner", 0, "outer", 0), 1));
    ByteProcessor steps = new ByteProcessor(20, 10);
    for (int i = 0; i < 200; i++) steps.set(i, i % 20 / 5);
    ImagePlus labels = new ImagePlus("labels.tif", steps);
    assertEquals("BBBBBFFFFFBBBBBFFFFF",
        row(run("image", image, "source", "labels", "from", labels, "labels", "1,3-5", "inner", 0, "outer", 0), 1));
    assertEquals("BBBBBBBBBBFFFFFFFFFF",
        row(run("image", image, "source", "mask", "from", labels, "inner", 0, "outer", 0), 1));
    ByteProcessor ramp = new ByteProcessor(20, 10);
    for (int i = 0; i < 200; i++) ramp.set(i, i % 20 * 255 / 19);
    assertEquals("BBBBB????????????FFF", row(run("image", image, "source", "probability", "from",
        new ImagePlus("p.tif", ramp), "low", 0.25, "high", 0.87), 1));
    ImagePlus thresholded = new ImagePlus("ramp.tif", ramp);
    ramp.setThreshold(100, 200, ByteProcessor.NO_LUT_UPDATE);
    assertEquals("BBBBBBBBFFFFFFFBBBBB",
        row(run("image", thresholded, "source", "threshold", "inner", 0, "outer", 0), 1));
    ImagePlus trimap = (ImagePlus) run("image", image, "source", "trimap", "trimap",
        new ImagePlus("ones.tif", Pictures.filled(20, 10, 255))).getOutput("result");
    assertEquals(255, trimap.getProcessor().get(0));
  }

  @Test
  void aStackGetsATrimapForEachSlice() throws Exception {
    ImagePlus stack =
        Pictures.stack(Pictures.filled(20, 10, 5), Pictures.filled(20, 10, 5), Pictures.filled(20, 10, 5));
    Roi first = new Roi(2, 0, 4, 10);
    first.setPosition(1);
    Roi last = new Roi(8, 0, 4, 10);
    last.setPosition(3);
    Overlay overlay = new Overlay(first);
    overlay.add(last);
    stack.setOverlay(overlay);
    MakeTrimap plain = run("image", stack, "source", "overlay", "inner", 0, "outer", 0);
    assertEquals("BBFFFFBBBBBBBBBBBBBB", row(plain, 1));
    assertEquals("B".repeat(20), row(plain, 2));
    assertEquals("BBBBBBBBFFFFBBBBBBBB", row(plain, 3));
    assertEquals("label 2", ((ImagePlus) plain.getOutput("result")).getStack().getSliceLabel(2));
    overlay.add(new Roi(4, 0, 5, 10));
    overlay.get(2).setPosition(3);
    MakeTrimap between = run("image", stack, "source", "overlay", "inner", 0, "outer", 0, "interpolate", true);
    assertTrue(row(between, 2).contains("F"), row(between, 2));
  }

  @Test
  void withoutAnImageItIsTheActiveOne() throws Exception {
    image.setRoi(8, 0, 6, 10);
    // ImageJ has an active image for each thread, where there are no windows.
    WindowManager.setTempCurrentImage(image);
    MakeTrimap module = opened("source", "selection", "inner", 0.0, "outer", 0.0);
    module.run();
    assertEquals("BBBBBBBBFFFFFFBBBBBB", row(module, 1));
  }

  private void assertFails(String reason, Object... inputs) throws Exception {
    logged.clear();
    MakeTrimap module = run(inputs);
    assertTrue(module.isCanceled());
    assertTrue(module.getCancelReason().contains(reason), module.getCancelReason());
    assertTrue(logged.stream().anyMatch(message -> message.contains(reason)), logged.toString());
    assertNull(module.getOutput("result"));
  }

  @Test
  void everythingIsValidated() throws Exception {
    assertFails("'image' names no open image", "image", new ImagePlus(), "source", "selection");
    assertFails("'trimap' names no open image", "image", image);
    assertFails("'trimap' names no open image", "image", image, "trimap", new ImagePlus());
    assertFails("'from' names no open image", "image", image, "source", "labels", "from", new ImagePlus());
    assertFails("'from' names no open image", "image", image, "source", "mask");
    assertFails("source is 'manager'; allowed are trimap, selection,", "image", image, "source", "manager");
    assertFails("cell.tif has no selection", "image", image, "source", "selection");
    assertFails("no overlay", "image", image, "source", "overlay");
    assertFails("ROI Manager", "image", image, "source", "roimanager");
    assertFails("'roifile' names no file", "image", image, "source", "file");
    assertFails("none.zip: there is no such file", "image", image, "source", "file", "roifile", new File("none.zip"));
    image.setRoi(8, 0, 6, 10);
    assertFails("inner is -1.0", "image", image, "source", "selection", "inner", -1);
    assertFails("outer is NaN", "image", image, "source", "selection", "outer", Double.NaN);
    assertFails("unit is 'inch'; allowed are pixel, calibrated", "image", image, "source", "selection", "unit", "inch");
    assertFails("rest is 'none'; allowed are background, unknown", "image", image, "source", "selection", "rest", "none");
    ImagePlus map = new ImagePlus("map.tif", Pictures.filled(20, 10, 1));
    assertFails("'1-'", "image", image, "source", "labels", "from", map, "labels", "1-");
    assertFails("has no label 2; there are 1", "image", image, "source", "labels", "from", map, "labels", "2");
    assertFails("0 <= background < foreground <= 1", "image", image, "source", "probability", "from", map, "low", 0.9,
        "high", 0.5);
    image.setRoi(30, 0, 6, 10);
    assertFails("lies outside the image", "image", image, "source", "selection");
  }

  private MakeTrimap opened(Object... inputs) throws Exception {
    MakeTrimap module = (MakeTrimap) context.service(ModuleService.class).createModule(info());
    for (int i = 0; i < inputs.length; i += 2) module.setInput((String) inputs[i], inputs[i + 1]);
    return module;
  }

  @Test
  void aDialogHasOnlyWhatTheSourceNeeds() throws Exception {
    for (SourceKind kind : SourceKind.values()) {
      MakeTrimap module = opened();
      module.setInput("source", kind.key());
      Set<String> expected = new TreeSet<>(kind.needs());
      expected.addAll(Set.of("image", "source", "preview"));
      assertEquals(expected, new TreeSet<>(Dialogs.of(module).shown()));
    }
  }

  @Test
  void theDialogBeginsWithWhatTheImageHas() throws Exception {
    assertEquals("trimap", begun().getInput("source"));
    image.setOverlay(new Overlay(new Roi(1, 1, 3, 3)));
    assertEquals("overlay", begun().getInput("source"));
    image.setRoi(1, 1, 3, 3);
    assertEquals("selection", begun().getInput("source"));
  }

  private MakeTrimap begun() throws Exception {
    MakeTrimap module = opened("image", image);
    Dialogs.of(module);
    return module;
  }

  @Test
  void thePreviewLiesOverTheImageUntilTheDialogCloses() throws Exception {
    Overlay users = new Overlay(new Roi(1, 1, 3, 3));
    image.setOverlay(users);
    image.setRoi(8, 0, 6, 10);
    MakeTrimap module = opened("image", image, "source", "selection", "preview", true);
    module.preview();
    assertEquals(TrimapOverlay.NAME, image.getOverlay().get(1).getName());
    module.setInput("source", "roimanager");
    module.preview();
    assertSame(users, image.getOverlay(), "nothing can be shown");
    module.setInput("source", "overlay");
    module.preview();
    // The picture itself is no region.
    module.preview();
    assertEquals(2, image.getOverlay().size());
    ImagePlus other = new ImagePlus("other.tif", Pictures.filled(20, 10, 50));
    other.setRoi(2, 2, 3, 3);
    module.setInput("source", "selection");
    module.setInput("image", other);
    module.preview();
    assertSame(users, image.getOverlay());
    assertEquals(1, other.getOverlay().size());
    module.cancel();
    assertNull(other.getOverlay());
    module.preview();
    module.setInput("preview", false);
    module.preview();
    assertNull(other.getOverlay());
    module.setInput("preview", true);
    module.preview();
    module.run();
    assertNull(other.getOverlay());
    assertEquals(255, ((ImagePlus) module.getOutput("result")).getProcessor().get(3, 3) | 127);
  }

  @Test
  void macroKeysAreStable() {
    CommandInfo info = info();
    List<String> keys = MacroKeys.keys(info).stream().map(ModuleItem::getName).toList();
    assertEquals(List.of("image", "source", "trimap", "from", "roifile", "labels", "low", "high", "inner", "outer",
        "unit", "line", "foregroundgroup", "backgroundgroup", "unknowngroup", "rest", "interpolate", "preview"), keys);
    assertTrue(keys.containsAll(SourceKind.PARAMETERS));
    assertEquals(SourceKind.keys(), info.getInput("source").getChoices());
    for (String optional : List.of("trimap", "from")) assertFalse(info.getInput(optional).isAutoFill());
    assertEquals(List.of("result"),
        StreamSupport.stream(info.outputs().spliterator(), false).map(ModuleItem::getName).toList());
  }
}
