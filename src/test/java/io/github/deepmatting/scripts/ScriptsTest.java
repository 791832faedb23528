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
package io.github.deepmatting.scripts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.deepmatting.imagej.Engines;
import io.github.deepmatting.imagej.RedModel;
import io.github.deepmatting.io.Pictures;
import io.github.deepmatting.model.ModelFolder;
import io.github.deepmatting.training.samples.TestImages;
import java.io.File;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.log.LogService;
import org.scijava.script.ScriptModule;
import org.scijava.script.ScriptService;

/**
 * The Groovy and Jython scripts of the folder {@code scripts}, as they are: SciJava itself reads their {@code #@} lines. What
 * ends its process is run in one of its own.
 */
@Timeout(300)
class ScriptsTest {

  static final Path SCRIPTS = Path.of("scripts");

  @TempDir Path folder;
  private final Context context = new Context();
  private Path images;
  private Path trimaps;
  private Path out;
  private Path model;

  @BeforeEach
  void write() throws Exception {
    images = Files.createDirectory(folder.resolve("images"));
    trimaps = Files.createDirectory(folder.resolve("trimaps"));
    out = folder.resolve("out");
    model = RedModel.write(folder.resolve("red"), "type-range", 2);
    for (String name : List.of("a", "b")) {
      Pictures.save(Pictures.rgb(), images.resolve(name + ".png"));
      Pictures.save(Pictures.trimap(), trimaps.resolve(name + "-trimap.png"));
    }
    // Jython's cache of packages is kept in the user's home otherwise.
    System.setProperty("python.cachedir.skip", "true");
  }

  @AfterEach
  void stop() {
    context.dispose();
  }

  private ScriptModule run(String script, Object... inputs) throws Exception {
    return context.service(ScriptService.class).run(SCRIPTS.resolve(script).toFile(), true, inputs).get();
  }

  private List<String> written() throws Exception {
    try (Stream<Path> files = Files.list(out)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void aFolderFromJython() throws Exception {
    Engines.assumeThere();
    Files.delete(trimaps.resolve("b-trimap.png"));
    ScriptModule module = run("Matte_Folder_Jython.py", "input", images.toFile(), "trimaps", trimaps.toFile(), "output",
        out.toFile(), "model", model.toString(), "overwrite", false);
    assertEquals(1, module.getOutput("failed"));
    assertEquals(List.of("a-alpha.tif", "a-cutout.png", "a-foreground.png", "matte-summary.csv"), written());
    float[] alpha = (float[]) Pictures.open(out.resolve("a-alpha.tif")).getProcessor().getPixels();
    assertEquals(RedModel.alpha(Pictures.red(10) / 255.0), alpha[10], 1e-5);
  }

  @Test
  void whatCanNotBeDoneIsAnErrorOfTheJythonScript() throws Exception {
    List<String> logged = new ArrayList<>();
    context.service(LogService.class).addLogListener(message -> logged.add(message.text() + " " + message.throwable()));
    ScriptModule module = run("Matte_Folder_Jython.py", "input", images.toFile(), "trimaps", new File(folder.toFile(), "nowhere"),
        "output", out.toFile(), "model", model.toString(), "overwrite", false);
    assertNull(module.getOutput("failed"));
    // SciJava logs it; the process would go on with 0, so that pipelines need the Groovy script.
    assertTrue(logged.stream().anyMatch(line -> line.contains("RuntimeError: Matte Folder: ")
        && line.contains("there is no such file or folder")), logged.toString());
  }

  @Test
  void imagesByTheServiceFromGroovy() throws Exception {
    Engines.assumeThere();
    ScriptModule module = run("Matte_Images.groovy", "images", images.resolve("a.png") + "," + images.resolve("b.png"),
        "trimap", trimaps.resolve("a-trimap.png").toFile(), "output", out.toFile(), "model", model.toString());
    assertEquals(2, module.getOutput("count"));
    assertEquals(List.of("a alpha.tif", "a foreground.tif", "b alpha.tif", "b foreground.tif"), written());
    float[] alpha = (float[]) Pictures.open(out.resolve("b alpha.tif")).getProcessor().getPixels();
    assertEquals(RedModel.alpha(Pictures.red(10) / 255.0), alpha[10], 1e-5);
  }

  @Test
  void theServiceFromJython() throws Exception {
    Engines.assumeThere();
    String script = "#@ MattingService matting\n#@ String image\n#@ String trimap\n#@ String model\n#@output Double alpha\n"
        + "from ij import IJ\nresults = matting.matte({'model': model, 'device': 'cpu'}, IJ.openImage(image),"
        + " IJ.openImage(trimap))\nalpha = results['alpha'].getProcessor().getf(10, 0)\n";
    ScriptModule module = context.service(ScriptService.class).run("service.py", script, true, "image",
        images.resolve("a.png").toString(), "trimap", trimaps.resolve("a-trimap.png").toString(), "model",
        model.toString()).get();
    assertEquals(RedModel.alpha(Pictures.red(10) / 255.0), (double) module.getOutput("alpha"), 1e-5);
  }

  @Test
  void aModelFromGroovy() throws Exception {
    Engines.assumeThere();
    Path recipe = folder.resolve("small.yaml");
    try (InputStream stream = getClass().getResourceAsStream("/training/compact.yaml")) {
      Files.writeString(recipe, new String(stream.readAllBytes(), StandardCharsets.UTF_8)
          .replaceAll("size: \\d+, batch: \\d", "size: 32, batch: 1"));
    }
    Path made = folder.resolve("mine");
    ScriptModule module = run("Train_Model.groovy", "foregrounds", TestImages.foregrounds(folder).toFile(), "backgrounds",
        TestImages.backgrounds(folder).toFile(), "out", made.toFile(), "weights", model.toString(), "recipe", recipe.toString(),
        "minutes", 0.005);
    assertEquals(made.toString(), module.getOutput("model"));
    assertEquals("red", ModelFolder.describe(made).network().name());
  }

  /** The exit code of a process that runs the script without a display. */
  private int exitCode(Path log, String script, String... inputs) throws Exception {
    List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx1g", "-Djava.awt.headless=true", "-Ddeepmatting.engine=" + System.getProperty("deepmatting.engine"), "-cp",
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
        ScriptMain.class.getName(), SCRIPTS.resolve(script).toString()));
    command.addAll(List.of(inputs));
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    boolean ended = process.waitFor(4, TimeUnit.MINUTES);
    if (!ended) process.destroyForcibly();
    assertTrue(ended, Files.readString(log));
    return process.exitValue();
  }

