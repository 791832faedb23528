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
package io.github.deepmatting.model;

import io.github.deepmatting.network.NetworkConfiguration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A model's description: everything but its weights.
 *
 * @param name a readable name of 5 to 128 letters, digits, spaces or {@code _ + - ( )}
 * @param description one or two sentences
 * @param authors names of the people who made the model, at least one
 * @param license SPDX identifier of the weights' licence, e.g. {@code BSD-2-Clause}
 * @param tags search terms
 * @param timestamp the time it was made
 * @param network the network that the weights belong to
 * @param normalization the way image intensities were brought to [0,1] in training, and are by default:
 *     {@code auto}, {@code type-range}, {@code display-range} or {@code percentile}
 * @param training a record of its training, to be read by people: plain values, lists and maps of YAML
 */
public record ModelDescription(
    String name,
    String description,
    List<String> authors,
    String license,
    List<String> tags,
    Instant timestamp,
    NetworkConfiguration network,
    String normalization,
    Map<String, Object> training) {

  private static final String NAME_PATTERN = "[A-Za-z0-9_+\\- ()]{5,128}";

  public ModelDescription {
    authors = List.copyOf(authors);
    tags = List.copyOf(tags);
    training = Collections.unmodifiableMap(new LinkedHashMap<>(training));
    if (!name.matches(NAME_PATTERN))
      throw new IllegalArgumentException("A model's name must have 5 to 128 letters, digits, spaces or _ + - ( )"
          + " but is '" + name + "'");
    if (authors.isEmpty()) throw new IllegalArgumentException("The model '" + name + "' needs at least one author");
  }
}
