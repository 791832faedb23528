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

import ij.ImagePlus;
import ij.Undo;
import ij.gui.Roi;
import ij.process.ImageProcessor;
import io.github.deepmatting.image.Rectangle;
import io.github.deepmatting.imagej.TrimapImages;
import io.github.deepmatting.imagej.TrimapOverlay;
import io.github.deepmatting.imagej.sources.RoiRaster;
import io.github.deepmatting.io.ImagePlusPlanes;
import io.github.deepmatting.progress.Progress;
import io.github.deepmatting.trimap.Trimap;
import java.util.BitSet;
import java.util.OptionalInt;

/**
 * Corrects a trimap by hand, on the slice that is shown: the selection becomes foreground, unknown or background. A
 * trimap of another image is shown over that image. Selections stay as they are.
 */
public final class TrimapEditor {

  private static final String OVERLAY = "Deep Matting trimap overlay";

  private final TrimapTarget target;

  /** @param target the trimap to edit, and the image over which it is shown */
  public TrimapEditor(TrimapTarget target) {
    this.target = target;
  }

  /**
   * Sets the selection of the shown image.
   *
   * @param value {@link Trimap#FOREGROUND}, {@link Trimap#UNKNOWN} or {@link Trimap#BACKGROUND}; written as the trimap
   *     encodes it
   * @return the number of pixels in the selection
   * @throws IllegalArgumentException if there is no selection or it lies outside, or the trimap can't be written to;
   *     the message says what to do
   */
  public int set(int value) {
    ImagePlus trimap = target.trimap();
    Roi selection = target.shown().getRoi();
    if (selection == null)
      throw new IllegalArgumentException("The image " + target.shown().getTitle()
          + " has no selection; draw an area or a line and run this again");
    if (trimap.getStack().isVirtual())
      throw new IllegalArgumentException("The trimap " + trimap.getTitle()
          + " is a virtual stack, whose pixels are read anew each time; duplicate it (Image > Duplicate...)");
    BitSet pixels = RoiRaster.pixels(target.shown(), selection);
    if (pixels.isEmpty())
      throw new IllegalArgumentException(
          "The selection lies outside the image " + target.shown().getTitle() + "; draw inside it");
    write(pixels, value);
    show();
    return pixels.cardinality();
  }

  private void write(BitSet pixels, int value) {
    ImagePlus trimap = target.trimap();
    int width = trimap.getWidth();
    TrimapEdits edits = TrimapEdits.of(trimap);
    edits.keep(trimap, target.slice(), Rectangle.around(pixels, width));
    if (target.shown() == trimap) {
      // So that ImageJ's own Edit > Undo works too.
      trimap.getProcessor().snapshot();
      Undo.setup(Undo.FILTER, trimap);
    }
    ImageProcessor processor = trimap.getStack().getProcessor(target.slice());
    float written = (float) edits.encoding().encode(value);
    pixels.stream().forEach(i -> processor.setf(i % width, i / width, written));
    trimap.changes = true;
  }

  /**
   * Undoes the last edit.
   *
   * @return the slice of the trimap that changed, from 1 on; empty if there is nothing to undo
   */
  public OptionalInt undo() {
    OptionalInt slice = TrimapEdits.of(target.trimap()).undo(target.trimap());
    if (slice.isPresent()) show();
    return slice;
  }

  /**
   * Shows the trimap over its image, or hides it.
   *
   * @return true if it is shown now
   * @throws IllegalArgumentException if the trimap belongs to no other image
   */
  public boolean toggleOverlay() {
    if (target.shown() == target.trimap())
      throw new IllegalArgumentException("The image " + target.shown().getTitle()
          + " is itself a trimap; choose the image that it belongs to");
    TrimapOverlay overlay = overlay();
    if (overlay.isShown()) overlay.close();
    else overlay.show(trimap());
    return overlay.isShown();
  }

  private void show() {
    target.trimap().updateAndDraw();
    if (target.shown() != target.trimap()) overlay().show(trimap());
  }

  private Trimap trimap() {
    ImagePlusPlanes planes = new ImagePlusPlanes(target.trimap());
    return TrimapImages.read(planes, target.slice() - 1, TrimapEdits.of(target.trimap()).encoding(),
        target.trimap().getTitle(), Progress.NONE);
  }

  /** The overlay lives as long as its image. */
  private TrimapOverlay overlay() {
    ImagePlus shown = target.shown();
    if (shown.getProperty(OVERLAY) instanceof TrimapOverlay overlay) return overlay;
    TrimapOverlay overlay = new TrimapOverlay(shown);
    shown.setProperty(OVERLAY, overlay);
    return overlay;
  }
}
