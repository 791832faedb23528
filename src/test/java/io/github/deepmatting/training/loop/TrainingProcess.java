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
package io.github.deepmatting.training.loop;

import io.github.deepmatting.engine.Engine.DeviceChoice;
import io.github.deepmatting.engine.EngineLoader;
import io.github.deepmatting.model.NetworkConfigurations;
import io.github.deepmatting.progress.Progress;
import io.github.deepmatting.training.ModelLabel;
import io.github.deepmatting.training.ModelTraining;
import io.github.deepmatting.training.TrainingData;
import io.github.deepmatting.training.TrainingRequest;
import io.github.deepmatting.training.recipe.TrainingLength;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A training with the real engine in a process of its own, to be killed. Arguments: folder of the images, network's file,
 * model folder, steps, step to stand still at (0 for none), whether to resume.
 */
final class TrainingProcess {

  private TrainingProcess() {}

  public static void main(String[] arguments) throws Exception {
    Path images = Path.of(arguments[0]);
    Path out = Path.of(arguments[2]);
    long stop = Long.parseLong(arguments[4]);
    TrainingRequest request = new TrainingRequest(
        TrainingData.of(images.resolve("foregrounds"), images.resolve("backgrounds")), Optional.empty(), out,
        NetworkConfigurations.read(Path.of(arguments[1])), Optional.empty(), SmallRecipe.of(3),
        TrainingLength.ofSteps(Long.parseLong(arguments[3])), 5, DeviceChoice.CPU, 1,
        Boolean.parseBoolean(arguments[5]), false, new ModelLabel("Killed model", "Ada", ModelLabel.NO_LICENSE));
    new ModelTraining(request, EngineLoader::get, List.of(new TrainingListener() {
      @Override
      public void stepped(Step step) throws java.io.IOException {
        if (step.step() != stop) return;
        Files.createFile(out.resolveSibling("standing"));
        try {
          Thread.sleep(Long.MAX_VALUE);
        } catch (InterruptedException e) {
          throw new java.io.IOException(e);
        }
      }
    })).run(new TrainingControl(), Progress.NONE);
  }
}
