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
package io.github.deepmatting.commands;

import ij.ImagePlus;
import io.github.deepmatting.commands.images.ImageRole;
import io.github.deepmatting.commands.images.OpenImages;
import io.github.deepmatting.commands.service.TaskProgress;
import io.github.deepmatting.imagej.edit.TrimapEditor;
import io.github.deepmatting.imagej.edit.TrimapTarget;
import java.util.Map;
import org.scijava.plugin.Parameter;

/**
 * The base of the commands that correct a trimap: they ask nothing, so that a shortcut does all, and act on the
 * active image, which is a trimap or has one among the open images.
 */
abstract class TrimapEditCommand extends ReportingCommand {

  @Parameter(label = "Image", persist = false, autoFill = false,
      description = "A trimap, or an image whose trimap is open and called as it with 'trimap' behind it.")
  private ImagePlus image;

  /**
   * Makes the correction.
   *
   * @return a message for the user
   */
  abstract String edit(TrimapEditor editor, TrimapTarget target);

  @Override
  public final Map<String, ImageRole> images() {
    return Map.of("image", ImageRole.IMAGE);
  }

  @Override
  final boolean mayAsk() {
    return false;
  }

  @Override
  String task() {
    return "Deep Matting trimap";
  }

  @Override
  final void work(TaskProgress progress) {
    requirePixels("image", image);
    TrimapTarget target = TrimapTarget.find(image, OpenImages.all());
    String told = edit(new TrimapEditor(target), target);
    status().showStatus(told);
    log().info("Deep Matting: " + told);
  }

  static String pixels(int count) {
    return count == 1 ? "1 pixel" : count + " pixels";
  }
}
