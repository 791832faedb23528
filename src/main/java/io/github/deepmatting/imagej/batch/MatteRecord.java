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

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * The outcome of one image of many.
 *
 * @param image its file
 * @param status how it ended
 * @param slices how many mattes it has: slices times frames; 0 if it was not matted
 * @param seconds how long it took, reading and writing included
 * @param files what was written
 * @param message why it failed; empty otherwise
 */
public record MatteRecord(
    Path image, Status status, int slices, double seconds, List<Path> files, String message) {

  /** The ways that work on an image can end. */
  public enum Status {
    /** All that was asked for is written. */
    DONE,
    /** All that was asked for existed. */
    SKIPPED,
    /** Nothing was written for it, or some of its slices are empty. */
    FAILED,
    /** The work was stopped before. */
    NOT_DONE;

    /** The word in tables, e.g. "not done". */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  public MatteRecord {
    files = List.copyOf(files);
  }

  static MatteRecord done(Path image, int slices, double seconds, List<Path> files) {
    return new MatteRecord(image, Status.DONE, slices, seconds, files, "");
  }

  static MatteRecord skipped(Path image) {
    return new MatteRecord(image, Status.SKIPPED, 0, 0, List.of(), "");
  }

  /** The same image, failed in the end. */
  MatteRecord failed(String why) {
    return new MatteRecord(image, Status.FAILED, slices, seconds, files, why);
  }

  static MatteRecord notDone(Path image) {
    return new MatteRecord(image, Status.NOT_DONE, 0, 0, List.of(), "");
  }
}
