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
package io.github.deepmatting.io;

import io.github.deepmatting.files.FileException;
import io.github.deepmatting.files.NamedImages;
import io.github.deepmatting.files.WholeFile;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The PNG files of an image's cut-outs: the one that was asked for, or for several slices {@code NAME-0001.png} and so on.
 *
 * @param file ends in .png; its folder must exist
 * @param replace whether files that exist are replaced
 */
public record CutOutFiles(Path file, boolean replace) {

  /** The file of a position, counted from 0. */
  public Path at(int position, int positions) {
    if (positions == 1) return file;
    return file.resolveSibling(NamedImages.baseName(file) + String.format("-%04d", position + 1) + ".png");
  }

  /**
   * Checks before any work that all can be written.
   *
   * @throws FileException if a file exists and is not to be replaced, has another kind of name, or no folder
   */
  public void check(int positions) throws IOException {
    ImageFiles.requirePng(file);
    for (int position = 0; position < positions; position++)
      WholeFile.checkTarget(at(position, positions), replace);
  }

  /** Writes one. */
  public void write(int position, int positions, int width, int height, int[] argb) throws IOException {
    ImageFiles.saveCutOut(argb, width, height, at(position, positions), replace);
  }
}
