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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.process.ByteProcessor;
import ij.process.FloatProcessor;
import io.github.deepmatting.imagej.Engines;
import io.github.deepmatting.imagej.RedModel;
import io.github.deepmatting.io.ImageFiles;
import io.github.deepmatting.io.Pictures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command says of bad images, trimaps, models and engines. */
class BadInputTest {

  @TempDir Path folder;
  private Path model;
  private Path image;
  private Path trimap;
  private Path out;

  @BeforeAll
  static void engine() {
    Engines.assumeThere();
  }

  @BeforeEach
  void write() throws IOException {
    model = RedModel.write(folder.resolve("red"), "type-range", 1);
    image = Pictures.save(Pictures.rgb(), folder.resolve("bee.png"));
    trimap = Pictures.save(Pictures.trimap(), folder.resolve("trimap.png"));
    out = folder.resolve("out");
  }

  private CommandLineRun matte() {
    return CommandLineRun.of("matte", image, "--trimap", trimap, "--model", model, "--out", out, "--device", "cpu",
        "--outputs", "alpha");
  }

  private float[] alpha() throws IOException {
    return (float[]) Pictures.open(out.resolve("bee-alpha.tif")).getProcessor().getPixels();
  }

  /** Fails with one line that holds all of these, without a stack trace and without a result. */
  private void assertFails(String... parts) throws IOException {
    CommandLineRun run = matte();
    assertEquals(1, run.exitCode());
    String line = run.err().lines().filter(text -> text.startsWith("error: ")).findFirst().orElse("");
    for (String part : parts) assertTrue(line.contains(part), part + " is not in: " + run.err());
    assertFalse(run.err().contains("\tat "), run.err());
    if (Files.exists(out))
      try (Stream<Path> files = Files.list(out)) {
        assertEquals(0, files.count());
      }
  }

  /** Succeeds with a warning that holds all of these. */
  private void assertWarns(String... parts) {
    CommandLineRun run = matte();
    assertEquals(0, run.exitCode(), run.err());
    for (String part : parts)
      assertTrue(run.err().lines().anyMatch(line -> line.startsWith("warning: ") && line.contains(part)),
          part + " is not in: " + run.err());
  }

  @Test
  void aTrimapOfAnotherSize() throws Exception {
    trimap = Pictures.save(Pictures.filled(10, 9, 128), folder.resolve("small.png"));
    assertFails("bee.png", "small.png", "10x9", "24x16", "same size");
  }

  @Test
  void aTrimapWithoutUnknownGivesItself() throws Exception {
    ByteProcessor mask = Pictures.trimap();
    for (int i = 0; i < mask.getPixelCount(); i++) mask.set(i, mask.get(i) > 127 ? 255 : 0);
    trimap = Pictures.save(mask, folder.resolve("mask.png"));
    assertWarns("no unknown pixel");
    float[] alpha = alpha();
    for (int i = 0; i < alpha.length; i++) assertEquals(mask.get(i) / 255f, alpha[i]);
  }

  @Test
  void aTrimapWithoutForegroundOrBackground() throws Exception {
    trimap = Pictures.save(Pictures.filled(Pictures.WIDTH, Pictures.HEIGHT, 128), folder.resolve("grey.png"));
    assertWarns("no foreground pixel", "no background pixel");
    assertEquals(RedModel.alpha(0), alpha()[0], 1e-5);
    assertEquals(RedModel.alpha(1), alpha()[Pictures.WIDTH - 1], 1e-5);
  }

  @Test
  void aTrimapWithGreysBetween() throws Exception {
    ByteProcessor smooth = Pictures.trimap();
    smooth.set(0, 0, 5); // near background
    smooth.set(0, 1, 70); // neither
    smooth.set(Pictures.WIDTH - 1, 0, 250); // near foreground
    trimap = Pictures.save(smooth, folder.resolve("smooth.png"));
    assertWarns("3 pixels with other values", "1 up to", "1 from", "other 1 as unknown", "smooth.png");
    assertEquals(0, alpha()[0]);
    assertEquals(RedModel.alpha(0), alpha()[Pictures.WIDTH], 1e-5);
    assertEquals(1, alpha()[Pictures.WIDTH - 1]);
  }

  @Test
  void aTrimapInColours() throws Exception {
    trimap = Pictures.save(Pictures.rgb(), folder.resolve("colours.png"));
    assertFails("bee.png", "trimap colours.png", "coloured", "grey");
  }

