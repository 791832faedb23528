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

import io.github.deepmatting.files.ExistingFiles;
import io.github.deepmatting.files.FileException;
import io.github.deepmatting.files.InputFailures;
import io.github.deepmatting.imagej.MatteRequest;
import io.github.deepmatting.progress.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * Mattes of all images in a folder, with a summary of what became of each.
 *
 * @param input folder of images, or one image
 * @param trimaps folder of trimaps, paired by name as {@link MattePair} says, or one trimap for all
 * @param output folder for results and summary, made if there is none
 * @param existing what becomes of results that exist
 * @param request what to make
 */
public record MatteBatch(Path input, Path trimaps, Path output, ExistingFiles existing, MatteRequest request) {

  /** File name of the summary in the folder of the results. */
  public static final String SUMMARY = "matte-summary.csv";

  /**
   * Makes the mattes, in the order of the names.
   *
   * @param loader gives the model, if there is anything to do
   * @param summary receives a record for each image; while the work goes on, what has no other record is not done
   * @param failed told of each failure when it happens
   * @param progress receives progress and warnings, and is asked whether to go on
   * @throws IOException if a folder cannot be used, or the model not be loaded
   * @throws IllegalArgumentException if the model cannot do what is asked
   */
  public void run(
      MatteFiles.Loader loader, MatteSummary summary, Consumer<InputFailures.Failure> failed, Progress progress)
      throws IOException {
    InputFailures failures = new InputFailures(failure -> {
      summary.add(failure);
      failed.accept(failure);
    });
    List<MattePair> pairs = MattePair.find(List.of(input), trimaps, failures);
    summary.expect(pairs);
    MatteFiles.write(pairs, output, existing, request, loader, failures, summary::add, progress);
  }

  /**
   * Writes the summary beside the results, replacing an older one.
   *
   * @return its file
   * @throws FileException if it can't be written
   */
  public Path writeSummary(MatteSummary summary) throws IOException {
    Path file = output.resolve(SUMMARY);
    summary.writeCsv(file);
    return file;
  }
}
