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

import ij.IJ;
import ij.ImagePlus;
import ij.Macro;
import io.github.deepmatting.commands.service.DefaultMattingService;
import io.github.deepmatting.commands.service.TaskProgress;
import io.github.deepmatting.engine.EngineLoader;
import io.github.deepmatting.imagej.MatteResults;
import io.github.deepmatting.matting.MatteOptions;
import io.github.deepmatting.matting.Matting;
import io.github.deepmatting.model.Models;
import io.github.deepmatting.progress.Progress;
import io.github.deepmatting.progress.StoppableWork;
import java.awt.GraphicsEnvironment;
import java.awt.HeadlessException;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.scijava.Context;
import org.scijava.app.AppService;
import org.scijava.app.StatusService;
import org.scijava.command.DynamicCommand;
import org.scijava.log.LogService;
import org.scijava.module.MethodCallException;
import org.scijava.module.ModuleItem;
import org.scijava.module.MutableModuleItem;
import org.scijava.platform.PlatformService;
import org.scijava.plugin.Parameter;
import org.scijava.service.Service;
import org.scijava.task.TaskService;
import org.scijava.ui.DialogPrompt.MessageType;
import org.scijava.ui.DialogPrompt.OptionType;
import org.scijava.ui.DialogPrompt.Result;
import org.scijava.ui.UIService;

/**
 * The base of all commands: progress with a stop button, a log, and one way to end badly. An error cancels the
 * command with its message, which is also logged, because without a user interface SciJava is silent about it.
 */
abstract class ReportingCommand extends DynamicCommand {

  private static final String DOCUMENTATION = "https://github.com/deepmatting/deep-matting/blob/main/docs/";

  @Parameter private LogService log;
  @Parameter private StatusService status;
  @Parameter private TaskService tasks;
  @Parameter private UIService ui;
  @Parameter private AppService apps;
  @Parameter private PlatformService platforms;

  /** The task's name, as progress bars show it. */
  abstract String task();

  /**
   * Does the work. What is wrong with the parameters is an {@link IllegalArgumentException} that names the parameter.
   *
   * @throws IOException with a message for the user
   * @throws CancellationException if the user stopped it
   */
  abstract void work(TaskProgress progress) throws IOException;

  /** True if the user stopped the work by something other than the progress bar's button. */
  BooleanSupplier stopped() {
    return () -> false;
  }

  /** The page and section that describe this command, below the documentation's folder. */
  String page() {
    return "users.md#" + getInfo().getLabel().toLowerCase(Locale.ROOT).replace(' ', '-');
  }

  /** Opens the description of this command in a browser; its button {@code Help} calls this by name. */
  final void openHelp() {
    String address = DOCUMENTATION + page();
    try {
      platforms.open(new URL(address));
    } catch (IOException e) {
      log.error("Deep Matting: the page " + address + " can't be opened here (" + e.getMessage() + "); open it by hand");
    }
  }

  /** Gives all keys that a macro leaves out their defaults: no dialog asks for them, and none is remembered. */
  @Override
  public final void initialize() throws MethodCallException {
    super.initialize();
    resolveInMacro();
    if (!headless() && ui.isVisible()) beforeDialog();
  }

  private void resolveInMacro() {
    if (!IJ.isMacro()) return;
    List<ModuleItem<?>> inputs = new ArrayList<>();
    getInfo().inputs().forEach(inputs::add);
    if (Macro.getOptions() != null || inputs.stream().anyMatch(this::isGiven))
      inputs.forEach(input -> resolveInput(input.getName()));
  }

  /** Asks questions before the dialog opens; called only where there is a user. May cancel the command. */
  void beforeDialog() {}

  /** True if somebody gave the input; the active image is taken by itself. */
  private boolean isGiven(ModuleItem<?> input) {
    boolean byItself = Service.class.isAssignableFrom(input.getType()) || input.getType() == Context.class
        || input.getType() == ImagePlus.class && input.isAutoFill();
    return !byItself && isInputResolved(input.getName());
  }

  @Override
  public final void run() {
    BooleanSupplier stopped = stopped();
    try (TaskProgress progress = new TaskProgress(
        tasks.createTask(task()), status, log, () -> isCanceled() || stopped.getAsBoolean(), System::nanoTime)) {
      new EngineOffer(this::agrees, offered -> offered.install(progress)).around(() -> work(progress), progress);
    } catch (CancellationException e) {
      log.info("Deep Matting was stopped" + (e.getMessage() == null ? "" : ": " + e.getMessage()));
      if (!isCanceled()) cancel(null);
    } catch (OutOfMemoryError e) {
      fail("There was not enough memory; give more to ImageJ (Edit > Options > Memory & Threads...), or take fewer or"
          + " smaller images", e);
    } catch (IOException | RuntimeException e) {
      fail(e.getMessage() == null ? e.toString() : e.getMessage(), e);
    }
  }

