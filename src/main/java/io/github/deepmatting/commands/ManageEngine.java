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

import io.github.deepmatting.commands.service.TaskProgress;
import io.github.deepmatting.engine.EngineBuild;
import io.github.deepmatting.engine.EngineFolder;
import io.github.deepmatting.engine.EngineLoader;
import io.github.deepmatting.engine.EngineReport;
import io.github.deepmatting.engine.EngineUnavailableException;
import io.github.deepmatting.engine.NativePlatform;
import io.github.deepmatting.engine.install.EngineDistribution;
import io.github.deepmatting.engine.install.InstallRequest;
import io.github.deepmatting.engine.install.ProxyAddress;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.scijava.ItemIO;
import org.scijava.ItemVisibility;
import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.Button;
import org.scijava.widget.FileWidget;

/**
 * {@code Plugins > Deep Matting > TensorFlow Engine...}: shows which engine, version and devices are really used, or
 * installs an engine. In a macro: {@code run("TensorFlow Engine...", "action=install build=cpu");}, which returns when it
 * is installed and has run a test matte.
 */
@Plugin(
    type = Command.class,
    headless = true,
    label = "TensorFlow Engine",
    menu = {@Menu(label = "Plugins"), @Menu(label = "Deep Matting"),
      @Menu(label = "TensorFlow Engine...", weight = 10)})
public class ManageEngine extends ReportingCommand {

  private static final String SHOW = "show";
  private static final String INSTALL = "install";

  /** The state before anything is started. */
  @Parameter(visibility = ItemVisibility.MESSAGE, persist = false, required = false, label = "State",
      initializer = "tellState")
  private String state = "";

  @Parameter(label = "Action", persist = false, choices = {SHOW, INSTALL},
      description = "show tells which engine, version and devices are used; install fetches an engine and tries it.")
  private String action = SHOW;

  @Parameter(label = "Build to install", persist = false, choices = {"cpu", "gpu"},
      description = "gpu needs an NVIDIA GPU with CUDA 12.5 and cuDNN 9.3, on Linux x86-64.")
  private String build = "cpu";

  @Parameter(label = "Maven repository", persist = false, required = false,
      description = "Address of a Maven repository with TensorFlow; empty for Maven Central.")
  private String repository = "";

  @Parameter(label = "Folder with the files", style = FileWidget.DIRECTORY_STYLE, persist = false, required = false,
      description = "In place of a download: the files side by side, or as in a Maven repository.")
  private File folder;

  @Parameter(label = "Proxy", persist = false, required = false,
      description = "HOST:PORT; empty for the proxy of Edit > Options > Proxy Settings..., if any.")
  private String proxy = "";

  @Parameter(label = "Install into", style = FileWidget.DIRECTORY_STYLE, persist = false, required = false,
      description = "Empty for lib/deep-matting in Fiji, or .deep-matting/engine in the user's folder where Fiji's can't"
          + " be written to. Another folder is used only where the environment variable DEEPMATTING_ENGINE names it.")
  private File target;

  @Parameter(label = "Help", persist = false, required = false, callback = "openHelp",
      description = "Opens the description of this command in a browser.")
  private Button help;

  /** The engine that is used, or the one that was installed. */
  @Parameter(type = ItemIO.OUTPUT, label = "TensorFlow Engine")
  private String report;

  @Override
  String task() {
    return "TensorFlow Engine";
  }

  @Override
  void work(TaskProgress progress) throws IOException {
    report = switch (String.valueOf(action).strip()) {
      case SHOW -> EngineReport.ofThisProcess();
      case INSTALL -> request().install(progress).message();
      default -> throw new IllegalArgumentException("action is '" + action + "'; allowed are show, install");
    };
    log().info(report);
  }

  private InstallRequest request() {
    return new InstallRequest(EngineBuild.parse("build", build), text(repository), path(folder),
        text(proxy).map(address -> ProxyAddress.parse("proxy", address)), path(target));
  }

  private static Optional<String> text(String value) {
    return Optional.ofNullable(value).map(String::strip).filter(given -> !given.isEmpty());
  }

  /** A path that is given; macros give an empty one for none. */
  private static Optional<Path> path(File file) {
    return Optional.ofNullable(file).filter(given -> !given.getPath().isBlank()).map(File::toPath);
  }

  /** Describes the engine there is and those that can be installed, without starting anything. */
  @SuppressWarnings("unused") // called by name
  private void tellState() {
    List<String> lines = new ArrayList<>();
    try {
      Optional<Path> running = EngineLoader.loadedFrom();
      lines.add(running.map(from -> "Running: the engine in " + from)
          .orElseGet(() -> "Installed, not started yet: the engine in " + EngineFolder.find().directory()));
    } catch (EngineUnavailableException e) {
      lines.add("There is no engine yet.");
    }
    for (EngineBuild each : EngineBuild.values()) {
      try {
        lines.add(EngineDistribution.of(NativePlatform.current(), each).describe());
      } catch (EngineUnavailableException | IllegalArgumentException e) {
        lines.add(e.getMessage());
      }
    }
    state = "<html>" + String.join("<br>", lines) + "</html>";
  }
}
