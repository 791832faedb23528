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
package io.github.deepmatting.commands.macro;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.WindowManager;
import ij.macro.Interpreter;
import ij.process.ByteProcessor;
import io.github.deepmatting.commands.MakeTrimap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleService;

class MacroLineTest {

  private final Context context = new Context();
  private final ImagePlus one = new ImagePlus("same", new ByteProcessor(3, 3));
  private final ImagePlus other = new ImagePlus("same", new ByteProcessor(3, 3));

  @AfterEach
  void stop() {
    for (ImagePlus image : List.of(one, other)) Interpreter.removeBatchModeImage(image);
    Interpreter.batchMode = false;
    WindowManager.setTempCurrentImage(null);
    context.dispose();
  }

  private List<String> doubts(String options) throws Exception {
    Module module = context.service(ModuleService.class).createModule(
        context.service(CommandService.class).getCommand(MakeTrimap.class));
    return new MacroLine(module, Optional.of(options)).doubts();
  }

  @Test
  void keysThatThereAreRaiseNoDoubt() throws Exception {
    assertEquals(List.of(), doubts("image=[my cell = 3.tif] source=labels labels=1,3-5 from='a b' inner=4"));
    assertEquals(List.of(), doubts("image=[] "));
  }

  @Test
  void unknownKeysAndKeysWithoutAValueAreNamed() throws Exception {
    List<String> doubts = doubts("trimpa=[x y] interpolate image=x");
    assertEquals(2, doubts.size(), doubts.toString());
    assertTrue(doubts.get(0).startsWith("There is no key 'trimpa'"), doubts.toString());
    assertTrue(doubts.get(1).contains("write interpolate=..."), doubts.toString());
  }

  @Test
  void aTitleOfTwoImagesIsDoubtful() throws Exception {
    Interpreter.batchMode = true;
    Interpreter.addBatchModeImage(one);
    assertEquals(List.of(), doubts("image=same"));
    Interpreter.addBatchModeImage(other);
    assertTrue(doubts("image=same").get(0).startsWith("2 open images are called 'same'"));
    assertEquals(List.of(), doubts("image=" + other.getID()));
  }

  @Test
  void aResultOfAnotherThreadBecomesTheActiveImageOfTheCallerUnderAnUnusedTitle() throws Exception {
    Interpreter.batchMode = true;
    Interpreter.addBatchModeImage(one);
    WindowManager.setTempCurrentImage(one);
    Caller caller = Caller.here();
    assertEquals(Optional.of(one), caller.active());
    FutureTask<ImagePlus> work = new FutureTask<>(() -> {
      caller.show(other);
      return WindowManager.getTempCurrentImage();
    });
    Thread pooled = new Thread(work);
    pooled.start();
    assertEquals(null, work.get(), "the pooled thread keeps no image for the next command");
    assertEquals(other, WindowManager.getCurrentImage());
    assertEquals("same-1", other.getTitle());
  }
}
