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

import ij.ImageStack;
import ij.process.BinaryInterpolator;
import ij.process.ByteProcessor;
import io.github.deepmatting.image.Rectangle;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Fills the slices between those that have pixels, by ImageJ's own {@link BinaryInterpolator}, which is what the ROI
 * Manager's "Interpolate ROIs" uses: the signed chamfer distances of the two slices around are weighted by how near
 * they are. Slices before the first and after the last that have pixels stay as they are.
 */
final class RoiInterpolation {

  private RoiInterpolation() {}

  /**
   * Fills what is missing.
   *
   * @param slices sets of indices {@code y * width + x}, one for each slice in order; those that are empty between two
   *     that are not are filled
   * @param width columns of the image
   */
  static void fill(List<BitSet> slices, int width) {
    List<Integer> keys = new ArrayList<>();
    for (int i = 0; i < slices.size(); i++) if (!slices.get(i).isEmpty()) keys.add(i);
    // Between each two that follow each other by themselves, so that little is in memory.
    for (int i = 1; i < keys.size(); i++)
      if (keys.get(i) - keys.get(i - 1) > 1) between(slices.subList(keys.get(i - 1), keys.get(i) + 1), width);
  }

  private static void between(List<BitSet> slices, int width) {
    BitSet all = (BitSet) slices.get(0).clone();
    all.or(slices.get(slices.size() - 1));
    Rectangle part = Rectangle.around(all, width);
    int columns = part.width();
    ImageStack stack = new ImageStack(columns, part.height());
    for (BitSet slice : slices) {
      byte[] pixels = new byte[columns * part.height()];
      slice.stream().forEach(i -> pixels[(i / width - part.y()) * columns + i % width - part.x()] = (byte) 255);
      stack.addSlice(new ByteProcessor(columns, part.height(), pixels));
    }
    new BinaryInterpolator().run(stack);
    for (int i = 1; i < slices.size() - 1; i++) {
      byte[] pixels = (byte[]) stack.getPixels(i + 1);
      for (int j = 0; j < pixels.length; j++)
        if (pixels[j] != 0) slices.get(i).set((part.y() + j / columns) * width + part.x() + j % columns);
    }
  }
}
