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
package io.github.deepmatting.model;

/**
 * Converts IEEE 754 binary16 numbers (1 sign, 5 exponent and 10 mantissa bits); the JDK does so only from Java 20 on.
 */
final class HalfFloat {

  /** The smallest magnitude that rounds to infinity: the midpoint between 65504, the largest number, and 65536. */
  private static final int OVERFLOW_BITS = Float.floatToRawIntBits(65520f);

  private static final int SMALLEST_NORMAL_BITS = Float.floatToRawIntBits(0x1p-14f);
  private static final int INFINITY_BITS = 0x7f800000;

  private HalfFloat() {}

  /** The nearest half-precision number; of two equally near ones, the one with an even mantissa. NaN stays NaN. */
  static short ofFloat(float value) {
    int bits = Float.floatToRawIntBits(value);
    int sign = bits >>> 16 & 0x8000;
    int magnitude = bits & 0x7fffffff;
    if (magnitude > INFINITY_BITS) return (short) (sign | 0x7e00);
    if (magnitude >= OVERFLOW_BITS) return (short) (sign | 0x7c00);
    if (magnitude < SMALLEST_NORMAL_BITS) {
      // In units of the smallest subnormal; 1024 of them carry into the smallest normal number by themselves.
      return (short) (sign | (int) Math.rint(Float.intBitsToFloat(magnitude) * 0x1p24));
    }
    int rounded = magnitude + 0xfff + (magnitude >>> 13 & 1);
    return (short) (sign | rounded - SMALLEST_NORMAL_BITS + (1 << 23) >>> 13);
  }

  /** The same number in single precision, exactly. */
  static float toFloat(short half) {
    int sign = (half & 0x8000) << 16;
    int exponent = half >>> 10 & 0x1f;
    int mantissa = half & 0x3ff;
    if (exponent == 0) {
      float magnitude = mantissa * 0x1p-24f;
      return sign == 0 ? magnitude : -magnitude;
    }
    if (exponent == 0x1f) return Float.intBitsToFloat(sign | INFINITY_BITS | mantissa << 13);
    return Float.intBitsToFloat(sign | exponent + 112 << 23 | mantissa << 13);
  }

  /** True for a finite number that rounds to infinity in half precision. */
  static boolean overflows(float value) {
    return Float.isFinite(value) && (Float.floatToRawIntBits(value) & 0x7fffffff) >= OVERFLOW_BITS;
  }
}
