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

import io.github.deepmatting.trimap.Trimap;
import java.util.Random;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;

/** Images and trimaps from a random generator with a fixed seed. */
final class TestImages {

  private TestImages() {}

  static RandomAccessibleInterval<FloatType> noise(int width, int height, long seed) {
    float[] values = new float[width * height * 3];
    Random random = new Random(seed);
    for (int i = 0; i < values.length; i++) values[i] = random.nextFloat();
    return ArrayImgs.floats(values, width, height, 3);
  }

  static Trimap filled(int width, int height, int value) {
    byte[] pixels = new byte[width * height];
    java.util.Arrays.fill(pixels, (byte) value);
    return new Trimap(width, height, pixels);
  }

  /** Background, unknown and foreground at random, pixel by pixel. */
  static Trimap speckle(int width, int height, long seed) {
    byte[] pixels = new byte[width * height];
    Random random = new Random(seed);
    int[] values = {Trimap.BACKGROUND, Trimap.UNKNOWN, Trimap.FOREGROUND};
    for (int i = 0; i < pixels.length; i++) pixels[i] = (byte) values[random.nextInt(3)];
    return new Trimap(width, height, pixels);
  }

  /** Random discs of unknown, foreground and background, and single unknown pixels, on background. */
  static Trimap discs(int width, int height, int count, long seed) {
    byte[] pixels = new byte[width * height];
    Random random = new Random(seed);
    int[] values = {Trimap.UNKNOWN, Trimap.FOREGROUND, Trimap.BACKGROUND};
    for (int i = 0; i < count; i++) {
      int radius = i % 4 == 3 ? 0 : random.nextInt(Math.max(2, Math.min(width, height) / 5));
      int centreX = random.nextInt(width);
      int centreY = random.nextInt(height);
      byte value = (byte) (radius == 0 ? Trimap.UNKNOWN : values[random.nextInt(3)]);
      for (int y = Math.max(0, centreY - radius); y <= Math.min(height - 1, centreY + radius); y++)
        for (int x = Math.max(0, centreX - radius); x <= Math.min(width - 1, centreX + radius); x++)
          if ((x - centreX) * (x - centreX) + (y - centreY) * (y - centreY) <= radius * radius)
            pixels[y * width + x] = value;
    }
    return new Trimap(width, height, pixels);
  }

  /** A ring of unknown pixels around foreground, as one draws around an object. */
  static Trimap ring(int size, double radius, double halfWidth) {
    byte[] pixels = new byte[size * size];
    for (int y = 0; y < size; y++)
      for (int x = 0; x < size; x++) {
        double distance = Math.hypot(x - size / 2.0, y - size / 2.0) - radius;
        int value = Math.abs(distance) <= halfWidth ? Trimap.UNKNOWN
            : distance < 0 ? Trimap.FOREGROUND : Trimap.BACKGROUND;
        pixels[y * size + x] = (byte) value;
      }
    return new Trimap(size, size, pixels);
  }
}
