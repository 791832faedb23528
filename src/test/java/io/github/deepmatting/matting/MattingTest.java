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
package io.github.deepmatting.matting;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.deepmatting.image.Normalization;
import io.github.deepmatting.progress.Progress;
import io.github.deepmatting.trimap.Trimap;
import java.util.Random;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.type.numeric.real.FloatType;
import org.junit.jupiter.api.Test;

/** The entry for Java: pixels of any type in, alpha and foreground out. */
class MattingTest {

  private static final int WIDTH = 50;
  private static final int HEIGHT = 40;
  private static final Trimap TRIMAP = TestImages.discs(WIDTH, HEIGHT, 12, 4);

  private final LocalNetwork network = new LocalNetwork();
  private final Matting matting = new Matting(network, Normalization.TYPE_RANGE, 2);

  private static <T extends RealType<T>> RandomAccessibleInterval<T> filled(
      RandomAccessibleInterval<T> image, double factor, double offset) {
    Random random = new Random(8);
    image.forEach(value -> value.setReal(factor * random.nextInt(256) + offset));
    return image;
  }

  private static float[] values(Matte<?> matte) {
    return matte.alpha().update(null).getCurrentStorageArray();
  }

  /** The alpha of grey values over 255 in three channels, by hand. */
  private static float[] expected() {
    float[] rgb = new float[3 * WIDTH * HEIGHT];
    Random random = new Random(8);
    for (int i = 0; i < WIDTH * HEIGHT; i++) rgb[i] = (float) (random.nextInt(256) / 255.0);
    for (int i = WIDTH * HEIGHT; i < rgb.length; i++) rgb[i] = rgb[i % (WIDTH * HEIGHT)];
    RandomAccessibleInterval<FloatType> normalised = ArrayImgs.floats(rgb, WIDTH, HEIGHT, 3);
    return new AlphaPredictor(new LocalNetwork()).predict(normalised, TRIMAP, MatteOptions.DEFAULT, Progress.NONE)
        .alpha().update(null).getCurrentStorageArray();
  }

  @Test
  void anyPixelTypeAndAnyAxesGiveTheSameMatte() {
    RandomAccessibleInterval<UnsignedByteType> bytes = filled(ArrayImgs.unsignedBytes(WIDTH, HEIGHT), 1, 0);
    RandomAccessibleInterval<UnsignedShortType> shorts = filled(ArrayImgs.unsignedShorts(WIDTH, HEIGHT, 1), 257, 0);
    RandomAccessibleInterval<FloatType> floats = filled(ArrayImgs.floats(WIDTH, HEIGHT, 1), 1 / 255.0, 0);
    // Neither in [0,1] nor of the type's range: the smallest and the largest value count.
    RandomAccessibleInterval<DoubleType> doubles = filled(ArrayImgs.doubles(WIDTH, HEIGHT), 3, -100);
    float[] expected = expected();
    assertArrayEquals(expected, values(matting.matte(bytes, TRIMAP)), 1e-6f);
    assertArrayEquals(expected, values(matting.matte(shorts, TRIMAP)), 1e-6f);
    assertArrayEquals(expected, values(matting.matte(floats, TRIMAP)), 1e-6f);
    assertArrayEquals(expected, values(matting.matte(doubles, TRIMAP)), 1e-6f);
  }

  @Test
  void foregroundAndCutOutOnlyWhereAskedFor() {
    RandomAccessibleInterval<UnsignedShortType> image = filled(ArrayImgs.unsignedShorts(WIDTH, HEIGHT), 257, 0);
    assertTrue(matting.matte(image, TRIMAP).foreground().isEmpty());
    Matte<UnsignedShortType> matte = matting.matte(
        image, TRIMAP, MatteOptions.DEFAULT.with("outputs", "alpha,foreground"), Progress.NONE);
    assertTrue(matte.cutOut().isEmpty());
    RandomAccessibleInterval<UnsignedShortType> foreground = matte.foreground().orElseThrow();
    assertArrayEquals(image.dimensionsAsLongArray(), foreground.dimensionsAsLongArray());
    for (int y = 0; y < HEIGHT; y++)
      for (int x = 0; x < WIDTH; x++)
        if (TRIMAP.get(x, y) == Trimap.FOREGROUND) assertEquals(image.getAt(x, y).get(), foreground.getAt(x, y).get());
    assertTrue(matting.matte(image, TRIMAP, MatteOptions.DEFAULT.with("outputs", "cutout"), Progress.NONE)
        .foreground().isEmpty());
  }

  @Test
  void aTrimapOfAnImage() {
    RandomAccessibleInterval<UnsignedByteType> marks = ArrayImgs.unsignedBytes(new byte[] {0, 1, 2, 2}, 4, 1);
    Trimap trimap = Trimap.of(marks);
    int[] expected = {Trimap.BACKGROUND, Trimap.UNKNOWN, Trimap.FOREGROUND, Trimap.FOREGROUND};
    for (int x = 0; x < 4; x++) assertEquals(expected[x], trimap.get(x, 0));
    assertThrows(IllegalArgumentException.class, () -> Trimap.of(ArrayImgs.floats(new float[] {-1, 0}, 2, 1)));
  }

  @Test
  void whatDoesNotFitIsNamed() {
    RandomAccessibleInterval<UnsignedByteType> image = ArrayImgs.unsignedBytes(WIDTH, HEIGHT - 1);
    String message = assertThrows(IllegalArgumentException.class, () -> matting.matte(image, TRIMAP)).getMessage();
    assertTrue(message.contains("50x40"), message);
    message = assertThrows(IllegalArgumentException.class,
        () -> matting.matte(ArrayImgs.unsignedBytes(WIDTH, HEIGHT, 1, 3), TRIMAP)).getMessage();
    assertTrue(message.contains("4 axes"), message);
    message = assertThrows(IllegalArgumentException.class,
        () -> matting.matte(ArrayImgs.unsignedBytes(WIDTH, HEIGHT, 8), TRIMAP)).getMessage();
    assertTrue(message.contains("8 channels"), message);
  }

  @Test
  void closingClosesTheNetwork() {
    matting.close();
    assertTrue(network.closed);
  }
}
