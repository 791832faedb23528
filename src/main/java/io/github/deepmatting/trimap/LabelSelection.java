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

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A choice of labels as users write it: single labels and ranges, separated by commas, such as {@code 1,3-5}; nothing
 * means all.
 *
 * @param ranges none for all labels
 */
public record LabelSelection(List<Range> ranges) {

  /** All labels. */
  public static final LabelSelection ALL = new LabelSelection(List.of());

  /**
   * A range of labels.
   *
   * @param first the smallest, at least 1
   * @param last the largest, at least {@code first}
   */
  public record Range(int first, int last) {
    public Range {
      if (first < 1 || last < first)
        throw new IllegalArgumentException("The labels " + first + "-" + last
            + " are no range; allowed are whole numbers from 1 on, the smaller one first");
    }

    @Override
    public String toString() {
      return first == last ? String.valueOf(first) : first + "-" + last;
    }
  }

  public LabelSelection {
    ranges = List.copyOf(ranges);
  }

  /**
   * Reads a selection.
   *
   * @param text such as {@code 1,3-5}; blank for all; spaces do not matter
   * @throws IllegalArgumentException if it is anything else; the message names the part that is
   */
  public static LabelSelection parse(String text) {
    if (text.isBlank()) return ALL;
    List<Range> ranges = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      String[] ends = part.strip().split("\\s*-\\s*", -1);
      try {
        if (ends.length > 2) throw new NumberFormatException();
        ranges.add(new Range(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1])));
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException("The labels '" + text + "' have the part '" + part.strip()
            + "'; allowed are whole numbers from 1 on and ranges of them with commas between, such as 1,3-5", e);
      }
    }
    return new LabelSelection(ranges);
  }

  /** True if all labels are chosen. */
  public boolean isAll() {
    return ranges.isEmpty();
  }

  /** True if this label is chosen; never for 0, which is background. */
  public boolean contains(int label) {
    return label > 0 && (isAll() || ranges.stream().anyMatch(range -> range.first <= label && label <= range.last));
  }

  /** The chosen ones of some labels, in their order. */
  public List<Integer> of(Collection<Integer> labels) {
    return labels.stream().filter(this::contains).toList();
  }

  /**
   * The ranges that hold none of an image's labels.
   *
   * @param labels the labels of the image
   */
  public List<Range> missing(Collection<Integer> labels) {
    return ranges.stream()
        .filter(range -> labels.stream().noneMatch(label -> range.first <= label && label <= range.last)).toList();
  }
}
