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
import ij.measure.ResultsTable;
import io.github.deepmatting.commands.images.ImageRole;
import io.github.deepmatting.commands.service.TaskProgress;
import io.github.deepmatting.imagej.measure.MeasurementRows;
import io.github.deepmatting.imagej.measure.MeasurementTable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.Button;

/**
 * {@code Plugins > Deep Matting > Measure Matte...}: soft area, centroid, edge width and the object's own intensities, in
 * calibrated units, for each slice and label. In a macro: {@code run("Measure Matte...", "alpha=[cell alpha]
 * foreground=[cell foreground]"); area = getResult("SoftArea", nResults - 1);}. Rows are added to the Results table, as
 * {@code Analyze > Measure} does, headless too; the columns are those of {@link MeasurementRows}.
 */
@Plugin(
    type = Command.class,
    headless = true,
    label = "Measure Matte",
    menu = {@Menu(label = "Plugins"), @Menu(label = "Deep Matting"), @Menu(label = "Measure Matte...", weight = 6)})
public class MeasureMatte extends ReportingCommand {

  @Parameter(label = "Alpha", persist = false, autoFill = false,
      description = "An alpha matte: 0 to 1 of 32 bits, 0 to 255 of 8 or 0 to 65535 of 16; single, stack or hyperstack.")
  private ImagePlus alpha;

  @Parameter(label = "Foreground colours", persist = false, required = false, autoFill = false,
      description = "The object's own colours, without background, as Matte Image gives them; none for no intensities.")
  private ImagePlus foreground;

  @Parameter(label = "Image", persist = false, required = false, autoFill = false,
      description = "Instead of foreground colours: the image itself, of which they are estimated.")
  private ImagePlus image;

  @Parameter(label = "Labels", persist = false, required = false, autoFill = false,
      description = "A label image (0 for background): each label is measured on its own. None for the whole matte.")
  private ImagePlus labels;

  @Parameter(label = "Reach of labels", persist = false, min = "0",
      description = "How far, in pixels, soft pixels outside of all labels count for the nearest one.")
  private double reach = 10;

  @Parameter(label = "Help", persist = false, required = false, callback = "openHelp",
      description = "Opens the description of this command in a browser.")
  private Button help;

  @Override
  String task() {
    return "Measuring the matte";
  }

  @Override
  public Map<String, ImageRole> images() {
    Map<String, ImageRole> images = new LinkedHashMap<>();
    images.put("alpha", ImageRole.ALPHA);
    images.put("foreground", ImageRole.FOREGROUND);
    images.put("image", ImageRole.IMAGE);
    images.put("labels", ImageRole.LABELS);
    return images;
  }

  @Override
  public boolean isShown(String key) {
    return switch (key) {
      case "image" -> foreground == null;
      case "reach" -> labels != null;
      default -> true;
    };
  }

  @Override
  void work(TaskProgress progress) {
    requirePixels("alpha", alpha);
    // Nothing chosen is null; an image without pixels is a title that names none.
    if (foreground != null) requirePixels("foreground", foreground);
    if (image != null) requirePixels("image", image);
    if (labels != null) requirePixels("labels", labels);
    if (foreground != null && image != null)
      throw new IllegalArgumentException("Both 'foreground' and 'image' are given; give one of them");
    MeasurementTable measured = MeasurementRows.measure(alpha, Optional.ofNullable(foreground == null ? image : foreground),
        image != null, Optional.ofNullable(labels), reach, progress);
    ResultsTable results = ResultsTable.getResultsTable();
    measured.addTo(results);
    if (!headless()) results.show("Results");
  }
}
