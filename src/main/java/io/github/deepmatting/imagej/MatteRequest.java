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

import io.github.deepmatting.foreground.ForegroundOptions;
import io.github.deepmatting.image.Normalization;
import io.github.deepmatting.matting.MattingOptions;
import io.github.deepmatting.progress.Workers;
import java.util.Optional;
import java.util.Set;

/**
 * What is asked of a matte.
 *
 * @param outputs what to make, at least one
 * @param alphaType the pixel type of the alpha matte
 * @param normalization how intensities become [0,1]; empty for the way the model was trained
 * @param matting stage and tile size
 * @param foreground how foreground colours are estimated
 * @param threads for foreground estimation; 0 for all processors
 */
public record MatteRequest(
    Set<MatteOutput> outputs,
    AlphaType alphaType,
    Optional<Normalization> normalization,
    MattingOptions matting,
    ForegroundOptions foreground,
    int threads) {

  public MatteRequest {
    outputs = Set.copyOf(outputs);
    if (outputs.isEmpty()) throw new IllegalArgumentException("No output was asked for; choose at least one");
    Workers.checked(threads);
  }

  /** With an alpha of 32 bits. */
  public MatteRequest(
      Set<MatteOutput> outputs, Optional<Normalization> normalization, MattingOptions matting,
      ForegroundOptions foreground, int threads) {
    this(outputs, AlphaType.FLOAT, normalization, matting, foreground, threads);
  }

  /** With default options for all but the outputs. */
  public static MatteRequest of(Set<MatteOutput> outputs) {
    return new MatteRequest(
        outputs, Optional.empty(), MattingOptions.defaults(), ForegroundOptions.DEFAULT, 0);
  }

  /** This request with another type of alpha. */
  public MatteRequest withAlphaType(AlphaType type) {
    return new MatteRequest(outputs, type, normalization, matting, foreground, threads);
  }

  /** The same for other outputs. */
  public MatteRequest withOutputs(Set<MatteOutput> others) {
    return new MatteRequest(others, alphaType, normalization, matting, foreground, threads);
  }
}
