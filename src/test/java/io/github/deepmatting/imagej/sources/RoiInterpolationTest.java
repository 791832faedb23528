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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImageStack;
import ij.process.BinaryInterpolator;
import ij.process.ByteProcessor;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Against ImageJ's interpolation of the whole stack at once, and against the radius that a cone has between two discs. */
class RoiInterpolationTest {

  private static final int SIDE = 60;

  private static BitSet disc(int centreX, int centreY, double radius) {
    BitSet pixels = new BitSet();
    for (int y = 0; y < SIDE; y++)
      for (int x = 0; x < SIDE; x++)
        if ((x - centreX) * (x - centreX) + (y - centreY) * (y - centreY) <= radius * radius) pixels.set(y * SIDE + x);
    return pixels;
  }

  private static List<BitSet> slices(BitSet... keys) {
    List<BitSet> slices = new ArrayList<>();
    for (BitSet key : keys) slices.add(key == null ? new BitSet() : key);
    return slices;
  }

  @Test
  void theSameAsImageJsOverTheWholeStack() {
    BitSet far = disc(45, 30, 9);
    far.or(disc(12, 50, 5));
    List<BitSet> slices = slices(null, disc(20, 20, 12), null, null, far, null, disc(40, 30, 4), null);
    ImageStack stack = new ImageStack(SIDE, SIDE);
    for (BitSet slice : slices) {
      ByteProcessor pixels = new ByteProcessor(SIDE, SIDE);
      slice.stream().forEach(i -> pixels.set(i, 255));
      stack.addSlice(pixels);
    }
    new BinaryInterpolator().run(stack);
    RoiInterpolation.fill(slices, SIDE);
    for (int slice = 0; slice < slices.size(); slice++)
      for (int i = 0; i < SIDE * SIDE; i++)
        assertEquals(stack.getProcessor(slice + 1).get(i) != 0, slices.get(slice).get(i), slice + ": " + i);
    assertTrue(slices.get(0).isEmpty() && slices.get(7).isEmpty());
    assertTrue(!slices.get(2).isEmpty() && !slices.get(3).isEmpty() && !slices.get(5).isEmpty());
  }

  @Test
  void betweenTwoDiscsLiesACone() {
    List<BitSet> slices = slices(disc(30, 30, 8), null, null, disc(30, 30, 20));
    RoiInterpolation.fill(slices, SIDE);
    // Chamfer distances are a few percent off Euclidean ones.
    for (int slice = 1; slice < 3; slice++)
      assertEquals(8 + 4 * slice, Math.sqrt(slices.get(slice).cardinality() / Math.PI), 0.7);
  }

  @Test
  void nothingBetweenNothing() {
    List<BitSet> slices = slices(null, disc(30, 30, 8), disc(30, 30, 9), null);
    RoiInterpolation.fill(slices, SIDE);
    assertEquals(slices(null, disc(30, 30, 8), disc(30, 30, 9), null), slices);
  }
}
