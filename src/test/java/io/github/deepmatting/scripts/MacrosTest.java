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

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.macro.Interpreter;
import io.github.deepmatting.imagej.Engines;
import io.github.deepmatting.imagej.RedModel;
import io.github.deepmatting.io.Pictures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.log.LogService;

/**
 * The macros of the folder {@code scripts} in ImageJ's own interpreter, without a display; {@link LegacyRouting} brings
 * their commands to SciJava. Their {@code #@} lines become variables here, as ImageJ2 does it.
 */
@Timeout(120)
class MacrosTest {

  private static final Pattern PARAMETER = Pattern.compile("(?m)^#@.*?(\\w+)\\s*$");

  @TempDir Path folder;
  private final Context context = new Context();
  private final List<String> logged = new ArrayList<>();
  private Path model;
  private Path out;

  @BeforeEach
  void install() throws Exception {
    context.service(LogService.class).addLogListener(message -> logged.add(String.valueOf(message.text())));
    LegacyRouting.install(context);
    model = RedModel.write(folder.resolve("red"), "type-range", 2);
    out = Files.createDirectory(folder.resolve("out"));
  }

  @AfterEach
  void stop() {
    context.dispose();
    int[] identifiers = WindowManager.getIDList();
    if (identifiers != null) for (int id : identifiers) WindowManager.getImage(id).close();
  }

  /** Runs a macro with values for its parameters, each of which must have one. */
  private static String run(String script, Map<String, String> values) throws IOException {
    String text = Files.readString(ScriptsTest.SCRIPTS.resolve(script));
    Matcher parameters = PARAMETER.matcher(text);
    String variables = parameters.results().map(parameter -> {
      String value = values.get(parameter.group(1));
      boolean number = value.matches("true|false");
      return parameter.group(1) + " = " + (number ? value : '"' + value.replace("\\", "\\\\") + '"') + ";\n";
    }).collect(Collectors.joining());
    return interpret(variables + PARAMETER.matcher(text).replaceAll(""));
  }

  private static String interpret(String macro) {
    Interpreter interpreter = new Interpreter();
    // Otherwise an error opens a dialog.
    interpreter.setIgnoreErrors(true);
    String result = interpreter.runBatchMacro(macro, null) == null ? "" : "image";
    return interpreter.getErrorMessage() == null ? result : interpreter.getErrorMessage();
  }

  private List<String> written() throws IOException {
    try (Stream<Path> files = Files.list(out)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void aStack() throws Exception {
    Engines.assumeThere();
    ImagePlus stack = Pictures.stack(Pictures.grey16(1000), Pictures.grey16(2000));
    Path image = Pictures.save(stack, folder.resolve("my worm.tif"));
    Path trimap = Pictures.save(Pictures.trimap(), folder.resolve("worm trimap.png"));
    String error = run("Matte_Stack.ijm", Map.of("stack", image.toString(), "trimap", trimap.toString(), "output",
        out.toString(), "model", model.toString()));
    assertNull(LegacyRouting.reason(), error);
    assertEquals(List.of("my worm-alpha.tif", "my worm-foreground.tif"), written(), error + logged);
    ImagePlus alpha = Pictures.open(out.resolve("my worm-alpha.tif"));
    assertEquals(2, alpha.getStackSize());
    assertEquals(RedModel.alpha(2000 * 10 / 65535.0), ((float[]) alpha.getStack().getPixels(2))[10], 1e-5);
    assertEquals("label 2", alpha.getStack().getSliceLabel(2));
  }

  @Test
  void aFolder() throws Exception {
    Engines.assumeThere();
    Path images = Files.createDirectory(folder.resolve("images"));
    Path trimaps = Files.createDirectory(folder.resolve("my trimaps"));
    for (String name : List.of("a", "b")) Pictures.save(Pictures.rgb(), images.resolve(name + ".png"));
    Pictures.save(Pictures.trimap(), trimaps.resolve("a.png"));
    Files.writeString(out.resolve("a-alpha.tif"), "old");
    Map<String, String> values = Map.of("input", images.toString(), "trimaps", trimaps.toString(), "output",
        out.toString(), "model", model.toString(), "overwrite", "true");
    String error = run("Matte_Folder.ijm", values);
    assertNull(LegacyRouting.reason(), error);
    assertEquals(List.of("a-alpha.tif", "a-cutout.png", "a-foreground.png", "matte-summary.csv"), written(), error);
    assertEquals(32, Pictures.open(out.resolve("a-alpha.tif")).getBitDepth());
    assertTrue(logged.stream().anyMatch(line -> line.contains("1 done, 1 failed")), logged.toString());
  }

  @Test
  void aKeyThatIsLeftOutHasItsDefaultAndNothingIsAsked() throws Exception {
    ImagePlus image = new ImagePlus("cell", Pictures.grey16(1000));
    Asking.ASKED.clear();
    WindowManager.setTempCurrentImage(image);
    try {
      IJ.run("Matte Image...", null);
      assertTrue(Asking.ASKED.contains("model") && Asking.ASKED.contains("help"), Asking.ASKED.toString());
      Asking.ASKED.clear();
      interpret("run(\"Matte Image...\", \"model=[" + folder.resolve("nowhere") + "]\");");
    } finally {
      WindowManager.setTempCurrentImage(null);
    }
    assertTrue(LegacyRouting.reason() != null, "a trimap is missing");
    assertEquals(List.of(), Asking.ASKED);
  }

  @Test
  void anUnknownTitleIsAnErrorThatNamesTheKey() {
    interpret("newImage(\"cell\", \"8-bit\", 24, 16, 1); run(\"Set Selection to Foreground\", \"image=[no such]\");");
    assertTrue(LegacyRouting.reason().contains("'image' names no open image"), LegacyRouting.reason());
    assertTrue(logged.stream().anyMatch(line -> line.contains("'image' names no open image")), logged.toString());
  }

  @Test
  void aTrimapIsCorrectedFromAMacro() throws Exception {
    interpret("newImage(\"cell trimap\", \"8-bit black\", 24, 16, 1);"
        + "makeRectangle(2, 3, 4, 5); run(\"Set Selection to Unknown\");"
        + "makeRectangle(3, 4, 2, 2); run(\"Set Selection to Foreground\");"
        + "makeRectangle(2, 3, 1, 1); run(\"Set Selection to Background\"); run(\"Undo Trimap Edit\");"
        + "makeRectangle(0, 0, 24, 16); getStatistics(area, mean);"
        + "File.saveString(mean * area, \"" + out.resolve("sum.txt").toString().replace("\\", "\\\\") + "\");");
    assertEquals(16 * 128 + 4 * 255, Double.parseDouble(Files.readString(out.resolve("sum.txt")).strip()), 0.5);
    IJ.resetEscape();
  }
}
