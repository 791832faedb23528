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
import io.github.deepmatting.commands.dialog.DialogText;
import io.github.deepmatting.commands.images.ImageProposals;
import io.github.deepmatting.commands.images.ImageRole;
import io.github.deepmatting.commands.images.OpenImages;
import io.github.deepmatting.commands.service.TaskProgress;
import io.github.deepmatting.imagej.TrimapImages;
import io.github.deepmatting.imagej.TrimapOverlay;
import io.github.deepmatting.imagej.sources.RimWidths;
import io.github.deepmatting.imagej.sources.RoiRoles;
import io.github.deepmatting.imagej.sources.RoiRules;
import io.github.deepmatting.imagej.sources.SourceKind;
import io.github.deepmatting.imagej.sources.SourceOptions;
import io.github.deepmatting.imagej.sources.TrimapSources;
import io.github.deepmatting.matting.TrimapSource;
import io.github.deepmatting.progress.Progress;
import io.github.deepmatting.trimap.LabelSelection;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.scijava.command.Previewable;
import org.scijava.module.ModuleItem;
import org.scijava.plugin.Parameter;

/**
 * A command that needs an image and its trimap, which may come from many sources. Each source looks at some of the
 * parameters only ({@link SourceKind#needs()}); a dialog shows those alone. With {@code preview} the trimap of the slice
 * that is shown lies over the image while the dialog is open.
 */
abstract class TrimapSourceCommand extends ReportingCommand implements Previewable {

  private static final String BACKGROUND = "background";
  private static final String UNKNOWN = "unknown";
  private static final int SLICES_LOOKED_AT = 16;

  @Parameter(label = "Image", persist = false, autoFill = false,
      description = "8, 16 or 32 bits, RGB, or up to 7 channels, with any slices and frames.")
  private ImagePlus image;

  @Parameter(label = "Trimap from", persist = false,
      choices = {"trimap", "selection", "roimanager", "overlay", "file", "labels", "mask", "threshold", "probability"},
      description = "What the trimap is made of; only the parameters that this source needs count.")
  private String source = "trimap";

  @Parameter(label = "Trimap", persist = false, required = false, autoFill = false,
      description = "0 background, 128 unknown, 255 foreground; as large as the image, for each slice or one for all.")
  private ImagePlus trimap;

  @Parameter(label = "Label image, mask or probabilities", persist = false, required = false, autoFill = false,
      description = "As large as the image, with a slice for each of its slices or one for all.")
  private ImagePlus from;

  @Parameter(label = "ROI file", style = "open", persist = false, required = false,
      description = "A .roi or .zip file as the ROI Manager saves it.")
  private File roifile;

  @Parameter(label = "Labels of the foreground", persist = false, required = false,
      description = "Labels and ranges of them, such as 1,3-5; nothing for all.")
  private String labels = "";

  @Parameter(label = "Background up to", persist = false, min = "0", max = "1", stepSize = "0.05",
      description = "Probabilities up to this are surely background (0 to 1, whatever the type of the image).")
  private double low = SourceOptions.LOW;

  @Parameter(label = "Foreground from", persist = false, min = "0", max = "1", stepSize = "0.05",
      description = "Probabilities from this on are surely foreground.")
  private double high = SourceOptions.HIGH;

  @Parameter(label = "Unknown inside the edge", persist = false, min = "0",
      description = "Width of the unknown band inside the edge of the object; 0 for none.")
  private double inner = SourceOptions.BAND;

  @Parameter(label = "Unknown outside the edge", persist = false, min = "0",
      description = "Width of the unknown band outside the edge of the object; 0 for none.")
  private double outer = SourceOptions.BAND;

  @Parameter(label = "Unit of widths", persist = false, choices = {RimWidths.PIXEL, RimWidths.CALIBRATED},
      description = "Whether widths are in pixels or in the unit of the image's calibration.")
  private String unit = RimWidths.PIXEL;

  @Parameter(label = "Width of lines", persist = false, min = "0",
      description = "How wide lines and points are unknown, as along hairs; 0 for the width of each line itself.")
  private double line = 0;

  @Parameter(label = "Foreground: group or name", persist = false, required = false,
      description = "Number of a ROI group, or how the names of ROIs begin; areas without a role are foreground, too.")
  private String foregroundgroup = RoiRoles.DEFAULT.foreground();

  @Parameter(label = "Background: group or name", persist = false, required = false,
      description = "Number of a ROI group, or how the names of ROIs begin.")
  private String backgroundgroup = RoiRoles.DEFAULT.background();

  @Parameter(label = "Unknown: group or name", persist = false, required = false,
      description = "Number of a ROI group, or how the names of ROIs begin; lines without a role are unknown, too.")
  private String unknowngroup = RoiRoles.DEFAULT.unknown();

  @Parameter(label = "Where nothing is drawn", persist = false, choices = {BACKGROUND, UNKNOWN},
      description = "What pixels in no ROI are; unknown where foreground and background are only dabbed.")
  private String rest = BACKGROUND;

  @Parameter(label = "Interpolate between slices", persist = false,
      description = "Fills slices without a ROI between slices with some, as the ROI Manager does it.")
  private boolean interpolate = false;

  @Parameter(label = "Preview the trimap", persist = false,
      description = "Shows the trimap over the image: green foreground, grey blue unknown, red background.")
  private boolean preview = false;

  private TrimapOverlay shown;
  private ImagePlus shownOn;
  private String noPreview;

  /** Does the command's work, after the preview was taken away. */
  abstract void workWithSource(TaskProgress progress) throws IOException;

  @Override
  final void work(TaskProgress progress) throws IOException {
    endPreview();
    workWithSource(progress);
  }

