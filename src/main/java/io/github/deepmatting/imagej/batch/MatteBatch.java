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
package io.github.deepmatting.imagej.batch;

import ij.ImagePlus;
import io.github.deepmatting.files.ExistingFiles;
import io.github.deepmatting.files.FileException;
import io.github.deepmatting.files.InputFailures;
import io.github.deepmatting.imagej.ImagePlusPipeline;
import io.github.deepmatting.imagej.MatteResults;
import io.github.deepmatting.io.ImageFiles;
import io.github.deepmatting.matting.MatteOptions;
import io.github.deepmatting.matting.Matting;
import io.github.deepmatting.progress.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Mattes of image files with one model; one bad file does not stop the others.
 *
 * @param pairs images and trimaps
 * @param output folder for the results, made if there is none
 * @param existing what becomes of results that exist
 * @param options what to make, and how
 */
public record MatteBatch(List<MattePair> pairs, Path output, ExistingFiles existing, MatteOptions options) {

  /** Loads the model when it is sure that there is something to do. */
  @FunctionalInterface
  public interface Loader {
    /** Loads the model; the caller closes it. */
    Matting load(MatteOptions options) throws IOException;
  }

  /**
   * Makes the mattes and writes them. Before any work it is checked that no file would be replaced without leave. Of a
   * stack with slices that fail the others are written, and the stack counts as failed.
   *
   * @param loader loads the model
   * @param failures receives what fails
   * @param done receives what is done or passed over
   * @param progress receives progress and warnings, and is asked whether to go on
   * @throws IOException if the folder cannot be used, or the model not be loaded
   * @throws IllegalArgumentException if the model cannot do what is asked
   */
  public void run(Loader loader, InputFailures failures, Consumer<MatteRecord> done, Progress progress)
      throws IOException {
    MatteOutputs outputs = new MatteOutputs(output, existing, options.outputs());
    List<MattePair> possible = possible(outputs, failures);
    List<MattePair> needed = possible.stream().filter(pair -> !outputs.needed(pair).isEmpty()).toList();
    for (MattePair pair : possible) if (!needed.contains(pair)) done.accept(MatteRecord.skipped(pair.image()));
    if (needed.size() < possible.size())
      progress.info("Skipped " + (possible.size() - needed.size()) + " of " + pairs.size() + " images, whose results exist");
    if (needed.isEmpty()) return;
    progress.begin("Loading the model", 0);
    // Sizes tell better than numbers how long it will take.
    double total = needed.stream().mapToLong(MatteBatch::size).sum();
    double before = 0;
    try (Matting matting = loader.load(options)) {
      matting.check(options);
      for (int i = 0; i < needed.size(); i++) {
        MattePair pair = needed.get(i);
        progress.checkCancelled();
        Progress part = progress;
        if (needed.size() > 1) {
          progress.info("Image " + (i + 1) + " of " + needed.size() + ": " + pair.image());
          part = progress.part(before / total, (before + size(pair)) / total);
          before += size(pair);
        }
        Progress own = part;
        failures.attempt(pair.image(), () -> write(pair, outputs, matting, done, own));
      }
    }
  }

  private static long size(MattePair pair) {
    return Math.max(1, pair.image().toFile().length());
  }

  private List<MattePair> possible(MatteOutputs outputs, InputFailures failures) {
    Set<Path> inputs = MatteOutputs.inputs(pairs);
    Set<String> names = new HashSet<>();
    List<MattePair> possible = new ArrayList<>();
    for (MattePair pair : pairs)
      failures.attempt(pair.image(), () -> {
        // Some file systems tell no upper from lower case.
        if (!names.add(pair.name().toLowerCase(Locale.ROOT)))
          throw new FileException(pair.image(), "another image of the name " + pair.name()
              + " goes to the same folder; give each image a name or a folder of its own");
        outputs.check(pair, inputs);
        possible.add(pair);
      });
    return possible;
  }

  private void write(
      MattePair pair, MatteOutputs outputs, Matting matting, Consumer<MatteRecord> done, Progress progress)
      throws IOException {
    long begun = System.nanoTime();
    Progress named = progress.named(pair.image().toString());
    named.begin("Reading " + pair.image().getFileName(), 0);
    ImagePlus image = ImageFiles.open(pair.image(), named);
    ImagePlus trimap = ImageFiles.open(pair.trimap(), named);
    MatteResults results =
        ImagePlusPipeline.matte(matting, image, trimap, options.withOutputs(outputs.needed(pair)), named);
    named.checkCancelled();
    named.begin("Writing the results of " + pair.name(), 0);
    List<Path> written = outputs.write(pair, image, results);
    progress.info("Wrote " + String.join(", ", written.stream().map(Path::toString).toList()));
    done.accept(MatteRecord.done(pair.image(), results.slices(), (System.nanoTime() - begun) * 1e-9, written));
    results.requireComplete();
  }
}
