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
package io.github.deepmatting.cli;

import io.github.deepmatting.engine.Engine;
import io.github.deepmatting.matting.MatteOptions;
import io.github.deepmatting.matting.Matting;
import io.github.deepmatting.model.Models;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of all commands that make mattes. */
final class NetworkOptions {

  @Mixin private EngineOptions engine;

  @Option(names = "--model", defaultValue = Models.DEFAULT, paramLabel = "NAME_OR_DIR",
      description = "A model's name or folder (default: ${DEFAULT-VALUE}).")
  private String model;

  @Option(names = "--stage", paramLabel = "1|2",
      description = "1 for the encoder-decoder's alpha, 2 for the refined one, both as the network gives them (default: the"
          + " model's last, smoothed where the model says so).")
  private Integer stage;

  @Option(names = "--device", defaultValue = "auto", paramLabel = "auto|cpu|gpu",
      description = "Where the network runs (default: ${DEFAULT-VALUE}).")
  private Engine.DeviceChoice device;

  @Option(names = "--tile", defaultValue = "0", paramLabel = "N",
      description = "Side of the largest tile in pixels, " + MatteOptions.MIN_TILE + " to " + MatteOptions.MAX_TILE
          + "; 0 for what fits into memory (default).")
  private int tile;

  @Option(names = "--threads", defaultValue = "0", paramLabel = "N",
      description = "Threads; 0 for as many as there are processors (default).")
  private int threads;

  @Option(names = "--normalization", defaultValue = "model", paramLabel = "HOW",
      description = "How intensities become [0,1]: auto (8 bits by type, floats in [0,1] as they are, all others by"
          + " percentile), type (range of the pixel type), display (display range), percentile (0.1 to 99.9), or model (as"
          + " the model says, for the shipped one auto; default).")
  private String normalization;

  @Option(names = "--alpha-type", defaultValue = "float", paramLabel = "TYPE",
      description = "Pixels of the alpha: float (32 bits, 0 to 1; default), 8-bit (0 to 255) or 16-bit (0 to 65535).")
  private String alphaType;

  /**
   * The description of a matte that was given.
   *
   * @throws IllegalArgumentException if a value is not allowed
   */
  MatteOptions options() {
    MatteOptions given = MatteOptions.of(Map.of("model", model, "device", device, "tile", tile, "threads", threads,
        "normalization", normalization, "alphatype", alphaType));
    return stage == null ? given : given.with("stage", stage);
  }

  /** Loads the model into the engine; the caller closes it. */
  Matting load(MatteOptions options) throws IOException {
    return Matting.load(engine.load(), Models.standard(Optional.empty()).load(options.model()), options);
  }
}
