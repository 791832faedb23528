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
import io.github.deepmatting.commands.images.ImageRole;
import io.github.deepmatting.commands.service.TaskProgress;
import io.github.deepmatting.imagej.ImagePlusPipeline;
import io.github.deepmatting.imagej.LabelOptions;
import io.github.deepmatting.imagej.MatteResults;
import io.github.deepmatting.imagej.ResultImages;
import io.github.deepmatting.imagej.sources.RimWidths;
import io.github.deepmatting.matting.MatteOptions;
import io.github.deepmatting.model.Models;
import io.github.deepmatting.trimap.LabelSelection;
import io.github.deepmatting.trimap.UnknownBand;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.Button;

/**
 * {@code Plugins > Deep Matting > Matte Labels...}: a matte for each object of a label image, such as StarDist or Cellpose
 * make: soft instance segmentation. In a macro: {@code run("Matte Labels...", "image=cells.tif from=labels.tif inner=4
 * outer=6 result=channels");}. The mattes of touching objects sum to at most 1 at every pixel.
 */
@Plugin(
    type = Command.class,
    headless = true,
    label = "Matte Labels",
    menu = {@Menu(label = "Plugins"), @Menu(label = "Deep Matting"), @Menu(label = "Matte Labels...", weight = 4)})
public class MatteLabels extends ReportingCommand {

  @Parameter(label = "Image", persist = false, autoFill = false,
      description = "8, 16 or 32 bits, RGB, or up to 7 channels; with several slices choose channels as the result.")
  private ImagePlus image;

  @Parameter(label = "Label image", persist = false, autoFill = false,
      description = "0 for background, a whole number for each object; as large as the image, for each slice or one for"
          + " all.")
  private ImagePlus from;

  @Parameter(label = "Labels", persist = false, required = false,
      description = "Which labels get a matte, such as 1,3-5; nothing for all. The others are background.")
  private String labels = "";

  @Parameter(label = "Unknown inside the edge", persist = false, min = "0",
      description = "Width of the unknown band inside the edge of each object.")
  private double inner = 5;

  @Parameter(label = "Unknown outside the edge", persist = false, min = "0",
      description = "Width of the unknown band outside the edge of each object.")
  private double outer = 5;

  @Parameter(label = "Unit of widths", persist = false, choices = {RimWidths.PIXEL, RimWidths.CALIBRATED},
      description = "Whether widths are in pixels or in the unit of the image's calibration.")
  private String unit = RimWidths.PIXEL;

  @Parameter(label = "Result", persist = false, choices = {"stack", "channels"},
      description = "A slice or a channel for each label; slice labels begin with the label.")
  private String result = "stack";

  @Parameter(label = "Type of the alphas", persist = false, choices = {"float", "8-bit", "16-bit"},
      description = "float for 32 bits from 0 to 1; 8-bit for 0 to 255, 16-bit for 0 to 65535: less memory.")
  private String alphatype = "float";

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

  @Parameter(label = "Help", persist = false, required = false, callback = "openHelp",
      description = "Opens the description of this command in a browser.")
  private Button help;

  /** The mattes, a slice or a channel for each label. */
  @Parameter(type = ItemIO.OUTPUT, label = "Label alphas")
  private ImagePlus alphas;

  @Override
  String task() {
    return "Deep Matting of labels";
  }

  @Override
  public Map<String, ImageRole> images() {
    Map<String, ImageRole> images = new LinkedHashMap<>();
    images.put("image", ImageRole.IMAGE);
    images.put("from", ImageRole.LABELS);
    return images;
  }

  @Override
  void work(TaskProgress progress) throws IOException {
    requirePixels("image", image);
    requirePixels("from", from);
    if (image == from)
      throw new IllegalArgumentException("The image " + image.getTitle() + " was given as its own label image");
    UnknownBand band = RimWidths.in(unit, inner, outer, 0).band(image);
    LabelOptions objects = new LabelOptions(
        LabelSelection.parse(labels == null ? "" : labels), band, LabelOptions.Layout.parse(result));
    MatteOptions options = matteOptions();
    // From here on both may be closed.
    ImagePlus held = ResultImages.holding(image);
    ImagePlus heldLabels = ResultImages.holding(from);
    MatteResults results = withModel(options,
        (matting, shown) -> ImagePlusPipeline.matteLabels(matting, held, heldLabels, objects, options, shown), progress);
    alphas = results.alpha().orElseThrow();
    handOver(results);
  }
}
