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
package io.github.deepmatting.commands.javacheck;

import java.util.ArrayList;
import java.util.List;
import org.scijava.command.Command;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.log.LogService;
import org.scijava.module.ModuleService;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.plugin.PluginInfo;
import org.scijava.plugin.PluginService;
import org.scijava.service.AbstractService;
import org.scijava.service.SciJavaService;
import org.scijava.service.Service;

/**
 * On a Java that is too old for this plugin, puts in the place of each of its commands one that says so. SciJava lists
 * commands without loading their classes, so the menu is there on any Java; but choosing one would end in a stack trace.
 * What else of this plugin SciJava would make by itself is taken off its list.
 * On other Javas this does nothing.
 */
@Plugin(type = Service.class)
public class JavaCheck extends AbstractService implements SciJavaService {

  /** The oldest Java that the plugin runs on. */
  static final int NEEDED = 17;

  private static final String COMMANDS = "io.github.deepmatting.";

  @Parameter(required = false)
  private CommandService commands;

  @Parameter(required = false)
  private ModuleService modules;

  @Parameter(required = false)
  private PluginService plugins;

  @Parameter(required = false)
  private LogService log;

  @Override
  public void initialize() {
    if (feature(System.getProperty("java.specification.version")) >= NEEDED) return;
    removeOthers();
    if (commands == null || modules == null) return;
    List<CommandInfo> replaced = new ArrayList<>();
    List<CommandInfo> instead = new ArrayList<>();
    for (CommandInfo info : commands.getCommands()) {
      if (!info.getClassName().startsWith(COMMANDS)) continue;
      replaced.add(info);
      // The same menu entry, name and headless use.
      instead.add(new CommandInfo(
          new PluginInfo<Command>(NewerJavaNeeded.class.getName(), Command.class, info.getAnnotation())));
    }
    if (replaced.isEmpty()) return;
    modules.removeModules(replaced);
    modules.addModules(instead);
    if (log != null) log.info(NewerJavaNeeded.message());
  }

  /** SciJava makes plugins that are no commands by itself, and would complain of each that can't be loaded. */
  private void removeOthers() {
    if (plugins == null) return;
    List<PluginInfo<?>> others = new ArrayList<>();
    for (PluginInfo<?> info : plugins.getPlugins())
      if (info.getClassName().startsWith(COMMANDS) && info.getPluginType() != Command.class
          && !info.getClassName().equals(JavaCheck.class.getName())) others.add(info);
    plugins.removePlugins(others);
  }

  /**
   * The number of a Java version, e.g. 8 for "1.8" and 21 for "21".
   *
   * @param specification the system property {@code java.specification.version}
   * @return 0 for what is no version
   */
  static int feature(String specification) {
    try {
      return Integer.parseInt(String.valueOf(specification).replaceFirst("^1\\.", ""));
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
