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
package io.github.deepmatting.imagej.sources;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.process.ImageProcessor;
import io.github.deepmatting.io.Pictures;
import io.github.deepmatting.matting.TrimapSource;
import io.github.deepmatting.progress.Progress;
import io.github.deepmatting.trimap.Trimap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

/**
 * The contract of every source of trimaps, with a stack of slices and frames. The object is a square that lies further to
 * the right at each position; a source that is common to all positions has that of the first.
 */
abstract class TrimapSourceContract {

  static final int WIDTH = 24;
  static final int HEIGHT = 18;
  static final int SLICES = 2;
  static final int FRAMES = 2;
  static final int POSITIONS = SLICES * FRAMES;

  private static final Progress CANCELLED = new Progress() {
    @Override
    public boolean isCancelled() {
      return true;
    }
  };

  private final ImagePlus image = stack(position -> 7);

  /** The value of a slice's pixels. */
  interface Value {
    float of(int position);
  }

  /** The source for an image of {@link #POSITIONS} slices. */
  abstract TrimapSource source(ImagePlus image, boolean perSlice, Progress progress) throws Exception;

  /** True if the source can have a trimap for each position. */
  boolean canBePerSlice() {
    return true;
  }

  /** Makes a source of something that does not fit the image. */
  abstract void unfit(ImagePlus image) throws Exception;

  /** Parts of the message that it is refused with. */
  abstract List<String> refusal();

  /** The object of a position. */
  static Roi square(int position) {
    return new Roi(3 + 4 * position, 5, 6, 7);
  }

  /** A hyperstack of 8 bits, {@link #SLICES} slices by {@link #FRAMES} frames. */
  static ImagePlus stack(Value value) {
    ImageProcessor[] slices = new ImageProcessor[POSITIONS];
    for (int i = 0; i < POSITIONS; i++) slices[i] = Pictures.filled(WIDTH, HEIGHT, (int) value.of(i));
    ImagePlus stack = Pictures.stack(slices);
    stack.setTitle("cell.tif");
    stack.setDimensions(1, SLICES, FRAMES);
    stack.setOpenAsHyperStack(true);
    return stack;
  }

  /** A map with the object of each position, or a single slice with that of the first. */
  static ImagePlus map(boolean perSlice, int inside, int outside) {
    ImageProcessor[] slices = new ImageProcessor[perSlice ? POSITIONS : 1];
    for (int i = 0; i < slices.length; i++) {
      slices[i] = Pictures.filled(WIDTH, HEIGHT, outside);
      slices[i].setValue(inside);
      slices[i].fill(square(i));
    }
    ImagePlus map = slices.length == 1 ? new ImagePlus("map.tif", slices[0]) : Pictures.stack(slices);
    map.setTitle("map.tif");
    return map;
  }

  private static void assertSquare(int position, Trimap trimap) {
    Roi object = square(position);
    for (int y = 0; y < HEIGHT; y++)
      for (int x = 0; x < WIDTH; x++)
        assertEquals(object.contains(x, y) ? Trimap.FOREGROUND : Trimap.BACKGROUND, trimap.get(x, y),
            "position " + position + ", x=" + x + ", y=" + y);
  }

  @Test
  void trimapsHaveTheImagesSizeAndThreeValuesAtMost() throws Exception {
    Trimap trimap = source(image, false, Progress.NONE).at(0, Progress.NONE);
    assertArrayEquals(new int[] {WIDTH, HEIGHT}, new int[] {trimap.width(), trimap.height()});
    Set<Integer> values = new TreeSet<>();
    for (int i = 0; i < WIDTH * HEIGHT; i++) values.add(trimap.get(i % WIDTH, i / WIDTH));
    assertTrue(Set.of(0, 128, 255).containsAll(values), values.toString());
  }

  @Test
  void aCommonTrimapIsThatOfEveryPosition() throws Exception {
    TrimapSource source = source(image, false, Progress.NONE);
    assertEquals(false, source.isPerSlice());
    for (int position : new int[] {0, POSITIONS - 1, 1}) assertSquare(0, source.at(position, Progress.NONE));
  }

  @Test
  void positionsAreReadInAnyOrderAsOftenAsOneLikes() throws Exception {
    assumeTrue(canBePerSlice());
    TrimapSource source = source(image, true, Progress.NONE);
    assertEquals(true, source.isPerSlice());
    for (int position : new int[] {2, 0, 3, 1, 1, 2}) assertSquare(position, source.at(position, Progress.NONE));
  }

  @Test
  void theImageStaysAsItIs() throws Exception {
    Roi selection = image.getRoi();
    Overlay overlay = image.getOverlay();
    int slice = image.getCurrentSlice();
    source(image, false, Progress.NONE).at(POSITIONS - 1, Progress.NONE);
    for (int i = 1; i <= POSITIONS; i++)
      for (byte pixel : (byte[]) image.getStack().getPixels(i)) assertEquals(7, pixel);
    assertEquals(slice, image.getCurrentSlice());
    if (selection != null) assertSame(selection, image.getRoi());
    if (overlay != null) assertSame(overlay, image.getOverlay());
  }

  @Test
  void cancellingStops() {
    for (boolean perSlice : canBePerSlice() ? new boolean[] {false, true} : new boolean[] {false})
      assertThrows(CancellationException.class, () -> source(image, perSlice, CANCELLED).at(0, CANCELLED));
  }

  @Test
  void whatDoesNotFitIsNamed() {
    String message = assertThrows(IllegalArgumentException.class, () -> unfit(image)).getMessage();
    for (String part : refusal()) assertTrue(message.contains(part), message);
  }
}
