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
package io.github.deepmatting.network;

/**
 * An input that a network can get, made of an image and its trimap. A network's input tensor has the channels of some
 * of these, in the order of its configuration. All values are 32-bit floats at full resolution.
 */
public enum InputFeature {

  /** Red, green and blue in [0,1]. */
  IMAGE("image", 3),
  /** 0 in the known background, 0.5 in the unknown region, 1 in the known foreground. */
  TRIMAP("trimap", 1),
  /**
   * Closed-form alpha matte (Levin et al. 2008) solved at a reduced resolution and brought back by local linear
   * functions of the image's colours, in [0,1]; exactly 0 and 1 in the known regions.
   */
  CLOSED_FORM_ALPHA("closed-form-alpha", 1),
  /**
   * The network's own alpha of the image at half the resolution, brought up by local linear functions of the image's
   * colours, in [0,1]; exactly 0 and 1 in the known regions. At the coarsest level, which has none below it, as {@link
   * #CLOSED_FORM_ALPHA}.
   */
  COARSE_ALPHA("coarse-alpha", 1),
  /**
   * Colours of the known foreground, then of the known background, extended over the whole image: two times red,
   * green, blue in [0,1]. In a known region its own colour is the image's.
   */
  EXTENDED_COLOURS("extended-colours", 6),
  /**
   * Alpha that the extended colours imply by projecting the pixel on the line between them, in [0,1]; the distance of
   * the pixel from that line's segment; the distance between the two colours (both in units of the RGB cube's edge).
   */
  IMPLIED_ALPHA("implied-alpha", 3),
  /**
   * Euclidean distance in pixels to the nearest known foreground and to the nearest known background pixel, d, each
   * as d / (d + 32); 1 where there is none. Computed at half the resolution: exact to within two pixels.
   */
  DISTANCES("distances", 2),
  /**
   * Shares of known regions among nearby pixels of like colour: for three widths in colour and place (1/32 and 128
   * pixels, 1/16 and 128, 1/8 and 64) the known foreground's and the known background's share, in [0,1], among known
   * pixels of like colour and one of neither. In the known regions the own region's shares are 1, the other's 0.
   * Computed at half the resolution.
   */
  KNOWN_COLOURS("known-colours", 6);

  private final String key;
  private final int channels;

  InputFeature(String key, int channels) {
    this.key = key;
    this.channels = channels;
  }

  /** Its name in configuration files. */
  public String key() {
    return key;
  }

  /** The number of channels that it adds to the input tensor. */
  public int channels() {
    return channels;
  }

  /**
   * The feature with this name in configuration files.
   *
   * @throws IllegalArgumentException if there is none; the message lists the names allowed
   */
  public static InputFeature ofKey(String key) {
    StringBuilder allowed = new StringBuilder();
    for (InputFeature feature : values()) {
      if (feature.key.equals(key)) return feature;
      allowed.append(allowed.length() == 0 ? "" : ", ").append(feature.key);
    }
    throw new IllegalArgumentException("Unknown input feature '" + key + "'; allowed are " + allowed);
  }
}
