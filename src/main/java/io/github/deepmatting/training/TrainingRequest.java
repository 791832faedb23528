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

import io.github.deepmatting.engine.Engine.DeviceChoice;
import io.github.deepmatting.files.InputFailures;
import io.github.deepmatting.model.ModelFolder;
import io.github.deepmatting.network.NetworkConfiguration;
import io.github.deepmatting.network.NetworkLayers;
import io.github.deepmatting.progress.Workers;
import io.github.deepmatting.training.loop.Checkpoints;
import io.github.deepmatting.training.recipe.TrainingLength;
import io.github.deepmatting.training.recipe.TrainingPhase;
import io.github.deepmatting.training.recipe.TrainingPlan;
import io.github.deepmatting.training.recipe.TrainingRecipe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The data and settings of one training.
 *
 * @param data what to learn from
 * @param validation folder with the folders image, trimap and alpha; without it the last weights become the model
 * @param out the model folder to make; checkpoints and reports lie beside it, in {@link #workFolder()}
 * @param network what to train
 * @param start weights to start from (fine-tuning); random ones if empty
 * @param recipe how to train
 * @param length how long
 * @param seed decides samples and random weights
 * @param device on which the network runs
 * @param threads most threads that work, the runtime's own and those that make samples; 0 for as many as there are
 *     processors. One makes training by steps repeatable bit by bit
 * @param resume go on where the training in the work folder stopped
 * @param halfPrecision store the weights in half precision
 * @param label name, author and licence of the model
 */
public record TrainingRequest(
    TrainingData data,
    Optional<Path> validation,
    Path out,
    NetworkConfiguration network,
    Optional<InitialWeights> start,
    TrainingRecipe recipe,
    TrainingLength length,
    long seed,
    DeviceChoice device,
    int threads,
    boolean resume,
    boolean halfPrecision,
    ModelLabel label) {

  /**
   * @throws IllegalArgumentException if the weights to start from do not fit the network, naming every array; or the
   *     recipe's crops do not
   */
  public TrainingRequest {
    Workers.checked(threads);
    start.ifPresent(given -> NetworkLayers.check(network, given.weights()));
    for (TrainingPhase phase : recipe.phases())
      for (TrainingPhase.Crops crops : phase.crops())
        if (crops.size() % network.cropMultiple() != 0)
          throw new IllegalArgumentException("The recipe '" + recipe.name() + "' has crops of " + crops.size()
              + " pixels but the network '" + network.name() + "' needs multiples of " + network.cropMultiple());
  }

  /** The folder of checkpoints, curves and previews: beside the model folder, its name with ".training" added. */
  public Path workFolder() {
    Path target = out.toAbsolutePath().normalize();
    if (target.getFileName() == null)
      throw new IllegalArgumentException(out + " can't be a model folder; give another");
    return target.resolveSibling(target.getFileName() + ".training");
  }

  /** The schedule. */
  public TrainingPlan plan() {
    return recipe.plan(length, network, seed);
  }

  /** Notes what stands in the way of writing results. */
  void checkFolders(InputFailures failures) {
    Path work = workFolder();
    boolean begun = Files.exists(work.resolve(Checkpoints.CURRENT)) || Files.exists(work.resolve(Checkpoints.PREVIOUS));
    if (!resume && begun)
      failures.add(work, work + " holds a training already; resume it, or choose another folder for the model");
    if (Files.exists(out) && !(resume && ModelFolder.isModel(out)))
      failures.add(out, out + " exists already; choose another folder for the model" + (ModelFolder.isModel(out)
          ? ", or resume its training" : ""));
    failures.attempt(work, () -> {
      Path parent = work.getParent();
      try {
        Files.createDirectories(parent);
      } catch (IOException e) {
        throw new IOException("The folder " + parent + " can't be made (" + e + "); choose another for the model", e);
      }
      new Checkpoints(work);
    });
  }
}
