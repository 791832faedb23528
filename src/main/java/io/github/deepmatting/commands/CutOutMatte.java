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
import io.github.deepmatting.commands.service.TaskProgress;
import io.github.deepmatting.imagej.compose.Backdrop;
import io.github.deepmatting.imagej.compose.ImageComposition;
import io.github.deepmatting.io.CutOutFiles;
import java.io.File;
import java.io.IOException;
import java.util.Optional;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.Button;
import org.scijava.widget.FileWidget;

/**
 * {@code Plugins > Deep Matting > Cut Out...}: the object alone. ImageJ's images have no transparency, so the new image
 * shows it over black (values 0) or white, in the image's own type and channels; a PNG file can hold the transparency. In a
 * macro: {@code run("Cut Out...", "image=cat.png alpha=[cat alpha] background=white file=/data/cat-cutout.png");}.
 */
@Plugin(
    type = Command.class,
    headless = true,
    label = "Cut Out",
    menu = {@Menu(label = "Plugins"), @Menu(label = "Deep Matting"), @Menu(label = "Cut Out...", weight = 7)})
public class CutOutMatte extends CompositionCommand {

  @Parameter(label = "Background", persist = false, choices = {"black", "white"},
      description = "black for values of 0, white for the upper end of the display range; not in the file, which is"
          + " transparent.")
  private String background = "black";

  @Parameter(label = "PNG file", style = FileWidget.SAVE_STYLE, persist = false, required = false,
      description = "Also written, with transparency, 8 bits, as displayed; NAME-0001.png and so on for several slices.")
  private File file;

  @Parameter(label = "Replace files that exist", persist = false,
      description = "Otherwise an existing file is left as it is, with an error.")
  private boolean overwrite = false;

  @Parameter(label = "Help", persist = false, required = false, callback = "openHelp",
      description = "Opens the description of this command in a browser.")
  private Button help;

  /** The object over black or white. */
  @Parameter(type = ItemIO.OUTPUT, label = "Cut-out")
  private ImagePlus cutout;

  @Override
  String task() {
    return "Cutting out";
  }

  @Override
  void work(TaskProgress progress) throws IOException {
    ImageComposition composition = composition();
    String behind = background.strip();
    if (!behind.equalsIgnoreCase("black") && !behind.equalsIgnoreCase("white"))
      throw new IllegalArgumentException("background is '" + background + "'; allowed are black and white");
    // An empty key in a macro is a file without a name.
    boolean writes = file != null && !file.getPath().isBlank();
    Optional<CutOutFiles> files =
        writes ? Optional.of(new CutOutFiles(file.toPath(), overwrite)) : Optional.empty();
    cutout = composition.cutOut(Backdrop.Colour.parse(behind), files, progress);
    handOver(cutout);
  }
}
