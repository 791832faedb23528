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
import io.github.deepmatting.commands.service.MattingService;
import io.github.deepmatting.commands.service.TaskProgress;
import io.github.deepmatting.foreground.ForegroundOptions;
import io.github.deepmatting.imagej.ImagePlusPipeline;
import io.github.deepmatting.imagej.MatteResults;
import io.github.deepmatting.imagej.ResultImages;
import io.github.deepmatting.matting.MatteOptions;
import io.github.deepmatting.matting.TrimapSource;
import io.github.deepmatting.model.Models;
import java.io.IOException;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.Button;

/**
 * {@code Plugins > Deep Matting > Matte Image...}: alpha matte and foreground colours of an image with a trimap. In a
 * macro: {@code run("Matte Image...", "image=cat.png trimap=cat-trimap.png foreground=true");}. The trimap may come from
 * any source of {@link MakeTrimap}, with the same keys: {@code run("Matte Image...", "image=cat.png source=selection
 * inner=4 outer=8");}. What a macro does not name has its default, whatever was chosen before. On an error the command is
 * cancelled, with the reason also in the log.
 *
 * <p>A slice of a stack that fails is empty in the results; the others are done, and the command ends with an error that
 * names the slice and the reason. Scripts have {@link MattingService}.
 */
@Plugin(
    type = Command.class,
    headless = true,
    label = "Matte Image",
    menu = {@Menu(label = "Plugins"), @Menu(label = "Deep Matting"), @Menu(label = "Matte Image...", weight = 1)})
public class MatteImage extends TrimapSourceCommand {

  @Parameter(label = "Model", persist = false, initializer = "offerModels", description = NetworkWords.MODEL)
  private String model = Models.DEFAULT;

  @Parameter(label = "Normalization", persist = false, choices = {"model", "auto", "type", "display", "percentile"},
      description = NetworkWords.NORMALIZATION)
  private String normalization = "model";

  @Parameter(label = "Stage", persist = false, choices = {"last", "1", "2"}, description = NetworkWords.STAGE)
  private String stage = "last";

  @Parameter(label = "Device", persist = false, choices = {"auto", "cpu", "gpu"}, description = NetworkWords.DEVICE)
  private String device = "auto";

  @Parameter(label = "Largest tile", persist = false, min = "0", max = "" + MatteOptions.MAX_TILE,
      description = NetworkWords.TILE)
  private int tile = 0;

  @Parameter(label = "Type of the alpha", persist = false, choices = {"float", "8-bit", "16-bit"},
      description = NetworkWords.ALPHA_TYPE)
  private String alphatype = "float";

  @Parameter(label = "Also foreground colours", persist = false,
      description = "A second result: the object's own colours, without the background that shines through; extended"
          + " smoothly to where the object is not.")
  private boolean foreground = true;

  @Parameter(label = "Help", persist = false, required = false, callback = "openHelp",
      description = "Opens the description of this command in a browser.")
  private Button help;

  /** The alpha matte, of the type that was asked for. */
  @Parameter(type = ItemIO.OUTPUT, label = "Alpha")
  private ImagePlus alpha;

  /** The foreground's colours, of the image's type; null if they were not asked for. */
  @Parameter(type = ItemIO.OUTPUT, label = "Foreground colours")
  private ImagePlus colours;

  @Override
  String task() {
    return "Deep Matting";
  }

  @Override
  void workWithSource(TaskProgress progress) throws IOException {
    ImagePlus held = ResultImages.holding(image());
    TrimapSource trimaps = trimaps(progress);
    // People look at the whole image, not only at its cut-out: none of the old background is left in it.
    MatteOptions options = matteOptions().withForeground(
        ForegroundOptions.DEFAULT.withExtended(true));
    askAboutDoubts(held, trimaps, progress);
    // From here on the images may be closed.
    MatteResults results = withModel(
        options, (matting, shown) -> ImagePlusPipeline.matte(matting, held, trimaps, options, shown), progress);
    alpha = results.alpha().orElseThrow();
    colours = results.foreground().orElse(null);
    if (colours == null) resolveOutput("colours");
    handOver(results);
  }
}
