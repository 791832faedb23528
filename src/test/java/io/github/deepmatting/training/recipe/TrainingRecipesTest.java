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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.deepmatting.model.NetworkConfigurations;
import io.github.deepmatting.network.TrainedLayers;
import io.github.deepmatting.network.TrainerOptions;
import io.github.deepmatting.training.loop.FakeTrainer;
import io.github.deepmatting.training.recipe.TrainingPhase.Crops;
import io.github.deepmatting.training.samples.SampleOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingRecipesTest {

  @TempDir private Path folder;

  /** The numbers that the model card names. */
  @Test
  void theCompactRecipeIsThatOfTheModel() {
    TrainingRecipe recipe = TrainingRecipes.named("compact");
    TrainingPlan plan =
        recipe.plan(TrainingLength.ofMinutes(180), NetworkConfigurations.named("compact"), 1);
    List<Crops> large = List.of(new Crops(0, 288, 2));
    assertEquals(List.of(
        new TrainingPhase(TrainedLayers.ENCODER_DECODER, 0.65, 0, List.of(new Crops(0, 224, 3),
            new Crops(0.5, 320, 2)), new LearningRate(1e-3, 1.5e-4, 300)),
        new TrainingPhase(TrainedLayers.REFINEMENT, 0.1, 0, large, new LearningRate(1e-3, 1e-4, 50)),
        new TrainingPhase(TrainedLayers.END_TO_END, 0.25, 0, large, new LearningRate(3e-4, 2e-5, 50))),
        plan.phases());
    assertEquals(List.of(117L, 18L, 45L),
        plan.lengths().stream().map(length -> Math.round(length.minutes())).toList());
    assertEquals(180, recipe.minutes());
    assertEquals(1000, recipe.validationSteps());
    assertEquals(5, recipe.checkpointMinutes());
    assertEquals(new TrainerOptions(0.5, 0.5, 0.5, 2, 0.9, 0.999, 1e-8, 1, 1e-4, 0.9995, 2), recipe.optimizer(2));
    assertEquals(new SampleOptions(0.55, 0.12, 0.5, 0.3, 0.25, 0.15, 0.07, 0.25, 0.8), recipe.samples());
  }

  @Test
  void everyBuiltInRecipeReadsBackAsItIsWritten() throws IOException {
    for (String name : TrainingRecipes.names()) {
      TrainingRecipe recipe = TrainingRecipes.named(name);
      assertEquals(name, recipe.name());
      Path file = Files.writeString(folder.resolve(name + ".yaml"), TrainingRecipes.text(recipe));
      assertEquals(recipe, TrainingRecipes.find(file.toString()));
    }
  }

  @Test
  void stepsAreSharedOutWithoutLosingOne() {
    TrainingRecipe recipe = TrainingRecipes.named("compact");
    // Shares 0.65, 0.1, 0.25 of 24: ends after round(15.6), 18, 24.
    assertEquals(List.of(16L, 2L, 6L), recipe.plan(TrainingLength.ofSteps(24), NetworkConfigurations.named("compact"),
        1).lengths().stream().map(TrainingLength::steps).toList());
    // 6 of them: ends after round(3.9), round(4.5), 6.
    assertEquals(List.of(4L, 1L, 1L), recipe.plan(TrainingLength.ofSteps(6), NetworkConfigurations.named("compact"),
        1).lengths().stream().map(TrainingLength::steps).toList());
    // The fake network has no refinement: all is the first phase's.
    assertEquals(List.of(new TrainingLength(10, 100)),
        recipe.plan(new TrainingLength(10, 100), FakeTrainer.CONFIGURATION, 1).lengths());
  }

  @Test
  void whatIsWrongIsNamed() throws IOException {
    String good = TrainingRecipes.text(TrainingRecipes.named("compact"));
    assertProblem(good.replace("phase: refinement", "phase: polish"), "phases[1].phase", "encoder-decoder");
    assertProblem(good.replace("camera:", "kamera:"), "samples.camera", "missing");
    assertProblem(good + "speed: 3\n", "unknown key 'speed'");
    assertProblem(good.replace("share: 0.65", "share: -1"), "share must be above 0");
    assertTrue(assertThrows(IOException.class, () -> TrainingRecipes.find("nowhere.yaml")).getMessage()
        .contains("nowhere.yaml"));
    assertTrue(assertThrows(IllegalArgumentException.class, () -> TrainingRecipes.find("secret")).getMessage()
        .contains("compact, fine-tune, paper"));
  }

  private void assertProblem(String text, String... parts) throws IOException {
    Path file = Files.writeString(folder.resolve("bad.yaml"), text);
    String message = assertThrows(IOException.class, () -> TrainingRecipes.read(file)).getMessage();
    assertTrue(message.contains(file.toString()), message);
    for (String part : parts) assertTrue(message.contains(part), message);
  }
}