  @Test
  void thePipelinesExitCodeTellsHowItWent() throws Exception {
    Engines.assumeThere();
    Path log = folder.resolve("log.txt");
    String[] inputs = {"input=" + images, "trimaps=" + trimaps, "output=" + out, "model=" + model, "device=cpu",
        "overwrite=false"};
    assertEquals(0, exitCode(log, "Matte_Pipeline.groovy", inputs), () -> read(log));
    assertTrue(read(log).contains("2 done, 0 skipped, 0 failed"), read(log));
    assertEquals(7, written().size(), written().toString());

    Files.writeString(images.resolve("c.png"), "no image");
    Files.copy(trimaps.resolve("a-trimap.png"), trimaps.resolve("c.png"));
    assertEquals(1, exitCode(log, "Matte_Pipeline.groovy", inputs), () -> read(log));
    assertTrue(read(log).contains("0 done, 2 skipped, 1 failed"), read(log));
    assertTrue(read(log).contains(images.resolve("c.png").toString()), read(log));

    inputs[1] = "trimaps=" + folder.resolve("nowhere");
    assertEquals(2, exitCode(log, "Matte_Pipeline.groovy", inputs), () -> read(log));
    assertTrue(read(log).contains("there is no " + folder.resolve("nowhere")), read(log));

    inputs[1] = "trimaps=" + trimaps;
    inputs[0] = "input=" + folder.resolve("nowhere");
    assertEquals(2, exitCode(log, "Matte_Pipeline.groovy", inputs), () -> read(log));
  }

  @Test
  void thePipelineRefusesToGuessItsFolders() throws Exception {
    Path log = folder.resolve("log.txt");
    assertEquals(2, exitCode(log, "Matte_Pipeline.groovy", "trimaps=" + trimaps, "output=" + out), () -> read(log));
    assertTrue(read(log).contains("Nothing was matted: give input"), read(log));
  }

  @Test
  void noParameterOfAScriptIsRemembered() throws Exception {
    try (Stream<Path> files = Files.list(SCRIPTS)) {
      for (Path file : files.filter(path -> path.toString().matches(".*\\.(ijm|py|groovy)")).toList())
        for (String line : Files.readAllLines(file))
          if (line.startsWith("#@ ") && line.contains("(")) assertTrue(line.contains("persist = false"), file + ": " + line);
    }
  }

  private static String read(Path log) {
    try {
      return Files.readString(log);
    } catch (java.io.IOException e) {
      return e.toString();
    }
  }

  @Test
  void noScriptIsForgotten() throws Exception {
    try (Stream<Path> files = Files.list(SCRIPTS)) {
      assertEquals(List.of("Matte_Folder.ijm", "Matte_Folder_Jython.py", "Matte_Images.groovy", "Matte_Pipeline.groovy",
              "Matte_Stack.ijm", "Train_Model.groovy"),
          files.map(file -> file.getFileName().toString()).filter(name -> name.matches(".*\\.(ijm|py|groovy)")).sorted()
              .toList());
    }
  }
}
