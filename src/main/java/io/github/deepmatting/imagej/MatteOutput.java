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

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What can be made of an image and its trimap. */
public enum MatteOutput {
  /** The alpha matte, 32 bits, 0 to 1, unless another {@link AlphaType} is asked for. */
  ALPHA,
  /** The foreground's colours, of the image's own type. */
  FOREGROUND,
  /** Foreground colours with alpha, 8 bits each, as the image is displayed. */
  CUTOUT;

  /** The name in options and file names: lower case. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Reads a list such as "alpha,foreground".
   *
   * @throws IllegalArgumentException if it is empty or holds another word; the message tells which are allowed
   */
  public static Set<MatteOutput> parse(String list) {
    Set<MatteOutput> outputs = EnumSet.noneOf(MatteOutput.class);
    for (String word : list.split(",", -1)) {
      String key = word.strip().toLowerCase(Locale.ROOT);
      outputs.add(Arrays.stream(values()).filter(output -> output.key().equals(key)).findFirst().orElseThrow(
          () -> new IllegalArgumentException("There is no output '" + word.strip() + "'; allowed are one or more of "
              + Arrays.stream(values()).map(MatteOutput::key).collect(Collectors.joining(",")))));
    }
    return outputs;
  }
}
