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
import io.github.deepmatting.engine.Engine.DeviceChoice;
import io.github.deepmatting.foreground.ForegroundOptions;
import io.github.deepmatting.imagej.AlphaType;
import io.github.deepmatting.imagej.MatteOutput;
import io.github.deepmatting.imagej.MatteRequest;
import io.github.deepmatting.imagej.MatteResults;
import io.github.deepmatting.imagej.MattingChoices;
import io.github.deepmatting.imagej.NormalizationChoice;
import io.github.deepmatting.imagej.ResultImages;
import io.github.deepmatting.imagej.TrimapSource;
import io.github.deepmatting.matting.MattingOptions;
import io.github.deepmatting.model.Models;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
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
 * <p>In scripts, where its outputs {@code alpha} and {@code colours} are wanted, it is run by
 * {@code moduleService.run(commandService.getCommand(MatteImage.class), true, "image", image, "trimap", trimap)}: a
 * command whose choices are found when it starts (here the models) has no result in {@code CommandService.run}.
 */
@Plugin(
    type = Command.class,
    headless = true,
    label = "Matte Image",
    menu = {@Menu(label = "Plugins"), @Menu(label = "Deep Matting"), @Menu(label = "Matte Image...")})
public class MatteImage extends TrimapSourceCommand {

  @Parameter(
      label = "Model",
      persist = false,
      initializer = "offerModels",
      description = NetworkWords.MODEL)
  private String model = Models.DEFAULT;

  @Parameter(
      label = "Normalization",
      persist = false,
      choices = {NormalizationChoice.AS_MODEL, "type", "display", "percentile"},
      description = NetworkWords.NORMALIZATION)
  private String normalization = NormalizationChoice.AS_MODEL;

  @Parameter(
      label = "Stage",
      persist = false,
      choices = {MattingChoices.LAST_STAGE, "1", "2"},
      description = NetworkWords.STAGE)
  private String stage = MattingChoices.LAST_STAGE;

  @Parameter(
      label = "Device",
      persist = false,
      choices = {MattingChoices.AUTO, "cpu", "gpu"},
      description = NetworkWords.DEVICE)
  private String device = MattingChoices.AUTO;

  @Parameter(
      label = "Largest tile",
      persist = false,
      min = "0",
      max = "" + MattingOptions.MAX_TILE,
      description = NetworkWords.TILE)
  private int tile = 0;

  @Parameter(
      label = "Type of the alpha",
      persist = false,
      choices = {"float", "8-bit", "16-bit"},
      description = NetworkWords.ALPHA_TYPE)
  private String alphatype = "float";

  @Parameter(
      label = "Also foreground colours",
      persist = false,
      description = "A second result: the object's own colours, without the background that shines through.")
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
    MatteRequest request = request();
    DeviceChoice where = MattingChoices.device(device);
    askAboutDoubts(held, trimaps, progress);
    // From here on the images may be closed.
    MatteResults images = withModel(
        model, where, (matting, shown) -> matting.matte(held, trimaps, request, shown), progress);
    alpha = images.alpha().orElseThrow();
    colours = images.foreground().orElse(null);
    if (colours == null) resolveOutput("colours");
    handOver(colours);
    handOver(alpha);
  }

  private MatteRequest request() {
    Set<MatteOutput> outputs = EnumSet.of(MatteOutput.ALPHA);
    if (foreground) outputs.add(MatteOutput.FOREGROUND);
    return new MatteRequest(outputs, AlphaType.parse(alphatype), NormalizationChoice.parse(normalization),
        new MattingOptions(MattingChoices.stage(stage), tile), ForegroundOptions.DEFAULT, 0);
  }
}
