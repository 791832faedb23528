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

import ij.ImagePlus;
import ij.WindowManager;
import ij.macro.Interpreter;
import ij.measure.ResultsTable;
import ij.process.ImageProcessor;
import io.github.deepmatting.imagej.Engines;
import io.github.deepmatting.imagej.RedModel;
import io.github.deepmatting.io.Pictures;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;

/**
 * Lines of a macro without {@code image=} in ImageJ's batch mode, again and again, with other images opened and closed in
 * between: each means the image that the macro has made active, and its result is the active image after it. Commands run in
 * threads of a pool, as in ImageJ2.
 */
@Timeout(300)
class ActiveImageTest {

  private static final int TIMES = 20;

  @TempDir Path folder;
  private final Context context = new Context();
  private Path log;

  @BeforeEach
  void install() throws Exception {
    LegacyRouting.install(context);
    log = folder.resolve("log.txt");
    // Two images of different sizes with their trimaps, so that a wrong pair is an error.
    for (String name : List.of("cat", "bee")) {
      int width = name.equals("cat") ? Pictures.WIDTH : Pictures.WIDTH - 1;
      Pictures.save(Pictures.rgb().resize(width, Pictures.HEIGHT), folder.resolve(name + ".png"));
      Pictures.save(cropped(width), folder.resolve(name + " tri.png"));
    }
  }

  private static ImageProcessor cropped(int width) {
    ImageProcessor trimap = Pictures.trimap();
    trimap.setRoi(0, 0, width, Pictures.HEIGHT);
    return trimap.crop();
  }

  @AfterEach
  void stop() {
    context.dispose();
    int[] identifiers = WindowManager.getIDList();
    if (identifiers != null) for (int id : identifiers) WindowManager.getImage(id).close();
    WindowManager.setTempCurrentImage(null);
  }

  /** Runs the lines for one image after the other, and tells the titles and sizes of what was active after each. */
  private List<String> run(String lines) throws Exception {
    String macro = "d = \"" + folder.toString().replace("\\", "/") + "/\"; var noted = \"\";\n"
        + "open(d + \"cat.png\"); open(d + \"cat tri.png\"); open(d + \"bee.png\"); open(d + \"bee tri.png\");\n"
        + "for (i = 0; i < " + TIMES + "; i++) {\n"
        + "  one(\"cat\"); newImage(\"noise\", \"8-bit random\", 24, 16, 1); one(\"bee\");\n"
        + "  selectImage(\"noise\"); close();\n"
        + "}\nFile.saveString(noted, \"" + log.toString().replace("\\", "/") + "\");\n"
        + "function one(name) {\n  selectImage(name + \".png\");\n" + lines + "\n}\n"
        + "function note() { noted = noted + getTitle() + \" \" + getWidth() + \"\\n\"; }\n";
    Interpreter interpreter = new Interpreter();
    interpreter.setIgnoreErrors(true);
    interpreter.runBatchMacro(macro, null);
    assertNull(interpreter.getErrorMessage());
    assertNull(LegacyRouting.reason());
    return Files.readAllLines(log);
  }

  private static void assertEach(List<String> noted, String... results) {
    assertEquals(2 * TIMES * results.length, noted.size());
    for (int i = 0; i < noted.size(); i++) {
      boolean cat = i / results.length % 2 == 0;
      String expected = (cat ? "cat " : "bee ") + results[i % results.length] + " "
          + (cat ? Pictures.WIDTH : Pictures.WIDTH - 1);
      assertEquals(expected, noted.get(i), "line " + i);
    }
  }

  @Test
  void makeTrimapCorrectionAndMattesAreOfTheActiveImage() throws Exception {
    Engines.assumeThere();
    Path model = RedModel.write(folder.resolve("red"), "type-range", 2);
    List<String> noted = run("""
          run("Matte Image...", "trimap=[" + name + " tri.png] foreground=true device=cpu model=[%s]"); note(); close();
          selectImage(name + " foreground"); note(); close();
          selectImage(name + ".png");
          run("Make Trimap...", "source=labels from=[" + name + " tri.png] inner=1 outer=1"); note();
          makeRectangle(1, 1, 2, 2); run("Set Selection to Unknown"); note(); run("Undo Trimap Edit"); close();
        """.formatted(model.toString().replace("\\", "/")));
    assertEach(noted, "alpha", "foreground", "trimap", "trimap");
  }

  @Test
  void cutOutsAndCompositesAreOfTheActiveImage() throws Exception {
    List<String> noted = run("""
          run("Cut Out...", "alpha=[" + name + " tri.png]"); note(); close();
          selectImage(name + ".png");
          run("Composite...", "alpha=[" + name + " tri.png] over=checkerboard"); note(); close();
        """);
    assertEach(noted, "cutout", "composite");
  }

  @Test
  void labelMattesAreOfTheActiveImage() throws Exception {
    Engines.assumeThere();
    Path model = RedModel.write(folder.resolve("red"), "type-range", 2);
    assertEach(run("""
          run("Matte Labels...", "from=[" + name + " tri.png] labels=255 inner=1 outer=1 device=cpu model=[%s]"); note(); close();
        """.formatted(model.toString().replace("\\", "/"))), "label alphas");
  }

  @Test
  void theActiveMatteIsMeasured() throws Exception {
    ResultsTable results = ResultsTable.getResultsTable();
    results.reset();
    run("selectImage(name + \" tri.png\"); run(\"Measure Matte...\", \"reach=3\"); note();");
    double cat = results.getValue("SoftArea", 0);
    double bee = results.getValue("SoftArea", 1);
    assertEquals(Pictures.HEIGHT, cat - bee, 1e-9, "the bee lacks one column of foreground");
    for (int i = 0; i < 2 * TIMES; i++) assertEquals(i % 2 == 0 ? cat : bee, results.getValue("SoftArea", i), "row " + i);
  }
}
