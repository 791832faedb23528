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
package io.github.deepmatting.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.process.ByteProcessor;
import io.github.deepmatting.io.Pictures;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeasureCommandTest {

  @TempDir Path folder;

  private Path save(String name, int... values) throws Exception {
    ByteProcessor pixels = new ByteProcessor(values.length, 1);
    for (int i = 0; i < values.length; i++) pixels.set(i, values[i]);
    return Pictures.save(pixels, folder.resolve(name));
  }

  @Test
  void measuresAFolder() throws Exception {
    save("a-alpha.png", 255, 51, 0);
    save("a-foreground.png", 100, 40, 7);
    save("b-alpha.png", 0, 0, 255);
    save("b-foreground.png", 1, 2, 3);
    CommandLineRun run = CommandLineRun.of("measure", folder, "--foreground", folder);
    assertEquals(0, run.exitCode(), run.err());
    String[] lines = run.out().split("\n");
    assertEquals("Label,SoftArea,X,Y,Perim.,EdgeWidth,Mean,IntDen,RawIntDen,Unit", lines[0]);
    assertEquals(3, lines.length);
    String[] first = lines[1].split(",");
    assertEquals("a-alpha.png", first[0]);
    assertEquals(1.2, Double.parseDouble(first[1]), 1e-6);
    assertEquals(90, Double.parseDouble(first[6]), 1e-5);
    assertEquals("pixel", first[9]);
  }

  @Test
  void writesAFileAndGoesOnAfterAFailure() throws Exception {
    save("a-alpha.png", 255, 51, 0);
    save("b-alpha.png", 255, 51, 0, 3);
    Path labels = save("labels.png", 1, 1, 2);
    Path csv = folder.resolve("table.csv");
    CommandLineRun run = CommandLineRun.of("measure", folder, "--labels", labels, "--reach", 0, "--csv", csv);
    assertEquals(1, run.exitCode());
    assertTrue(run.err().contains("b-alpha.png") && run.err().contains("has 3x1"), run.err());
    assertTrue(Files.readString(csv).startsWith("Label,Object,SoftArea"), Files.readString(csv));
    assertEquals(3, Files.readAllLines(csv).size());
    assertEquals(2, CommandLineRun.of("measure", folder, "--foreground", labels, "--image", labels).exitCode());
  }
}
