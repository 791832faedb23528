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
import io.github.deepmatting.commands.service.DefaultMattingService;
import io.github.deepmatting.commands.service.TaskProgress;
import io.github.deepmatting.engine.EngineLoader;
import io.github.deepmatting.imagej.MatteResults;
import io.github.deepmatting.matting.MatteOptions;
import io.github.deepmatting.matting.Matting;
import io.github.deepmatting.model.Models;
import io.github.deepmatting.progress.Progress;
import io.github.deepmatting.progress.StoppableWork;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.scijava.app.AppService;
import org.scijava.app.StatusService;
import org.scijava.module.MutableModuleItem;
import org.scijava.platform.PlatformService;
import org.scijava.plugin.Parameter;
import org.scijava.task.TaskService;
import org.scijava.ui.DialogPrompt.MessageType;
import org.scijava.ui.DialogPrompt.OptionType;
import org.scijava.ui.DialogPrompt.Result;

/**
 * The base of all commands: progress with a stop button, the offer of an engine, and one way to end badly.
 */
abstract class ReportingCommand extends AskedCommand {

  private static final String DOCUMENTATION = "https://github.com/deepmatting/deep-matting/blob/main/docs/";

  @Parameter private StatusService status;
  @Parameter private TaskService tasks;
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

  /** True if the key Escape stops the work. */
  boolean stopsOnEscape() {
    return true;
  }

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
      log().error("Deep Matting: the page " + address + " can't be opened here (" + e.getMessage() + "); open it by hand");
    }
  }

  @Override
  public final void help() {
    openHelp();
  }

  @Override
  public final void run() {
    takeActiveImage();
    if (isCanceled()) return;
    Optional<String> problem = attempt();
    while (problem.isPresent() && isAsked()) {
      if (!ask(problem)) return;
      problem = attempt();
    }
    if (isAsked()) endDialog();
  }

  /** @return what is to be put right in the dialog, if there was one */
  private Optional<String> attempt() {
    BooleanSupplier stopped = stopped();
    IJ.resetEscape();
    try (TaskProgress progress = new TaskProgress(tasks.createTask(task()), status, log(),
        () -> isCanceled() || stopped.getAsBoolean() || stopsOnEscape() && IJ.escapePressed(), System::nanoTime)) {
      new EngineOffer(this::agrees, offered -> offered.install(progress)).around(() -> work(progress), progress);
      return Optional.empty();
    } catch (CancellationException e) {
      log().info("Deep Matting was stopped" + (e.getMessage() == null ? "" : ": " + e.getMessage()));
      if (!isCanceled()) giveUp(null);
      return Optional.empty();
    } catch (OutOfMemoryError e) {
      return fail("There was not enough memory; give more to ImageJ (Edit > Options > Memory & Threads...), or take fewer"
          + " or smaller images", e);
    } catch (IOException | RuntimeException e) {
      return fail(e.getMessage() == null ? e.toString() : e.getMessage(), e);
    }
  }

  /** Asks a person; without one the answer is no. */
  final boolean agrees(String question) {
    if (headless()) return false;
    Result answer = ui().showDialog(
        question, "Deep Matting", MessageType.QUESTION_MESSAGE, OptionType.OK_CANCEL_OPTION);
    return answer == Result.OK_OPTION || answer == Result.YES_OPTION;
  }

  final StatusService status() {
    return status;
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

  /**
   * Shows results, the alpha last and so on top.
   *
   * @throws IllegalStateException if slices failed; the results are shown nevertheless
   */
  final void handOver(MatteResults results) {
    for (Optional<ImagePlus> result : List.of(results.foreground(), results.alpha())) result.ifPresent(this::handOver);
    results.requireComplete();
  }
}
