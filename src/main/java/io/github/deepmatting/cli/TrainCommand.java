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

import io.github.deepmatting.engine.Engine;
import io.github.deepmatting.imagej.training.TrainingPlotFile;
import io.github.deepmatting.model.Models;
import io.github.deepmatting.model.NetworkConfigurations;
import io.github.deepmatting.network.NetworkConfiguration;
import io.github.deepmatting.training.InitialWeights;
import io.github.deepmatting.training.ModelLabel;
import io.github.deepmatting.training.ModelTraining;
import io.github.deepmatting.training.TrainedModel;
import io.github.deepmatting.training.TrainingData;
import io.github.deepmatting.training.TrainingRequest;
import io.github.deepmatting.training.loop.TrainingControl;
import io.github.deepmatting.training.recipe.TrainingLength;
import io.github.deepmatting.training.recipe.TrainingRecipe;
import io.github.deepmatting.training.recipe.TrainingRecipes;
import io.github.deepmatting.training.report.Curves;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A model from images. */
@Command(
    name = "train",
    description = {
      "Train a model on foregrounds with alpha laid over backgrounds.",
      "Checkpoints, curves and previews are kept beside the model in MODEL_DIR.training. Ctrl+C writes a checkpoint;"
          + " --resume goes on from it."
    },
    mixinStandardHelpOptions = true)
final class TrainCommand implements Callable<Integer> {

  private static final int STEPS_A_POINT = 20;

  @Mixin private ConsoleOptions console;
  @Mixin private EngineOptions engine;

  @Option(names = "--foregrounds", paramLabel = "DIR",
      description = "RGBA images, alpha not premultiplied; or images, with --alphas. Without it all objects are drawn by"
          + " rules.")
  private Path foregrounds;

  @Option(names = "--alphas", paramLabel = "DIR",
      description = "Alphas of the foregrounds, where these have none of their own; same base names.")
  private Path alphas;

  @Option(names = "--backgrounds", required = true, paramLabel = "DIR", description = "Photographs.")
  private Path backgrounds;

  @Option(names = "--photographed", paramLabel = "DIR",
      description = "Folder with the folders image, trimap and alpha, to be mixed in.")
  private Path photographed;

  @Option(names = "--photographed-share", defaultValue = "" + TrainingData.PHOTOGRAPHED_SHARE, paramLabel = "SHARE",
      description = "How many of the samples are of these (default: ${DEFAULT-VALUE}).")
  private double photographedShare;

  @Option(names = "--validation", paramLabel = "DIR",
      description = "Folder with the folders image, trimap and alpha; the weights that do best there become the model.")
  private Path validation;

  @Option(names = "--hold-back", defaultValue = "0", paramLabel = "N",
      description = "Keep so many foregrounds out of the training, to validate it on composites of them (default:"
          + " ${DEFAULT-VALUE}).")
  private int heldBack;

  @Option(names = "--out", required = true, paramLabel = "MODEL_DIR", description = "The model folder to make.")
  private Path out;

  @Option(names = "--network", paramLabel = "NAME_OR_FILE",
      description = "A network's name (compact, paper) or .yaml file (default: that of the weights, else compact).")
  private String network;

  @Option(names = "--weights", paramLabel = "FILE_OR_MODEL",
      description = "Start from these weights (.npz) or from this model.")
  private String weights;

  @Option(names = "--recipe", paramLabel = "NAME_OR_FILE",
      description = "A recipe's name (compact, fine-tune, paper) or .yaml file (default: fine-tune for the weights of a"
          + " model, else as the network, else compact).")
  private String recipe;

  @Option(names = "--minutes", paramLabel = "N",
      description = "How long to train (default: as the recipe says, unless there are --steps).")
  private Double minutes;

  @Option(names = "--steps", paramLabel = "N", description = "How many steps to train.")
  private Long steps;

  @Option(names = "--resume", description = "Go on from the last checkpoint.")
  private boolean resume;

