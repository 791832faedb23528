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
package io.github.deepmatting.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.deepmatting.progress.Progress;
import java.util.List;
import java.util.Random;
import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Test;

/** Worked out by hand. */
class NormalizedImageTest {

  private static float[] rgb(RandomAccessibleInterval<? extends RealType<?>> image, NormalizationOptions options) {
    return values(NormalizedImage.of(image, options, Progress.NONE).rgb());
  }

  /** All values, planar. */
  private static float[] values(RandomAccessibleInterval<? extends RealType<?>> image) {
    float[] values = new float[(int) image.size()];
    for (int channel = 0; channel < image.dimension(2); channel++)
      System.arraycopy(Planes.toArray(Planes.channel(image, channel)), 0, values,
          channel * (int) (image.dimension(0) * image.dimension(1)), (int) (image.dimension(0) * image.dimension(1)));
    return values;
  }

  @Test
  void greyOf8BitsIsDividedBy255() {
    float[] expected = {0, 51 / 255f, 1, 0, 51 / 255f, 1, 0, 51 / 255f, 1};
    assertArrayEquals(expected, rgb(ArrayImgs.unsignedBytes(new byte[] {0, 51, -1}, 3, 1),
        NormalizationOptions.defaults()), 1e-7f);
  }

  @Test
  void greyOf16BitsByItsTypeIsDividedBy65535() {
    float[] expected = {1, 1 / 65535f, 1, 1 / 65535f, 1, 1 / 65535f};
    assertArrayEquals(expected, rgb(ArrayImgs.unsignedShorts(new short[] {-1, 1}, 1, 2, 1),
        NormalizationOptions.of(Normalization.TYPE_RANGE)), 1e-9f);
  }

  @Test
  void displayRangesClampBeforeMixing() {
    byte[] values = {0, 10, 20, 30, 5, 5, 5, 5};
    NormalizationOptions options = new NormalizationOptions(Normalization.DISPLAY_RANGE,
        List.of(new IntensityRange(10, 20), new IntensityRange(0, 20)), List.of());
    float[] expected = {0, 0, 1, 1, .25f, .25f, .25f, .25f, .125f, .125f, .625f, .625f};
    assertArrayEquals(expected, rgb(ArrayImgs.unsignedBytes(values, 2, 2, 2), options), 1e-7f);
  }

  @Test
  void colouredChannelsAreMixed() {
    // Grey and magenta: red and blue reach 2 * 255, so all weights are halved.
    NormalizationOptions options =
        new NormalizationOptions(Normalization.TYPE_RANGE, List.of(), List.of(0xffffff, 0xff00ff));
    assertArrayEquals(new float[] {.9f, .4f, .9f},
        rgb(ArrayImgs.floats(new float[] {.8f, 1}, 1, 1, 2), options), 1e-7f);
  }

  @Test
  void channelsAreReadInAnyOrderFromAnyOrigin() {
    Random random = new Random(3);
    float[] values = new float[5 * 4 * 7];
    for (int i = 0; i < values.length; i++) values[i] = random.nextFloat();
    RandomAccessibleInterval<FloatType> image = Views.translate(ArrayImgs.floats(values, 5, 4, 7), 10, -3, 2);
    ColourMix mix = ColourMix.ofChannels(7);
    RandomAccess<FloatType> access =
        NormalizedImage.of(image, NormalizationOptions.defaults(), Progress.NONE).rgb().randomAccess();
    RandomAccess<FloatType> copy = access.copy();
    for (int i = 0; i < 500; i++) {
      int x = random.nextInt(5);
      int y = random.nextInt(4);
      int component = random.nextInt(3);
      double expected = 0;
      for (int c = 0; c < 7; c++) expected += mix.weight(component, c) * values[(c * 4 + y) * 5 + x];
      access.setPosition(new int[] {x, y, component});
      assertEquals(expected, access.get().get(), 1e-6);
      if (i % 50 == 0) copy = access.copy();
      copy.setPosition(access);
      assertEquals(expected, copy.get().get(), 1e-6);
    }
  }

