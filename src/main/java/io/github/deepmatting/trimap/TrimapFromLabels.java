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

import io.github.deepmatting.progress.Progress;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

/**
 * Makes trimaps from a label image: 0 is background, any other whole number is an object. Where the objects chosen
 * touch each other nothing becomes unknown; where one touches an object that is not chosen the rim does, as against
 * background. Holds a copy of the labels (4 bytes a pixel), so that trimaps of many objects cost little: each looks
 * only at its object's surroundings.
 */
public final class TrimapFromLabels {

  private final int width;
  private final int height;
  private final int[] labels;
  /** Smallest rectangle around each label: left, top, right, bottom, all inclusive. */
  private final SortedMap<Integer, int[]> bounds = new TreeMap<>();

  /**
   * @param image axes x, y; whole numbers from 0 to 2<sup>31</sup>-1, of any pixel type
   * @throws IllegalArgumentException if there are other axes or other values; the message names the first
   */
  public TrimapFromLabels(RandomAccessibleInterval<? extends RealType<?>> image, Progress progress) {
    if (image.numDimensions() != 2)
      throw new IllegalArgumentException("A label image needs the axes x, y but has " + image.numDimensions() + " axes");
    width = Math.toIntExact(image.dimension(0));
    height = Math.toIntExact(image.dimension(1));
    labels = new int[Math.multiplyExact(width, height)];
    RandomAccess<? extends RealType<?>> access = image.randomAccess();
    for (int y = 0; y < height; y++) {
      progress.checkCancelled();
      access.setPosition(image.min(1) + y, 1);
      access.setPosition(image.min(0), 0);
      for (int x = 0; x < width; x++, access.fwd(0)) add(access.get().getRealDouble(), x, y);
    }
  }

  private void add(double value, int x, int y) {
    int label = (int) value;
    if (label != value || label < 0)
      throw new IllegalArgumentException("The label image has the value " + value + " at x=" + x + ", y=" + y
          + "; allowed are 0 for background and positive whole numbers for objects");
    labels[y * width + x] = label;
    if (label == 0) return;
    int[] box = bounds.get(label);
    if (box == null) {
      bounds.put(label, new int[] {x, y, x, y});
    } else {
      box[0] = Math.min(box[0], x);
      box[2] = Math.max(box[2], x);
      box[3] = y;
    }
  }

  /** The labels that there are, in order, without 0. */
  public Collection<Integer> labels() {
    return Collections.unmodifiableSet(bounds.keySet());
  }

  /**
   * The trimap of one object; all others are background.
   *
   * @param label one of {@link #labels()}
   * @param band width of the unknown band
   * @param progress asked for cancelling
   * @throws IllegalArgumentException if there is no such label
   */
  public Trimap of(int label, UnknownBand band, Progress progress) {
    return of(List.of(label), band, progress);
  }

  /**
   * The trimap of several objects taken together.
   *
   * @param chosen some of {@link #labels()}, at least one
   * @param band width of the unknown band
   * @param progress asked for cancelling
   * @throws IllegalArgumentException if none is chosen, or one that there is not
   */
  public Trimap of(Collection<Integer> chosen, UnknownBand band, Progress progress) {
    if (chosen.isEmpty()) throw new IllegalArgumentException("No label was chosen; there are " + some());
    int[] box = {width, height, -1, -1};
    for (int label : chosen) {
      int[] own = bounds.get(label);
      if (own == null)
        throw new IllegalArgumentException("There is no label " + label + " in the image; there are " + some());
      for (int i = 0; i < 2; i++) {
        box[i] = Math.min(box[i], own[i]);
        box[i + 2] = Math.max(box[i + 2], own[i + 2]);
      }
    }
    Set<Integer> wanted = Set.copyOf(chosen);
    int only = wanted.size() == 1 ? wanted.iterator().next() : 0;
    return cut(box, only != 0 ? i -> labels[i] == only : i -> labels[i] != 0 && wanted.contains(labels[i]), band,
        progress);
  }

  /** Makes the trimap within a rectangle around the objects; beyond it all is background. */
  private Trimap cut(int[] box, IntPredicate isObject, UnknownBand band, Progress progress) {
    int margin = band.margin();
    int left = Math.max(0, box[0] - margin);
    int top = Math.max(0, box[1] - margin);
    int columns = Math.min(width - 1, box[2] + margin) - left + 1;
    int rows = Math.min(height - 1, box[3] + margin) - top + 1;
    byte[] inside = band.values(
        columns, rows, i -> isObject.test((top + i / columns) * width + left + i % columns), progress);
    byte[] values = new byte[labels.length];
    for (int y = 0; y < rows; y++) System.arraycopy(inside, y * columns, values, (top + y) * width + left, columns);
    return new Trimap(width, height, values);
  }

  private String some() {
    int limit = 20;
    String list = bounds.keySet().stream().limit(limit).map(String::valueOf)
        .collect(Collectors.joining(", "));
    if (bounds.isEmpty()) return "none";
    return bounds.size() > limit ? list + ", ... (" + bounds.size() + ")" : list;
  }
}
