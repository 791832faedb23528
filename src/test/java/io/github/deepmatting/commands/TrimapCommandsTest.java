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
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.process.ByteProcessor;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.log.LogService;
import org.scijava.module.Module;
import org.scijava.module.ModuleService;

/** The commands as shortcuts and macros run them. */
class TrimapCommandsTest {

  private final Context context = new Context();
  private final List<String> logged = new ArrayList<>();
  private final ImagePlus trimap = new ImagePlus("cat trimap", new ByteProcessor(9, 9));

  @BeforeEach
  void listen() {
    context.service(LogService.class).addLogListener(message -> logged.add(String.valueOf(message.text())));
    trimap.setRoi(new Roi(2, 2, 3, 4));
  }

  @AfterEach
  void stop() {
    context.dispose();
  }

  private Module run(Class<? extends TrimapEditCommand> type, Object... inputs) throws Exception {
    CommandInfo info = context.service(CommandService.class).getCommand(type);
    return context.service(ModuleService.class).run(info, true, inputs).get();
  }

  @Test
  void eachCommandSetsItsValueAndUndoTakesItBack() throws Exception {
    assertFalse(((TrimapEditCommand) run(SetForeground.class, "image", trimap)).isCanceled());
    assertEquals(255, trimap.getProcessor().get(2, 2));
    run(SetUnknown.class, "image", trimap);
    assertEquals(128, trimap.getProcessor().get(4, 5));
    run(SetBackground.class, "image", trimap);
    assertEquals(0, trimap.getProcessor().get(4, 5));
    assertTrue(logged.contains("Deep Matting: 12 pixels of cat trimap set to background"), logged.toString());
    run(UndoTrimapEdit.class, "image", trimap);
    assertEquals(128, trimap.getProcessor().get(4, 5));
    run(UndoTrimapEdit.class, "image", trimap);
    assertEquals(255, trimap.getProcessor().get(4, 5));
    run(UndoTrimapEdit.class, "image", trimap);
    assertEquals(0, trimap.getProcessor().get(4, 5));
    assertFalse(((TrimapEditCommand) run(UndoTrimapEdit.class, "image", trimap)).isCanceled());
    assertTrue(logged.contains("Deep Matting: there is no edit of cat trimap to undo"), logged.toString());
  }

  @Test
  void whatIsWrongCancelsWithAReason() throws Exception {
    trimap.deleteRoi();
    TrimapEditCommand module = (TrimapEditCommand) run(SetForeground.class, "image", trimap);
    assertTrue(module.getCancelReason().contains("has no selection"), module.getCancelReason());
    TrimapEditCommand empty = (TrimapEditCommand) run(SetUnknown.class, "image", new ImagePlus());
    assertTrue(empty.getCancelReason().contains("'image' names no open image"), empty.getCancelReason());
    TrimapEditCommand itself = (TrimapEditCommand) run(ShowTrimap.class, "image", trimap);
    assertTrue(itself.getCancelReason().contains("is itself a trimap"), itself.getCancelReason());
  }
}
