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
package io.github.deepmatting.foreground;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.deepmatting.image.ArgbChannels;
import io.github.deepmatting.image.IntensityRange;
import io.github.deepmatting.image.Rectangle;
import io.github.deepmatting.progress.Progress;
import io.github.deepmatting.progress.Workers;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForegroundEstimationTest {

  private static final ForegroundOptions OPTIONS = ForegroundOptions.DEFAULT;

  private static <T extends RealType<T>> RandomAccessibleInterval<T> foreground(
      RandomAccessibleInterval<T> image, RandomAccessibleInterval<FloatType> alpha) {
    return ForegroundEstimation.estimateForeground(image, alpha, OPTIONS, Progress.NONE);
  }

  private static float[] values(RandomAccessibleInterval<? extends RealType<?>> image) {
    float[] values = new float[(int) Views.flatIterable(image).size()];
    int i = 0;
    for (RealType<?> value : Views.flatIterable(image)) values[i++] = value.getRealFloat();
    return values;
  }

  private static Img<FloatType> constant(float value, long... size) {
    Img<FloatType> image = ArrayImgs.floats(size);
    image.forEach(pixel -> pixel.set(value));
    return image;
  }

  @ParameterizedTest
  @CsvSource({"200,150,3", "199,77,1", "90,211,5"})
  void errorIsAtMostHalfOfTheImagesOwn(int width, int height, int channels) {
    RenderedComposite composite = RenderedComposite.of(width, height, channels);
    double ownError = composite.foregroundError(composite.image());
    double error = composite.foregroundError(foreground(composite.image(), composite.alpha()));
    assertTrue(ownError > 0.02, "the image itself has an error of " + ownError);
    assertTrue(error <= ownError / 2, error + " against " + ownError);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 8})
  void numberOfThreadsChangesNothing(int threads) {
    RenderedComposite composite = RenderedComposite.of(301, 203, 3);
    float[] one = values(ForegroundEstimation.estimateForeground(
        composite.image(), composite.alpha(), OPTIONS, Progress.NONE));
    assertArrayEquals(one, values(Workers.run(threads, () -> ForegroundEstimation.estimateForeground(
        composite.image(), composite.alpha(), OPTIONS, Progress.NONE))));
  }

  @Test
  void unknownPixelsAreTheSameWhicheverOthersAreSolved() {
    // Large enough that whole tiles are left out, at more than one level.
    RenderedComposite composite = RenderedComposite.of(700, 500, 1);
    float[] all = solvedEverywhere(composite);
    float[] unknown = values(foreground(composite.image(), composite.alpha()));
    float[] image = values(composite.image());
    float[] alpha = values(composite.alpha());
    for (int i = 0; i < all.length; i++)
      assertEquals(alpha[i] > 0 && alpha[i] < 1 ? all[i] : image[i], unknown[i], "pixel " + i);
  }

  /** The foreground of an image of one channel, all tiles of all levels solved. */
  private static float[] solvedEverywhere(RenderedComposite composite) {
    ImageSamples<FloatType> samples = ImageSamples.of(composite.image(), composite.alpha());
    int width = samples.size().width();
    float[] foreground = new float[width * samples.size().height()];
    ImageScan<FloatType> scan = new ImageScan<>(samples, Progress.NONE);
    TileSolver<FloatType> solver = new TileSolver<>(samples, OPTIONS, scan.ranges(OPTIONS));
    LevelColours colours = scan.meanColours();
    for (LevelSize level : LevelSize.pyramid(width, samples.size().height())) {
      TileGrid grid = new TileGrid(level);
      LevelColours solved = new LevelColours(grid, 1);
      for (int tile = 0; tile < grid.count(); tile++) {
        Rectangle inner = grid.window(tile, 0);
        solver.solve(level, grid.window(tile, 2 * OPTIONS.iterations(level.width(), level.height())), colours);
        solver.store(inner, solved.allocate(tile));
        if (level.equals(samples.size()))
          for (int y = inner.y(); y < inner.endY(); y++)
            for (int x = inner.x(); x < inner.endX(); x++)
              foreground[y * width + x] = solver.foregroundAt(0, solver.indexOf(x, y));
      }
      colours = solved;
    }
    return foreground;
  }

  @Test
  void withTheTrueBackgroundTheEstimateExplainsTheImage() {
    RenderedComposite composite = RenderedComposite.of(120, 90, 2);
    RandomAccessibleInterval<FloatType> again = Compositing.composite(
        foreground(composite.image(), composite.alpha()), composite.background(), composite.alpha(), Progress.NONE);
    float[] expected = values(composite.image());
    float[] actual = values(again);
    double sum = 0;
    for (int i = 0; i < expected.length; i++) sum += Math.abs(expected[i] - actual[i]);
    assertTrue(sum / expected.length < 0.003, "mean difference " + sum / expected.length);
  }

  @Test
  void unitsDoNotMatter() {
    RenderedComposite composite = RenderedComposite.of(100, 80, 1);
    Img<FloatType> scaled = composite.image().copy();
    scaled.forEach(pixel -> pixel.set(pixel.get() * 4096));
    float[] expected = values(foreground(composite.image(), composite.alpha()));
    float[] actual = values(foreground(scaled, composite.alpha()));
    // A power of two scales every rounding alike, save in the mean of doubles that the work begins with.
    for (int i = 0; i < expected.length; i++) assertEquals(expected[i] * 4096, actual[i], 0.01);
  }

  @Test
  void integersAreRoundedAndKeepTheirType() {
    RenderedComposite composite = RenderedComposite.of(130, 90, 3);
    Img<UnsignedShortType> shorts = ArrayImgs.unsignedShorts(130, 90, 3);
    Img<FloatType> floats = ArrayImgs.floats(130, 90, 3);
    float[] image = values(composite.image());
    int i = 0;
    for (UnsignedShortType pixel : Views.flatIterable(shorts)) pixel.set(Math.round(image[i++] * 4000));
    i = 0;
    for (FloatType pixel : Views.flatIterable(floats)) pixel.set(Math.round(image[i++] * 4000));
    ForegroundOptions options = OPTIONS.withRange(new IntensityRange(0, 65535));
    float[] rounded = values(foreground(shorts, composite.alpha()));
    float[] exact =
        values(ForegroundEstimation.estimateForeground(floats, composite.alpha(), options, Progress.NONE));
    for (i = 0; i < exact.length; i++) assertEquals(Math.floor(exact[i] + 0.5), rounded[i]);
    assertTrue(Arrays.stream(toDoubles(exact)).anyMatch(value -> value != Math.rint(value)));
  }

  private static double[] toDoubles(float[] values) {
    double[] doubles = new double[values.length];
    for (int i = 0; i < values.length; i++) doubles[i] = values[i];
    return doubles;
  }

  @Test
  void argbChannelsAreWrittenInPlace() {
    RenderedComposite composite = RenderedComposite.of(80, 70, 3);
    float[] colours = values(composite.image());
    int[] pixels = new int[80 * 70];
    byte[] bytes = new byte[3 * pixels.length];
    for (int i = 0; i < pixels.length; i++) {
      for (int c = 0; c < 3; c++) bytes[c * pixels.length + i] = (byte) Math.round(255 * colours[c * pixels.length + i]);
      pixels[i] = ARGBType.rgba(
          bytes[i] & 0xff, bytes[pixels.length + i] & 0xff, bytes[2 * pixels.length + i] & 0xff, 255);
    }
    int[] output = new int[pixels.length];
    RandomAccessibleInterval<UnsignedByteType> target = channels(output);
    ForegroundEstimation.writeForeground(channels(pixels), composite.alpha(), target, OPTIONS, Progress.NONE);
    float[] planar = values(foreground(ArrayImgs.unsignedBytes(bytes, 80, 70, 3), composite.alpha()));
    assertArrayEquals(planar, values(target));
    assertEquals((int) planar[0], output[0] >> 16 & 0xff, "red of the first pixel");
  }

  private static RandomAccessibleInterval<UnsignedByteType> channels(int[] argb) {
    return ArgbChannels.of(argb, 80, 70);
  }

  @Test
  void coloursBeyondThe8BitRangeAreHeldWithinIt() {
    // A grey of 250 that is half foreground, half black: the foreground would have to be 500.
    byte[] image = new byte[40 * 40];
    float[] alpha = new float[image.length];
    for (int i = 0; i < image.length; i++) {
      int x = i % 40;
      alpha[i] = x < 10 ? 0 : 0.5f;
      image[i] = (byte) (x < 10 ? 0 : 250);
    }
    float[] found = values(foreground(ArrayImgs.unsignedBytes(image, 40, 40), ArrayImgs.floats(alpha, 40, 40)));
    assertEquals(255, found[39]);
  }

  @ParameterizedTest
  @ValueSource(floats = {0, 1})
  void imageIsCopiedWhereAllIsKnown(float alpha) {
    Img<FloatType> image = RenderedComposite.of(97, 65, 2).image();
    assertArrayEquals(values(image), values(foreground(image, constant(alpha, 97, 65))));
  }

  @Test
  void aConstantImageHasThatColour() {
    for (int[] size : new int[][] {{1, 1}, {1, 7}, {300, 1}, {2, 2}, {33, 65}}) {
      Img<FloatType> found = constant(0, size[0], size[1]);
      ForegroundEstimation.writeForeground(
          constant(0.25f, size[0], size[1]), constant(0.5f, size[0], size[1]), found, OPTIONS, Progress.NONE);
      for (float value : values(found)) assertEquals(0.25f, value, 1e-6f, Arrays.toString(size));
    }
  }

  @Test
  void aSinglePixelIsExplainedFromItself() {
    // No neighbours: both colours start at the pixel's own value, which explains it already.
    float[] found = values(foreground(ArrayImgs.floats(new float[] {7, -3}, 1, 1, 2), constant(0.3f, 1, 1)));
    assertArrayEquals(new float[] {7, -3}, found);
  }

  @Test
  void pixelsThatAreNotFiniteSpoilNoOthers() {
    RenderedComposite composite = RenderedComposite.of(100, 90, 1);
    Img<FloatType> spoiled = composite.image().copy();
    int count = 0;
    for (int y = 0; y < 90; y += 4)
      for (int x = y % 8; x < 100; x += 8, count++)
        spoiled.getAt(x, y, 0).set(count % 2 == 0 ? Float.NaN : Float.POSITIVE_INFINITY);
    float[] found = values(foreground(spoiled, composite.alpha()));
    float[] clean = values(foreground(composite.image(), composite.alpha()));
    float[] alpha = values(composite.alpha());
    double difference = 0;
    int unknown = 0;
    for (int i = 0; i < found.length; i++) {
      if (alpha[i] == 0 || alpha[i] == 1) continue;
      assertTrue(Float.isFinite(found[i]), "pixel " + i);
      difference += Math.abs(found[i] - clean[i]);
      unknown++;
    }
    assertTrue(difference / unknown < 0.02, "mean difference " + difference / unknown);
  }

  @Test
  void viewsThatDoNotBeginAtZeroAreTakenAsTheyAre() {
    RenderedComposite composite = RenderedComposite.of(60, 50, 2);
    float[] expected = values(foreground(composite.image(), composite.alpha()));
    RandomAccessibleInterval<FloatType> moved = Views.translate(composite.image(), 5, -3, 2);
    assertArrayEquals(expected, values(foreground(moved, Views.translate(composite.alpha(), 9, 9))));
  }

  @Test
  void wrongInputIsNamed() {
    Img<FloatType> image = constant(0.5f, 8, 6, 3);
    assertMessage("The alpha has 8x5 pixels but the image has 8x6", () -> foreground(image, constant(1, 8, 5)));
    assertMessage("alpha is 255.0 at x=0, y=0", () -> foreground(image, constant(255, 8, 6)));
    assertMessage("alpha is NaN at x=0, y=0", () -> foreground(image, constant(Float.NaN, 8, 6)));
    assertMessage("alpha has 3 axes", () -> foreground(image, image));
    assertMessage("The image has 4 axes", () -> foreground(constant(0, 8, 6, 3, 2), constant(1, 8, 6)));
    assertMessage("The foreground has 2 channels but the image has 3", () -> ForegroundEstimation.writeForeground(
        image, constant(1, 8, 6), constant(0, 8, 6, 2), OPTIONS, Progress.NONE));
  }

  private static void assertMessage(String expected, Runnable action) {
    String message = assertThrows(IllegalArgumentException.class, action::run).getMessage();
    assertTrue(message.contains(expected), message);
  }

  @Test
  void cancellingStops() {
    Progress cancelled = new Progress() {
      @Override
      public boolean isCancelled() {
        return true;
      }
    };
    RenderedComposite composite = RenderedComposite.of(60, 50, 1);
    assertThrows(CancellationException.class, () -> ForegroundEstimation.estimateForeground(
        composite.image(), composite.alpha(), OPTIONS, cancelled));
  }
}
