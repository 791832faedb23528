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
package io.github.deepmatting.training;

import io.github.deepmatting.model.MattingModel;
import io.github.deepmatting.model.Models;
import io.github.deepmatting.model.Npz;
import io.github.deepmatting.network.NetworkConfiguration;
import io.github.deepmatting.network.Weights;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * Weights that a training starts from, in place of random ones.
 *
 * @param name of the model or file, for people
 * @param network what they are of; empty if only the arrays are known
 * @param weights named as {@link io.github.deepmatting.network.NetworkLayers} names them
 */
public record InitialWeights(String name, Optional<NetworkConfiguration> network, Weights weights) {

  /**
   * Reads an {@code .npz} file of weights, or a model.
   *
   * @param place path of a file that ends in .npz, or a model's name or folder
   * @param models where models are looked for
   * @throws IOException if it can't be read; the message names it
   */
  public static InitialWeights read(String place, Models models) throws IOException {
    if (place.toLowerCase(Locale.ROOT).endsWith(".npz")) {
      Path file = Path.of(place);
      return new InitialWeights(file.getFileName().toString(), Optional.empty(), Npz.read(file));
    }
    MattingModel model = models.load(place);
    return new InitialWeights(model.description().name(), Optional.of(model.network()), model.weights());
  }
}
