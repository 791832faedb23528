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
import io.github.deepmatting.imagej.ImagePlusPipeline;
import io.github.deepmatting.imagej.LabelOptions;
import io.github.deepmatting.imagej.MatteResults;
import io.github.deepmatting.io.ImageFiles;
import io.github.deepmatting.matting.MatteOptions;
import io.github.deepmatting.matting.Matting;
import io.github.deepmatting.trimap.LabelSelection;
import io.github.deepmatting.trimap.UnknownBand;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A matte for each label of a label image. */
@Command(
    name = "labels",
    description = "Make an alpha matte for each object of a label image; those of touching objects sum to at most 1.",
    mixinStandardHelpOptions = true)
final class LabelsCommand implements Callable<Integer> {

  @Mixin private ConsoleOptions console;
  @Mixin private NetworkOptions network;
  @Mixin private OutputFile output;

  @Parameters(paramLabel = "IMAGE", description = "An image; a stack needs --result channels.")
  private Path image;

  @Option(names = "--labels", required = true, paramLabel = "FILE",
      description = "Label image: 0 for background, a whole number for each object; for each slice or one for all.")
  private Path labels;

  @Option(names = "--choose", defaultValue = "", paramLabel = "LIST",
      description = "Which labels get a matte, such as 1,3-5 (default: all); the others are background.")
  private String chosen;

  @Option(names = "--inner", defaultValue = "5", paramLabel = "PX",
      description = "Width of the unknown band inside each object, in pixels (default: ${DEFAULT-VALUE}).")
  private double inner;

  @Option(names = "--outer", defaultValue = "5", paramLabel = "PX",
      description = "Width of the unknown band outside each object, in pixels (default: ${DEFAULT-VALUE}).")
  private double outer;

  @Option(names = "--result", defaultValue = "stack", paramLabel = "stack|channels",
      description = "A slice or a channel for each label (default: ${DEFAULT-VALUE}).")
  private String result;

  @Override
  public Integer call() {
    LabelOptions objects = console.checked(() -> new LabelOptions(
        LabelSelection.parse(chosen), UnknownBand.ofPixels(inner, outer), LabelOptions.Layout.parse(result)));
    MatteOptions options = console.checked(network::options);
    console.checked(output::checked);
    return console.attempt(image, progress -> {
      output.checkTarget();
      ImagePlus pixels = ImageFiles.open(image, progress);
      ImagePlus map = ImageFiles.open(labels, progress);
      try (Matting matting = network.load(options)) {
        MatteResults results = ImagePlusPipeline.matteLabels(matting, pixels, map, objects, options, progress);
        output.save(results.alpha().orElseThrow(), progress);
        results.requireComplete();
      }
    });
  }
}
