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

import io.github.deepmatting.imagej.Engines;
import io.github.deepmatting.imagej.Fonts;
import io.github.deepmatting.io.Pictures;
import io.github.deepmatting.model.ModelDescription;
import io.github.deepmatting.model.ModelFolder;
import io.github.deepmatting.training.samples.TestImages;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.event.EventHandler;
import org.scijava.event.EventService;
import org.scijava.log.LogService;
import org.scijava.module.ModuleItem;
import org.scijava.module.ModuleService;
import org.scijava.task.event.TaskEvent;

/** The command as scripts run it, headless, with a tiny network in the real engine. */
@Timeout(120)
class TrainModelTest {

  @TempDir Path folder;
  private final Context context = new Context();
  private final List<String> logged = new ArrayList<>();
  private Path network;
  private Path recipe;

  @BeforeEach
  void start() throws Exception {
    context.service(LogService.class).addLogListener(message -> logged.add(String.valueOf(message.text())));
    network = folder.resolve("tiny.yaml");
    try (InputStream stream = getClass().getResourceAsStream("/io/github/deepmatting/tensorflow/compact-tiny.yaml")) {
      Files.copy(stream, network);
    }
    recipe = folder.resolve("small.yaml");
    try (InputStream stream = getClass().getResourceAsStream("/training/compact.yaml")) {
      Files.writeString(recipe,
          new String(stream.readAllBytes()).replaceAll("size: \\d+, batch: \\d", "size: 32, batch: 1"));
    }
  }

  @AfterEach
  void stop() {
    context.dispose();
  }

  private CommandInfo info() {
    return context.service(CommandService.class).getCommand(TrainModel.class);
  }

  private TrainModel run(Object... inputs) throws Exception {
    return (TrainModel) context.service(ModuleService.class).run(info(), true, inputs).get();
  }

  @Test
  void foldersAndAnOpenImageMakeAModel() throws Exception {
    Engines.assumeThere();
    Path image = Pictures.save(Pictures.rgb(), folder.resolve("cell.png"));
    Path alpha = Pictures.save(Pictures.trimap(), folder.resolve("cell-alpha.png"));
    TrainModel module = run("foregrounds", TestImages.foregrounds(folder).toFile(), "backgrounds",
        TestImages.backgrounds(folder).toFile(), "image", image.toString(), "alpha", alpha.toString(), "out",
        folder.resolve("cells").toFile(), "network", network.toString(), "recipe", recipe.toString(), "minutes", 0.0,
        "steps", 4L, "threads", 1);
    assertFalse(module.isCanceled(), module.getCancelReason());
    assertEquals(folder.resolve("cells").toString(), module.getOutput("model"));
    ModelDescription model = ModelFolder.describe(folder.resolve("cells"));
    assertEquals(4, model.training().get("steps"));
    assertEquals(Map.of("foregrounds", 3, "backgrounds", 2, "open images", 1), model.training().get("data"));
    assertEquals(Fonts.areThere(), Files.exists(folder.resolve("cells.training/curves.png")));
  }

  private void assertFails(String reason, Object... inputs) throws Exception {
    logged.clear();
    TrainModel module = run(inputs);
    assertTrue(module.isCanceled());
    assertTrue(module.getCancelReason().contains(reason), module.getCancelReason());
    assertTrue(logged.stream().anyMatch(message -> message.contains(reason)), logged.toString());
    assertNull(module.getOutput("model"));
  }

  @Test
  void everythingIsValidated() throws Exception {
    Object out = folder.resolve("m").toFile();
    Object photographs = TestImages.backgrounds(folder).toFile();
    assertFails("there is no such file or folder", "backgrounds", folder.resolve("nowhere").toFile(), "out", out);
    assertFails("There is no network 'huge'", "backgrounds", photographs, "out", out, "network", "huge");
    assertFails("There is no recipe 'secret'", "backgrounds", photographs, "out", out, "recipe", "secret");
    assertFails("There is no model 'nothing'", "backgrounds", photographs, "out", out, "weights", "nothing");
    assertFails("0.0 minutes and 0 steps", "backgrounds", photographs, "out", out, "minutes", 0.0);
    assertFails("'alpha' is missing", "backgrounds", photographs, "out", out, "image",
        Pictures.save(Pictures.rgb(), folder.resolve("a.png")).toString());
    assertFails("no open image and no file", "backgrounds", photographs, "out", out, "image", "gone.tif", "alpha", "b");
    assertFails("exists already", "backgrounds", photographs, "out", folder.toFile());
  }

  /** Stops the task as soon as it trains. */
  public static final class Stopper {
    private final AtomicBoolean stopped = new AtomicBoolean();

    @EventHandler
    public void onEvent(TaskEvent event) {
      String message = event.getTask().getStatusMessage();
      if (message != null && message.startsWith("Training") && !stopped.getAndSet(true)) event.getTask().cancel("enough");
    }
  }

  @Test
  void theTasksButtonStopsItAndItIsResumed() throws Exception {
    Engines.assumeThere();
    Stopper stopper = new Stopper();
    context.service(EventService.class).subscribe(stopper);
    Object[] inputs = {"backgrounds", TestImages.backgrounds(folder).toFile(), "out", folder.resolve("m").toFile(),
        "network", network.toString(), "recipe", recipe.toString(), "minutes", 0.0, "steps", 3L, "threads", 1, "resume",
        true};
    TrainModel module = run(inputs);
    assertTrue(module.isCanceled());
    assertTrue(logged.stream().anyMatch(message -> message.contains("can be resumed from")), logged.toString());
    assertFalse(Files.exists(folder.resolve("m")));
    assertTrue(Files.exists(folder.resolve("m.training/checkpoint.npz")));
    TrainModel resumed = run(inputs);
    assertFalse(resumed.isCanceled(), resumed.getCancelReason());
    assertEquals(3, ModelFolder.describe(folder.resolve("m")).training().get("steps"));
  }

  @Test
  void macroKeysAreStableAndNothingIsRemembered() {
    CommandInfo info = info();
    assertEquals("Plugins > Deep Matting > Train Model...", info.getMenuPath().getMenuString());
    assertTrue(info.canRunHeadless());
    List<String> keys = new ArrayList<>();
    for (ModuleItem<?> input : info.inputs()) {
      if (input.getType().getName().startsWith("org.scijava")) continue;
      keys.add(input.getName());
      assertTrue(input.getName().matches("[a-z]+"), input.getName());
      assertFalse(input.isPersisted(), input.getName());
    }
    assertEquals(List.of("foregrounds", "alphas", "image", "alpha", "backgrounds", "photographed", "validation",
        "holdback", "out", "network", "weights", "recipe", "minutes", "steps", "seed", "threads", "resume"), keys);
  }
}