  /**
   * The image that was chosen.
   *
   * @throws IllegalArgumentException if there is none
   */
  final ImagePlus image() {
    requirePixels("image", image);
    return image;
  }

  /**
   * The source of the image's trimaps, checked as far as that is possible before they are made.
   *
   * @throws IOException if a file cannot be read
   * @throws IllegalArgumentException if a parameter is wrong, or what is needed is missing
   */
  final TrimapSource trimaps(Progress progress) throws IOException {
    return TrimapSources.of(image(), options(), progress);
  }

  private SourceOptions options() {
    SourceKind kind = SourceKind.parse(source);
    Optional<ImagePlus> map = Optional.empty();
    if (kind.needs().contains("trimap")) map = given("trimap", trimap);
    if (kind.needs().contains("from")) map = given("from", from);
    Optional<Path> file = roifile == null || roifile.getPath().isBlank() ? Optional.empty()
        : Optional.of(roifile.toPath());
    RimWidths widths = RimWidths.in(unit, inner, outer, line);
    RoiRoles roles = new RoiRoles(text(foregroundgroup), text(backgroundgroup), text(unknowngroup));
    return new SourceOptions(kind, map, file, widths, new RoiRules(roles, restIsUnknown(), interpolate),
        LabelSelection.parse(text(labels)), low, high);
  }

  private static Optional<ImagePlus> given(String parameter, ImagePlus map) {
    if (map != null) requirePixels(parameter, map);
    return Optional.ofNullable(map);
  }

  private static String text(String given) {
    return given == null ? "" : given;
  }

  private boolean restIsUnknown() {
    String choice = text(rest).strip();
    if (!choice.equalsIgnoreCase(BACKGROUND) && !choice.equalsIgnoreCase(UNKNOWN))
      throw new IllegalArgumentException("rest is '" + rest + "'; allowed are " + BACKGROUND + ", " + UNKNOWN);
    return choice.equalsIgnoreCase(UNKNOWN);
  }

  @Override
  public Map<String, ImageRole> images() {
    Map<String, ImageRole> images = new LinkedHashMap<>();
    images.put("image", ImageRole.IMAGE);
    images.put("trimap", ImageRole.TRIMAP);
    images.put("from", ImageRole.LABELS);
    return images;
  }

  @Override
  public ImageRole role(String key) {
    if (!key.equals("from")) return super.role(key);
    return switch (SourceKind.find(text(source)).orElse(SourceKind.LABELS)) {
      case MASK -> ImageRole.MASK;
      case PROBABILITY -> ImageRole.PROBABILITY;
      default -> ImageRole.LABELS;
    };
  }

  @Override
  public boolean isShown(String key) {
    return !SourceKind.PARAMETERS.contains(key) || isNeededNow(key)
        || SourceKind.find(text(source)).filter(kind -> kind.needs().contains(key)).isPresent();
  }

  @Override
  boolean isNeededNow(String key) {
    return (key.equals("trimap") || key.equals("from") || key.equals("roifile"))
        && SourceKind.find(text(source)).filter(kind -> kind.needs().contains(key)).isPresent();
  }

  @Override
  public String label(ModuleItem<?> item) {
    if (!item.getName().equals("from")) return super.label(item);
    return switch (role("from")) {
      case MASK -> "Mask";
      case PROBABILITY -> "Probabilities";
      default -> "Label image";
    };
  }

  @Override
  public Optional<Object> suggestion(String key) {
    return key.equals("source") ? proposedSource().map(SourceKind::key) : Optional.empty();
  }

  private Optional<SourceKind> proposedSource() {
    return active().flatMap(of -> new ImageProposals(OpenImages.all()).source(of));
  }

  /** Leaves out of the dialog what there is nothing of. */
  @Override
  final void prepareDialog() {
    offer("source", Arrays.stream(SourceKind.values()).filter(kind -> kind.isThere(Optional.ofNullable(image)))
        .map(SourceKind::key).toList());
  }

  @Override
  public final String text(ModuleItem<?> item, Object choice) {
    return item.getName().equals("source") ? SourceKind.parse(choice.toString()).label() : super.text(item, choice);
  }

  /**
   * Asks, where the user sat before a dialog of this command, whether to go on with trimaps that promise no good matte.
   * Elsewhere the log has the same warnings, slice by slice.
   *
   * @throws CancellationException if the user does not want to
   */
  final void askAboutDoubts(ImagePlus of, TrimapSource trimaps, Progress progress) {
    if (!isAsked()) return;
    List<String> doubts = TrimapImages.doubts(of, trimaps, SLICES_LOOKED_AT, progress);
    if (!doubts.isEmpty() && !agrees(String.join("\n\n", doubts) + "\n\nMatte it all the same?"))
      throw new CancellationException("the trimap is to be changed first");
  }

  @Override
  public final void preview() {
    if (!preview) {
      noPreview = null;
      endPreview();
      return;
    }
    noPreview = null;
    try {
      ImagePlus over = image();
      if (over != shownOn) endPreview();
      if (shown == null) shown = new TrimapOverlay(over);
      shownOn = over;
      int position = over.getZ() - 1 + over.getNSlices() * (over.getT() - 1);
      shown.show(trimaps(Progress.NONE).at(position, Progress.NONE));
    } catch (IOException | RuntimeException e) {
      // Half-filled dialogs are no error; the message tells what is still missing.
      endPreview();
      noPreview = "No preview: " + e.getMessage();
    }
  }

  @Override
  public final Optional<String> note() {
    return Optional.ofNullable(noPreview).map(problem -> DialogText.withLabels(problem, getInfo()));
  }

  /** When the dialog was cancelled. */
  @Override
  public final void cancel() {
    endPreview();
  }

  private void endPreview() {
    if (shown != null) shown.close();
    shown = null;
    shownOn = null;
  }
}
