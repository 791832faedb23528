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

import io.github.deepmatting.io.Pictures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * By hand: 100x100 unknown pixels of 217/255 instead of 1. SAD is 10000 * 38/255 / 1000, MSE (38/255)^2. Constant mattes
 * have no gradients. Connectivity: both are connected up to the level 0.8, above which alpha has 0.051, too little to
 * count, and the truth 0.2; so each pixel costs 0.2.
 */
class EvaluateCommandTest {

  @TempDir Path folder;
  private Path alpha;
  private Path truth;
  private Path trimap;

  @BeforeEach
  void write() throws IOException {
    alpha = Files.createDirectory(folder.resolve("alpha"));
    truth = Files.createDirectory(folder.resolve("truth"));
    trimap = Files.createDirectory(folder.resolve("trimap"));
    Pictures.save(Pictures.filled(100, 100, 217), alpha.resolve("bee-alpha.tif"));
    Pictures.save(Pictures.filled(100, 100, 255), alpha.resolve("wasp-alpha.tif"));
    Pictures.save(Pictures.filled(100, 100, 3), alpha.resolve("wasp-foreground.png"));
    for (String name : new String[] {"bee", "wasp"}) {
      Pictures.save(Pictures.filled(100, 100, 255), truth.resolve(name + ".png"));
      Pictures.save(Pictures.filled(100, 100, 128), trimap.resolve(name + ".png"));
    }
  }

  private CommandLineRun evaluate(Object... more) {
    Object[] arguments = new Object[7 + more.length];
    System.arraycopy(
        new Object[] {"evaluate", "--alpha", alpha, "--truth", truth, "--trimap", trimap}, 0, arguments, 0, 7);
    System.arraycopy(more, 0, arguments, 7, more.length);
    return CommandLineRun.of(arguments);
  }

  @Test
  void aTableWithTheMeanLast() {
    CommandLineRun run = evaluate();
    assertEquals(0, run.exitCode(), run.err());
    assertEquals("""
        name     sad      mse    grad    conn
        bee   1.4902  0.02221  0.0000  2.0000
        wasp  0.0000  0.00000  0.0000  0.0000
        mean  0.7451  0.01110  0.0000  1.0000
        """, run.out());
    assertEquals("", run.err());
  }

  @Test
  void aFileWithCommas() throws Exception {
    Path csv = folder.resolve("table.csv");
    assertEquals(0, evaluate("--csv", csv).exitCode());
    assertEquals("name,sad,mse,grad,conn\nbee,1.4902,0.02221,0.0000,2.0000\nwasp,0.0000,0.00000,0.0000,0.0000\n"
        + "mean,0.7451,0.01110,0.0000,1.0000\n", Files.readString(csv));
    assertEquals(1, evaluate("--csv", csv).exitCode());
    assertEquals(0, evaluate("--csv", csv, "--force").exitCode());
  }

  @Test
  void whatCantBeMeasuredIsNamedAndTheRestIsMeasured() throws Exception {
    Pictures.save(Pictures.filled(10, 10, 9), alpha.resolve("ant-alpha.tif"));
    Pictures.save(Pictures.filled(10, 10, 9), alpha.resolve("fly-alpha.tif"));
    Pictures.save(Pictures.filled(10, 11, 9), truth.resolve("fly.png"));
    Pictures.save(Pictures.filled(10, 10, 128), trimap.resolve("fly.png"));
    Pictures.save(Pictures.filled(10, 10, 9), truth.resolve("gnat.png"));
    CommandLineRun run = evaluate();
    assertEquals(1, run.exitCode());
    assertTrue(run.out().contains("mean  0.7451  0.01110"), run.out());
    assertTrue(run.err().contains("ant-alpha.tif: there is no alpha for it in"), run.err());
    assertTrue(run.err().contains("fly-alpha.tif: The true alpha has 10x11 pixels"), run.err());
    assertTrue(run.err().contains("warning: There is no alpha for 1 of the 4 true alphas: gnat.png"), run.err());
  }

  @Test
  void withNothingUnknownThereIsNothingToMeasure() throws Exception {
    Path known = trimap.resolve("wasp.png");
    Files.delete(known);
    Pictures.save(Pictures.filled(100, 100, 255), known);
    CommandLineRun run = evaluate();
    assertEquals(1, run.exitCode());
    assertTrue(run.out().contains("mean  1.4902  0.02221"), run.out());
    assertTrue(run.err().contains(known + ": has no unknown pixel"), run.err());
  }

  @Test
  void foldersWithoutImagesAreNamed() throws Exception {
    truth = Files.createDirectory(folder.resolve("empty"));
    CommandLineRun run = evaluate();
    assertEquals(1, run.exitCode());
    assertTrue(run.err().contains(truth + ": holds no image"), run.err());
    truth = folder.resolve("none");
    assertTrue(evaluate().err().contains(truth + ": there is no such file or folder"));
  }
}