  /** Asks a person; without one the answer is no. */
  final boolean agrees(String question) {
    if (headless()) return false;
    Result answer = ui.showDialog(
        question, "Deep Matting", MessageType.QUESTION_MESSAGE, OptionType.OK_CANCEL_OPTION);
    return answer == Result.OK_OPTION || answer == Result.YES_OPTION;
  }

  private void fail(String message, Throwable cause) {
    log.error("Deep Matting: " + message);
    log.debug(cause);
    cancel(message);
  }

  final LogService log() {
    return log;
  }

  final StatusService status() {
    return status;
  }

  /** True if there is nobody to see a window. */
  final boolean headless() {
    return ui.isHeadless() || GraphicsEnvironment.isHeadless();
  }

  /** The models that ship, and those in the folder of Fiji. */
  final Models models() {
    return DefaultMattingService.models(apps);
  }

  /** Offers the models that there are; parameters {@code model} call this by name. */
  final void offerModels() {
    offer("model", models().list().stream().map(Models.Entry::name).toList());
  }

  /** The description of a matte that this command's parameters give: those that are called like its keys. */
  final MatteOptions matteOptions() {
    Map<String, Object> words = new HashMap<>(getInputs());
    words.keySet().retainAll(MatteOptions.KEYS);
    return MatteOptions.of(words);
  }

  /** Loads the model that was asked for; the caller closes it. */
  final Matting load(MatteOptions options) throws IOException {
    return Matting.load(EngineLoader.get(), models().load(options.model()), options);
  }

  /** Work with a loaded model. */
  @FunctionalInterface
  interface NetworkWork<T> {
    T with(Matting matting, Progress progress) throws IOException;
  }

  /**
   * Loads a model and works with it, both such that they can be stopped.
   *
   * @throws CancellationException if the user stopped it
   */
  final <T> T withModel(MatteOptions options, NetworkWork<T> work, Progress progress) throws IOException {
    return StoppableWork.run(task(), shown -> {
      shown.begin("Loading the model", 0);
      try (Matting matting = load(options)) {
        return work.with(matting, shown);
      }
    }, progress);
  }

  /** Sets the choices that a parameter offers in its dialog; does nothing if there are none. */
  final void offer(String parameter, List<String> choices) {
    MutableModuleItem<String> item = getInfo().getMutableInput(parameter, String.class);
    if (!choices.isEmpty()) item.setChoices(choices);
  }

  /**
   * Refuses an image without pixels, which is what SciJava gives for a title that names no open image.
   *
   * @throws IllegalArgumentException if there is no such image
   */
  static void requirePixels(String parameter, ImagePlus given) {
    if (given == null || given.getWidth() < 1 || given.getProcessor() == null)
      throw new IllegalArgumentException("The parameter '" + parameter + "' names no open image; give the title or the"
          + " ID of one");
  }

  /**
   * The path of a file or folder that must be given; macros give an empty one for none.
   *
   * @throws IllegalArgumentException if it is missing
   */
  static Path requirePath(String parameter, File given) {
    if (given == null || given.getPath().isBlank())
      throw new IllegalArgumentException("The parameter '" + parameter + "' is missing; give a path");
    return given.toPath();
  }

  /** Makes a result known to macros where no user interface opens a window for it. */
  final void handOver(ImagePlus result) {
    if (headless()) show(result);
  }

  /**
   * Makes results known to macros, the alpha last.
   *
   * @throws IllegalStateException if slices failed; the results are shown nevertheless
   */
  final void handOver(MatteResults results) {
    for (Optional<ImagePlus> result : List.of(results.foreground(), results.alpha()))
      // A command that fails has no outputs that a user interface would open.
      result.filter(image -> headless() || !results.failures().isEmpty()).ifPresent(this::show);
    results.requireComplete();
  }

  private void show(ImagePlus result) {
    try {
      result.show();
    } catch (HeadlessException e) {
      // Only ImageJ as ImageJ2 runs it knows images without windows.
      log.debug(result.getTitle() + " is only an output", e);
    }
  }
}
