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

import io.github.deepmatting.imagej.Engines;
import io.github.deepmatting.imagej.RedModel;
import io.github.deepmatting.io.Pictures;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.CommandService;
import org.scijava.event.EventHandler;
import org.scijava.event.EventService;
import org.scijava.log.LogService;
import org.scijava.module.ModuleService;
import org.scijava.task.event.TaskEvent;

/** The command as scripts run it, with the real engine and a model whose alpha is worked out by hand. */
class MatteFolderTest {

  @TempDir Path folder;
  private final Context context = new Context();
  private final List<String> logged = new ArrayList<>();
  private File images;
  private File trimaps;
  private Path out;
  private String model;

  @BeforeEach
  void start() throws Exception {
    context.service(LogService.class).addLogListener(message -> logged.add(String.valueOf(message.text())));
    images = Files.createDirectory(folder.resolve("images")).toFile();
    trimaps = Files.createDirectory(folder.resolve("trimaps")).toFile();
    out = folder.resolve("out");
    model = RedModel.write(folder.resolve("red"), "type-range", 2).toString();
    for (String name : List.of("a", "b", "c")) {
      Pictures.save(Pictures.rgb(), images.toPath().resolve(name + ".png"));
      Pictures.save(Pictures.trimap(), trimaps.toPath().resolve(name + ".png"));
    }
  }

  @AfterEach
  void stop() {
    context.dispose();
  }

  private MatteFolder run(Object... inputs) throws Exception {
    List<Object> all = new ArrayList<>(List.of("input", images, "trimaps", trimaps, "output", out.toFile(), "model", model));
    all.addAll(List.of(inputs));
    return (MatteFolder) context.service(ModuleService.class)
        .run(context.service(CommandService.class).getCommand(MatteFolder.class), true, all.toArray()).get();
  }

  private List<String> written() throws IOException {
    try (Stream<Path> files = Files.list(out)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void allImagesAreDoneAndCounted() throws Exception {
    Engines.assumeThere();
    Files.delete(trimaps.toPath().resolve("b.png"));
    Files.createDirectory(out);
    Files.writeString(out.resolve("c-alpha.tif"), "mine");
    MatteFolder module = run("outputs", "alpha", "stage", "1", "tile", 64, "device", "cpu", "alphatype", "8-bit");
    assertFalse(module.isCanceled(), module.getCancelReason());
    assertEquals(1, module.getOutput("done"));
    assertEquals(1, module.getOutput("skipped"));
    assertEquals(1, module.getOutput("failed"));
    assertTrue(logged.stream().noneMatch(line -> line.contains("unsupported output")), logged.toString());
    assertEquals(out.resolve("matte-summary.csv").toString(), module.getOutput("summary"));
    assertEquals(List.of("a-alpha.tif", "c-alpha.tif", "matte-summary.csv"), written());
    byte[] alpha = (byte[]) Pictures.open(out.resolve("a-alpha.tif")).getProcessor().getPixels();
    for (int x = 0; x < Pictures.WIDTH; x++) {
      double expected = Pictures.isBackground(x) ? 0 : Pictures.isForeground(x) ? 1 : RedModel.alpha(Pictures.red(x) / 255.0);
      assertEquals(255 * expected, alpha[x] & 0xff, 0.51, "x=" + x);
    }
    assertTrue(logged.stream().anyMatch(line -> line.contains("there is no trimap for it")), logged.toString());
    assertTrue(logged.stream().anyMatch(line -> line.contains("1 done, 1 skipped, 1 failed")), logged.toString());
    assertEquals(2, run("outputs", "alpha", "overwrite", true).getOutput("done"));
    assertEquals(32, Pictures.open(out.resolve("c-alpha.tif")).getBitDepth());
  }

  private void assertFails(String reason, Object... inputs) throws Exception {
    logged.clear();
    MatteFolder module = run(inputs);
    assertTrue(module.isCanceled());
    assertTrue(module.getCancelReason().contains(reason), module.getCancelReason());
    assertTrue(logged.stream().anyMatch(message -> message.contains(reason)), logged.toString());
    assertFalse(Files.exists(out.resolve("a-alpha.tif")));
  }

  @Test
  void everythingIsValidated() throws Exception {
    assertFails("'input' is missing", "input", new File(""));
    assertFails("'output' is missing", "output", new File(""));
    assertFails("there is no such file or folder", "trimaps", new File(folder.toFile(), "nowhere"));
    assertFails("An output is 'mask'", "outputs", "mask");
    assertFails("normalization is 'none'", "normalization", "none");
    assertFails("alpha type is 'half'", "alphatype", "half");
    assertFails("stage is '3'", "stage", "3");
    assertFails("device is 'tpu'", "device", "tpu");
    assertFails("Tile is 7", "tile", 7);
    assertFails("is a file; results need a folder", "output", Path.of(model, "rdf.yaml").toFile());
    assertFails("There is no model 'nothing'", "model", "nothing");
  }

  /** Stops the first task that loads the model. */
  public static final class Stopper {
    private final AtomicBoolean stopped = new AtomicBoolean();

    @EventHandler
    public void onEvent(TaskEvent event) {
      String message = event.getTask().getStatusMessage();
      if (message != null && message.startsWith("Loading") && !stopped.getAndSet(true)) event.getTask().cancel("enough");
    }
  }

  @Test
  void theTasksButtonStopsItAndTheSummaryTellsHowFarItCame() throws Exception {
    Engines.assumeThere();
    Stopper stopper = new Stopper();
    context.service(EventService.class).subscribe(stopper);
    MatteFolder module = run();
    assertTrue(module.isCanceled());
    assertEquals(List.of("matte-summary.csv"), written());
    List<String> summary = Files.readAllLines(out.resolve("matte-summary.csv"));
    assertTrue(summary.get(3).endsWith("c.png,not done,0,0.000,,"), summary.toString());
  }
}
