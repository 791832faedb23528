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

import io.github.deepmatting.model.NetworkConfigurations;
import io.github.deepmatting.training.recipe.TrainingLength;
import io.github.deepmatting.training.recipe.TrainingPhase;
import io.github.deepmatting.training.recipe.TrainingPlan;
import io.github.deepmatting.training.recipe.TrainingRecipe;
import io.github.deepmatting.training.recipe.TrainingRecipes;
import java.util.List;
import java.util.stream.Stream;

/** The compact recipe with the smallest crops. */
public final class SmallRecipe {

  private SmallRecipe() {}

  public static TrainingRecipe of(long validationSteps) {
    TrainingRecipe compact = TrainingRecipes.named("compact");
    return new TrainingRecipe("small", 1, validationSteps, 100, 1, 2, 2, compact.optimizer(),
        compact.phases().stream().map(phase -> new TrainingPhase(phase.layers(), phase.share(), 0,
            List.of(new TrainingPhase.Crops(0, 32, 1)), phase.rate())).toList(), compact.samples());
  }

  /** A plan of some phases, whose shares are their steps. */
  public static TrainingPlan plan(long validationSteps, TrainingPhase... phases) {
    TrainingRecipe compact = TrainingRecipes.named("compact");
    long steps = (long) Stream.of(phases).mapToDouble(TrainingPhase::share).sum();
    return new TrainingRecipe("phases", 1, validationSteps, 100, 2, 3, 2, compact.optimizer(), List.of(phases),
        compact.samples()).plan(TrainingLength.ofSteps(steps), NetworkConfigurations.named("compact"), 3);
  }
}
