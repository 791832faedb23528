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

/** Says with everything which slice of a stack it is about. */
public final class SliceProgress extends ForwardingProgress {

  private final String slice;

  private SliceProgress(Progress progress, String slice) {
    super(progress);
    this.slice = slice;
  }

  /**
   * The progress of one slice: the given one for an image of a single slice. Tells the whole stack's that this slice
   * begins.
   *
   * @param progress of the whole stack
   * @param position which slice, counted from 0; messages count from 1
   * @param positions how many there are
   */
  public static Progress of(Progress progress, int position, int positions) {
    if (positions == 1) return progress;
    progress.whole((double) position / positions);
    return new SliceProgress(progress, "slice " + (position + 1) + " of " + positions);
  }

  @Override
  public void begin(String activity, long total) {
    super.begin(activity + ", " + slice, total);
  }

  @Override
  public void whole(double share) {
    // The whole is the stack's, which no part of a slice knows.
  }

  @Override
  public void info(String message) {
    super.info(slice + ": " + message);
  }

  @Override
  public void warn(String message) {
    super.warn(slice + ": " + message);
  }
}
