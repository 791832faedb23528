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

/** The values by which an image encodes background, unknown and foreground. */
public enum TrimapEncoding {
  /** 0, 128 (or 127), 255. */
  EIGHT_BIT("0, 128, 255", 128, 255),
  /** 0, 32768 (or one near it), 65535. */
  SIXTEEN_BIT("0, 32768, 65535", 32768, 65535),
  /** 0, 0.5, 1; floating point, or integers that are 0 and 1 alone (no unknown). */
  UNIT("0, 0.5, 1", 0.5, 1),
  /** The labels 0, 1, 2. */
  LABELS("0, 1, 2", 1, 2);

  private final String values;
  private final double unknown;
  private final double foreground;

  TrimapEncoding(String values, double unknown, double foreground) {
    this.values = values;
    this.unknown = unknown;
    this.foreground = foreground;
  }

  /** The values for background, unknown and foreground, for a message. */
  public String describe() {
    return values;
  }

  /** The image's value for {@link Trimap#BACKGROUND}, {@link Trimap#UNKNOWN} or {@link Trimap#FOREGROUND}. */
  public double encode(int value) {
    return value == Trimap.FOREGROUND ? foreground : value == Trimap.UNKNOWN ? unknown : 0;
  }

  /** The value for foreground; that for background is 0. */
  public double foreground() {
    return foreground;
  }

  /**
   * The encoding that fits the range of an image's values.
   *
   * @param min smallest value
   * @param max largest value
   * @param whole true if all values are whole numbers
   * @throws IllegalArgumentException if there is none; the message gives the range found and what is allowed
   */
  static TrimapEncoding of(double min, double max, boolean whole) {
    if (min < 0 || max > SIXTEEN_BIT.foreground)
      throw new IllegalArgumentException("The trimap has values from " + min + " to " + max
          + "; allowed are 0 for background, 128 for unknown and 255 for foreground (or 0, 32768, 65535; 0, 0.5, 1;"
          + " 0, 1, 2)");
    // A dark JPEG of 0 to 255 is not mistaken for labels: it has something brighter than 2 as well.
    if (whole && max == LABELS.foreground) return LABELS;
    if (max <= UNIT.foreground) return UNIT;
    return max <= EIGHT_BIT.foreground ? EIGHT_BIT : SIXTEEN_BIT;
  }
}
