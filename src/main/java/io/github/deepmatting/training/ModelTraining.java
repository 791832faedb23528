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
package io.github.deepmatting.training;

import io.github.deepmatting.engine.Engine;
import io.github.deepmatting.files.FolderLock;
import io.github.deepmatting.files.InputFailures;
import io.github.deepmatting.model.MattingModel;
import io.github.deepmatting.model.ModelDescription;
import io.github.deepmatting.model.ModelFolder;
import io.github.deepmatting.network.NetworkLayers;
import io.github.deepmatting.network.NetworkTrainer;
import io.github.deepmatting.network.Weights;
import io.github.deepmatting.progress.Progress;
import io.github.deepmatting.progress.Workers;
import io.github.deepmatting.training.TrainedModel.Source;
import io.github.deepmatting.training.data.MattingCase;
import io.github.deepmatting.training.loop.Checkpoints;
import io.github.deepmatting.training.loop.DivergenceException;
import io.github.deepmatting.training.loop.FeatureEncoder;
import io.github.deepmatting.training.loop.MattingValidator;
import io.github.deepmatting.training.loop.SampleEncoder;
import io.github.deepmatting.training.loop.Training;
import io.github.deepmatting.training.loop.TrainingControl;
import io.github.deepmatting.training.loop.TrainingListener;
import io.github.deepmatting.training.loop.Validator;
import io.github.deepmatting.training.recipe.TrainingPlan;
import io.github.deepmatting.training.recipe.TrainingRecipes;
import io.github.deepmatting.training.report.CurveFile;
import io.github.deepmatting.training.report.EventFile;
import io.github.deepmatting.training.report.PreviewStrip;
import io.github.deepmatting.training.report.TrainingLog;
import io.github.deepmatting.training.samples.PhotographedSamples;
import io.github.deepmatting.training.samples.TrainingSample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Trains a model from a request to a model folder that can be used at once. While it runs, the work folder gets the
 * checkpoints, {@code curves.csv}, {@code recipe.yaml} and a preview at every validation. All work is done in as many
 * threads as the request says, in which listeners are called too; the caller waits. For one run.
 */
public final class ModelTraining {

  /** Folder of the previews in the work folder. */
  public static final String PREVIEWS = "previews";

  private static final String RECIPE = "recipe.yaml";
  private static final int CURVE_STEPS = 50;
  private static final int PREVIEW_SAMPLES = 5;
  private static final int PREVIEW_PHOTOGRAPHS = 3;

  /** From so many validation images on, their mean says something. */
  private static final int ENOUGH = 5;

  private record Prepared(TrainingData.Loaded data, List<MattingCase> validation) {}

  /** @param latest the weights at the end, not averaged */
  private record Trained(long steps, Weights latest) {}

  private final TrainingRequest request;
  private final Supplier<Engine> engine;
  private final List<TrainingListener> listeners;

  /**
   * @param engine called once the data have been read and checked
   * @param listeners receive all events, in addition to the files in the work folder
   */
  public ModelTraining(TrainingRequest request, Supplier<Engine> engine, List<TrainingListener> listeners) {
    this.request = request;
    this.engine = engine;
    this.listeners = List.copyOf(listeners);
    describe(Map.of());
  }

  /**
   * Checks and reads the data, trains, and writes the model: with validation the best of start, way and averages, else
   * the last weights. Where the model is complete already, nothing is written.
   *
   * @param control lets another thread finish early; the model is written then too
   * @throws IOException if folders or files can't be used, all of them named; if another training uses the work folder;
   *     or if results can't be written
   * @throws DivergenceException if the loss explodes; checkpoints of before are kept
   * @throws java.util.concurrent.CancellationException if the user asked to stop; a checkpoint is kept, no model is
   *     written
   */
  public TrainedModel run(TrainingControl control, Progress progress) throws IOException {
    InputFailures failures = new InputFailures();
    request.checkFolders(failures);
    Path work = request.workFolder();
    if (!Files.isDirectory(work)) failures.throwIfAny();
    try (FolderLock lock = FolderLock.of(work, "training")) {
      for (Path folder : List.of(work, work.resolve(PREVIEWS))) FolderLock.removeLeftovers(folder, ".*");
      FolderLock.removeLeftovers(work.getParent(), Pattern.quote(request.out().getFileName().toString()));
      return Workers.run(request.threads(), () -> run(prepare(failures, progress), control, progress));
    }
  }

  private TrainedModel run(Prepared prepared, TrainingControl control, Progress progress) throws IOException {
    Checkpoints checkpoints = new Checkpoints(request.workFolder());
    Validator validator = validator(prepared.validation(), progress);
    progress.begin("Loading the engine", 0);
    Engine runtime = engine.get();
    if (request.device() == Engine.DeviceChoice.AUTO) runtime.gpuProblem().ifPresent(progress::warn);
    Trained trained = train(runtime, prepared, checkpoints, validator, control, progress);
    if (trained.steps() == 0)
      throw new IOException("The training was finished before its first step, so there is nothing to make a model of");
    if (isComplete(trained.steps()))
      return new TrainedModel(request.out(), trained.steps(), Source.BEST, Map.of(), Optional.empty(), false);
    Candidates candidates = Candidates.of(request, checkpoints, trained.latest(), validator != Validator.NONE);
    candidates.measure(runtime, request, validator, progress);
    TrainedModel result = candidates.result(request, trained.steps());
    write(candidates.weights(result.source()), prepared.data().counts(), result, progress);
    return result;
  }

