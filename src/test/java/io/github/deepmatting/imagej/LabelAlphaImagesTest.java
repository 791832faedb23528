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
package io.github.deepmatting.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import io.github.deepmatting.engine.EngineLoader;
import io.github.deepmatting.imagej.LabelOptions.Layout;
import io.github.deepmatting.io.Pictures;
import io.github.deepmatting.matting.AlphaType;
import io.github.deepmatting.matting.MatteOptions;
import io.github.deepmatting.matting.Matting;
import io.github.deepmatting.model.ModelFolder;
import io.github.deepmatting.progress.Progress;
import io.github.deepmatting.trimap.LabelSelection;
import io.github.deepmatting.trimap.UnknownBand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** With the real engine and a model whose alpha in unknown pixels follows red. */
class LabelAlphaImagesTest {

  private static final int WIDTH = 60;
  private static final int HEIGHT = 30;

  @TempDir Path folder;
  private Matting matting;

  @BeforeEach
  void load() throws Exception {
    Engines.assumeThere();
    matting = Matting.load(EngineLoader.get(),
        ModelFolder.read(RedModel.write(folder.resolve("red"), "type-range", 2)), MatteOptions.DEFAULT.with("device", "cpu"));
  }

  @AfterEach
  void close() {
    if (matting != null) matting.close();
  }

  private static ImageProcessor red(int red) {
    ColorProcessor image = new ColorProcessor(WIDTH, HEIGHT);
    image.setColor(red << 16);
    image.fill();
    return image;
  }

  /** Label 3 left of column 20, label 40 from there to column 40, each 20 pixels wide; background to the right. */
  private static ByteProcessor labels() {
    ByteProcessor labels = new ByteProcessor(WIDTH, HEIGHT);
    for (int i = 0; i < WIDTH * HEIGHT; i++) labels.set(i, i % WIDTH < 20 ? 3 : i % WIDTH < 40 ? 40 : 0);
    return labels;
  }

