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
package io.github.deepmatting.imagej.edit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.ImageStack;
import ij.Undo;
import ij.VirtualStack;
import ij.WindowManager;
import ij.gui.Line;
import ij.gui.OvalRoi;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import io.github.deepmatting.trimap.Trimap;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class TrimapEditorTest {

  private static final int SIZE = 20;

  private static ImagePlus trimap(String title, int slices) {
    ImageStack stack = new ImageStack(SIZE, SIZE);
    for (int i = 0; i < slices; i++) {
      ByteProcessor slice = new ByteProcessor(SIZE, SIZE);
      slice.set(0, 0, 128);
      slice.set(1, 0, 255);
      stack.addSlice(slice);
    }
    return new ImagePlus(title, stack);
  }

  private static ImagePlus photograph(String title, int slices) {
    ImageStack stack = new ImageStack(SIZE, SIZE);
    for (int i = 0; i < slices; i++) {
      ColorProcessor slice = new ColorProcessor(SIZE, SIZE);
      slice.set(3, 3, 0x123456);
      stack.addSlice(slice);
    }
    return new ImagePlus(title, stack);
  }

  private static TrimapEditor editor(ImagePlus shown, ImagePlus... open) {
    return new TrimapEditor(TrimapTarget.find(shown, List.of(open)));
  }

  private static int count(ImageProcessor pixels, double value) {
    int count = 0;
    for (int i = 0; i < pixels.getPixelCount(); i++) if (pixels.getf(i) == value) count++;
    return count;
  }

  @Test
  void theSelectionOfATrimapIsSetOnTheSliceThatIsShown() {
    ImagePlus trimap = trimap("t", 3);
    trimap.setSlice(2);
    Roi selection = new Roi(4, 5, 6, 7);
    trimap.setRoi(selection);
    assertEquals(42, editor(trimap).set(Trimap.FOREGROUND));
    assertEquals(1, count(trimap.getStack().getProcessor(1), 255));
    assertEquals(43, count(trimap.getStack().getProcessor(2), 255));
    for (int y = 5; y < 12; y++)
      for (int x = 4; x < 10; x++) assertEquals(255, trimap.getStack().getProcessor(2).get(x, y));
    assertEquals(1, count(trimap.getStack().getProcessor(3), 255));
    assertSame(selection, trimap.getRoi());
    assertTrue(trimap.changes);
    assertNull(trimap.getOverlay());
    trimap.setRoi(new Roi(4, 5, 3, 1));
    editor(trimap).set(Trimap.UNKNOWN);
    trimap.setRoi(new Roi(4, 6, 1, 1));
    editor(trimap).set(Trimap.BACKGROUND);
    ImageProcessor pixels = trimap.getStack().getProcessor(2);
    assertEquals(39, count(pixels, 255));
    assertEquals(4, count(pixels, 128));
    assertEquals(0, pixels.get(4, 6));
  }

  @Test
  void roundSelectionsAreNotSetAsTheirBounds() {
    ImagePlus trimap = trimap("t", 1);
    OvalRoi oval = new OvalRoi(4, 4, 10, 10);
    trimap.setRoi(oval);
    int pixels = editor(trimap).set(Trimap.FOREGROUND);
    // The mask of ImageJ itself.
    assertEquals(count(oval.getMask(), 255), pixels);
    assertEquals(0, trimap.getProcessor().get(4, 4));
    assertEquals(255, trimap.getProcessor().get(9, 9));
  }

  @Test
  void aLineHasItsStrokeWidth() {
    ImagePlus trimap = trimap("t", 1);
    Line line = new Line(2, 10, 17, 10);
    line.setStrokeWidth(4);
    trimap.setRoi(line);
    editor(trimap).set(Trimap.UNKNOWN);
    for (int y = 0; y < SIZE; y++) {
      int value = trimap.getProcessor().get(9, y);
      assertEquals(Math.abs(y - 10) <= 2 ? 128 : 0, value, "y=" + y);
    }
    Line thin = new Line(3, 2, 3, 6);
    trimap.setRoi(thin);
    editor(trimap).set(Trimap.FOREGROUND);
    for (int y = 2; y <= 6; y++) assertEquals(255, trimap.getProcessor().get(3, y), "y=" + y);
    assertEquals(0, trimap.getProcessor().get(4, 4));
  }

  @Test
  void partsOutsideTheImageDoNotCountAndAWhollyOutsideSelectionIsRefused() {
    ImagePlus trimap = trimap("t", 1);
    trimap.setRoi(new Roi(15, 15, 10, 10));
    assertEquals(25, editor(trimap).set(Trimap.FOREGROUND));
    Roi outside = new Roi(0, 0, 5, 5);
    trimap.setRoi(outside);
    outside.setLocation(30, 30);
    assertMessage("lies outside the image t", () -> editor(trimap).set(Trimap.FOREGROUND));
  }

  @Test
  void theTrimapOfAnImageIsFoundByItsNameAndSeenOverTheImage() {
    ImagePlus image = photograph("cat.png", 2);
    ImagePlus trimap = trimap("cat trimap", 2);
    ImagePlus small = new ImagePlus("cat-trimap.png", new ByteProcessor(3, 3));
    image.setSlice(2);
    Roi selection = new Roi(4, 5, 6, 7);
    image.setRoi(selection);
    Overlay users = new Overlay(new Roi(1, 1, 2, 2));
    image.setOverlay(users);
    TrimapEditor editor = editor(image, small, image, trimap);
    assertEquals(42, editor.set(Trimap.FOREGROUND));
    assertEquals(1, count(trimap.getStack().getProcessor(1), 255));
    assertEquals(43, count(trimap.getStack().getProcessor(2), 255));
    assertEquals(0x123456, image.getStack().getProcessor(2).get(3, 3) & 0xffffff);
    assertSame(selection, image.getRoi());
    assertEquals(2, image.getOverlay().size());
    // The same overlay again from another editor, as each command has its own.
    assertFalse(editor(image, trimap).toggleOverlay());
    assertSame(users, image.getOverlay());
    assertTrue(editor(image, trimap).toggleOverlay());
    assertEquals(OptionalInt.of(2), editor(image, trimap).undo());
    assertEquals(1, count(trimap.getStack().getProcessor(2), 255));
  }

  @Test
  void oneTrimapServesAllSlices() {
    ImagePlus image = photograph("cat", 4);
    image.setDimensions(1, 2, 2);
    image.setSlice(3);
    ImagePlus trimap = trimap("cat_trimap.tif", 1);
    image.setRoi(new Roi(4, 5, 2, 2));
    editor(image, trimap).set(Trimap.UNKNOWN);
    assertEquals(5, count(trimap.getProcessor(), 128));
  }

  @Test
  void picturesAreNeverDrawnInto() {
    ImagePlus image = photograph("cat.png", 1);
    assertMessage("no open image of its size is called 'cat trimap'", () -> editor(image));
    ByteProcessor grey = new ByteProcessor(SIZE, SIZE);
    for (int i = 0; i < grey.getPixelCount(); i++) grey.set(i, i % 256);
    assertMessage("is not a trimap", () -> editor(new ImagePlus("grey", grey)));
    ByteProcessor mask = new ByteProcessor(SIZE, SIZE);
    mask.set(4, 1);
    ImagePlus one = new ImagePlus("mask", mask);
    one.setRoi(new Roi(1, 1, 2, 2));
    assertMessage("0 and 1, as a mask has", () -> editor(one).set(Trimap.FOREGROUND));
  }

  @Test
  void valuesAreWrittenAsTheTrimapEncodesThem() {
    float[][] expected = {{0, 1, 2}, {0, 0.5f, 1}, {0, 32768, 65535}, {0, 128, 255}};
    ImageProcessor[] trimaps = {new ByteProcessor(SIZE, SIZE), new FloatProcessor(SIZE, SIZE),
        new ij.process.ShortProcessor(SIZE, SIZE), new ByteProcessor(SIZE, SIZE)};
    // The first pixel tells the encoding; a black image of 8 bits is a trimap that is just begun.
    trimaps[0].set(0, 2);
    trimaps[1].setf(0, 1);
    trimaps[2].set(0, 65535);
    for (int i = 0; i < trimaps.length; i++) {
      ImagePlus trimap = new ImagePlus("t", trimaps[i]);
      int x = 3;
      for (int value : new int[] {Trimap.BACKGROUND, Trimap.UNKNOWN, Trimap.FOREGROUND}) {
        trimap.setRoi(new Roi(x++, 3, 1, 1));
        editor(trimap).set(value);
      }
      for (int k = 0; k < 3; k++) assertEquals(expected[i][k], trimap.getProcessor().getf(3 + k, 3), "trimap " + i);
    }
  }

  @Test
  void editsAreUndoneLastFirst() {
    ImagePlus trimap = trimap("t", 2);
    byte[] before = ((byte[]) trimap.getStack().getPixels(1)).clone();
    trimap.setRoi(new Roi(0, 0, 6, 6));
    editor(trimap).set(Trimap.FOREGROUND);
    byte[] after = ((byte[]) trimap.getStack().getPixels(1)).clone();
    trimap.setRoi(new OvalRoi(3, 3, 9, 9));
    editor(trimap).set(Trimap.UNKNOWN);
    trimap.setSlice(2);
    trimap.setRoi(new Roi(0, 0, 2, 2));
    editor(trimap).set(Trimap.FOREGROUND);
    assertEquals(OptionalInt.of(2), editor(trimap).undo());
    assertArrayEquals(before, (byte[]) trimap.getStack().getPixels(2));
    assertEquals(OptionalInt.of(1), editor(trimap).undo());
    assertArrayEquals(after, (byte[]) trimap.getStack().getPixels(1));
    assertEquals(OptionalInt.of(1), editor(trimap).undo());
    assertArrayEquals(before, (byte[]) trimap.getStack().getPixels(1));
    assertEquals(OptionalInt.empty(), editor(trimap).undo());
  }

  @Test
  void imageJsOwnUndoWorksTooAndDoesNotCountTwice() {
    ImagePlus trimap = trimap("t", 1);
    byte[] before = ((byte[]) trimap.getProcessor().getPixels()).clone();
    trimap.setRoi(new Roi(0, 0, 6, 6));
    editor(trimap).set(Trimap.FOREGROUND);
    byte[] first = ((byte[]) trimap.getProcessor().getPixels()).clone();
    trimap.setRoi(new Roi(8, 8, 6, 6));
    editor(trimap).set(Trimap.FOREGROUND);
    WindowManager.setTempCurrentImage(trimap);
    try {
      Undo.undo();
    } finally {
      WindowManager.setTempCurrentImage(null);
    }
    assertArrayEquals(first, (byte[]) trimap.getProcessor().getPixels());
    assertEquals(OptionalInt.of(1), editor(trimap).undo());
    assertArrayEquals(before, (byte[]) trimap.getProcessor().getPixels());
  }

  @Test
  void theHistoryIsBounded() {
    ImagePlus trimap = trimap("t", 1);
    for (int i = 0; i < TrimapEdits.MAX_EDITS + 5; i++) {
      trimap.setRoi(new Roi(i % SIZE, 2 + i / SIZE, 1, 1));
      editor(trimap).set(Trimap.FOREGROUND);
    }
    assertEquals(TrimapEdits.MAX_EDITS, TrimapEdits.of(trimap).size());
    assertNotNull(TrimapEdits.of(trimap).undo(trimap));
    assertEquals(TrimapEdits.MAX_EDITS - 1, TrimapEdits.of(trimap).size());
  }

  @Test
  void whatCanNotBeEditedIsRefusedWithAReason() {
    ImagePlus trimap = trimap("t", 1);
    assertMessage("has no selection; draw", () -> editor(trimap).set(Trimap.FOREGROUND));
    assertMessage("is itself a trimap", () -> editor(trimap).toggleOverlay());
    VirtualStack stack = new VirtualStack(SIZE, SIZE, 2) {
      @Override
      public ImageProcessor getProcessor(int slice) {
        return new ByteProcessor(SIZE, SIZE);
      }
    };
    ImagePlus virtual = new ImagePlus("v", stack);
    virtual.setRoi(new Roi(0, 0, 2, 2));
    assertMessage("duplicate it", () -> editor(virtual).set(Trimap.FOREGROUND));
  }

  private static void assertMessage(String part, Runnable work) {
    String message = assertThrows(IllegalArgumentException.class, work::run).getMessage();
    assertTrue(message.contains(part), message);
  }
}
