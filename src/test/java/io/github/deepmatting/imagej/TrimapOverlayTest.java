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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.gui.ImageRoi;
import ij.gui.Overlay;
import ij.gui.Roi;
import io.github.deepmatting.io.Pictures;
import io.github.deepmatting.trimap.Trimap;
import java.awt.Graphics;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

/** What is seen of a trimap, and that the user's overlay is the same afterwards. */
class TrimapOverlayTest {

  private final ImagePlus image = new ImagePlus("cell.tif", Pictures.filled(3, 1, 100));
  private final Trimap trimap = new Trimap(3, 1, new byte[] {0, (byte) 128, (byte) 255});

  /** Source over: colour * alpha + below * (1 - alpha), each channel by itself (Porter and Duff 1984). */
  private static int over(int argb, int grey) {
    double alpha = (argb >>> 24) / 255.0;
    int rgb = 0;
    for (int shift = 16; shift >= 0; shift -= 8)
      rgb |= (int) Math.round(alpha * (argb >> shift & 0xff) + (1 - alpha) * grey) << shift;
    return rgb;
  }

  private static void assertColour(int expected, int found) {
    for (int shift = 16; shift >= 0; shift -= 8) assertEquals(expected >> shift & 0xff, found >> shift & 0xff, 1);
  }

  @Test
  void theImageShinesThrough() {
    BufferedImage canvas = new BufferedImage(3, 1, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < 3; x++) canvas.setRGB(x, 0, 0x646464);
    Graphics graphics = canvas.createGraphics();
    TrimapOverlay.picture(trimap).draw(graphics);
    graphics.dispose();
    assertColour(over(TrimapOverlay.BACKGROUND_COLOUR, 100), canvas.getRGB(0, 0));
    assertColour(over(TrimapOverlay.UNKNOWN_COLOUR, 100), canvas.getRGB(1, 0));
    assertColour(over(TrimapOverlay.FOREGROUND_COLOUR, 100), canvas.getRGB(2, 0));
  }

  @Test
  void theUsersOverlayStaysVisibleAndComesBack() {
    Overlay users = new Overlay(new Roi(0, 0, 1, 1));
    users.drawLabels(true);
    image.setOverlay(users);
    Roi element = users.get(0);
    try (TrimapOverlay overlay = new TrimapOverlay(image)) {
      overlay.show(trimap);
      overlay.show(trimap);
      assertTrue(overlay.isShown());
      assertEquals(2, image.getOverlay().size());
      assertSame(element, image.getOverlay().get(0));
      assertEquals(TrimapOverlay.NAME, image.getOverlay().get(1).getName());
      assertTrue(image.getOverlay().getDrawLabels());
    }
    assertSame(users, image.getOverlay());
    assertArrayEquals(new Roi[] {element}, users.toArray());
  }

  @Test
  void noOverlayBecomesNoneAgainAndAHiddenOneHidden() {
    TrimapOverlay overlay = new TrimapOverlay(image);
    overlay.show(trimap);
    overlay.close();
    assertNull(image.getOverlay());
    assertFalse(overlay.isShown());
    image.setOverlay(new Overlay(new Roi(0, 0, 1, 1)));
    image.setHideOverlay(true);
    overlay.show(trimap);
    assertFalse(image.getHideOverlay());
    overlay.close();
    assertTrue(image.getHideOverlay());
  }

  @Test
  void whatSomebodySetMeanwhileIsKept() {
    TrimapOverlay overlay = new TrimapOverlay(image);
    overlay.show(trimap);
    Overlay others = new Overlay(new Roi(1, 0, 1, 1));
    image.setOverlay(others);
    overlay.close();
    assertSame(others, image.getOverlay());
    overlay.show(trimap);
    Overlay later = new Overlay(new Roi(2, 0, 1, 1));
    image.setOverlay(later);
    overlay.show(trimap);
    assertEquals(2, image.getOverlay().size());
    overlay.close();
    assertSame(later, image.getOverlay());
  }

  @Test
  void onlyTheSliceShownHasThePicture() {
    ImagePlus stack =
        Pictures.stack(Pictures.filled(3, 1, 0), Pictures.filled(3, 1, 0), Pictures.filled(3, 1, 0), Pictures.filled(3, 1, 0));
    stack.setSlice(3);
    try (TrimapOverlay overlay = new TrimapOverlay(stack)) {
      overlay.show(trimap);
      assertEquals(3, stack.getOverlay().get(0).getPosition());
    }
    stack.setDimensions(1, 2, 2);
    stack.setOpenAsHyperStack(true);
    stack.setPosition(1, 2, 2);
    try (TrimapOverlay overlay = new TrimapOverlay(stack)) {
      overlay.show(trimap);
      ImageRoi picture = (ImageRoi) stack.getOverlay().get(0);
      assertEquals(2, picture.getZPosition());
      assertEquals(2, picture.getTPosition());
    }
  }

  @Test
  void aTrimapOfAnotherSizeIsRefused() {
    String message = assertThrows(IllegalArgumentException.class,
        () -> new TrimapOverlay(image).show(new Trimap(1, 1, new byte[1]))).getMessage();
    assertTrue(message.contains("1x1") && message.contains("3x1"), message);
    assertNull(image.getOverlay());
  }
}
