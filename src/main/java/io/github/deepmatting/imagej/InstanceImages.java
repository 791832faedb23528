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
import io.github.deepmatting.image.ColourMix;
import io.github.deepmatting.image.IntensityRange;
import io.github.deepmatting.image.LabelImage;
import io.github.deepmatting.image.Rectangle;
import io.github.deepmatting.image.NormalizationOptions;
import io.github.deepmatting.image.NormalizedImage;
import io.github.deepmatting.io.ImagePlusPlanes;
import io.github.deepmatting.matting.InstanceAlpha;
import io.github.deepmatting.matting.InstanceMatting;
import io.github.deepmatting.progress.Progress;
import io.github.deepmatting.trimap.LabelSelection;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** Mattes of labels in ImageJ's images: fills one result. */
final class InstanceImages {

  private final ImagePlus image;
  private final ImagePlusPlanes planes;
  private final ImagePlusPlanes labels;
  private final InstanceRequest request;
  private final InstanceMatting matting;

  /**
   * @param image any kind
   * @param labels whole numbers, 0 for background; for each slice, or one for all
   * @throws IllegalArgumentException if they do not fit each other
   */
  InstanceImages(ImagePlus image, ImagePlus labels, InstanceRequest request, InstanceMatting matting) {
    this.image = image;
    this.planes = new ImagePlusPlanes(image);
    this.labels = new ImagePlusPlanes(labels);
    this.request = request;
    this.matting = matting;
    if (labels.getWidth() != image.getWidth() || labels.getHeight() != image.getHeight())
      throw new IllegalArgumentException("The label image " + labels.getTitle() + " has " + labels.getWidth() + "x"
          + labels.getHeight() + " pixels but the image " + image.getTitle() + " has " + image.getWidth() + "x"
          + image.getHeight() + "; both must have the same size");
    int slices = this.labels.positions();
    if (slices != 1 && slices != planes.positions())
      throw new IllegalArgumentException("The label image " + labels.getTitle() + " has " + slices
          + " slices but the image " + image.getTitle() + " has " + planes.positions()
          + "; give one label image for all slices, or one for each");
    if (request.layout() == InstanceRequest.Layout.STACK && planes.positions() != 1)
      throw new IllegalArgumentException("The image " + image.getTitle() + " has " + planes.positions()
          + " slices, so the mattes of its labels can't be the slices of a stack; choose channels");
  }

  ImagePlus make(NormalizationOptions normalization, Progress progress) {
    List<Integer> chosen = chosen(progress);
    ImagePlus result = create(chosen);
    ColourMix mix = normalization.mix(planes.channels());
    List<IntensityRange> ranges = normalization.ranges(planes.all().pixels(), progress);
    LabelImage own = null;
    for (int position = 0; position < planes.positions(); position++) {
      Progress sliceProgress = progress.slice(position, planes.positions());
      if (own == null || labels.positions() > 1) own = labels(position, sliceProgress);
      Collection<Integer> here = new TreeSet<>(chosen);
      here.retainAll(own.labels());
      if (here.isEmpty()) continue;
      List<InstanceAlpha> alphas = matting.matte(NormalizedImage.of(planes.at(position).pixels(), ranges, mix).rgb(), own,
          here, request.band(), sliceProgress);
      float[] before = new float[image.getWidth() * image.getHeight()];
      for (InstanceAlpha one : alphas) {
        int index = chosen.indexOf(one.label()) + chosen.size() * position;
        write(one, result.getStack().getProcessor(index + 1), before);
      }
    }
    // What is shown was made before its pixels were written.
    if (!result.isComposite()) result.setProcessor(result.getStack().getProcessor(result.getCurrentSlice()));
    return result;
  }

  private LabelImage labels(int position, Progress progress) {
    return NamedErrors.naming(
        "labels", labels.title(), () -> LabelImage.of(labels.grey(position).pixels(), progress));
  }

  /** The chosen labels of all slices together. */
  private List<Integer> chosen(Progress progress) {
    Collection<Integer> all = new TreeSet<>();
    for (int position = 0; position < labels.positions(); position++)
      all.addAll(labels(position, progress).labels());
    if (all.isEmpty())
      throw new IllegalArgumentException("The label image " + labels.title() + " has no label, only 0");
    List<LabelSelection.Range> missing = request.labels().missing(all);
    if (!missing.isEmpty())
      throw new IllegalArgumentException("The label image " + labels.title() + " has no label " + missing.get(0)
          + "; its labels are " + all.stream().limit(20).toList() + (all.size() > 20 ? " and more" : ""));
    return request.labels().of(all);
  }

  private ImagePlus create(List<Integer> chosen) {
    boolean channels = request.layout() == InstanceRequest.Layout.CHANNELS;
    try {
      return ResultImages.newLabelAlphas(image, chosen, channels, request.alphaType());
    } catch (OutOfMemoryError e) {
      long pixels = (long) image.getWidth() * image.getHeight() * planes.positions() * chosen.size();
      throw new IllegalStateException("The mattes of " + chosen.size() + " labels need "
          + (pixels * request.alphaType().bitDepth() / 8 >> 20) + " MB, more than ImageJ has left; choose fewer labels or"
          + " 8-bit, or give it more memory (Edit > Options > Memory & Threads...)", e);
    }
  }

  /**
   * Writes a matte. Integers are rounded such that the values of all labels together are the rounded sum, which is at
   * most the largest value as the sum is at most 1.
   *
   * @param before the sum of the alphas written before, by pixel; this one is added
   */
  private void write(InstanceAlpha one, ImageProcessor target, float[] before) {
    int opaque = request.alphaType().opaque();
    Rectangle window = one.window();
    for (int y = 0, own = 0; y < window.height(); y++) {
      int i = (window.y() + y) * image.getWidth() + window.x();
      for (int x = 0; x < window.width(); x++, i++, own++) {
        if (request.alphaType() == AlphaType.FLOAT) {
          target.setf(i, one.alpha()[own]);
          continue;
        }
        float after = before[i] + one.alpha()[own];
        target.set(i, Math.round(after * opaque) - Math.round(before[i] * opaque));
        before[i] = after;
      }
    }
  }
}
