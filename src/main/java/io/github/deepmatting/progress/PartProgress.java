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

import java.util.function.BooleanSupplier;

/**
 * Passes everything on to the progress of a larger work, until nobody waits for the part any more.
 *
 * @param target receives everything
 * @param from what a share of 0 is of the larger work
 * @param to what a share of 1 is of it
 * @param name put before messages that do not hold it; empty for none
 * @param inActivities true if activities are named, too
 * @param abandoned true once the part is to be silent and to stop
 */
record PartProgress(Progress target, double from, double to, String name, boolean inActivities, BooleanSupplier abandoned)
    implements Progress {

  PartProgress(Progress target, double from, double to, String name, boolean inActivities) {
    this(target, from, to, name, inActivities, () -> false);
  }

  @Override
  public void begin(String activity, long total) {
    if (!abandoned.getAsBoolean()) target.begin(inActivities ? activity + ", " + name : activity, total);
  }

  @Override
  public void advance(long units) {
    if (!abandoned.getAsBoolean()) target.advance(units);
  }

  @Override
  public void whole(double share) {
    if (!abandoned.getAsBoolean()) target.whole(from + share * (to - from));
  }

  @Override
  public void info(String message) {
    if (!abandoned.getAsBoolean()) target.info(withName(message));
  }

  @Override
  public void warn(String message) {
    if (!abandoned.getAsBoolean()) target.warn(withName(message));
  }

  private String withName(String message) {
    return message.contains(name) ? message : name + ": " + message;
  }

  @Override
  public boolean isCancelled() {
    return abandoned.getAsBoolean() || target.isCancelled();
  }
}
