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

import io.github.deepmatting.files.Sha256;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * The files that other programs use, test and show a model with.
 *
 * @param savedModel zip file of a TensorFlow SavedModel
 * @param tensorflowVersion the version of TensorFlow that wrote it
 * @param testInput NumPy file with an input tensor
 * @param testOutput NumPy file with the alpha of the test input
 * @param cover PNG image of the test image and its matte
 */
record PublishedFiles(
    Named savedModel, String tensorflowVersion, Named testInput, Named testOutput, Named cover) {

  /** A file of the folder, with its SHA-256. */
  record Named(String source, String sha256) {

    static Named of(Path file) throws IOException {
      return new Named(file.getFileName().toString(), Sha256.of(file));
    }

    /** A new, modifiable YAML mapping that names the file. */
    Map<String, Object> entry() {
      return ResourceDescription.entries("source", source, "sha256", sha256);
    }
  }
}
