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

import io.github.deepmatting.commands.service.TaskProgress;
import io.github.deepmatting.files.ExistingFiles;
import io.github.deepmatting.files.InputFailures;
import io.github.deepmatting.imagej.batch.MatteBatch;
import io.github.deepmatting.imagej.batch.MattePair;
import io.github.deepmatting.imagej.batch.MatteRecord.Status;
import io.github.deepmatting.imagej.batch.MatteSummary;
import io.github.deepmatting.matting.MatteOptions;
import io.github.deepmatting.model.Models;
import io.github.deepmatting.progress.StoppableWork;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.Button;
import org.scijava.widget.FileWidget;

/**
 * {@code Plugins > Deep Matting > Matte Folder...}: mattes of all images in a folder. In a macro: {@code run("Matte
 * Folder...", "input=/data/images trimaps=/data/trimaps output=/data/mattes");}. One bad image does not stop the others:
 * it is named in the log and in the summary, and counted in the output {@code failed}. Results that exist are left as
 * they are, unless {@code overwrite} is set, so that a batch that was stopped goes on where it was.
 */
@Plugin(
    type = Command.class,
    headless = true,
    label = "Matte Folder",
    menu = {@Menu(label = "Plugins"), @Menu(label = "Deep Matting"), @Menu(label = "Matte Folder...", weight = 5)})
public class MatteFolder extends ReportingCommand {

  @Parameter(label = "Images", style = FileWidget.DIRECTORY_STYLE, persist = false,
      description = "Folder of images; every slice and frame gets a matte. Results and trimaps in it are passed over.")
  private File input;

  @Parameter(label = "Trimaps", style = FileWidget.DIRECTORY_STYLE, persist = false,
      description = "Folder where NAME.* or NAME-trimap.* belongs to the image NAME, which may be the images' own; in"
          + " scripts and macros also a single file for all images.")
  private File trimaps;

  @Parameter(label = "Results", style = FileWidget.DIRECTORY_STYLE, persist = false,
      description = "Folder for NAME-alpha.tif, NAME-foreground.*, NAME-cutout.png and the summary; made if there is none.")
  private File output;

  @Parameter(label = "Which results", persist = false,
      description = "One or more of alpha, foreground, cutout, separated by commas without blanks.")
  private String outputs = "alpha,foreground,cutout";

  @Parameter(label = "Model", persist = false, initializer = "offerModels", description = NetworkWords.MODEL)
  private String model = Models.DEFAULT;

  @Parameter(label = "Normalization", persist = false, choices = {"model", "auto", "type", "display", "percentile"},
      description = NetworkWords.NORMALIZATION)
  private String normalization = "model";

  @Parameter(label = "Type of the alpha", persist = false, choices = {"float", "8-bit", "16-bit"},
      description = NetworkWords.ALPHA_TYPE)
  private String alphatype = "float";

  @Parameter(label = "Stage", persist = false, choices = {"last", "1", "2"}, description = NetworkWords.STAGE)
  private String stage = "last";

  @Parameter(label = "Device", persist = false, choices = {"auto", "cpu", "gpu"}, description = NetworkWords.DEVICE)
  private String device = "auto";

  @Parameter(label = "Largest tile", persist = false, min = "0", max = "" + MatteOptions.MAX_TILE,
      description = NetworkWords.TILE)
  private int tile = 0;

  @Parameter(label = "Replace results that exist", persist = false,
      description = "Otherwise only those that are missing are made.")
  private boolean overwrite = false;

  @Parameter(label = "Help", persist = false, required = false, callback = "openHelp",
      description = "Opens the description of this command in a browser.")
  private Button help;

  /** The number of images that were matted. */
  @Parameter(type = ItemIO.OUTPUT, label = "Done")
  private int done;

  /** The number of images that had all results already. */
  @Parameter(type = ItemIO.OUTPUT, label = "Skipped")
  private int skipped;

  /** The number of images that failed. */
  @Parameter(type = ItemIO.OUTPUT, label = "Failed")
  private int failed;

  /** Path of the summary, a CSV file. */
  @Parameter(type = ItemIO.OUTPUT, label = "Summary")
  private String summary;

  @Override
  String task() {
    return "Deep Matting of a folder";
  }

  @Override
  void work(TaskProgress progress) throws IOException {
    Path images = requirePath("input", input);
    Path partners = requirePath("trimaps", trimaps);
    Path results = requirePath("output", output);
    MatteOptions options = matteOptions();
    ExistingFiles existing = overwrite ? ExistingFiles.REPLACE : ExistingFiles.SKIP;
    MatteSummary records = new MatteSummary();
    InputFailures failures = new InputFailures(failure -> {
      records.add(failure);
      log().error("Deep Matting: " + failure.message(), failure.cause());
    });
    try {
      StoppableWork.run(task(), shown -> {
        List<MattePair> pairs = MattePair.find(List.of(images), partners, failures);
        records.expect(pairs);
        new MatteBatch(pairs, results, existing, options).run(this::load, failures, records::add, shown);
        return null;
      }, progress);
    } catch (CancellationException e) {
      // So that it is known how far it came.
      tell(records, results);
      throw e;
    }
    tell(records, results);
  }

  private void tell(MatteSummary records, Path results) throws IOException {
    done = records.count(Status.DONE);
    skipped = records.count(Status.SKIPPED);
    failed = records.count(Status.FAILED);
    // For scripts; people see the table, and want no window for each number.
    for (String output : List.of("done", "skipped", "failed", "summary")) resolveOutput(output);
    if (records.records().isEmpty()) return;
    Path file = results.resolve(MatteSummary.FILE);
    records.writeCsv(file);
    summary = file.toString();
    log().info("Deep Matting of " + input + ": " + records.text() + "; see " + summary);
    if (!headless()) records.table().show("Mattes of " + input.getName());
  }
}
