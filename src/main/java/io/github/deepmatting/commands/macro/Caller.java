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
package io.github.deepmatting.commands.macro;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.macro.Interpreter;
import io.github.deepmatting.commands.images.OpenImages;
import java.util.Optional;

/**
 * The thread that made a command, and the image that was active for it then. For a macro's line that is the macro's own
 * thread. The command itself runs in a thread of a pool: in batch mode and without a display ImageJ keeps the active image
 * of each thread by itself, and there it would be that of an earlier command.
 *
 * @param thread made the command
 * @param active the image that was active for it, if any
 */
public record Caller(Thread thread, Optional<ImagePlus> active) {

  /** The thread that runs now, with its active image. */
  public static Caller here() {
    return new Caller(Thread.currentThread(),
        Optional.ofNullable(WindowManager.getCurrentImage()).filter(image -> image.getProcessor() != null));
  }

  /**
   * Shows a result under a title that no other open image has, and makes it the active image: the next line of a macro
   * works on it, in batch mode and without a display, too.
   *
   * @throws java.awt.HeadlessException if ImageJ runs without a display and knows no images without windows
   */
  public void show(ImagePlus result) {
    result.setTitle(OpenImages.uniqueTitle(result.getTitle()));
    result.show();
    if (result.getWindow() != null || !IJ.isMacro() && !Interpreter.isBatchMode()) return;
    WindowManager.setTempCurrentImage(thread, result);
    // Otherwise the next command that is given this thread of the pool would take it for the active image.
    if (Thread.currentThread() != thread) WindowManager.setTempCurrentImage(null);
  }
}
