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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.process.ByteProcessor;
import ij.process.ShortProcessor;
import io.github.deepmatting.imagej.Engines;
import io.github.deepmatting.imagej.RedModel;
import io.github.deepmatting.io.Pictures;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command from files to files, with the real engine and a model whose alpha is worked out by hand. */
class MatteCommandTest {

  @TempDir Path folder;
  private Path model;
  private Path trimap;
  private Path out;

  @BeforeAll
  static void engine() {
    Engines.assumeThere();
  }

  @BeforeEach
  void write() throws IOException {
    model = RedModel.write(folder.resolve("red"), "type-range", 2);
    trimap = Pictures.save(Pictures.trimap(), folder.resolve("trimap.png"));
    out = folder.resolve("out");
  }

  private CommandLineRun matte(Object... arguments) {
    Object[] all = Stream.concat(Stream.of("matte", "--model", model, "--out", out, "--device", "cpu"),
        Stream.of(arguments)).toArray();
    return CommandLineRun.of(all);
  }

  private List<String> written() throws IOException {
    try (Stream<Path> files = Files.list(out)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  /** Known pixels exactly, unknown ones by the model for these reds in [0,1], column by column. */
  private static void assertAlpha(float[] pixels, double... red) {
    for (int i = 0; i < pixels.length; i++) {
      int x = i % Pictures.WIDTH;
      if (Pictures.isBackground(x)) assertEquals(0f, pixels[i]);
      else if (Pictures.isForeground(x)) assertEquals(1f, pixels[i]);
      else assertEquals(RedModel.alpha(red[x]), pixels[i], 1e-5, "x=" + x);
    }
  }

  private static double[] reds(double factor) {
    double[] red = new double[Pictures.WIDTH];
    for (int x = 0; x < red.length; x++) red[x] = factor * x;
    return red;
  }

  private static double[] reds() {
    double[] red = new double[Pictures.WIDTH];
    for (int x = 0; x < red.length; x++) red[x] = Pictures.red(x) / 255.0;
    return red;
  }

  private static float[] pixels(ImagePlus image, int slice) {
    return (float[]) image.getStack().getPixels(slice);
  }

  @Test
  void anRgbImageGivesAlphaForegroundAndCutOut() throws Exception {
    Path image = Pictures.save(Pictures.rgb(), folder.resolve("bee.png"));
    CommandLineRun run = matte(image, "--trimap", trimap);
    assertEquals(0, run.exitCode(), run.err());
    assertEquals(List.of("bee-alpha.tif", "bee-cutout.png", "bee-foreground.png"), written());

    ImagePlus alpha = Pictures.open(out.resolve("bee-alpha.tif"));
    assertEquals(32, alpha.getBitDepth());
    assertAlpha(pixels(alpha, 1), reds());
    assertEquals(0, alpha.getDisplayRangeMin());
    assertEquals(1, alpha.getDisplayRangeMax());

    ImagePlus foreground = Pictures.open(out.resolve("bee-foreground.png"));
    assertEquals(ImagePlus.COLOR_RGB, foreground.getType());
    BufferedImage cutOut = ImageIO.read(out.resolve("bee-cutout.png").toFile());
    int[] source = (int[]) Pictures.rgb().getPixels();
    for (int y = 0; y < Pictures.HEIGHT; y++)
      for (int x = 0; x < Pictures.WIDTH; x++) {
        int colour = foreground.getProcessor().get(x, y) & 0xffffff;
        int argb = cutOut.getRGB(x, y);
        if (Pictures.isForeground(x)) assertEquals(source[y * Pictures.WIDTH + x] & 0xffffff, colour);
        assertEquals(colour, argb & 0xffffff);
        assertEquals(Math.round(255 * pixels(alpha, 1)[y * Pictures.WIDTH + x]), argb >>> 24);
      }
  }

  @Test
  void intensitiesAreNormalisedAsAsked() throws Exception {
    Path image = Pictures.save(Pictures.grey16(1000), folder.resolve("cell.tif"));
    assertEquals(0, matte(image, "--trimap", trimap).exitCode());
    assertAlpha(pixels(Pictures.open(out.resolve("cell-alpha.tif")), 1), reds(1000 / 65535.0));
    assertEquals(16, Pictures.open(out.resolve("cell-foreground.tif")).getBitDepth());

    // Displayed from the smallest to the largest value, 0 to 23000.
    CommandLineRun run =
        matte(image, "--trimap", trimap, "--normalization", "display", "--outputs", "alpha", "--force");
    assertEquals(0, run.exitCode(), run.err());
    assertAlpha(pixels(Pictures.open(out.resolve("cell-alpha.tif")), 1), reds(1 / 23.0));
  }

  @Test
  void aModelsOwnNormalisationIsTheDefault() throws Exception {
    model = RedModel.write(folder.resolve("other"), "display-range", 1);
    Path image = Pictures.save(Pictures.grey16(1000), folder.resolve("cell.tif"));
    assertEquals(0, matte(image, "--trimap", trimap, "--outputs", "alpha").exitCode());
    assertAlpha(pixels(Pictures.open(out.resolve("cell-alpha.tif")), 1), reds(1 / 23.0));
    assertEquals(List.of("cell-alpha.tif"), written());
  }

  @Test
  void alphaOfSixteenBitsOnRequest() throws Exception {
    Path image = Pictures.save(Pictures.grey16(1000), folder.resolve("cell.tif"));
    CommandLineRun run = matte(image, "--trimap", trimap, "--outputs", "alpha", "--alpha-type", "16-bit");
    assertEquals(0, run.exitCode(), run.err());
    ImagePlus alpha = Pictures.open(out.resolve("cell-alpha.tif"));
    assertEquals(16, alpha.getBitDepth());
    assertEquals(65535, alpha.getProcessor().get(Pictures.WIDTH - 1, 3));
    assertEquals(65535 * RedModel.alpha(12000 / 65535.0), alpha.getProcessor().get(12, 3), 2);
    assertEquals(2, matte(image, "--trimap", trimap, "--alpha-type", "half").exitCode());
  }

  @Test
  void everySliceOfAStackGetsAMatte() throws Exception {
    ImagePlus stack = Pictures.stack(Pictures.grey16(1000), Pictures.grey16(2000), Pictures.grey16(500));
    stack.getCalibration().pixelWidth = 0.25;
    stack.getCalibration().setUnit("um");
    Path image = Pictures.save(stack, folder.resolve("worm.tif"));
    CommandLineRun run = matte(image, "--trimap", trimap, "--normalization", "percentile");
    assertEquals(0, run.exitCode(), run.err());
    assertEquals(List.of("worm-alpha.tif", "worm-cutout-0001.png", "worm-cutout-0002.png", "worm-cutout-0003.png",
        "worm-foreground.tif"), written());
    ImagePlus alpha = Pictures.open(out.resolve("worm-alpha.tif"));
    assertEquals(3, alpha.getStackSize());
    assertEquals("label 2", alpha.getStack().getSliceLabel(2));
    assertEquals(0.25, alpha.getCalibration().pixelWidth, 1e-9);
    // One range for the whole stack, 0 to 46000: the brightest 16 of 1152 pixels hold the 99.9th percentile.
    assertAlpha(pixels(alpha, 1), reds(1000 / 46000.0));
    assertAlpha(pixels(alpha, 2), reds(2000 / 46000.0));
    assertAlpha(pixels(alpha, 3), reds(500 / 46000.0));
  }

  @Test
  void aStackMayHaveATrimapForEachSlice() throws Exception {
    Path image = Pictures.save(Pictures.stack(Pictures.grey16(1000), Pictures.grey16(1000)), folder.resolve("s.tif"));
    // 0, 1, 2 for background, unknown, foreground; the second slice has no foreground.
    ByteProcessor labels = Pictures.trimap();
    for (int i = 0; i < labels.getPixelCount(); i++) labels.set(i, (labels.get(i) + 127) / 128);
    ImagePlus trimaps = Pictures.stack(labels, Pictures.filled(Pictures.WIDTH, Pictures.HEIGHT, 1));
    CommandLineRun run = matte(
        image, "--trimap", Pictures.save(trimaps, folder.resolve("trimaps.tif")), "--outputs", "alpha");
    assertEquals(0, run.exitCode(), run.err());
    ImagePlus alpha = Pictures.open(out.resolve("s-alpha.tif"));
    assertAlpha(pixels(alpha, 1), reds(1000 / 65535.0));
    assertEquals(RedModel.alpha(0), pixels(alpha, 2)[0], 1e-5);
    assertTrue(run.err().contains("slice 2 of 2: The trimap"), run.err());

    Path three = Pictures.save(Pictures.stack(labels, labels, labels), folder.resolve("three.tif"));
    CommandLineRun unfit = matte(image, "--trimap", three, "--force");
    assertEquals(1, unfit.exitCode());
    assertTrue(unfit.err().contains("3 slices but the image s.tif has 2"), unfit.err());
  }

  @Test
  void aBadSliceIsNamedTheOthersAreWrittenAndTheExitCodeIs1() throws Exception {
    Path image = Pictures.save(Pictures.stack(Pictures.grey16(1000), Pictures.grey16(1000)), folder.resolve("s.tif"));
    ImagePlus trimaps = Pictures.stack(Pictures.rgb(), Pictures.trimap().convertToRGB());
    CommandLineRun run = matte(image, "--trimap", Pictures.save(trimaps, folder.resolve("trimaps.tif")));
    assertEquals(1, run.exitCode(), run.err());
    assertTrue(run.err().contains("error: " + image + ": 1 of 2 slices failed and are empty in the results: slice 1: "),
        run.err());
    assertEquals(List.of("s-alpha.tif", "s-cutout-0001.png", "s-cutout-0002.png", "s-foreground.tif"), written());
    ImagePlus alpha = Pictures.open(out.resolve("s-alpha.tif"));
    assertArrayEquals(new float[Pictures.WIDTH * Pictures.HEIGHT], pixels(alpha, 1));
    assertAlpha(pixels(alpha, 2), reds(1000 / 65535.0));
    assertEquals(0, ImageIO.read(out.resolve("s-cutout-0001.png").toFile()).getRGB(20, 3) >>> 24);
  }

  @Test
  void channelsAreMixedByTheirColours() throws Exception {
    ShortProcessor dark = new ShortProcessor(Pictures.WIDTH, Pictures.HEIGHT);
    ImagePlus planes = Pictures.stack(Pictures.grey16(2000), dark, dark, dark);
    planes.setDimensions(4, 1, 1);
    CompositeImage composite = new CompositeImage(planes, CompositeImage.COMPOSITE);
    Path image = Pictures.save(composite, folder.resolve("four.tif"));
    CommandLineRun run = matte(image, "--trimap", trimap);
    assertEquals(0, run.exitCode(), run.err());
    // Red is half of the first channel (red) and half of the fourth (grey), which together could reach 2.
    assertAlpha(pixels(Pictures.open(out.resolve("four-alpha.tif")), 1), reds(1000 / 65535.0));
    ImagePlus foreground = Pictures.open(out.resolve("four-foreground.tif"));
    assertEquals(4, foreground.getNChannels());
    assertEquals(16, foreground.getBitDepth());
  }

  @Test
  void oneBadImageOfTenIsNamedAndTheOthersAreDone() throws Exception {
    Path images = Files.createDirectory(folder.resolve("images"));
    Path trimaps = Files.createDirectory(folder.resolve("trimaps"));
    for (int i = 0; i < 10; i++) {
      Pictures.save(Pictures.rgb(), images.resolve("i" + i + ".png"));
      Pictures.save(Pictures.trimap(), trimaps.resolve("i" + i + (i % 2 == 0 ? ".tif" : "-trimap.png")));
    }
    Path bad = images.resolve("i4.png");
    Files.write(bad, java.util.Arrays.copyOf(Files.readAllBytes(bad), 60));
    Files.writeString(images.resolve("notes.txt"), "not an image");
    CommandLineRun run = matte(images, "--trimap", trimaps, "--outputs", "alpha");
    assertEquals(1, run.exitCode());
    assertTrue(run.err().contains("error: " + bad + ": "), run.err());
    assertEquals(1, run.err().lines().filter(line -> line.startsWith("error: ") && line.contains("images")).count());
    assertEquals(
        Stream.of(0, 1, 2, 3, 5, 6, 7, 8, 9).map(i -> "i" + i + "-alpha.tif").toList(), written());
    assertFalse(run.err().contains("\tat "), "a stack trace");
    assertTrue(matte(bad, "--trimap", trimaps, "--verbose").err().contains("\tat "));
  }

  @Test
  void whatExistsIsNeverReplacedWithoutForce() throws Exception {
    Path image = Pictures.save(Pictures.rgb(), folder.resolve("bee.png"));
    Files.createDirectory(out);
    Files.writeString(out.resolve("bee-foreground.tif"), "mine");
    CommandLineRun run = matte(image, "--trimap", trimap);
    assertEquals(1, run.exitCode());
    assertTrue(run.err().contains("bee.png") && run.err().contains("bee-foreground.tif")
        && run.err().contains("--force"), run.err());
    assertEquals(List.of("bee-foreground.tif"), written());
    assertEquals("mine", Files.readString(out.resolve("bee-foreground.tif")));
    // What is not asked for is in nobody's way.
    assertEquals(0, matte(image, "--trimap", trimap, "--outputs", "alpha").exitCode());
    assertEquals(1, matte(image, "--trimap", trimap, "--outputs", "alpha").exitCode());
    assertEquals(0, matte(image, "--trimap", trimap, "--force").exitCode());
  }

  @Test
  void whatExistsCanBeSkipped() throws Exception {
    Path image = Pictures.save(Pictures.rgb(), folder.resolve("bee.png"));
    Files.createDirectory(out);
    Files.writeString(out.resolve("bee-alpha.tif"), "mine");
    CommandLineRun run = matte(image, "--trimap", trimap, "--skip-existing");
    assertEquals(0, run.exitCode(), run.err());
    assertEquals("mine", Files.readString(out.resolve("bee-alpha.tif")));
    assertEquals(List.of("bee-alpha.tif", "bee-cutout.png", "bee-foreground.png"), written());
    CommandLineRun again = matte(image, "--trimap", trimap, "--skip-existing");
    assertEquals(0, again.exitCode());
    assertTrue(again.err().contains("Skipped 1 of 1 images"), again.err());
    assertEquals(2, matte(image, "--trimap", trimap, "--skip-existing", "--force").exitCode());
  }

  @Test
  void anInputIsNeverReplacedEvenWithForce() throws Exception {
    Path image = Pictures.save(Pictures.rgb(), folder.resolve("bee.png"));
    Path dangerous = Pictures.save(Pictures.trimap(), folder.resolve("bee-alpha.tif"));
    byte[] before = Files.readAllBytes(dangerous);
    out = folder;
    CommandLineRun run = matte(image, "--trimap", dangerous, "--force");
    assertEquals(1, run.exitCode());
    assertTrue(run.err().contains("would replace an input"), run.err());
    assertArrayEquals(before, Files.readAllBytes(dangerous));
  }

  @Test
  void imagesTrimapsAndResultsMayShareAFolder() throws Exception {
    out = Files.createDirectory(folder.resolve("all"));
    Pictures.save(Pictures.rgb(), out.resolve("a.png"));
    Pictures.save(Pictures.trimap(), out.resolve("a-trimap.png"));
    Pictures.save(Pictures.rgb(), out.resolve("b.png"));
    Pictures.save(Pictures.trimap(), out.resolve("b_trimap.png"));
    for (int i = 0; i < 2; i++) {
      CommandLineRun run = matte(out, "--trimap", out, "--force");
      assertEquals(0, run.exitCode(), run.err());
      assertEquals(10, written().size(), written().toString());
    }
  }

  @Test
  void imagesOfOneNameDoNotReplaceEachOther() throws Exception {
    Path one = Pictures.save(Pictures.rgb(), folder.resolve("a.png"));
    Path other = Pictures.save(Pictures.grey16(1), folder.resolve("a.tif"));
    CommandLineRun run = matte(one, other, "--trimap", trimap, "--outputs", "alpha");
    assertEquals(1, run.exitCode());
    assertTrue(run.err().contains(other + ": another image of the name a"), run.err());
    assertAlpha(pixels(Pictures.open(out.resolve("a-alpha.tif")), 1), reds());
  }

  @Test
  void theStageIsChecked() throws Exception {
    Path image = Pictures.save(Pictures.rgb(), folder.resolve("bee.png"));
    assertEquals(0, matte(image, "--trimap", trimap, "--stage", 1, "--tile", 32, "--threads", 1).exitCode());
    model = RedModel.write(folder.resolve("other"), "type-range", 1);
    CommandLineRun run = matte(image, "--trimap", trimap, "--stage", 2, "--force");
    assertEquals(1, run.exitCode());
    assertTrue(run.err().contains("Stage 2 was asked for"), run.err());
  }
}
