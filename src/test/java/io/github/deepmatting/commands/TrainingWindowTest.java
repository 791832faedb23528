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
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImageJ;
import io.github.deepmatting.training.report.Curves;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import net.imglib2.img.array.ArrayImgs;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.yaml.snakeyaml.Yaml;

/**
 * The window on a screen, which may be one in memory, beside ImageJ, in a process of its own: {@link
 * TrainingWindowProcess} plays the user.
 */
@Timeout(180)
class TrainingWindowTest {

  @TempDir private Path folder;

  @Test
  void closingAndQuittingAskAndDoWhatIsAnswered() throws Exception {
    assertEquals(List.of(
        "closing: Go On -> nothing, open",
        "closing: Finish Now -> finish, open",
        "ended: closed",
        "closing: Stop -> cancel, open",
        "ended by itself: open, may quit true",
        "Close -> closed",
        "quitting: Go On -> nothing, may quit false, open",
        "quitting: Stop -> cancel, waits",
        "ended: may quit true, closed",
        "quitting: Finish Now -> finish, waits",
        "ended: may quit true, closed",
        "quitting after the end: may quit true",
        "listed by ImageJ: true, then false"), run("answers"));
  }

  private List<String> run(String argument) throws Exception {
    List<String> command = new ArrayList<>();
    if (System.getenv("DISPLAY") == null) {
      Assumptions.assumeTrue(onPath("xvfb-run"), "There is neither a display nor xvfb-run");
      command.addAll(List.of("xvfb-run", "-a", "-s", "-screen 0 1280x1024x24"));
    }
    Path output = folder.resolve("output.txt");
    Path log = folder.resolve("log.txt");
    command.addAll(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m",
        "-Djava.awt.headless=false", "-Duser.home=" + folder, "-cp", classPath(),
        TrainingWindowProcess.class.getName(), argument, output.toString()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    boolean over = process.waitFor(150, TimeUnit.SECONDS);
    if (!over) process.destroyForcibly();
    String said = Files.readString(log);
    Assumptions.assumeFalse(said.contains("HeadlessException") || said.contains("X11 window server"), said);
    assertTrue(over && process.exitValue() == 0, said);
    return Files.readAllLines(output);
  }

  private static boolean onPath(String program) {
    for (String place : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
      if (Files.isExecutable(Path.of(place, program))) return true;
    return false;
  }

  private static String classPath() throws URISyntaxException {
    Set<String> places = new LinkedHashSet<>();
    for (Class<?> type : List.of(
        TrainingWindowProcess.class, Curves.class, ArrayImgs.class, ImageJ.class, Context.class, Yaml.class))
      places.add(Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString());
    return String.join(File.pathSeparator, places);
  }
}
