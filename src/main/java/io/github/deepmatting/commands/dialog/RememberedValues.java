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

import java.io.File;
import java.util.List;
import java.util.Optional;
import org.scijava.module.ModuleItem;
import org.scijava.prefs.PrefService;

/**
 * What was chosen last in the dialog of a command, for its next dialog. Macros and scripts never see it. Images and what
 * the command wants forgotten are not kept.
 */
final class RememberedValues {

  private final PrefService preferences;
  private final Class<?> command;

  RememberedValues(PrefService preferences, Class<?> command) {
    this.preferences = preferences;
    this.command = command;
  }

  /** Keeps a value; null is kept as nothing. */
  void keep(ModuleItem<?> item, Object value) {
    if (isKept(item)) preferences.put(command, key(item), value == null ? "" : value.toString());
  }

  /** The value that was kept, if there is one that the parameter can still have. */
  Optional<Object> of(ModuleItem<?> item) {
    String kept = isKept(item) ? preferences.get(command, key(item)) : null;
    if (kept == null) return Optional.empty();
    List<?> choices = item.getChoices();
    if (choices != null && !choices.isEmpty()) return Optional.<Object>of(kept).filter(choices::contains);
    Class<?> type = item.getType();
    try {
      if (type == String.class) return Optional.of(kept);
      if (type == File.class) return Optional.of(kept).filter(path -> !path.isBlank()).map(File::new);
      if (type == boolean.class) return Optional.of(Boolean.valueOf(kept));
      if (type == int.class) return Optional.of(Integer.valueOf(kept));
      if (type == long.class) return Optional.of(Long.valueOf(kept));
      return type == double.class ? Optional.of(Double.valueOf(kept)) : Optional.empty();
    } catch (NumberFormatException e) {
      // Of another version of this plugin, with another type.
      return Optional.empty();
    }
  }

  private static boolean isKept(ModuleItem<?> item) {
    Class<?> type = item.getType();
    return type == String.class || type == File.class || type.isPrimitive();
  }

  private static String key(ModuleItem<?> item) {
    return "dialog." + item.getName();
  }
}
