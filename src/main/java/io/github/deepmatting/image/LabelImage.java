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
package io.github.deepmatting.image;

import io.github.deepmatting.progress.Progress;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

/**
 * A label image: 0 is background, any other whole number an object. Holds a copy of the labels (4 bytes a pixel) and a
 * rectangle around each. Immutable.
 */
public final class LabelImage {

  /** The most labels that a message names. */
  private static final int NAMED = 20;

  private final int width;
  private final int height;
  private final int[] labels;
  private final SortedMap<Integer, Rectangle> bounds = new TreeMap<>();

  private LabelImage(int width, int height, int[] labels) {
    this.width = width;
    this.height = height;
    this.labels = labels;
    for (int y = 0, i = 0; y < height; y++)
      for (int x = 0; x < width; x++, i++)
        // Neighbours mostly have one label, which need not be looked up again.
        if (labels[i] != 0 && (x + 1 == width || labels[i + 1] != labels[i] || x == 0 || labels[i - 1] != labels[i]))
          bounds.merge(labels[i], new Rectangle(x, y, 1, 1), Rectangle::union);
  }

  /**
   * Reads labels.
   *
   * @param image axes x, y; whole numbers from 0 to 2<sup>31</sup>-1, of any pixel type
   * @param progress checked for cancellation
   * @throws IllegalArgumentException if there are other axes or other values; the message names the first
   */
  public static LabelImage of(RandomAccessibleInterval<? extends RealType<?>> image, Progress progress) {
    int[] labels = new int[Planes.pixels("A label image", image)];
    int width = (int) image.dimension(0);
    Planes.forEachPixel(image, progress, (i, value) -> labels[i] = label(value, i, width));
    return new LabelImage(width, (int) image.dimension(1), labels);
  }

  private static int label(double value, int index, int width) {
    int label = (int) value;
    if (label != value || label < 0)
      throw new IllegalArgumentException("The label image has the value " + value + " at x=" + index % width + ", y="
          + index / width + "; allowed are 0 for background and positive whole numbers for objects");
    return label;
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  /** The label of the pixel with the index {@code y * width + x}; 0 for background. */
  public int at(int index) {
    return labels[index];
  }

  /** The labels in the image, in order, without 0. */
  public Collection<Integer> labels() {
    return Collections.unmodifiableSet(bounds.keySet());
  }

  /**
   * The smallest rectangle around a label's pixels.
   *
   * @throws IllegalArgumentException if there is no such label; the message names some that there are
   */
  public Rectangle bounds(int label) {
    Rectangle found = bounds.get(label);
    if (found == null)
      throw new IllegalArgumentException("There is no label " + label + " in the image; there are " + some());
    return found;
  }

  /** Some of the labels, for a message; "none" if there is none. */
  public String some() {
    return some(bounds.keySet());
  }

  /** Some labels, for a message; "none" if there is none. */
  public static String some(Collection<Integer> labels) {
    if (labels.isEmpty()) return "none";
    String list = labels.stream().limit(NAMED).map(String::valueOf).collect(Collectors.joining(", "));
    return labels.size() > NAMED ? list + ", ... (" + labels.size() + ")" : list;
  }

  /**
   * The same labels, grown into the background: a background pixel gets the label of the nearest labelled pixel, if
   * that is near enough (Euclidean distance from centre to centre); of equally near ones the smallest label.
   *
   * @param reach largest distance in pixels, 0 or more
   * @param progress checked for cancellation
   */
  public LabelImage grown(double reach, Progress progress) {
    if (!(reach >= 0 && reach < Double.POSITIVE_INFINITY))
      throw new IllegalArgumentException("The reach is " + reach + " pixels; allowed are finite numbers from 0 on");
    if (reach < 1) return this;
    int[] grown = labels.clone();
    float[] nearest = new float[labels.length];
    Arrays.fill(nearest, Float.POSITIVE_INFINITY);
    double limit = reach * reach;
    int margin = (int) Math.min(Math.max(width, height), Math.ceil(reach));
    bounds.forEach((label, own) -> {
      Rectangle box = own.grown(margin, width, height);
      int corner = box.y() * width + box.x();
      DistanceTransform.forEachRow(box.width(), box.height(),
          i -> labels[corner + i / box.width() * width + i % box.width()] == label, 1, 1, (y, squared) -> {
            for (int x = 0, i = corner + y * width; x < box.width(); x++, i++)
              if (labels[i] == 0 && squared[x] <= limit && (float) squared[x] < nearest[i]) {
                nearest[i] = (float) squared[x];
                grown[i] = label;
              }
          }, progress);
    });
    return new LabelImage(width, height, grown);
  }
}
