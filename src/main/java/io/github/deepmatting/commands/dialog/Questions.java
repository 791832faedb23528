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
package io.github.deepmatting.commands.dialog;

import ij.ImagePlus;
import io.github.deepmatting.commands.images.ImageRole;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;

/** What the dialog of a command needs to know beyond the command's parameters. */
public interface Questions {

  /** Whose parameters are asked for; it holds the values that the dialog begins with. */
  Module module();

  /** The images among the parameters; the first is the one that is worked on. */
  Map<String, ImageRole> images();

  /** The image to work on to begin with, if any is open. */
  Optional<ImagePlus> active();

  /** True if a parameter means something, as the others are set now. */
  default boolean isShown(String key) {
    return true;
  }

  /** True if the command can't do without a parameter, as the others are set now. */
  boolean isNeeded(ModuleItem<?> item);

  /** The parameter's name for people, as the others are set now. */
  default String label(ModuleItem<?> item) {
    return item.getLabel();
  }

  /** A choice as people read it. */
  default String text(ModuleItem<?> item, Object choice) {
    return choice.toString();
  }

  /** The role that an image has, as the others are set now. */
  default ImageRole role(String key) {
    return images().get(key);
  }

  /** What the open images suggest for a parameter, in place of what was chosen last. */
  default Optional<Object> suggestion(String key) {
    return Optional.empty();
  }

  /** Parameters that are seldom changed, and folded away. */
  Set<String> seldom();

  /** Parameters that begin anew each time. */
  Set<String> forgotten();

  /** Shows what the values that are set now would do; not in the event thread. */
  void preview();

  /** What is to be told about the preview, if anything. */
  default Optional<String> note() {
    return Optional.empty();
  }

  /** Opens the description of the command. */
  void help();
}