  @Test
  void aRowAtOnceIsTheSameAsPixelByPixel() {
    Random random = new Random(4);
    float[] values = new float[9 * 5 * 6];
    for (int i = 0; i < values.length; i++) values[i] = random.nextFloat() * 1.5f - 0.25f;
    RandomAccessibleInterval<FloatType> image = Views.translate(ArrayImgs.floats(values, 9, 5, 6), -4, 2, 0);
    // Blue is in no channel.
    List<Integer> colours = List.of(0xff0000, 0x00ff00, 0x808000, 0x110000, 0x002200, 0x334400);
    RandomAccessibleInterval<FloatType> rgb = NormalizedImage.of(image, new NormalizationOptions(
        Normalization.DISPLAY_RANGE, List.of(IntensityRange.UNIT), colours), Progress.NONE).rgb();
    MixedView.Access rows = (MixedView.Access) rgb.randomAccess();
    float[] row = new float[12];
    for (int i = 0; i < 300; i++) {
      int x = random.nextInt(9);
      int y = random.nextInt(5);
      int component = random.nextInt(3);
      int count = random.nextInt(10 - x);
      rows.setPosition(new int[] {x, y, component});
      if (random.nextBoolean()) assertEquals(rgb.getAt(x, y, component).get(), rows.get().get());
      rows.readRow(count, row, 2);
      for (int k = 0; k < count; k++) assertEquals(rgb.getAt(x + k, y, component).get(), row[2 + k]);
      assertEquals(rgb.getAt(x, y, component).get(), rows.get().get());
    }
  }

  @Test
  void isAViewThatCopiesNothing() {
    byte[] values = new byte[4];
    RandomAccessibleInterval<FloatType> rgb = NormalizedImage.of(
        ArrayImgs.unsignedBytes(values, 2, 2), NormalizationOptions.defaults(), Progress.NONE).rgb();
    values[3] = -1;
    assertEquals(1, rgb.getAt(1, 1, 2).get());
  }

  @Test
  void aCursorAndAnAccessBeyondTheBorderReadTheSame() {
    RandomAccessibleInterval<FloatType> rgb = NormalizedImage.of(
        ArrayImgs.unsignedBytes(new byte[] {0, 51, 102, -1}, 2, 2), NormalizationOptions.defaults(), Progress.NONE)
        .rgb();
    assertEquals(3 * (51 + 102 + 255) / 255.0,
        rgb.stream().mapToDouble(FloatType::getRealDouble).sum(), 1e-5);
    assertEquals(51 / 255f, Views.extendBorder(rgb).getAt(1, -2, 1).get(), 1e-7f);
  }

  @Test
  void packedColoursAreThreeChannels() {
    float[] rgb = rgb(Planes.rgb(ArrayImgs.argbs(new int[] {0x7f_ff3300}, 1, 1)), NormalizationOptions.defaults());
    assertArrayEquals(new float[] {1, .2f, 0}, rgb, 1e-7f);
  }

  @Test
  void aFlatImageIsBlack() {
    assertArrayEquals(new float[6], rgb(ArrayImgs.floats(new float[] {7, 7}, 2, 1), NormalizationOptions.defaults()));
  }

  @Test
  void whatDoesNotFitIsNamed() {
    assertMessage("4 axes", () -> NormalizedImage.of(
        ArrayImgs.unsignedBytes(1, 1, 1, 1), NormalizationOptions.defaults(), Progress.NONE));
    assertMessage("8 channels", () -> NormalizedImage.of(
        ArrayImgs.unsignedBytes(1, 1, 8), NormalizationOptions.defaults(), Progress.NONE));
    assertMessage("2 channels but 1 colours", () -> NormalizedImage.of(ArrayImgs.unsignedBytes(1, 1, 2),
        new NormalizationOptions(Normalization.TYPE_RANGE, List.of(), List.of(0xff)), Progress.NONE));
    assertMessage("2 channels but there are 1 intensity ranges", () -> NormalizedImage.of(
        ArrayImgs.unsignedBytes(1, 1, 2), List.of(IntensityRange.UNIT), ColourMix.ofChannels(2)));
    assertMessage("display range", () -> NormalizationOptions.of(Normalization.DISPLAY_RANGE));
  }

  private static void assertMessage(String part, org.junit.jupiter.api.function.Executable call) {
    Exception error = assertThrows(IllegalArgumentException.class, call);
    assertTrue(error.getMessage().contains(part), error.getMessage());
  }
}
