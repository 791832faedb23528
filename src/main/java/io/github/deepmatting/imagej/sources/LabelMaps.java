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

import io.github.deepmatting.image.LabelImage;
import io.github.deepmatting.imagej.SliceMap;
import io.github.deepmatting.matting.TrimapSource;
import io.github.deepmatting.progress.Progress;
import io.github.deepmatting.trimap.LabelSelection;
import io.github.deepmatting.trimap.Trimap;
import io.github.deepmatting.trimap.TrimapFromLabels;
import io.github.deepmatting.trimap.UnknownBand;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

/** Trimaps of label images. */
final class LabelMaps {

  private LabelMaps() {}

  /**
   * The source that reads trimaps from a label image.
   *
   * @param map of labels, one slice or one for each of the image's
   * @param labels the foreground; a slice of a stack may lack some
   * @throws IllegalArgumentException if no slice has a label of a chosen range, or values are not labels
   */
  static TrimapSource of(SliceMap map, LabelSelection labels, UnknownBand band, Progress progress) {
    SortedSet<Integer> present = new TreeSet<>();
    List<TrimapFromLabels> read = new ArrayList<>();
    TrimapSource reader = new MapSource(map, (values, own) -> {
      TrimapFromLabels image = new TrimapFromLabels(values, own);
      present.addAll(image.labels());
      // A single one need not be read again; a stack of them may be larger than the memory.
      if (!map.isPerSlice()) read.add(image);
      return empty(values);
    });
    for (int position = 0; position < map.slices(); position++) reader.at(position, progress);
    List<LabelSelection.Range> missing = labels.missing(present);
    if (present.isEmpty() || !missing.isEmpty())
      throw new IllegalArgumentException("The " + map.describe() + " has no "
          + (present.isEmpty() ? "label at all" : "label " + missing.stream().map(LabelSelection.Range::toString)
              .collect(Collectors.joining(", ")) + "; there are " + LabelImage.some(present))
          + "; choose labels that it has, with labels=1,3-5 for example");
    if (!map.isPerSlice())
      return TrimapSource.common(read.get(0).of(labels.of(read.get(0).labels()), band, progress));
    return new MapSource(map, (values, own) -> {
      TrimapFromLabels image = new TrimapFromLabels(values, own);
      List<Integer> chosen = labels.of(image.labels());
      return chosen.isEmpty() ? empty(values) : image.of(chosen, band, own);
    });
  }

  /** All background. */
  private static Trimap empty(RandomAccessibleInterval<? extends RealType<?>> values) {
    int width = (int) values.dimension(0);
    int height = (int) values.dimension(1);
    return new Trimap(width, height, new byte[width * height]);
  }
}
