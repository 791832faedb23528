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

import ij.ImagePlus;
import ij.process.ImageProcessor;
import io.github.deepmatting.image.LabelImage;
import io.github.deepmatting.image.Rectangle;
import io.github.deepmatting.matting.AlphaType;
import io.github.deepmatting.matting.LabelAlpha;
import io.github.deepmatting.progress.Progress;
import io.github.deepmatting.trimap.LabelSelection;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** The mattes of labels in one ImageJ image, filled slice by slice. */
final class LabelAlphaImages {

  private final ImagePlus image;
  private final SliceMap labels;
  private final AlphaType type;
  private final List<Integer> chosen;
  private final ImagePlus result;
  /** The labels of all slices, once they were read; null where each slice has its own. */
  private LabelImage common;

  /**
   * @param image any kind
   * @param labels whole numbers, 0 for background; for each slice, or one for all
   * @throws IllegalArgumentException if they do not fit each other, or there is no chosen label
   * @throws IllegalStateException if there is not enough memory for all mattes
   */
  LabelAlphaImages(ImagePlus image, ImagePlus labels, LabelOptions options, AlphaType type, Progress progress) {
    this.image = image;
    this.labels = new SliceMap("label image", labels, image);
    this.type = type;
    int slices = image.getNSlices() * image.getNFrames();
    if (options.layout() == LabelOptions.Layout.STACK && slices != 1)
      throw new IllegalArgumentException("The image " + image.getTitle() + " has " + slices
          + " slices, so the mattes of its labels can't be the slices of a stack; choose channels");
    chosen = chosen(options.labels(), progress);
    try {
      result = ResultImages.newLabelAlphas(image, chosen, options.layout() == LabelOptions.Layout.CHANNELS, type);
    } catch (OutOfMemoryError e) {
      long pixels = (long) image.getWidth() * image.getHeight() * slices * chosen.size();
      throw new IllegalStateException("The mattes of " + chosen.size() + " labels need "
          + (pixels * type.bitDepth() / 8 >> 20) + " MB, more than ImageJ has left; choose fewer labels or 8-bit, or give"
          + " it more memory (Edit > Options > Memory & Threads...)", e);
    }
  }

  /** The chosen labels of all slices together. */
  private List<Integer> chosen(LabelSelection selection, Progress progress) {
    Collection<Integer> all = new TreeSet<>();
    for (int position = 0; position < labels.slices(); position++) all.addAll(labels(position, progress).labels());
    if (all.isEmpty()) throw new IllegalArgumentException("The " + labels.describe() + " has no label, only 0");
    List<LabelSelection.Range> missing = selection.missing(all);
    if (!missing.isEmpty())
      throw new IllegalArgumentException("The " + labels.describe() + " has no label " + missing.get(0)
          + "; its labels are " + all.stream().limit(20).toList() + (all.size() > 20 ? " and more" : ""));
    return selection.of(all);
  }

  /** The labels that get a matte in some slice, in order. */
  List<Integer> chosen() {
    return chosen;
  }

  /** The labels of a position. */
  LabelImage labels(int position, Progress progress) {
    if (common != null) return common;
    LabelImage read = NamedErrors.naming(
        "labels", labels.planes().title(), () -> LabelImage.of(labels.at(position).pixels(), progress));
    if (!labels.isPerSlice()) common = read;
    return read;
  }

  /**
   * Writes the mattes of a position. Integers are rounded such that the values of all labels together are the rounded
   * sum, which is at most the largest value as the sum is at most 1.
   */
  void add(int position, List<LabelAlpha> alphas) {
    // The sum of those written before, by pixel.
    float[] before = new float[image.getWidth() * image.getHeight()];
    for (LabelAlpha one : alphas)
      write(one, result.getStack().getProcessor(chosen.indexOf(one.label()) + chosen.size() * position + 1), before);
  }

  private void write(LabelAlpha one, ImageProcessor target, float[] before) {
    int opaque = type.opaque();
    Rectangle window = one.window();
    for (int y = 0, own = 0; y < window.height(); y++) {
      int i = (window.y() + y) * image.getWidth() + window.x();
      for (int x = 0; x < window.width(); x++, i++, own++) {
        if (type == AlphaType.FLOAT) {
          target.setf(i, one.alpha()[own]);
          continue;
        }
        float after = before[i] + one.alpha()[own];
        target.set(i, Math.round(after * opaque) - Math.round(before[i] * opaque));
        before[i] = after;
      }
    }
  }

  /** All that was written. */
  ImagePlus result() {
    // What is shown was made before its pixels were written.
    if (!result.isComposite()) result.setProcessor(result.getStack().getProcessor(result.getCurrentSlice()));
    return result;
  }
}
