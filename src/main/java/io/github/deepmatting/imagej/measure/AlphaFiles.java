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
package io.github.deepmatting.imagej.measure;

import io.github.deepmatting.files.FileException;
import io.github.deepmatting.files.NamedImages;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Files of alpha mattes and the names of the images that they belong to. */
final class AlphaFiles {

  private static final String SUFFIX = "-alpha";

  private AlphaFiles() {}

  /**
   * The alphas at a path: the file, or those of a folder whose names end in "-alpha"; all of its images if none does.
   *
   * @throws FileException if there are no images
   */
  static List<Path> at(Path path) throws IOException {
    List<Path> files = NamedImages.at(path).files();
    List<Path> marked = files.stream().filter(file -> NamedImages.baseName(file).endsWith(SUFFIX)).toList();
    return marked.isEmpty() ? files : marked;
  }

  /** The base name of the image that an alpha belongs to: its own, without "-alpha". */
  static String imageName(Path alpha) {
    String name = NamedImages.baseName(alpha);
    return name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name;
  }
}
