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
package io.github.deepmatting.matting;

import java.util.Arrays;
import java.util.List;

/**
 * The pixel type of an alpha matte. Integers hold alpha times their largest value, rounded to the nearest, and are left
 * without a calibration of values: that is what is read back as alpha, here and by other programs.
 */
public enum AlphaType {
  /** 32 bits, 0 to 1. */
  FLOAT("float", 32, 1),
  /** 0 to 255; off by at most 1/510. */
  EIGHT_BIT("8-bit", 8, 255),
  /** 0 to 65535; off by at most 1/131070. */
  SIXTEEN_BIT("16-bit", 16, 65535);

  private final String key;
  private final int bitDepth;
  private final int opaque;

  AlphaType(String key, int bitDepth, int opaque) {
    this.key = key;
    this.bitDepth = bitDepth;
    this.opaque = opaque;
  }

  /** Bits of a pixel. */
  public int bitDepth() {
    return bitDepth;
  }

  /** The value of an alpha of 1. */
  public int opaque() {
    return opaque;
  }

  /** The names of all in options and macros, in order. */
  public static List<String> keys() {
    return Arrays.stream(values()).map(type -> type.key).toList();
  }

  /**
   * Pixels of this type as ImageJ keeps them.
   *
   * @param alpha in [0,1]
   * @return the array itself for {@link #FLOAT}, otherwise a new byte[] or short[]
   */
  public Object pixels(float[] alpha) {
    switch (this) {
      case EIGHT_BIT:
        byte[] bytes = new byte[alpha.length];
        for (int i = 0; i < bytes.length; i++) bytes[i] = (byte) Math.round(alpha[i] * opaque);
        return bytes;
      case SIXTEEN_BIT:
        short[] shorts = new short[alpha.length];
        for (int i = 0; i < shorts.length; i++) shorts[i] = (short) Math.round(alpha[i] * opaque);
        return shorts;
      default:
        return alpha;
    }
  }
}
