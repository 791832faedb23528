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
package io.github.deepmatting.cli;

import ij.ImagePlus;
import io.github.deepmatting.imagej.TrimapImages;
import io.github.deepmatting.imagej.sources.RimWidths;
import io.github.deepmatting.imagej.sources.SourceKind;
import io.github.deepmatting.imagej.sources.SourceOptions;
import io.github.deepmatting.imagej.sources.TrimapSources;
import io.github.deepmatting.io.ImageFiles;
import io.github.deepmatting.progress.Progress;
import io.github.deepmatting.trimap.LabelSelection;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A trimap from a mask, from labels or from regions of interest. */
@Command(
    name = "trimap",
    description = "Make a trimap from a mask, a label image or a file of ROIs: a band along the object's rim becomes"
        + " unknown.",
    mixinStandardHelpOptions = true)
final class TrimapCommand implements Callable<Integer> {

  @Mixin private ConsoleOptions console;
  @Mixin private OutputFile output;

  @Parameters(paramLabel = "MASK", arity = "0..1",
      description = "Grey image or stack; the object is where it is brighter than half of its brightest value. With"
          + " --labels a label image.")
  private Path mask;

  @Option(names = "--labels", paramLabel = "LIST",
      description = "MASK is a label image, and these labels are the object, such as 1,3-5; all for every label.")
  private String labels;

  @Option(names = "--roi", paramLabel = "FILE",
      description = "Instead of MASK: a .roi or .zip file of ImageJ. Areas are the object, lines unknown; names that begin"
          + " with foreground, unknown or background decide otherwise.")
  private Path roiFile;

  @Option(names = "--like", paramLabel = "IMAGE", description = "With --roi: the image that the ROIs belong to.")
  private Path like;

  @Option(names = "--inner", defaultValue = "10", paramLabel = "PX",
      description = "Width of the unknown band inside the object, in pixels (default: ${DEFAULT-VALUE}).")
  private double inner;

  @Option(names = "--outer", defaultValue = "10", paramLabel = "PX",
      description = "Width of the unknown band outside the object, in pixels (default: ${DEFAULT-VALUE}).")
  private double outer;

  @Override
  public Integer call() {
    SourceOptions options = console.checked(this::options);
    console.checked(output::checked);
    return console.attempt(roiFile == null ? mask : roiFile, progress -> {
      output.checkTarget();
      output.save(make(roiFile == null ? mask : like, options, progress), progress);
    });
  }

  private SourceOptions options() {
    if ((mask == null) == (roiFile == null))
      throw new IllegalArgumentException("Give either MASK or --roi FILE");
    if ((roiFile == null) != (like == null))
      throw new IllegalArgumentException("Give --roi FILE and --like IMAGE together");
    if (labels != null && mask == null) throw new IllegalArgumentException("--labels needs a label image as MASK");
    SourceOptions options =
        SourceOptions.of(roiFile != null ? SourceKind.FILE : labels != null ? SourceKind.LABELS : SourceKind.MASK)
            .withWidths(RimWidths.ofPixels(inner, outer));
    if (roiFile != null) options = options.withRoiFile(roiFile);
    return labels == null || labels.strip().equals("all") ? options
        : options.withLabels(LabelSelection.parse(labels));
  }

  private static ImagePlus make(Path input, SourceOptions options, Progress progress) throws IOException {
    ImagePlus image = ImageFiles.open(input, progress);
    SourceOptions whole = options.kind() == SourceKind.FILE ? options : options.withMap(image);
    return TrimapImages.of(image, TrimapSources.of(image, whole, progress), progress);
  }
}
