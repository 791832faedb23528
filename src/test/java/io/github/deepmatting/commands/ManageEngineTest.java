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

import io.github.deepmatting.engine.EngineFolder;
import io.github.deepmatting.imagej.Engines;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.ItemVisibility;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.ModuleItem;
import org.scijava.module.ModuleService;

/** The command as macros run it, with the real engine. */
class ManageEngineTest {

  @TempDir Path folder;
  private final Context context = new Context();

  @AfterEach
  void stop() {
    context.dispose();
  }

  private ManageEngine run(Object... inputs) throws Exception {
    return (ManageEngine) context.service(ModuleService.class).run(info(), true, inputs).get();
  }

  private CommandInfo info() {
    return context.service(CommandService.class).getCommand(ManageEngine.class);
  }

  @Test
  void showsWhatARealSessionUses() throws Exception {
    Engines.assumeThere();
    ManageEngine module = run();
    assertFalse(module.isCanceled(), module.getCancelReason());
    List<String> report = module.getOutput("report").toString().lines().toList();
    assertTrue(report.get(0).startsWith("engine: TensorFlow 2.18"), report.toString());
    assertEquals("build: " + EngineFolder.find().build(), report.get(1));
    assertEquals("folder: " + EngineFolder.find().directory(), report.get(2));
    assertTrue(report.stream().anyMatch(line -> line.startsWith("device: CPU ")), report.toString());
  }

  @Test
  void installsFromAFolder() throws Exception {
    Engines.assumeThere();
    EngineFolder built = EngineFolder.find();
    Path home = folder.resolve("home");
    ManageEngine module = run("action", "install", "build", built.build().toString(), "folder",
        built.directory().toFile(), "target", home.toFile());
    assertFalse(module.isCanceled(), module.getCancelReason());
    assertTrue(module.getOutput("report").toString().contains("TensorFlow 2.18"));
    assertEquals(home.toAbsolutePath(), EngineFolder.at(home).directory().getParent());
  }

  private void assertFails(String reason, Object... inputs) throws Exception {
    ManageEngine module = run(inputs);
    assertTrue(module.isCanceled());
    assertTrue(module.getCancelReason().contains(reason), module.getCancelReason());
  }

  @Test
  void everythingIsValidated() throws Exception {
    assertFails("action is 'remove'; allowed are show, install", "action", "remove");
    assertFails("build is 'tpu'; allowed are cpu, gpu", "action", "install", "build", "tpu");
    assertFails("The repository is 'example.org'", "action", "install", "repository", "example.org");
    assertFails("proxy is 'nowhere'", "action", "install", "proxy", "nowhere");
    assertFails("There is no folder", "action", "install", "folder", folder.resolve("absent").toFile());
    assertFails("but not from both", "action", "install", "folder", folder.toFile(), "proxy", "localhost:1");
    assertFalse(Files.exists(folder.resolve("home")));
  }

  @Test
  void macroKeysAreStableAndTheStateIsTold() throws Exception {
    List<String> keys = new ArrayList<>();
    for (ModuleItem<?> input : info().inputs()) {
      if (input.getType().getName().startsWith("org.scijava")) continue;
      if (input.getVisibility() == ItemVisibility.MESSAGE) continue;
      keys.add(input.getName());
      assertFalse(input.isPersisted(), input.getName());
      assertFalse(input.getDescription().isEmpty(), input.getName());
    }
    assertEquals(List.of("action", "build", "repository", "folder", "proxy", "target"), keys);
    ManageEngine module = (ManageEngine) context.service(ModuleService.class).createModule(info());
    module.initialize();
    assertTrue(module.getInput("state").toString().contains(" MB to download"), module.getInput("state").toString());
  }
}