  @Test
  void aTrimapThatHoldsNoNumbers() throws Exception {
    FloatProcessor values = Pictures.trimap().convertToFloatProcessor();
    values.setf(3, 2, Float.NaN);
    trimap = Pictures.save(values, folder.resolve("broken.tif"));
    assertFails("bee.png", "trimap broken.tif", "1 NaN", "x=3, y=2");
  }

  @Test
  void warningsNameTheImageAmongMany() throws Exception {
    trimap = Pictures.save(Pictures.filled(Pictures.WIDTH, Pictures.HEIGHT, 255), folder.resolve("white.png"));
    assertWarns(image + ": The trimap of this image has no unknown pixel");
  }

  @Test
  void anImageWithAnAlphaOfItsOwn() throws Exception {
    int[] argb = ((int[]) Pictures.rgb().getPixels()).clone();
    for (int i = 0; i < argb.length; i++) argb[i] = argb[i] & 0xffffff | (i == 0 ? 0 : 0xff) << 24;
    image = folder.resolve("rgba/bee.png");
    Files.createDirectory(image.getParent());
    ImageFiles.saveCutOut(argb, Pictures.WIDTH, Pictures.HEIGHT, image, false);
    assertWarns("alpha channel with 1 pixels that are not opaque");
    assertEquals(RedModel.alpha(Pictures.red(10) / 255.0), alpha()[10], 1e-5);
  }

  @Test
  void pixelsThatAreNoNumbers() throws Exception {
    FloatProcessor values = Pictures.grey32();
    values.setf(3, 2, Float.NaN);
    values.setf(5, 2, Float.POSITIVE_INFINITY);
    image = Pictures.save(values, folder.resolve("nan.tif"));
    assertFails("nan.tif", "1 NaN", "1 infinite", "x=3, y=2");
  }

  @Test
  void filesThatAreMissingTruncatedOrNoImages() throws Exception {
    image = folder.resolve("none.png");
    assertFails("none.png", "no such file");
    image = folder.resolve("text.png");
    Files.writeString(image, "hello");
    assertFails("text.png", "text", "allowed are TIFF");
    image = Pictures.save(Pictures.grey16(9), folder.resolve("cut.tif"));
    Files.write(image, Arrays.copyOf(Files.readAllBytes(image), 500));
    assertFails("cut.tif", "truncated");
    image = folder;
    trimap = folder.resolve("none.tif");
    assertFails("none.tif", "no such file");
  }

  @Test
  void aFolderWithoutImages() throws Exception {
    image = Files.createDirectory(folder.resolve("empty"));
    assertFails("empty", "holds no image");
  }

  @Test
  void anImageWithoutATrimap() throws Exception {
    trimap = Files.createDirectory(folder.resolve("trimaps"));
    Pictures.save(Pictures.trimap(), trimap.resolve("wasp.png"));
    assertFails("bee.png", "no trimap", "bee-trimap");
    Pictures.save(Pictures.trimap(), trimap.resolve("bee.png"));
    Pictures.save(Pictures.trimap(), trimap.resolve("bee.tif"));
    assertFails("bee.png", "more than one trimap", "bee.tif");
  }

  @Test
  void aMissingModel() throws Exception {
    model = folder.resolve("nothing");
    assertFails("nothing", "no model");
  }

  @Test
  void aDamagedModel() throws Exception {
    Path weights = model.resolve("weights.npz");
    byte[] bytes = Files.readAllBytes(weights);
    bytes[bytes.length / 2] ^= 1;
    Files.write(weights, bytes);
    assertFails("weights.npz", "SHA-256", "again");
    Files.writeString(model.resolve("rdf.yaml"), "type: model\n");
    assertFails("rdf.yaml", "format_version");
  }

  @Test
  void anEngineThatIsNotThere() throws Exception {
    Path empty = Files.createDirectory(folder.resolve("engine"));
    CommandLineRun run = CommandLineRun.of(
        "matte", image, "--trimap", trimap, "--model", model, "--out", out, "--engine", empty);
    assertEquals(1, run.exitCode());
    assertTrue(run.err().contains("error: TensorFlow was not found") && run.err().contains(empty.toString()),
        run.err());
  }

  @Test
  void resultsThatHaveNoFolder() throws Exception {
    out = Files.writeString(folder.resolve("file"), "mine");
    CommandLineRun run = matte();
    assertEquals(1, run.exitCode());
    assertTrue(run.err().contains("is a file; results need a folder"), run.err());
    assertEquals("mine", Files.readString(out));
  }
}
