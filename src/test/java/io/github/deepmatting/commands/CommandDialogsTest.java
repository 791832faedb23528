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
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import io.github.deepmatting.commands.dialog.ParameterPanel;
import io.github.deepmatting.commands.macro.MacroLine;
import io.github.deepmatting.io.Pictures;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.ItemVisibility;
import org.scijava.command.Command;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.ModuleService;

/** Each command's dialog taken with its defaults, as it opens beside images of different kinds. */
class CommandDialogsTest {

  private final Context context = new Context();
  private final ImagePlus cell = new ImagePlus("cell.tif", Pictures.grey16(1000));
  private final ImagePlus cat = new ImagePlus("cat.png", Pictures.rgb());
  private final ImagePlus trimap = new ImagePlus("cat-trimap.png", Pictures.trimap());
  private final ImagePlus alpha = new ImagePlus("cat alpha", Pictures.trimap().convertToFloat());
  private final ImagePlus foreground = new ImagePlus("cat foreground", Pictures.rgb());
  private final Map<String, String> kept = new HashMap<>();

  @BeforeEach
  void open() {
    alpha.getProcessor().multiply(1 / 255.0);
    // The first in the list is what SciJava would choose for everything.
    Dialogs.open(cell, alpha, foreground, trimap, cat);
  }

  @AfterEach
  void close() {
    Dialogs.close(List.of(cell, cat, trimap, alpha, foreground));
    context.dispose();
  }

  private <C extends Command> C taken(Class<C> type) {
    C command = type.cast(context.service(ModuleService.class).createModule(
        context.service(CommandService.class).getCommand(type)));
    panel((ReportingCommand) command).use();
    return command;
  }

  private ParameterPanel panel(ReportingCommand command) {
    return Dialogs.of(command, Dialogs.preferences(kept));
  }

  @Test
  void matteImageTakesTheTrimapOfTheActiveImage() {
    MatteImage command = taken(MatteImage.class);
    assertSame(cat, command.getInput("image"));
    assertEquals("trimap", command.getInput("source"));
    assertSame(trimap, command.getInput("trimap"));
    assertNull(command.getInput("from"));
  }

  @Test
  void theImageIsTakenWhereItsTrimapOrAlphaIsActive() {
    for (ImagePlus active : List.of(trimap, alpha)) {
      Dialogs.open(active);
      assertSame(cat, taken(CutOutMatte.class).getInput("image"));
      assertSame(alpha, taken(CutOutMatte.class).getInput("alpha"));
      assertSame(trimap, taken(MatteImage.class).getInput("trimap"));
      assertSame(cat, taken(MatteImage.class).getInput("image"));
    }
  }

  @Test
  void measureMatteTakesTheAlphaAndItsForegroundAndNothingElse() {
    MeasureMatte command = taken(MeasureMatte.class);
    assertSame(alpha, command.getInput("alpha"));
    assertSame(foreground, command.getInput("foreground"));
    assertNull(command.getInput("image"));
    assertNull(command.getInput("labels"));
  }

  @Test
  void compositeHasNoBackgroundUnlessOneIsAskedFor() {
    CompositeMatte command = taken(CompositeMatte.class);
    assertSame(alpha, command.getInput("alpha"));
    assertNull(command.getInput("background"));
    CompositeMatte over = new CompositeMatte();
    context.inject(over);
    over.setInput("over", "image");
    ParameterPanel panel = Dialogs.of(over);
    assertEquals(List.of("image", "alpha", "estimate", "over", "background"), panel.shown());
    assertTrue(assertThrows(IllegalArgumentException.class, panel::use).getMessage()
        .startsWith("'Background image' is missing; choose an open image"));
  }

  @Test
  void aPhotographIsNeverTakenForAlphaOrLabels() {
    Dialogs.close(List.of(cat, trimap, alpha, foreground));
    Dialogs.open(cat, cell);
    for (Class<? extends Command> type : List.of(CutOutMatte.class, CompositeMatte.class, MatteLabels.class, MeasureMatte.class)) {
      IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> taken(type), type.toString());
      assertTrue(e.getMessage().matches("'(Alpha|Label image)' is missing; choose an open image"), e.getMessage());
    }
    Dialogs.close(List.of(cell));
  }

  @Test
  void anImageThatWasClosedMeanwhileIsToldBeforeTheDialogCloses() {
    MatteImage command = new MatteImage();
    context.inject(command);
    ParameterPanel panel = panel(command);
    ij.macro.Interpreter.removeBatchModeImage(trimap);
    assertEquals("'Trimap': the image cat-trimap.png was closed; choose another",
        assertThrows(IllegalArgumentException.class, panel::use).getMessage());
  }

  @Test
  void theRecorderIsGivenWhatCounts() {
    assertEquals(List.of("image", "source", "trimap", "preview", "model", "foreground"), recorded(taken(MatteImage.class)));
    assertEquals(List.of("image", "alpha", "estimate", "over", "colour"), recorded(taken(CompositeMatte.class)));
    assertEquals(List.of("alpha", "foreground"), recorded(taken(MeasureMatte.class)));
  }

  /** As imagej-legacy does: what is visible and has a value. */
  private static List<String> recorded(Module module) {
    return StreamSupport.stream(module.getInfo().inputs().spliterator(), false)
        .filter(item -> item.getVisibility() == ItemVisibility.NORMAL && item.getValue(module) != null
            && !MacroLine.isByItself(item))
        .map(ModuleItem::getName)
        .toList();
  }

  @Test
  void seldomChangedRowsAreFoldedUntilTheyWereChanged() {
    MatteImage command = new MatteImage();
    context.inject(command);
    assertEquals(List.of("image", "source", "trimap", "preview", "model", "foreground"), panel(command).shown());
    command.setInput("stage", "last");
    kept.put(MatteImage.class + " dialog.stage", "1");
    assertTrue(panel(command).shown().containsAll(List.of("normalization", "stage", "device", "tile", "alphatype")));
  }

  @Test
  void whatWasChosenLastIsRememberedForDialogsOnly() throws Exception {
    CutOutMatte first = new CutOutMatte();
    context.inject(first);
    first.setInput("background", "white");
    first.setInput("overwrite", true);
    panel(first).use();
    CutOutMatte next = taken(CutOutMatte.class);
    assertEquals("white", next.getInput("background"));
    assertEquals(false, next.getInput("overwrite"));
    CutOutMatte script = new CutOutMatte();
    context.inject(script);
    script.initialize();
    assertEquals("black", script.getInput("background"));
  }
}
