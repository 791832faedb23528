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

import ij.ImagePlus;
import io.github.deepmatting.files.InputFailures;
import io.github.deepmatting.files.NamedImages;
import io.github.deepmatting.io.ImageFiles;
import io.github.deepmatting.progress.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Measures alpha mattes in files; one bad file does not stop the others. */
public final class MeasurementFiles {

  private MeasurementFiles() {}

  /**
   * Measures as {@link MeasurementRows} does. Files belong together by base name, without "-alpha" at the end of an
   * alpha's.
   *
   * @param alphas a file, or a folder; where names in it end in "-alpha" only those count
   * @param colours a file, or a folder
   * @param estimate whether these are images, of which the foreground's colours are estimated
   * @param labels a file, or a folder
   * @param reach in pixels
   * @param failures takes note of alphas that cannot be measured
   * @param progress receives progress and warnings, and is asked whether to go on
   * @return the rows of all files
   * @throws IOException if one of the paths has no images
   */
  public static MeasurementTable measure(
      Path alphas, Optional<Path> colours, boolean estimate, Optional<Path> labels, double reach,
      InputFailures failures, Progress progress) throws IOException {
    List<Path> files = NamedImages.at(alphas).alphas();
    NamedImages coloursOf = colours.isPresent() ? NamedImages.at(colours.get()) : null;
    NamedImages labelsOf = labels.isPresent() ? NamedImages.at(labels.get()) : null;
    List<MeasurementTable> tables = new ArrayList<>();
    for (Path file : files) {
      progress.checkCancelled();
      failures.attempt(file, () -> tables.add(MeasurementRows.measure(
          ImageFiles.open(file, progress), partner(coloursOf, estimate ? "image" : "foreground", file, progress),
          estimate, partner(labelsOf, "labels", file, progress), reach, progress.named(file.toString()))));
    }
    return MeasurementTable.of(tables);
  }

  private static Optional<ImagePlus> partner(NamedImages images, String kind, Path alpha, Progress progress)
      throws IOException {
    if (images == null) return Optional.empty();
    return Optional.of(ImageFiles.open(images.find(NamedImages.imageName(alpha), kind, alpha), progress));
  }
}
