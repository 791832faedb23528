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
package io.github.deepmatting.trimap;

import io.github.deepmatting.image.LabelImage;
import io.github.deepmatting.image.Rectangle;
import io.github.deepmatting.progress.Progress;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

/**
 * Makes trimaps from a label image: 0 is background, any other whole number is an object. Where the objects chosen
 * touch each other nothing becomes unknown; where one touches an object that is not chosen the rim does, as against
 * background. Holds a copy of the labels (4 bytes a pixel), so that trimaps of many objects cost little: each looks
 * only at its object's surroundings.
 */
public final class TrimapFromLabels {

  private final LabelImage labels;

  /**
   * @param image axes x, y; whole numbers from 0 to 2<sup>31</sup>-1, of any pixel type
   * @throws IllegalArgumentException if there are other axes or other values; the message names the first
   */
  public TrimapFromLabels(RandomAccessibleInterval<? extends RealType<?>> image, Progress progress) {
    this(LabelImage.of(image, progress));
  }

  /** @param labels as they were read */
  public TrimapFromLabels(LabelImage labels) {
    this.labels = labels;
  }

  /** The labels in the image, in order, without 0. */
  public Collection<Integer> labels() {
    return labels.labels();
  }

  /**
   * The trimap of one object; all others are background.
   *
   * @param label one of {@link #labels()}
   * @param band width of the unknown band
   * @param progress checked for cancellation
   * @throws IllegalArgumentException if there is no such label
   */
  public Trimap of(int label, UnknownBand band, Progress progress) {
    return of(List.of(label), band, progress);
  }

  /**
   * The trimap of one object within a rectangle around it; what of the band lies beyond it is cut off.
   *
   * @param label one of {@link #labels()}
   * @param window holds the object and lies in the image
   * @param band width of the unknown band
   * @param progress checked for cancellation
   * @return as large as the window
   * @throws IllegalArgumentException if there is no such label
   */
  public Trimap of(int label, Rectangle window, UnknownBand band, Progress progress) {
    labels.bounds(label);
    byte[] values = values(window, i -> labels.at(i) == label, band, progress);
    return new Trimap(window.width(), window.height(), values);
  }

  /**
   * The trimap of several objects taken together.
   *
   * @param chosen some of {@link #labels()}, at least one
   * @param band width of the unknown band
   * @param progress checked for cancellation
   * @throws IllegalArgumentException if none is chosen, or one that there is not
   */
  public Trimap of(Collection<Integer> chosen, UnknownBand band, Progress progress) {
    if (chosen.isEmpty()) throw new IllegalArgumentException("No label was chosen; there are " + labels.some());
    Rectangle box = chosen.stream().map(labels::bounds).reduce(Rectangle::union).orElseThrow();
    Set<Integer> wanted = Set.copyOf(chosen);
    int only = wanted.size() == 1 ? wanted.iterator().next() : 0;
    return cut(box,
        only != 0 ? i -> labels.at(i) == only : i -> labels.at(i) != 0 && wanted.contains(labels.at(i)), band, progress);
  }

  /** Makes the trimap within a rectangle around the objects; beyond it all is background. */
  private Trimap cut(Rectangle box, IntPredicate isObject, UnknownBand band, Progress progress) {
    int width = labels.width();
    Rectangle window = box.grown(band.margin(), width, labels.height());
    byte[] inside = values(window, isObject, band, progress);
    byte[] values = new byte[width * labels.height()];
    for (int y = 0; y < window.height(); y++)
      System.arraycopy(
          inside, y * window.width(), values, (window.y() + y) * width + window.x(), window.width());
    return new Trimap(width, labels.height(), values);
  }

  private byte[] values(Rectangle window, IntPredicate isObject, UnknownBand band, Progress progress) {
    int columns = window.width();
    int corner = window.y() * labels.width() + window.x();
    return band.values(columns, window.height(),
        i -> isObject.test(corner + i / columns * labels.width() + i % columns), progress);
  }
}