  private Prepared prepare(InputFailures failures, Progress progress) throws IOException {
    TrainingData.Loaded data = request.data().load(request.recipe(), failures, progress);
    List<MattingCase> validation = new ArrayList<>();
    request.validation().flatMap(folder -> failures.result(folder, () -> MattingCase.read(folder, progress)))
        .ifPresent(validation::addAll);
    failures.throwIfAny();
    validation.addAll(data.heldBack());
    return new Prepared(data, validation);
  }

  private static Validator validator(List<MattingCase> cases, Progress progress) {
    if (cases.isEmpty()) return Validator.NONE;
    if (cases.size() < ENOUGH)
      progress.warn("There are only " + cases.size() + " images to validate with, so chance has a great part in the"
          + " choice of the weights; give at least " + ENOUGH + ", or hold back as many foregrounds");
    return new MattingValidator(cases, progress);
  }

  /** True if a training is resumed that has done nothing since its model was written. */
  private boolean isComplete(long steps) throws IOException {
    return request.resume() && ModelFolder.isModel(request.out())
        && ModelFolder.describe(request.out()).training().get("steps") instanceof Number before
        && before.longValue() == steps;
  }

  private Trained train(Engine runtime, Prepared prepared, Checkpoints checkpoints, Validator validator,
      TrainingControl control, Progress progress) throws IOException {
    Weights initial = request.start().map(InitialWeights::weights)
        .orElseGet(() -> NetworkLayers.initial(request.network(), request.seed()));
    SampleEncoder encoder = new FeatureEncoder(request.network());
    TrainingPlan plan = request.plan();
    Path work = checkpoints.folder();
    List<TrainingListener> all = new ArrayList<>();
    all.add(new CurveFile(work.resolve(CurveFile.NAME), CURVE_STEPS));
    all.add(new TrainingLog(progress, System::nanoTime));
    List<TrainingListener> others = new ArrayList<>(listeners);
    others.add(new EventFile(work, CURVE_STEPS, System::currentTimeMillis));
    all.add(new PreviewStrip(previewed(prepared, plan), work.resolve(PREVIEWS), others));
    all.addAll(others);
    try (NetworkTrainer trainer = runtime.train(
        request.network(), initial, request.recipe().optimizer(request.threads()), request.device())) {
      Training training =
          new Training(trainer, prepared.data().samples(), encoder, plan, validator, checkpoints, all);
      boolean resumed = request.resume() && training.resume();
      if (resumed && training.isFinished()) progress.info("The training in " + work + " is finished after step "
          + trainer.steps() + ": " + training.reason());
      else if (resumed) progress.info("Going on from step " + trainer.steps());
      else if (request.resume())
        progress.info("There is nothing to resume in " + work + "; starting from the beginning");
      Files.writeString(work.resolve(RECIPE), TrainingRecipes.text(request.recipe()));
      if (!resumed && request.start().isPresent()) training.measureStart();
      training.run(control, progress);
      return new Trained(trainer.steps(), trainer.weights());
    }
  }

  private List<TrainingSample> previewed(Prepared prepared, TrainingPlan plan) {
    int size = plan.phases().get(0).crops().get(0).size();
    List<TrainingSample> samples = new ArrayList<>();
    if (!prepared.validation().isEmpty()) {
      int count = Math.min(PREVIEW_PHOTOGRAPHS, prepared.validation().size());
      PhotographedSamples photographs = PhotographedSamples.of(prepared.validation().subList(0, count));
      for (int i = 0; i < count; i++) samples.add(photographs.plain(i, size));
    }
    for (long seed = 1; samples.size() < PREVIEW_SAMPLES; seed++)
      samples.add(prepared.data().samples().sample(seed, size));
    return samples;
  }

  private void write(Weights weights, Map<String, Object> counts, TrainedModel result, Progress progress)
      throws IOException {
    ModelDescription description = describe(training(counts, result));
    String card = ModelCard.text(description, request, counts, result);
    Path out = request.out();
    if (Files.exists(out)) {
      Path previous = free(out);
      Files.move(out, previous);
      progress.info("The model that was there is now " + previous);
    }
    ModelFolder.write(out, new MattingModel(description, weights), card, request.halfPrecision());
  }

  private static Path free(Path out) {
    Path target = out.toAbsolutePath().normalize();
    for (int i = 1; ; i++) {
      Path candidate = target.resolveSibling(target.getFileName() + ".previous" + (i == 1 ? "" : "-" + i));
      if (!Files.exists(candidate)) return candidate;
    }
  }

  private ModelDescription describe(Map<String, Object> training) {
    ModelLabel label = request.label();
    return new ModelDescription(label.name(), "Alpha mattes from an image and a trimap; trained by Deep Matting with"
        + " the recipe " + request.recipe().name() + " on the network " + request.network().name() + ".",
        List.of(label.author()), label.license(), List.of("matting", "segmentation", "deep-matting"),
        Instant.now().truncatedTo(ChronoUnit.SECONDS), request.network(), "auto", training);
  }

  private Map<String, Object> training(Map<String, Object> counts, TrainedModel result) {
    Map<String, Object> training = new LinkedHashMap<>();
    training.put("steps", result.steps());
    if (request.length().minutes() > 0) training.put("minutes", request.length().minutes());
    training.put("seed", request.seed());
    training.put("start", request.start().map(InitialWeights::name).orElse("random"));
    training.put("weights", result.source().name().toLowerCase(Locale.ROOT));
    training.put("data", new LinkedHashMap<>(counts));
    if (!result.scores().isEmpty()) training.put("validation", new LinkedHashMap<>(result.scores()));
    training.put("recipe", TrainingRecipes.toMap(request.recipe()));
    return training;
  }
}
