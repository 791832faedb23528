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

import java.nio.file.Path;

/**
 * The name, author and licence of a model.
 *
 * @param name for people, 5 to 128 letters, digits, spaces or {@code _ + - ( )}
 * @param author who made it
 * @param license SPDX identifier of the weights' licence
 */
public record ModelLabel(String name, String author, String license) {

  /** SPDX's word for a licence that nobody has named yet. */
  public static final String NO_LICENSE = "NOASSERTION";

  /** A label from the model folder's name and the user's. */
  public static ModelLabel of(Path folder) {
    String name = folder.toAbsolutePath().normalize().getFileName().toString().replaceAll("[^A-Za-z0-9_+\\- ()]", "-");
    String author = System.getProperty("user.name", "");
    return new ModelLabel(name.length() < 5 ? "Matting model " + name : name.substring(0, Math.min(128, name.length())),
        author.isBlank() ? "unknown" : author, NO_LICENSE);
  }
}
