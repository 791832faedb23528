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
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How users name a normalisation, in options, macros and model descriptions. */
public final class NormalizationChoice {

  /** The choice to do as the model was trained. */
  public static final String AS_MODEL = "model";

  /** All choices: {@value #AS_MODEL}, then one for each {@link Normalization}. */
  public static final List<String> NAMES = List.of(AS_MODEL, "type", "display", "percentile");

  private NormalizationChoice() {}

  /**
   * Understands one of {@link #NAMES}, in either case, also with "-range" behind it as model descriptions write it.
   *
   * @return empty for {@value #AS_MODEL}
   * @throws IllegalArgumentException for any other word; the message tells which are allowed
   */
  public static Optional<Normalization> parse(String name) {
    return switch (name.strip().toLowerCase(Locale.ROOT)) {
      case AS_MODEL -> Optional.empty();
      case "type", "type-range" -> Optional.of(Normalization.TYPE_RANGE);
      case "display", "display-range" -> Optional.of(Normalization.DISPLAY_RANGE);
      case "percentile" -> Optional.of(Normalization.PERCENTILE);
      default -> throw new IllegalArgumentException(
          "There is no normalization '" + name + "'; allowed are " + String.join(", ", NAMES));
    };
  }
}
