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
import io.github.deepmatting.files.FileException;
import io.github.deepmatting.files.InputFailures;
import io.github.deepmatting.files.NamedImages;
import io.github.deepmatting.files.Table;
import io.github.deepmatting.imagej.AlphaImages;
import io.github.deepmatting.imagej.TrimapImages;
import io.github.deepmatting.io.ImageFiles;
import io.github.deepmatting.io.ImagePlusPlanes;
import io.github.deepmatting.metrics.AlphaErrors;
import io.github.deepmatting.metrics.AlphaMetrics;
import io.github.deepmatting.metrics.MetricsTable;
import io.github.deepmatting.progress.Progress;
import io.github.deepmatting.trimap.Trimap;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;

/** Measures alpha mattes in files against true ones. */
public final class AlphaEvaluation {

  private AlphaEvaluation() {}

  /**
   * Measures each alpha against the true one and the trimap of the same base name; "-alpha" at the end of a name does not
   * count. Where a folder of alphas holds names that end so, the others in it (foregrounds, cut-outs) are passed over.
   *
   * @param alphas a folder, or a file
   * @param truths a folder, or a file
   * @param trimaps a folder, or a file
   * @param failures takes note of alphas that cannot be measured
   * @param progress receives warnings, among them true alphas that there is no alpha for
   * @return empty if none could be measured
   * @throws IOException if one of the three has no images
   */
  public static Optional<MetricsTable> evaluate(
      Path alphas, Path truths, Path trimaps, InputFailures failures, Progress progress) throws IOException {
    List<Path> files = NamedImages.at(alphas).alphas();
    NamedImages truth = NamedImages.at(truths);
    NamedImages trimap = NamedImages.at(trimaps);
    List<MetricsTable.Row> rows = new ArrayList<>();
    Set<Path> used = new TreeSet<>();
    progress.begin("Measuring", files.size());
    for (Path file : files) {
      progress.checkCancelled();
      failures.attempt(file, () -> {
        String name = NamedImages.imageName(file);
        Path expected = truth.find(name, "alpha", file);
        used.add(expected);
        rows.add(new MetricsTable.Row(name, measure(file, expected, trimap.find(name, "trimap", file), progress)));
      });
      progress.advance(1);
    }
    List<String> unused = truth.files().stream().filter(file -> !used.contains(file))
        .map(file -> file.getFileName().toString()).toList();
    if (!unused.isEmpty())
      progress.warn("There is no alpha for " + unused.size() + " of the " + truth.files().size() + " true alphas: "
          + String.join(", ", unused) + "; they are not in the mean");
    return rows.isEmpty() ? Optional.empty() : Optional.of(new MetricsTable(rows));
  }

  /** The table for a file. */
  public static Table table(MetricsTable metrics) {
    List<List<String>> lines = metrics.toTabSeparated().lines().map(line -> List.of(line.split("\t"))).toList();
    Table table = new Table(lines.get(0));
    lines.subList(1, lines.size()).forEach(table::add);
    return table;
  }

  private static AlphaErrors measure(Path alpha, Path truth, Path trimap, Progress progress) throws IOException {
    Trimap regions = TrimapImages.read(ImageFiles.open(trimap, progress), progress);
    if (regions.count(Trimap.UNKNOWN) == 0)
      throw new FileException(trimap, "has no unknown pixel (128), where alone errors are measured; mark some");
    return AlphaMetrics.measure(read(alpha, progress), read(truth, progress), regions, progress);
  }

  private static RandomAccessibleInterval<FloatType> read(Path file, Progress progress) throws IOException {
    ImagePlus image = ImageFiles.open(file, progress);
    ImagePlusPlanes planes = new ImagePlusPlanes(image);
    if (planes.positions() != 1)
      throw new FileException(file, "has " + planes.positions() + " slices; one is allowed here");
    return AlphaImages.read(planes, 0, progress);
  }
}
