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
import ij.plugin.frame.Recorder;
import io.github.deepmatting.commands.dialog.CommandDialog;
import io.github.deepmatting.commands.dialog.DialogText;
import io.github.deepmatting.commands.dialog.Questions;
import io.github.deepmatting.commands.images.ImageRole;
import io.github.deepmatting.commands.macro.Caller;
import io.github.deepmatting.commands.macro.MacroLine;
import java.awt.GraphicsEnvironment;
import java.awt.HeadlessException;
import java.io.File;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.scijava.ItemVisibility;
import org.scijava.command.DynamicCommand;
import org.scijava.log.LogService;
import org.scijava.module.MethodCallException;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.plugin.Parameter;
import org.scijava.prefs.PrefService;
import org.scijava.ui.UIService;

/**
 * A command that knows its caller: it works on the image that is active there, asks a person for what is missing, in a
 * dialog that opens again if the work fails, and shows its results. A macro's line is never asked for anything as soon
 * as it gives a key. Errors cancel the command with their message, which is also logged, because without a user interface
 * SciJava is silent about it.
 */
abstract class AskedCommand extends DynamicCommand implements Questions {

  /** Parameters that are seldom changed, whatever the command. */
  private static final Set<String> SELDOM =
      Set.of("normalization", "stage", "device", "tile", "alphatype", "threads", "seed");

  /** What must not happen again by itself, and what is not there the next time. */
  private static final Set<String> FORGOTTEN =
      Set.of("preview", "overwrite", "resume", "file", "out", "labels", "image", "alpha", "action");

  @Parameter private LogService log;
  @Parameter private UIService ui;
  @Parameter private PrefService preferences;

  // SciJava makes commands in the thread that asked for them.
  private final Caller caller = Caller.here();
  private CommandDialog dialog;

  @Override
  public final Module module() {
    return this;
  }

  @Override
  public Map<String, ImageRole> images() {
    return Map.of();
  }

  @Override
  public final Optional<ImagePlus> active() {
    return worked().map(key -> (ImagePlus) getInput(key)).or(caller::active);
  }

  /** The key of the image that is worked on, if there is one. */
  private Optional<String> worked() {
    return images().keySet().stream().findFirst();
  }

  @Override
  public final boolean isNeeded(ModuleItem<?> item) {
    boolean canLack = item.getType() == ImagePlus.class || item.getType() == File.class;
    return canLack && (item.isRequired() || isNeededNow(item.getName()));
  }

  /** True if an optional parameter is needed, as the others are set now. */
  boolean isNeededNow(String key) {
    return false;
  }

  @Override
  public final Set<String> seldom() {
    return SELDOM;
  }

  @Override
  public final Set<String> forgotten() {
    return FORGOTTEN;
  }

  /** True if a dialog may open for what is not given. */
  boolean mayAsk() {
    return true;
  }

  /** Works on the caller's active image unless another is given, and asks a person, if there is one, for what is missing. */
  @Override
  public final void initialize() throws MethodCallException {
    super.initialize();
    Optional<MacroLine> line = MacroLine.of(this);
    line.ifPresent(MacroLine::resolve);
    line.stream().flatMap(given -> given.doubts().stream())
        .forEach(doubt -> log.warn("Deep Matting: " + getInfo().getLabel() + ": " + doubt));
    takeActiveImage();
    if (isCanceled()) return;
    if (headless() || !ui.isVisible() || given().allMatch(item -> isInputResolved(item.getName()))) {
      requireAll();
      return;
    }
    prepareDialog();
    dialog = new CommandDialog(getInfo().getLabel(), this, preferences);
    ask(Optional.empty());
  }

  /** Works on the caller's active image unless another is given. */
  final void takeActiveImage() {
    Optional<String> missing = worked().filter(key -> getInput(key) == null);
    if (missing.isEmpty()) return;
    if (caller.active().isEmpty()) fail("There is no open image; open one first", null);
    setInput(missing.get(), caller.active().orElse(null));
    if (!mayAsk()) resolveInput(missing.get());
  }

  /** Does what must be done before a dialog is built. */
  void prepareDialog() {}

  /** The parameters that a person or a macro gives. */
  private Stream<ModuleItem<?>> given() {
    return StreamSupport.stream(getInfo().inputs().spliterator(), false)
        .filter(item -> !MacroLine.isByItself(item) && item.getVisibility() != ItemVisibility.MESSAGE);
  }

  private void requireAll() {
    given().filter(item -> item.isRequired() && getInput(item.getName()) == null).findFirst().ifPresent(item -> fail(
        "The parameter '" + item.getName() + "' is missing; give "
            + (item.getType() == ImagePlus.class ? "the title or the ID of an open image" : "a path"), null));
  }

  /**
   * Asks a person for the parameters.
   *
   * @param problem why the work failed with those of before, if it did
   * @return false if they cancelled; the command is cancelled then
   */
  final boolean ask(Optional<String> problem) {
    boolean agreed = dialog.ask(problem.map(message -> DialogText.withLabels(message, getInfo())));
    if (!agreed) {
      dialog.close();
      giveUp(null);
    }
    return agreed;
  }

  /** Takes the dialog away for good. */
  final void endDialog() {
    if (dialog != null) dialog.close();
  }

  /** True if a person was asked for parameters. */
  boolean isAsked() {
    return dialog != null;
  }

  /**
   * Ends badly, unless a dialog can open again.
   *
   * @return the message
   */
  final Optional<String> fail(String message, Throwable cause) {
    if (cause != null) log.debug(cause);
    // The dialog tells it; an error would open the console over it.
    if (isAsked()) log.info("Deep Matting: " + message);
    else {
      log.error("Deep Matting: " + message);
      giveUp(headless() ? message : DialogText.wrap(message));
    }
    return Optional.of(message);
  }

  /** Ends without a result, and without a line in the macro recorder. */
  final void giveUp(String reason) {
    if (!headless() && !IJ.isMacro()) Recorder.setCommand(null);
    cancel(reason);
  }

  final UIService ui() {
    return ui;
  }

  /** True if there is nobody to see a window. */
  final boolean headless() {
    return ui.isHeadless() || GraphicsEnvironment.isHeadless();
  }

  final LogService log() {
    return log;
  }

  /** Shows a result and makes it the active image, also of a macro without windows; null is nothing. */
  final void handOver(ImagePlus result) {
    if (result == null) return;
    try {
      caller.show(result);
      // Or else SciJava would show it, too.
      for (ModuleItem<?> output : getInfo().outputs())
        if (getOutput(output.getName()) == result) resolveOutput(output.getName());
    } catch (HeadlessException e) {
      // Only ImageJ as ImageJ2 runs it knows images without windows.
      log.debug(result.getTitle() + " is only an output", e);
    }
  }
}
