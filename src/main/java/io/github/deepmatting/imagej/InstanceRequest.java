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
package io.github.deepmatting.imagej;

import io.github.deepmatting.image.Normalization;
import io.github.deepmatting.matting.MattingOptions;
import io.github.deepmatting.trimap.LabelSelection;
import io.github.deepmatting.trimap.UnknownBand;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What is asked of the mattes of labels.
 *
 * @param labels which get a matte; the others are background
 * @param band the unknown band along each object's rim
 * @param layout how the mattes are put together
 * @param alphaType the pixel type of the mattes
 * @param normalization how intensities become [0,1]; empty for the way the model was trained
 * @param matting stage and tile size
 */
public record InstanceRequest(
    LabelSelection labels,
    UnknownBand band,
    Layout layout,
    AlphaType alphaType,
    Optional<Normalization> normalization,
    MattingOptions matting) {

  /** How the mattes of labels are put together. */
  public enum Layout {
    /** A slice for each label, for an image of a single slice and frame. */
    STACK,
    /** A channel for each label, with the image's slices and frames. */
    CHANNELS;

    /**
     * Understands "stack" and "channels", in either case.
     *
     * @throws IllegalArgumentException for any other word
     */
    public static Layout parse(String name) {
      return Arrays.stream(values()).filter(layout -> layout.name().equals(name.strip().toUpperCase(Locale.ROOT)))
          .findFirst().orElseThrow(() -> new IllegalArgumentException(
              "There is no result '" + name + "'; allowed are stack and channels"));
    }
  }
}
