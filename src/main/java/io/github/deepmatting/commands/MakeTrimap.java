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
import io.github.deepmatting.imagej.TrimapImages;
import java.io.IOException;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.Button;

/**
 * {@code Plugins > Deep Matting > Make Trimap...}: a new trimap image of an image, from what there is already. In a macro:
 *
 * <pre>{@code
 * run("Make Trimap...", "image=cell.tif source=selection inner=4 outer=8");
 * run("Make Trimap...", "image=cell.tif source=selection inner=0.5 outer=1.5 unit=calibrated");
 * run("Make Trimap...", "image=fly.tif source=roimanager foregroundgroup=1 unknowngroup=2 interpolate=true");
 * run("Make Trimap...", "image=fly.tif source=overlay rest=unknown line=12");
 * run("Make Trimap...", "image=fly.tif source=file roifile=/data/fly.zip");
 * run("Make Trimap...", "image=cell.tif source=labels from=cell-labels.tif labels=1,3-5");
 * run("Make Trimap...", "image=cell.tif source=mask from=cell-mask.tif");
 * run("Make Trimap...", "image=cell.tif source=threshold inner=3 outer=3");
 * run("Make Trimap...", "image=cell.tif source=probability from=[Probability maps] low=0.2 high=0.8");
 * }</pre>
 *
 * <p>The result, the output {@code result}, has 8 bits (0, 128, 255) and the image's slices, frames, calibration and
 * slice labels; it is titled "NAME trimap". What a macro does not name has its default.
 */
@Plugin(
    type = Command.class,
    headless = true,
    label = "Make Trimap",
    menu = {@Menu(label = "Plugins"), @Menu(label = "Deep Matting"), @Menu(label = "Make Trimap...", weight = 2)})
public class MakeTrimap extends TrimapSourceCommand {

  @Parameter(label = "Help", persist = false, required = false, callback = "openHelp",
      description = "Opens the description of this command in a browser.")
  private Button help;

  /** 0, 128 and 255, for each slice of the image. */
  @Parameter(type = ItemIO.OUTPUT, label = "Trimap")
  private ImagePlus result;

  @Override
  String task() {
    return "Deep Matting trimap";
  }

  @Override
  void workWithSource(TaskProgress progress) throws IOException {
    result = TrimapImages.of(image(), trimaps(progress), progress);
    handOver(result);
  }
}
