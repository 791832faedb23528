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
package io.github.deepmatting.training.recipe;

import io.github.deepmatting.model.YamlMap;
import io.github.deepmatting.network.TrainedLayers;
import io.github.deepmatting.network.TrainerOptions;
import io.github.deepmatting.training.samples.SampleOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Recipes of trainings as YAML. The built-in ones are the files {@code training/NAME.yaml} on the class path, listed in
 * {@code training/index.yaml}; any other file of the same form is as good.
 */
public final class TrainingRecipes {

  private static final String FOLDER = "training/";

  private TrainingRecipes() {}

  /** Names of the recipes that come with the program. */
  public static List<String> names() {
    return builtIn("index", map -> List.copyOf(map.texts("recipes")));
  }

  /**
   * A recipe that comes with the program.
   *
   * @throws IllegalArgumentException if there is none of this name; the message lists those there are
   */
  public static TrainingRecipe named(String name) {
    if (!names().contains(name))
      throw new IllegalArgumentException("There is no recipe '" + name + "'; allowed are "
          + String.join(", ", names()) + " or a .yaml file with a recipe");
    return builtIn(name, TrainingRecipes::fromMap);
  }

  /**
   * A built-in recipe, or one in a file whose name ends in .yaml or .yml.
   *
   * @throws IllegalArgumentException if there is no such built-in recipe
   * @throws IOException as {@link #read}
   */
  public static TrainingRecipe find(String nameOrFile) throws IOException {
    return nameOrFile.matches("(?i).*\\.ya?ml") ? read(Path.of(nameOrFile)) : named(nameOrFile);
  }

  private static <T> T builtIn(String name, Function<YamlMap, T> reading) {
    String file = FOLDER + name + ".yaml";
    try (InputStream stream = TrainingRecipes.class.getResourceAsStream("/" + file)) {
      return reading.apply(YamlMap.read(stream, file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a recipe from a file.
   *
   * @throws IOException if it can't be read or is no valid recipe; the message names the file and the key
   */
  public static TrainingRecipe read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) throw new IOException("There is no recipe file " + file);
    try (InputStream stream = Files.newInputStream(file)) {
      return fromMap(YamlMap.read(stream, file.toString()));
    } catch (IllegalArgumentException e) {
      String message = e.getMessage();
      throw new IOException(message.contains(file.toString()) ? message : file + ": " + message, e);
    }
  }

  private static TrainingRecipe fromMap(YamlMap map) {
    YamlMap losses = map.map("losses");
    YamlMap optimizer = map.map("optimizer");
    TrainerOptions options = new TrainerOptions(losses.number("alpha"), losses.number("compositional"),
        losses.number("laplacian"), losses.number("squared"), optimizer.number("beta1"), optimizer.number("beta2"),
        optimizer.number("epsilon"), optimizer.number("clip-norm"), optimizer.number("weight-decay"),
        optimizer.number("average-decay"), 0);
    losses.refuseOthers();
    optimizer.refuseOthers();
    List<TrainingPhase> phases = map.maps("phases").stream().map(TrainingRecipes::phase).toList();
    TrainingRecipe recipe = new TrainingRecipe(map.text("name"), map.number("minutes"), map.integer("validation-steps"),
        map.number("checkpoint-minutes"), map.integer("workers"), map.integer("queue"), map.integer("reuse"),
        options, phases, samples(map.map("samples")));
    map.refuseOthers();
    return recipe;
  }

  private static TrainingPhase phase(YamlMap map) {
    List<TrainingPhase.Crops> crops = new ArrayList<>();
    for (YamlMap crop : map.maps("crops")) {
      crops.add(new TrainingPhase.Crops(crop.number("from"), crop.integer("size"), crop.integer("batch")));
      crop.refuseOthers();
    }
    YamlMap rate = map.map("rate");
    List<String> layers = Arrays.stream(TrainedLayers.values()).map(TrainedLayers::key).toList();
    TrainingPhase phase = new TrainingPhase(TrainedLayers.values()[layers.indexOf(map.choice("phase", layers))],
        map.number("share"), map.integer("patience"), crops,
        new LearningRate(rate.number("peak"), rate.number("last"), rate.integer("warm-up")));
    rate.refuseOthers();
    map.refuseOthers();
    return phase;
  }

  private static SampleOptions samples(YamlMap map) {
    SampleOptions samples = new SampleOptions(map.number("procedural"), map.number("second"),
        map.number("blurred-background"), map.number("defocus"), map.number("low-contrast"),
        map.number("same-photograph"), map.number("plain-background"), map.number("grey"), map.number("camera"));
    map.refuseOthers();
    return samples;
  }

  /** The recipe as text that {@link #read} reads back. */
  public static String text(TrainingRecipe recipe) {
    return YamlMap.write(toMap(recipe));
  }

  /** The recipe as plain values, lists and maps of YAML. */
  public static Map<String, Object> toMap(TrainingRecipe recipe) {
    TrainerOptions options = recipe.optimizer();
    SampleOptions samples = recipe.samples();
    return entries(
        "name", recipe.name(),
        "minutes", recipe.minutes(),
        "validation-steps", recipe.validationSteps(),
        "checkpoint-minutes", recipe.checkpointMinutes(),
        "workers", recipe.workers(),
        "queue", recipe.queue(),
        "reuse", recipe.reuse(),
        "losses", entries("alpha", options.alphaLoss(), "compositional", options.compositionalLoss(), "laplacian",
            options.laplacianLoss(), "squared", options.squaredLoss()),
        "optimizer", entries("beta1", options.beta1(), "beta2", options.beta2(), "epsilon", options.epsilon(),
            "clip-norm", options.clipNorm(), "weight-decay", options.weightDecay(), "average-decay",
            options.averageDecay()),
        "phases", recipe.phases().stream().map(TrainingRecipes::phaseMap).toList(),
        "samples", entries("procedural", samples.procedural(), "second", samples.second(), "blurred-background",
            samples.blurredBackground(), "defocus", samples.defocus(), "low-contrast", samples.lowContrast(),
            "same-photograph", samples.samePhotograph(), "plain-background", samples.plainBackground(), "grey",
            samples.grey(), "camera", samples.camera()));
  }

  private static Map<String, Object> phaseMap(TrainingPhase phase) {
    return entries("phase", phase.layers().key(), "share", phase.share(), "patience", phase.patience(), "rate",
        entries("peak", phase.rate().peak(), "last", phase.rate().last(), "warm-up", phase.rate().warmUp()), "crops",
        phase.crops().stream().map(crops ->
            entries("from", crops.from(), "size", crops.size(), "batch", crops.batch())).toList());
  }

  private static Map<String, Object> entries(Object... keysAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) map.put((String) keysAndValues[i], keysAndValues[i + 1]);
    return map;
  }
}
