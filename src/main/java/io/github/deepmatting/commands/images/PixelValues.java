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
package io.github.deepmatting.commands.images;

import ij.ImagePlus;
import ij.process.ImageProcessor;
import java.util.HashSet;
import java.util.Set;

/**
 * What the values of the shown slice of an image tell about its use.
 *
 * @param grey false for RGB and several channels
 * @param whole true if all values are whole numbers
 * @param levels how many different values there are, counted up to {@link #MANY}
 * @param atEnds share of the pixels with the value 0 or the highest of the type (1 for 32 bits)
 * @param steady share of the pixels with the value of their left neighbour
 */
record PixelValues(
    boolean grey, int bits, double min, double max, boolean whole, int levels, double atEnds, double steady) {

  static final int MANY = 5000;

  static PixelValues of(ImagePlus image) {
    int bits = image.getBitDepth();
    if (bits == 24 || image.getNChannels() > 1) return new PixelValues(false, bits, 0, 0, true, MANY, 0, 0);
    ImageProcessor pixels = image.getProcessor();
    float top = (float) top(bits);
    Set<Float> levels = new HashSet<>();
    double min = Double.POSITIVE_INFINITY;
    double max = Double.NEGATIVE_INFINITY;
    boolean whole = true;
    int ends = 0;
    int steady = 0;
    int count = pixels.getPixelCount();
    float left = Float.NaN;
    for (int i = 0; i < count; i++) {
      float value = pixels.getf(i);
      if (value == left) steady++;
      else if (levels.size() < MANY) levels.add(value);
      min = Math.min(min, value);
      max = Math.max(max, value);
      whole &= value == Math.rint(value);
      if (value == 0 || value == top) ends++;
      left = value;
    }
    return new PixelValues(
        true, bits, min, max, whole, levels.size(), (double) ends / count, (double) steady / count);
  }

  private static double top(int bits) {
    return bits == 32 ? 1 : bits == 16 ? 65535 : 255;
  }

  /** True for three levels, as trimaps have them. */
  boolean isTrimap() {
    return grey && levels == 3;
  }

  /** True for an alpha matte: from 0 to 1 and mostly at one of both ends. */
  boolean isAlpha() {
    return grey && min >= 0 && max <= top(bits) && atEnds > 0.2 && (bits == 32 ? levels > 1 : levels > 3 && max == top(bits));
  }

  /** True for whole numbers in areas of one value each. */
  boolean isLabels() {
    return grey && whole && min >= 0 && levels > 1 && steady > 0.8;
  }

  boolean isMask() {
    return grey && levels == 2;
  }

  boolean isProbability() {
    return grey && bits == 32 && min >= 0 && max <= 1 && levels > 2;
  }
}
