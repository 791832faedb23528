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
package io.github.deepmatting.progress;

import java.util.concurrent.CancellationException;

/**
 * Receives reports of long work and tells it whether to go on. Handed in by the face (Fiji, command line, script);
 * implementations must be safe to call from several threads.
 */
public interface Progress {

  /** Reports nothing and never cancels. */
  Progress NONE = new Progress() {};

  /**
   * Starts an activity, replacing the one before.
   *
   * @param activity what is done, for people, e.g. "Predicting alpha"
   * @param total how many units of work it has; 0 if unknown
   */
  default void begin(String activity, long total) {}

  /** Adds finished units of work to the activity begun last. */
  default void advance(long units) {}

  /**
   * Reports how much of the whole work is done, where activities are only parts of it: slices of a stack, images of a
   * folder. A smaller share than before means that another whole begins.
   *
   * @param share 0 to 1
   */
  default void whole(double share) {}

  /** Reports something worth reading that is no error, such as a fallback that was taken. */
  default void info(String message) {}

  /** Reports something wrong that does not stop the work. */
  default void warn(String message) {}

  /** True if the user asked to stop. */
  default boolean isCancelled() {
    return false;
  }

  /**
   * To be called between units of work.
   *
   * @throws CancellationException if the user asked to stop
   */
  default void checkCancelled() {
    if (isCancelled()) throw new CancellationException("cancelled by the user");
  }

  /**
   * The progress of a part of this work, which begins now. Shares that it reports are shares of the part.
   *
   * @param from how much of this work comes before the part, 0 to 1
   * @param to how much is done with it
   */
  default Progress part(double from, double to) {
    whole(from);
    return new PartProgress(this, from, to, "", false);
  }

  /**
   * The progress of one slice of a stack, which begins now. Activities and messages name the slice, counted from 1. An
   * image of a single slice has this progress itself.
   *
   * @param position which slice, counted from 0
   * @param positions how many there are
   */
  default Progress slice(int position, int positions) {
    if (positions == 1) return this;
    whole((double) position / positions);
    return new PartProgress(this, (double) position / positions, (position + 1.0) / positions,
        "slice " + (position + 1) + " of " + positions, true);
  }

  /**
   * This progress for work on something that messages are to name.
   *
   * @param name put before each message that does not hold it, e.g. "label 3" or a file's path
   */
  default Progress named(String name) {
    return new PartProgress(this, 0, 1, name, false);
  }
}
