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
 * Where long work reports to, and asks whether it may go on. Handed in by the face (Fiji, command line, script);
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
   * Tells how much of the whole work is done, where activities are only parts of it: slices of a stack, images of a
   * folder. A smaller share than before means that another whole begins.
   *
   * @param share 0 to 1
   */
  default void whole(double share) {}

  /** Tells something worth reading that is no error, such as a fallback that was taken. */
  default void info(String message) {}

  /** Tells of something wrong that does not stop the work. */
  default void warn(String message) {}

  /** Whether the user asked to stop. */
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
}