  @Option(names = "--finish", description = "With --resume: train no further, make the model of what there is.")
  private boolean finish;

  @Option(names = "--seed", defaultValue = "1", paramLabel = "N",
      description = "Decides first weights and samples (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(names = "--device", defaultValue = "auto", paramLabel = "auto|cpu|gpu",
      description = "Where to train (default: ${DEFAULT-VALUE}).")
  private Engine.DeviceChoice device;

  @Option(names = "--threads", defaultValue = "0", paramLabel = "N",
      description = "Most threads that work; 0 for as many as there are processors (default). 1 makes a training by"
          + " --steps repeatable bit by bit.")
  private int threads;

  @Option(names = "--half-precision", description = "Store the weights in half precision.")
  private boolean halfPrecision;

  @Option(names = "--name", paramLabel = "NAME", description = "The model's name (default: its folder's).")
  private String name;

  @Option(names = "--author", paramLabel = "NAME", description = "Who made it (default: the user's name).")
  private String author;

  @Option(names = "--license", defaultValue = ModelLabel.NO_LICENSE, paramLabel = "SPDX",
      description = "Licence of the weights (default: ${DEFAULT-VALUE}).")
  private String license;

  @Override
  public Integer call() throws IOException {
    InitialWeights start = weights == null ? null : InitialWeights.read(weights, Models.standard(Optional.empty()));
    NetworkConfiguration configuration = network == null && start != null && start.network().isPresent()
        ? start.network().get() : find(() -> NetworkConfigurations.find(network == null ? "compact" : network));
    String usual = start != null && start.network().isPresent() ? "fine-tune"
        : TrainingRecipes.names().contains(configuration.name()) ? configuration.name() : "compact";
    TrainingRecipe steering = find(() -> TrainingRecipes.find(recipe != null ? recipe : usual));
    TrainingRequest request = console.checked(() -> request(configuration, Optional.ofNullable(start), steering));
    Curves curves = Curves.continued(request.workFolder(), STEPS_A_POINT);
    TrainingControl control = new TrainingControl();
    if (finish) control.finishNow();
    try (Interruption interruption = new Interruption(); ConsoleProgress progress = console.progress(interruption)) {
      ModelTraining training = console.checked(() -> new ModelTraining(request, engine::load,
          List.of(curves, new TrainingPlotFile(curves, request.workFolder(), progress))));
      return run(training, control, progress);
    }
  }

  private static int run(ModelTraining training, TrainingControl control, ConsoleProgress progress)
      throws IOException {
    try {
      TrainedModel model = training.run(control, progress);
      progress.info(model.summary());
      return Main.DONE;
    } catch (CancellationException e) {
      // Told here, since the process is gone as soon as the interruption is closed.
      progress.error(e.getMessage());
      return Main.FAILED;
    }
  }

  private TrainingRequest request(
      NetworkConfiguration configuration, Optional<InitialWeights> start, TrainingRecipe steering) {
    ModelLabel usual = ModelLabel.of(out);
    return new TrainingRequest(
        new TrainingData(Optional.ofNullable(foregrounds), Optional.ofNullable(alphas), List.of(), backgrounds,
            Optional.ofNullable(photographed), photographedShare, heldBack),
        Optional.ofNullable(validation), out, configuration, start, steering, length(steering), seed, device, threads,
        resume, halfPrecision,
        new ModelLabel(name == null ? usual.name() : name, author == null ? usual.author() : author, license));
  }

  private TrainingLength length(TrainingRecipe steering) {
    if (minutes == null && steps == null) return TrainingLength.ofMinutes(steering.minutes());
    return new TrainingLength(minutes == null ? 0 : minutes, steps == null ? 0 : steps);
  }

  /** Looks up a name or a file. */
  private interface Finding<T> {
    T find() throws IOException;
  }

  private <T> T find(Finding<T> finding) throws IOException {
    try {
      return finding.find();
    } catch (IllegalArgumentException e) {
      return console.checked(() -> {
        throw e;
      });
    }
  }
}
