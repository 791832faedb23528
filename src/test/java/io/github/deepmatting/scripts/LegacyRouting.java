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
package io.github.deepmatting.scripts;

import ij.IJ;
import ij.ImagePlus;
import ij.Macro;
import ij.Menus;
import ij.WindowManager;
import ij.plugin.PlugIn;
import java.lang.reflect.Field;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.convert.ConvertService;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.ModuleService;

/**
 * Stands in for the part of ImageJ2 (imagej-legacy, not on Maven Central) that brings {@code run("Command...", "key=value")}
 * of an ImageJ macro to a SciJava command: the menu's entry, keys to inputs by name, text converted to their types, titles
 * and IDs to images (an unknown title to an empty image), the active image for a single image that is not named. What is
 * not covered: dialogs, the recorder, datasets, images without windows other than those of ImageJ's batch mode.
 */
public final class LegacyRouting implements PlugIn {

  /** Plugins are made by ImageJ, without arguments. */
  private static final AtomicReference<Context> CONTEXT = new AtomicReference<>();

  private static final AtomicReference<String> REASON = new AtomicReference<>();

  /** Puts all commands into ImageJ's table of menu entries. */
  static void install(Context context) throws Exception {
    CONTEXT.set(context);
    Field table = Menus.class.getDeclaredField("pluginsTable");
    table.setAccessible(true);
    Hashtable<String, String> commands = new Hashtable<>();
    for (CommandInfo info : context.service(CommandService.class).getCommandsOfType(Command.class)) {
      if (info.getMenuPath().isEmpty()) continue;
      String name = info.getMenuPath().getLeaf().getName();
      commands.put(name, LegacyRouting.class.getName() + "(\"" + info.getIdentifier() + "\")");
    }
    table.set(null, commands);
  }

  /** Why the last command was cancelled; null if it was not. */
  static String reason() {
    return REASON.get();
  }

  @Override
  public void run(String identifier) {
    Context context = CONTEXT.get();
    CommandInfo info = context.service(CommandService.class).getCommandsOfType(Command.class).stream()
        .filter(command -> command.getIdentifier().equals(identifier)).findFirst().orElseThrow();
    Map<String, Object> inputs = new HashMap<>();
    String options = Macro.getOptions();
    for (ModuleItem<?> input : info.inputs()) {
      String value = options == null ? null : Macro.getValue(options, input.getName(), null);
      if (value != null) inputs.put(input.getName(), converted(context, value, input.getType()));
      else if (input.getType() == ImagePlus.class && input.isAutoFill() && WindowManager.getCurrentImage() != null)
        inputs.put(input.getName(), WindowManager.getCurrentImage());
    }
    // In this thread, as the results are ImageJ's current images of it.
    Module module = context.service(ModuleService.class).createModule(info);
    try {
      context.service(ModuleService.class).run(module, true, inputs).get();
      REASON.set(module instanceof Cancelable cancelable && cancelable.isCanceled() ? cancelable.getCancelReason() : null);
    } catch (Exception e) {
      IJ.handleException(e);
    }
  }

  private static Object converted(Context context, String value, Class<?> type) {
    if (type != ImagePlus.class) return context.service(ConvertService.class).convert(value, type);
    ImagePlus image = value.matches("-\\d+") ? WindowManager.getImage(Integer.parseInt(value)) : WindowManager.getImage(value);
    return image == null ? new ImagePlus() : image;
  }
}