  private ImagePlus matte(ImagePlus image, ImagePlus labels, String chosen, Layout layout, AlphaType type) {
    try {
      return ImagePlusPipeline.matteLabels(matting, image, labels,
          new LabelOptions(LabelSelection.parse(chosen), UnknownBand.ofPixels(4, 4), layout),
          MatteOptions.DEFAULT.withAlphaType(type), Progress.NONE).alpha().orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aSliceForEachLabel() {
    ImagePlus image = new ImagePlus("cells.png", red(60));
    image.getCalibration().pixelWidth = 0.5;
    double alpha = RedModel.alpha(60 / 255.0);
    ImagePlus result =
        matte(image, new ImagePlus("l", labels()), "", Layout.STACK, AlphaType.FLOAT);
    assertEquals("cells label alphas", result.getTitle());
    assertEquals(2, result.getNSlices());
    assertEquals("3", result.getStack().getSliceLabel(1));
    assertEquals("40", result.getStack().getSliceLabel(2));
    assertEquals(0.5, result.getCalibration().pixelWidth);
    ImageProcessor first = result.getStack().getProcessor(1);
    assertEquals(1, first.getf(15, 9));
    assertEquals(alpha, first.getf(16, 9), 1e-5);
    assertEquals(alpha, first.getf(23, 9), 1e-5);
    assertEquals(0, first.getf(24, 9));
    assertEquals(0, result.getStack().getProcessor(2).getf(15, 9));
    assertEquals(1, result.getStack().getProcessor(2).getf(30, 9));
    assertEquals(alpha, result.getStack().getProcessor(2).getf(43, 9), 1e-5);
    assertEquals(1, result.getProcessor().getf(15, 9), "what is shown");
  }

  @ParameterizedTest
  @EnumSource(AlphaType.class)
  void alphasSumToAtMostOneInEveryType(AlphaType type) {
    // Both labels get more than one half where they meet.
    for (int red : new int[] {100, 140, 200}) {
      ImagePlus result = matte(new ImagePlus("i", red(red)), new ImagePlus("l", labels()),
          "", Layout.STACK, type);
      assertEquals(type.bitDepth(), result.getBitDepth());
      double alone = RedModel.alpha(red / 255.0);
      for (int i = 0; i < WIDTH * HEIGHT; i++) {
        double sum = result.getStack().getProcessor(1).getf(i) + result.getStack().getProcessor(2).getf(i);
        int x = i % WIDTH;
        double expected = x < 16 || x >= 24 && x < 36 ? 1 : x < 24 ? Math.min(1, 2 * alone) : x < 44 ? alone : 0;
        double step = type == AlphaType.FLOAT ? 1e-5 : 0.501;
        assertEquals(expected * type.opaque(), sum, step, "x=" + x);
        assertTrue(sum <= type.opaque() * (1 + 1e-6), "sum " + sum);
      }
    }
  }

  @Test
  void aChannelForEachLabelOfAllSlices() {
    ImageStack stack = new ImageStack(WIDTH, HEIGHT);
    for (int i = 0; i < 4; i++) stack.addSlice("slice " + i, red(50 * i + 50));
    ImagePlus image = new ImagePlus("cells", stack);
    image.setDimensions(1, 2, 2);
    ImageStack labels = new ImageStack(WIDTH, HEIGHT);
    for (int i = 0; i < 4; i++) labels.addSlice(i == 2 ? new ByteProcessor(WIDTH, HEIGHT) : labels());
    ImagePlus result = matte(
        image, new ImagePlus("l", labels), "", Layout.CHANNELS, AlphaType.EIGHT_BIT);
    assertEquals(2, result.getNChannels());
    assertEquals(2, result.getNSlices());
    assertEquals(2, result.getNFrames());
    assertTrue(result.isComposite());
    assertEquals("40\nslice 3", result.getStack().getSliceLabel(result.getStackIndex(2, 2, 2)));
    for (int i = 0; i < 4; i++) {
      ImageProcessor second = result.getStack().getProcessor(result.getStackIndex(2, i % 2 + 1, i / 2 + 1));
      assertEquals(i == 2 ? 0 : 255, second.get(30, 5));
      assertEquals(i == 2 ? 0 : Math.round(255 * RedModel.alpha((50 * i + 50) / 255.0)), second.get(41, 5));
    }
  }

  @Test
  void onlyTheChosenLabels() {
    ImagePlus result = matte(new ImagePlus("i", red(60)), new ImagePlus("l", labels()),
        "40-50", Layout.CHANNELS, AlphaType.FLOAT);
    assertEquals(1, result.getStackSize());
    assertFalse(result.isComposite());
    assertEquals("40", result.getProp("Slice_Label"));
    assertEquals(1, result.getProcessor().getf(30, 5));
  }

  @Test
  void whatDoesNotFitIsNamed() {
    ImagePlus image = new ImagePlus("i.png", red(60));
    assertMessage("label image l has 2x1 pixels", () -> matte(image, new ImagePlus("l", new ByteProcessor(2, 1)), "", Layout.STACK, AlphaType.FLOAT));
    assertMessage("l has no label, only 0",
        () -> matte(image, new ImagePlus("l", new ByteProcessor(WIDTH, HEIGHT)), "", Layout.STACK, AlphaType.FLOAT));
    assertMessage("no label 7; its labels are [3, 40]", () -> matte(image, new ImagePlus("l", labels()),
        "3,7", Layout.STACK, AlphaType.FLOAT));
    ImagePlus stack = Pictures.stack(red(1), red(2));
    assertMessage("choose channels", () -> matte(stack, new ImagePlus("l", labels()), "", Layout.STACK, AlphaType.FLOAT));
    assertMessage("l has 2 slices but the image i.png has 1",
        () -> matte(image, new ImagePlus("l", Pictures.stack(labels(), labels()).getStack()), "", Layout.STACK, AlphaType.FLOAT));
    ImageProcessor fractions = labels().convertToFloat();
    fractions.setf(1, 0, 0.5f);
    assertMessage("labels floats: The label image has the value 0.5 at x=1, y=0",
        () -> matte(image, new ImagePlus("floats", fractions), "", Layout.STACK, AlphaType.FLOAT));
    assertMessage("result is 'rows'; allowed are stack, channels", () -> Layout.parse("rows"));
  }

  private static void assertMessage(String part, Runnable work) {
    String message = assertThrows(IllegalArgumentException.class, work::run).getMessage();
    assertTrue(message.contains(part), message);
  }
}
