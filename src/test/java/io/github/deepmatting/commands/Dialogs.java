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
import ij.macro.Interpreter;
import io.github.deepmatting.commands.dialog.ParameterPanel;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import org.scijava.prefs.PrefService;

/** The rows of the commands' dialogs, without the windows around them, and images that are open without a display. */
final class Dialogs {

  private Dialogs() {}

  /** The dialog of a command that nobody has opened before; its image is the active one. */
  static ParameterPanel of(ReportingCommand command) {
    return of(command, preferences(new HashMap<>()));
  }

  static ParameterPanel of(ReportingCommand command, PrefService preferences) {
    return new ParameterPanel(command, preferences, () -> {});
  }

  /** Preferences in memory: never those of whoever runs the tests. */
  static PrefService preferences(Map<String, String> kept) {
    return (PrefService) Proxy.newProxyInstance(Dialogs.class.getClassLoader(), new Class<?>[] {PrefService.class},
        (proxy, method, arguments) -> {
          String key = arguments[0] + " " + arguments[1];
          return method.getName().equals("put") ? kept.put(key, (String) arguments[2]) : kept.get(key);
        });
  }

  /** Opens images as ImageJ's batch mode does; the last one is the active one. */
  static void open(ImagePlus... images) {
    Interpreter.batchMode = true;
    for (ImagePlus image : images) Interpreter.addBatchModeImage(image);
  }

  static void close(Iterable<ImagePlus> images) {
    images.forEach(Interpreter::removeBatchModeImage);
    Interpreter.batchMode = false;
    ij.WindowManager.setTempCurrentImage(null);
  }
}
