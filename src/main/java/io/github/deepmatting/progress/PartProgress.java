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

/**
 * Passes everything on to the progress of a larger work.
 *
 * @param target receives everything
 * @param from what a share of 0 is of the larger work
 * @param to what a share of 1 is of it
 * @param name put before messages that do not hold it; empty for none
 * @param inActivities true if activities are named, too
 */
record PartProgress(Progress target, double from, double to, String name, boolean inActivities) implements Progress {

  @Override
  public void begin(String activity, long total) {
    target.begin(inActivities ? activity + ", " + name : activity, total);
  }

  @Override
  public void advance(long units) {
    target.advance(units);
  }

  @Override
  public void whole(double share) {
    target.whole(from + share * (to - from));
  }

  @Override
  public void info(String message) {
    target.info(named(message, name));
  }

  @Override
  public void warn(String message) {
    target.warn(named(message, name));
  }

  private static String named(String message, String name) {
    return message.contains(name) ? message : name + ": " + message;
  }

  @Override
  public boolean isCancelled() {
    return target.isCancelled();
  }

  @Override
  public void checkCancelled() {
    target.checkCancelled();
  }
}
