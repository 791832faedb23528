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
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.deepmatting.progress.Progress;
import net.imglib2.FinalInterval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.ConstantUtils;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Test;

class PlanesTest {

  /** 3x2 pixels, 2 channels; the value tells channel, row and column. */
  private static final float[] VALUES = {0, 1, 2, 10, 11, 12, 100, 101, 102, 110, 111, 112};

  private static RandomAccessibleInterval<FloatType> image() {
    return Views.translate(ArrayImgs.floats(VALUES.clone(), 3, 2, 2), 5, -5, 1);
  }

  @Test
  void channelsAreCountedFromZero() {
    assertEquals(2, Planes.channels(image()));
    assertArrayEquals(new float[] {100, 101, 102, 110, 111, 112}, Planes.toArray(Planes.channel(image(), 1)));
    assertThrows(IllegalArgumentException.class, () -> Planes.channel(image(), 2));
  }

  @Test
  void twoAxesAreOneChannel() {
    RandomAccessibleInterval<FloatType> plane = ArrayImgs.floats(new float[] {1, 2}, 2, 1);
    assertEquals(1, Planes.channels(plane));
    assertArrayEquals(new float[] {1, 2}, Planes.toArray(Planes.channel(plane, 0)));
    assertEquals(3, Planes.withChannelAxis(plane).numDimensions());
    assertEquals(3, Planes.withChannelAxis(image()).numDimensions());
  }

  @Test
  void pixelsAreReadRowByRowFromAnyOrigin() {
    StringBuilder read = new StringBuilder();
    Planes.forEachPixel(Planes.channel(image(), 1), Progress.NONE,
        (index, value) -> read.append(index).append(':').append((int) value).append(' '));
    assertEquals("0:100 1:101 2:102 3:110 4:111 5:112 ", read.toString());
  }

  @Test
  void aPlaneHasTwoAxes() {
    assertEquals(6, Planes.pixels("A mask", Planes.channel(image(), 0)));
    assertEquals("A mask needs the axes x, y but has 3 axes",
        assertThrows(IllegalArgumentException.class, () -> Planes.pixels("A mask", image())).getMessage());
    assertThrows(ArithmeticException.class, () -> Planes.pixels("A mask", new FinalInterval(1 << 16, 1 << 16)));
  }

  @Test
  void aViewIsBroughtIntoMemoryAndAnArrayIsThereAlready() {
    float[] values = new float[2 * 3 * 3];
    for (int i = 0; i < values.length; i++) values[i] = i / 20f;
    RandomAccessibleInterval<FloatType> array = ArrayImgs.floats(values, 2, 3, 3);
    assertSame(array, Planes.inMemory(array));
    RandomAccessibleInterval<FloatType> copy = Planes.inMemory(Views.translate(array, -7, 3, 5));
    assertInstanceOf(ArrayImg.class, copy);
    for (int i = 0; i < values.length; i++) assertEquals(values[i], copy.getAt(i % 2, i / 2 % 3, i / 6).get());
  }

  @Test
  void whatWouldTakeMuchOfTheHeapIsNotCopied() {
    // A single value, seen as an image of any size.
    RandomAccessibleInterval<FloatType> huge =
        Views.interval(ConstantUtils.constantRandomAccessible(new FloatType(1), 3), new FinalInterval(1 << 16, 1 << 16, 3));
    assertSame(huge, Planes.inMemory(huge));
  }

  @Test
  void anArrayNeedsAPlane() {
    assertThrows(IllegalArgumentException.class, () -> Planes.toArray(image()));
  }
}
