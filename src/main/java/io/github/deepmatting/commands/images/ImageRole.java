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

import java.util.List;

/** The part an image plays for a command, which its title or its values may tell. */
public enum ImageRole {
  /** What is worked on. */
  IMAGE(List.of()),
  TRIMAP(List.of("trimap", "tri")),
  ALPHA(List.of("alpha", "matte")),
  LABELS(List.of("labels", "label", "label image", "label map", "lbl")),
  MASK(List.of("mask", "mask image")),
  PROBABILITY(List.of("probability", "probabilities", "probability maps", "probability map", "prob")),
  /** The object's own colours. */
  FOREGROUND(List.of("foreground")),
  /** Something as large that has nothing to do with the image. */
  BACKGROUND(List.of("background"));

  private final List<String> words;

  ImageRole(List<String> words) {
    this.words = words;
  }

  /** The words that stand behind the image's name in the titles of such images. */
  List<String> words() {
    return words;
  }

  /** True if the values are such as an image in this role has. */
  boolean fits(PixelValues values) {
    return switch (this) {
      case TRIMAP -> values.isTrimap();
      case ALPHA -> values.isAlpha() && !values.isTrimap();
      case LABELS -> values.isLabels() && !values.isTrimap() && !values.isAlpha();
      case MASK -> values.isMask();
      case PROBABILITY -> values.isProbability();
      case IMAGE, FOREGROUND, BACKGROUND -> false;
    };
  }

  /** True unless such an image can't be in this role at all. */
  boolean allows(PixelValues values) {
    return this == IMAGE || this == FOREGROUND || this == BACKGROUND || values.grey();
  }
}
