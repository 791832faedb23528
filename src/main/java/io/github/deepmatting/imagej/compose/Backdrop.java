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
package io.github.deepmatting.imagej.compose;

import ij.ImagePlus;
import java.util.Locale;
import java.util.Map;

/** The background that an object is laid over. */
public sealed interface Backdrop {

  /** A backdrop that is drawn, not an image. */
  sealed interface Drawn extends Backdrop {

    /**
     * The value of a pixel.
     *
     * @param channel 0 for red, 1 for green, 2 for blue
     * @return in [0,1]
     */
    double at(long x, long y, int channel);

    /** True if red, green and blue are equal everywhere. */
    boolean isGrey();
  }

  /**
   * One colour.
   *
   * @param red 0 to 255
   * @param green 0 to 255
   * @param blue 0 to 255
   */
  record Colour(int red, int green, int blue) implements Drawn {

    private static final Map<String, Colour> NAMED = Map.of(
        "black", new Colour(0, 0, 0), "white", new Colour(255, 255, 255), "gray", new Colour(128, 128, 128),
        "grey", new Colour(128, 128, 128), "red", new Colour(255, 0, 0), "green", new Colour(0, 255, 0),
        "blue", new Colour(0, 0, 255), "cyan", new Colour(0, 255, 255), "magenta", new Colour(255, 0, 255),
        "yellow", new Colour(255, 255, 0));

    public Colour {
      for (int part : new int[] {red, green, blue})
        if (part < 0 || part > 255)
          throw new IllegalArgumentException("The colour " + red + ", " + green + ", " + blue
              + " is none; red, green and blue are from 0 to 255 each");
    }

    /**
     * Understands a name (black, white, gray, red, green, blue, cyan, magenta, yellow) or #rrggbb.
     *
     * @throws IllegalArgumentException for anything else
     */
    public static Colour parse(String text) {
      String name = text.strip().toLowerCase(Locale.ROOT);
      if (NAMED.containsKey(name)) return NAMED.get(name);
      if (!name.matches("#?[0-9a-f]{6}"))
        throw new IllegalArgumentException("There is no colour '" + text + "'; allowed are #rrggbb and the names "
            + String.join(", ", NAMED.keySet().stream().sorted().toList()));
      int rgb = Integer.parseInt(name.replace("#", ""), 16);
      return new Colour(rgb >> 16, rgb >> 8 & 0xff, rgb & 0xff);
    }

    @Override
    public double at(long x, long y, int channel) {
      return (channel == 0 ? red : channel == 1 ? green : blue) / 255.0;
    }

    @Override
    public boolean isGrey() {
      return red == green && green == blue;
    }
  }

  /**
   * Light and middle grey squares, as image editors show transparency.
   *
   * @param square side of a square in pixels, at least 1
   */
  record Checkerboard(int square) implements Drawn {

    private static final double LIGHT = 0.8;
    private static final double MIDDLE = 0.6;

    public Checkerboard {
      if (square < 1) throw new IllegalArgumentException("The squares are " + square + " pixels; allowed is 1 or more");
    }

    @Override
    public double at(long x, long y, int channel) {
      return (x / square + y / square) % 2 == 0 ? LIGHT : MIDDLE;
    }

    @Override
    public boolean isGrey() {
      return true;
    }
  }

  /**
   * Another image.
   *
   * @param image as large as the object's, with a slice for each of its slices or one for all
   */
  record Picture(ImagePlus image) implements Backdrop {}
}
