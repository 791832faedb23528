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

import io.github.deepmatting.imagej.edit.TrimapEditor;
import io.github.deepmatting.imagej.edit.TrimapTarget;
import java.util.OptionalInt;
import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Plugin;

/**
 * {@code Plugins > Deep Matting > Trimap > Undo Trimap Edit}: takes back what the commands {@code Set Selection to ...}
 * did last to the trimap of the active image; again for the one before. It is no error if there is nothing to undo.
 */
@Plugin(
    type = Command.class,
    headless = true,
    label = "Undo Trimap Edit",
    menu = {@Menu(label = "Plugins"), @Menu(label = "Deep Matting"), @Menu(label = "Trimap", weight = 3),
      @Menu(label = "Undo Trimap Edit", weight = 3.4)})
public class UndoTrimapEdit extends TrimapEditCommand {

  @Override
  String edit(TrimapEditor editor, TrimapTarget target) {
    OptionalInt slice = editor.undo();
    String title = target.trimap().getTitle();
    if (slice.isEmpty()) return "there is no edit of " + title + " to undo";
    return "the last edit of " + title + " is undone"
        + (target.trimap().getStackSize() > 1 ? " on slice " + slice.getAsInt() : "");
  }
}
