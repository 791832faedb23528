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

import java.io.File;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.scijava.Context;
import org.scijava.ItemVisibility;
import org.scijava.command.Command;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.ModuleService;
import org.scijava.service.Service;
import org.scijava.widget.Button;

/** The commands with what their dialogs ask, as macros know it. */
final class MacroKeys {

  private static final String ROOT = "io.github.deepmatting.";

  private MacroKeys() {}

  /** All commands of this plugin, sorted by their place in the menu. */
  static List<CommandInfo> commands(Context context) {
    return context.service(CommandService.class).getCommandsOfType(Command.class).stream()
        .filter(info -> info.getClassName().startsWith(ROOT))
        .sorted(Comparator.comparing(info -> info.getMenuPath().getMenuString())).toList();
  }

  /** What a user can give: neither services nor buttons nor messages. */
  static List<ModuleItem<?>> keys(CommandInfo info) {
    return items(info.inputs()).stream().filter(item -> !Service.class.isAssignableFrom(item.getType())
        && !org.scijava.Context.class.isAssignableFrom(item.getType()) && item.getType() != Button.class
        && item.getVisibility() != ItemVisibility.MESSAGE).toList();
  }

  static List<ModuleItem<?>> items(Iterable<ModuleItem<?>> items) {
    return StreamSupport.stream(items.spliterator(), false).collect(Collectors.toList());
  }

  /** The table of all keys, in Markdown. */
  static String table(Context context) throws Exception {
    StringBuilder text = new StringBuilder();
    for (CommandInfo info : commands(context)) {
      String name = info.getMenuPath().getLeaf().getName();
      text.append("## ").append(name.replaceAll("\\.+$", "")).append("\n\n*").append(info.getMenuPath().getMenuString())
          .append("*: `run(\"").append(name).append("\", \"...\");`\n\n| key | what | values | default |\n| --- | --- | --- | --- |\n");
      Module module = context.service(ModuleService.class).createModule(info);
      for (ModuleItem<?> key : keys(info))
        text.append("| `").append(key.getName()).append("` | ").append(key.getLabel()).append(". ")
            .append(key.getDescription().replace("|", "\\|")).append(" | ").append(values(key)).append(" | ")
            .append(standard(key, module.getInput(key.getName()), worked(module))).append(" |\n");
      List<ModuleItem<?>> outputs = items(info.outputs());
      if (!outputs.isEmpty())
        text.append("\nOutputs, for scripts: ").append(outputs.stream()
            .map(output -> "`" + output.getName() + "` (" + kind(output.getType()) + ")").collect(Collectors.joining(", ")))
            .append(".\n");
      text.append("\n");
    }
    return text.toString();
  }

  private static String values(ModuleItem<?> key) {
    if (key.getChoices() != null && !key.getChoices().isEmpty())
      return key.getChoices().stream().map(choice -> "`" + choice + "`").collect(Collectors.joining(", "));
    if (key.getMinimumValue() != null && key.getMaximumValue() != null)
      return kind(key.getType()) + ", " + key.getMinimumValue() + " to " + key.getMaximumValue();
    if (key.getMinimumValue() != null) return kind(key.getType()) + ", from " + key.getMinimumValue();
    return kind(key.getType());
  }

  /** The image that is the active one where none is given. */
  private static String worked(Module module) {
    return ((ReportingCommand) module.getDelegateObject()).images().keySet().stream().findFirst().orElse("");
  }

  private static String standard(ModuleItem<?> key, Object value, String worked) {
    if (value == null || Objects.equals(value, "")) {
      if (!key.isRequired()) return "none";
      return key.getName().equals(worked) ? "the active image" : "must be given";
    }
    return "`" + value + "`";
  }

  private static String kind(Class<?> type) {
    if (type == ij.ImagePlus.class) return "image: title or ID";
    if (type == File.class) return "path";
    if (type == String.class) return "text";
    if (type == boolean.class || type == Boolean.class) return "`true`, `false`";
    if (type == double.class || type == float.class) return "number";
    if (type == int.class || type == long.class) return "whole number";
    return type.getSimpleName();
  }
}
