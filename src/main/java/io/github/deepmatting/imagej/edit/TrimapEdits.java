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
import ij.process.Blitter;
import ij.process.ImageProcessor;
import io.github.deepmatting.image.FiniteValues;
import io.github.deepmatting.image.Rectangle;
import io.github.deepmatting.io.ImagePlusPlanes;
import io.github.deepmatting.progress.Progress;
import io.github.deepmatting.trimap.TrimapEncoding;
import io.github.deepmatting.trimap.TrimapReader;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.OptionalInt;

/**
 * The edits of one trimap: the pixels from before each edit, the last first, and the encoding. Kept as a property of
 * the trimap's image, so that they live as long as it does; bounded, so that the first edits are forgotten when there
 * are many or large ones. Not for several threads.
 */
final class TrimapEdits {

  /** Most edits that can be undone. */
  static final int MAX_EDITS = 100;

  /** Most pixels that are kept. */
  static final long MAX_PIXELS = 1L << 26;

  private static final String PROPERTY = "Deep Matting trimap edits";

  /** The pixels of a part of a slice (from 1 on) before an edit. */
  private record Edit(int slice, Rectangle part, ImageProcessor before) {}

  private final Deque<Edit> edits = new ArrayDeque<>();
  private final TrimapEncoding encoding;
  private long pixels;

  private TrimapEdits(TrimapEncoding encoding) {
    this.encoding = encoding;
  }

  /** The trimap's encoding. */
  TrimapEncoding encoding() {
    return encoding;
  }

  /** True if the trimap was edited before. */
  static boolean areThere(ImagePlus trimap) {
    return trimap.getProperty(PROPERTY) instanceof TrimapEdits;
  }

  private static TrimapEncoding encoding(ImagePlus trimap) {
    ImagePlusPlanes planes = new ImagePlusPlanes(trimap);
    TrimapEncoding found = TrimapReader.encoding(planes.all().pixels(), Progress.NONE);
    if (found != TrimapEncoding.UNIT || trimap.getBitDepth() == 32) return found;
    // A new black image; one of 0 and 1 is a mask, which has no value for unknown.
    if (FiniteValues.range(planes.all().pixels(), Progress.NONE).max() == 0) return TrimapEncoding.EIGHT_BIT;
    throw new IllegalArgumentException("The image " + trimap.getTitle()
        + " has the values 0 and 1, as a mask has; make a trimap of it with Make Trimap...");
  }

  /**
   * The edits of a trimap, none in the beginning.
   *
   * @throws IllegalArgumentException if its values are not those of a trimap
   */
  static TrimapEdits of(ImagePlus trimap) {
    if (trimap.getProperty(PROPERTY) instanceof TrimapEdits edits) return edits;
    TrimapEdits edits = new TrimapEdits(encoding(trimap));
    trimap.setProperty(PROPERTY, edits);
    return edits;
  }

  /** Keeps the pixels of a part of a slice; to be called before it is edited. */
  void keep(ImagePlus trimap, int slice, Rectangle part) {
    edits.push(new Edit(slice, part, crop(trimap, slice, part)));
    pixels += part.size();
    while (edits.size() > MAX_EDITS || pixels > MAX_PIXELS && edits.size() > 1)
      pixels -= edits.removeLast().part.size();
  }

  /**
   * Undoes the last edit; one that ImageJ's own Undo has undone already is skipped.
   *
   * @return the slice that changed, from 1 on; empty if there is nothing to undo
   */
  OptionalInt undo(ImagePlus trimap) {
    while (!edits.isEmpty()) {
      Edit edit = edits.pop();
      pixels -= edit.part.size();
      if (edit.slice > trimap.getStackSize() || isSame(edit.before, crop(trimap, edit.slice, edit.part))) continue;
      trimap.getStack().getProcessor(edit.slice)
          .copyBits(edit.before, edit.part.x(), edit.part.y(), Blitter.COPY);
      return OptionalInt.of(edit.slice);
    }
    return OptionalInt.empty();
  }

  /** The number of edits that are kept. */
  int size() {
    return edits.size();
  }

  private static ImageProcessor crop(ImagePlus trimap, int slice, Rectangle part) {
    // A processor of its own, so that no other one's region of interest changes.
    ImageProcessor processor = trimap.getStack().getProcessor(slice);
    processor.setRoi(part.x(), part.y(), part.width(), part.height());
    return processor.crop();
  }

  private static boolean isSame(ImageProcessor one, ImageProcessor other) {
    return Arrays.equals(one.getFloatArray(), other.getFloatArray(), (a, b) -> Arrays.compare(a, b));
  }
}
