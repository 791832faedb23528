package io.github.deepmatting.model;

/** IEEE 754 binary16 numbers (1 sign, 5 exponent and 10 mantissa bits), which the JDK converts only from 20 on. */
final class HalfFloat {

  /** Smallest magnitude that rounds to infinity: the midpoint between 65504, the largest number, and 65536. */
  private static final int OVERFLOW_BITS = Float.floatToRawIntBits(65520f);

  private static final int SMALLEST_NORMAL_BITS = Float.floatToRawIntBits(0x1p-14f);
  private static final int INFINITY_BITS = 0x7f800000;

  private HalfFloat() {}

  /** The nearest half-precision number; of two equally near ones the one with an even mantissa. NaN stays NaN. */
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

  /** Whether a finite number has no finite half-precision number near it. */
  static boolean overflows(float value) {
    return Float.isFinite(value) && (Float.floatToRawIntBits(value) & 0x7fffffff) >= OVERFLOW_BITS;
  }
}
